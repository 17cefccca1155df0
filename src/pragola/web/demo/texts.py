"""Invented texts, another one for each innovation, so that only those are alike that shall be."""

from random import Random

_WHO = (
    "petugas loket",
    "kader desa",
    "bidan wilayah",
    "tim kecamatan",
    "warga sekitar",
    "pengelola data",
    "relawan muda",
    "guru pendamping",
    "perawat jaga",
    "penyuluh lapangan",
    "pengurus posyandu",
    "operator layanan",
    "kepala dusun",
    "pelaku usaha kecil",
)
_DOES = (
    "mencatat setiap kunjungan",
    "mengantar obat ke rumah",
    "membuka loket keliling",
    "menghubungi keluarga lewat pesan",
    "memeriksa antrean pagi",
    "menyusun jadwal mingguan",
    "mengunggah formulir singkat",
    "menimbang balita di balai",
    "membagikan kartu kendali",
    "menyalin data ke aplikasi",
    "mendampingi pemohon baru",
    "menjawab aduan hari itu juga",
    "memetakan rumah berisiko",
    "melatih sebaya mereka",
)
_WHERE = (
    "di balai desa",
    "di ruang tunggu",
    "di pasar pagi",
    "di sekolah dasar",
    "di tepi tambak",
    "di kantor kecamatan",
    "di pos terpadu",
    "di terminal lama",
    "di masjid agung",
    "di lapangan",
    "di rumah warga",
    "di pelabuhan kecil",
    "di kebun tebu",
    "di jalan poros",
)
_WHEN = (
    "setiap Senin",
    "dua kali sebulan",
    "sesudah panen",
    "sebelum jam buka",
    "pada musim hujan",
    "selama tiga bulan",
    "tiap akhir pekan",
    "menjelang lebaran",
    "sejak awal tahun",
    "pada hari pasaran",
    "di sela rapat",
    "sepulang sekolah",
    "saat air pasang",
    "tiap tanggal muda",
)
_SO_THAT = (
    "agar antrean berkurang",
    "supaya biaya turun",
    "hingga berkas lengkap",
    "agar ibu hamil tenang",
    "supaya data cocok",
    "hingga aduan selesai",
    "agar anak kembali sekolah",
    "supaya tagihan jelas",
    "hingga stok terjaga",
    "agar lansia terlayani",
    "supaya jarak dekat",
    "hingga izin terbit",
)
_INVENTED = "Uraian ini rekaan untuk peragaan."


def invented_text(about: str, words: int) -> str:
    """An invented text of so many words; the same for the same subject, another for another."""
    chance = Random(about)
    told = _INVENTED.split()
    while len(told) < words:
        parts = [chance.choice(each) for each in (_WHO, _DOES, _WHERE, _WHEN, _SO_THAT)]
        chance.shuffle(parts)
        told += f"{' '.join(parts).capitalize()}.".split()
    return " ".join(told[:words])
