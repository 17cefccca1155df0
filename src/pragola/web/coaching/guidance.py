"""What each indicator means, with a good and a bad example; all of it is our own and invented.

The rule itself stands in the edition; this says it again for people who do the work. Codes mean
the same in every edition that is known so far.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guidance:
    """What an indicator is about, what proves it well, and what does not."""

    meaning: str
    good: str
    bad: str


GUIDANCE: Mapping[str, Guidance] = {
    "SID-01": Guidance(
        "Ada peraturan atau keputusan yang menyebut inovasi ini dengan namanya.",
        "Keputusan yang sudah bernomor, bertanggal, dan ditandatangani, beserta halaman lampiran "
        "yang memuat nama inovasi.",
        "Rancangan keputusan tanpa nomor, atau keputusan yang hanya menyebut nama dinas.",
    ),
    "SID-02": Guidance(
        "Orang yang menjalankan inovasi ditetapkan, dan jumlahnya terlihat.",
        "Surat penugasan dengan daftar nama dan jabatan untuk inovasi ini.",
        "Daftar pegawai seluruh unit tanpa surat penugasan.",
    ),
    "SID-03": Guidance(
        "Inovasi dibiayai dalam dokumen anggaran.",
        "Halaman dokumen anggaran dengan mata belanjanya ditandai, untuk tiap tahun yang diklaim.",
        "Seluruh dokumen anggaran ratusan halaman tanpa tanda, atau anggaran satu tahun untuk "
        "klaim dua tahun.",
    ),
    "SID-04": Guidance(
        "Alat yang dipakai saat inovasi berjalan.",
        "Tangkapan layar sistem yang sedang dipakai, dengan nama inovasi dan tanggalnya.",
        "Gambar logo aplikasi, atau foto komputer yang mati.",
    ),
    "SID-05": Guidance(
        "Pelaksana dilatih untuk inovasi ini.",
        "Undangan, daftar hadir, dan satu sertifikat dari setiap pelatihan.",
        "Foto ruang rapat tanpa undangan dan daftar hadir.",
    ),
    "SID-06": Guidance(
        "Program atau kegiatan inovasi tertulis dalam rencana kerja daerah.",
        "Halaman RKPD yang memuat kegiatannya, ditandai, beserta halaman sampul tahunnya.",
        "Rencana kerja unit sendiri yang belum masuk RKPD.",
    ),
    "SID-07": Guidance(
        "Pihak yang berbeda-beda ikut menjalankan inovasi, termasuk pelaksananya.",
        "Perjanjian kerja sama dan keputusan tim yang menyebut setiap pihak dan perannya.",
        "Foto bersama tanpa keterangan siapa yang terlibat.",
    ),
    "SID-08": Guidance(
        "Pelaksana inovasi ditetapkan oleh pejabat yang berwenang.",
        "Keputusan tentang tim pelaksana, bernomor dan ditandatangani.",
        "Susunan tim dalam salindia presentasi.",
    ),
    "SID-09": Guidance(
        "Perangkat daerah lain ikut dalam inovasi.",
        "Keputusan yang menyebut setiap perangkat daerah dan tugasnya.",
        "Surat undangan rapat kepada banyak dinas.",
    ),
    "SID-10": Guidance(
        "Masyarakat diberi tahu tentang inovasi.",
        "Tangkapan layar berita dengan alamat laman, tanggal, dan nama inovasi.",
        "Foto spanduk yang belum dipasang.",
    ),
    "SID-11": Guidance(
        "Ada petunjuk yang dapat diikuti orang lain.",
        "Buku panduan langkah demi langkah, dengan tautan yang terbuka untuk umum.",
        "Brosur promosi satu lembar.",
    ),
    "SID-12": Guidance(
        "Masyarakat mudah mendapat keterangan tentang layanan.",
        "Satu tangkapan layar untuk setiap cara: telepon, pesan, laman, media sosial.",
        "Satu gambar gabungan yang tidak terbaca.",
    ),
    "SID-13": Guidance(
        "Waktu yang diperlukan sampai hasil inovasi diterima.",
        "Prosedur yang disahkan, dengan lama setiap langkah dalam hari kalender.",
        "Janji layanan di spanduk tanpa prosedur.",
    ),
    "SID-14": Guidance(
        "Pengaduan tentang layanan diselesaikan.",
        "Rekapitulasi dua tahun: masuk, selesai, dan persentasenya, dengan contoh penyelesaian.",
        "Pernyataan bahwa tidak pernah ada pengaduan, tanpa saluran untuk mengadu.",
    ),
    "SID-15": Guidance(
        "Layanan tersambung dengan layanan lain.",
        "Tangkapan layar yang memperlihatkan data berpindah antara dua layanan.",
        "Dua aplikasi yang masing-masing berdiri sendiri.",
    ),
    "SID-16": Guidance(
        "Daerah lain memakai inovasi ini.",
        "Surat pernyataan daerah lain, bernomor, dengan nama inovasi dan sejak kapan dipakai.",
        "Daftar tamu kunjungan belajar.",
    ),
    "SID-17": Guidance(
        "Lama dari gagasan sampai inovasi berjalan.",
        "Laporan dengan tanggal setiap tahap, dari gagasan sampai penerapan pertama.",
        "Proposal tanpa tanggal penerapan.",
    ),
    "SID-18": Guidance(
        "Manfaat diukur dengan satu basis yang dipilih.",
        "Data sebelum dan sesudah dari sumber yang sama, dengan cara menghitungnya.",
        "Kalimat bahwa masyarakat sangat terbantu, tanpa angka.",
    ),
    "SID-19": Guidance(
        "Hasil inovasi dipantau dan dinilai.",
        "Laporan dengan cara, tanggal, responden, hasil, dan tindak lanjutnya.",
        "Formulir survei yang belum diisi.",
    ),
    "SID-20": Guidance(
        "Video menceritakan inovasi menurut substansi yang diminta.",
        "Video di bawah lima menit yang menyebut setiap substansi; tandai detiknya di Pragola.",
        "Rekaman acara peluncuran tanpa penjelasan masalah dan hasil.",
    ),
}
