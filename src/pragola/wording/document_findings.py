"""Sentences for what inspection finds in any file and in documents."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "inspection_took_too_long": Sentence(
        id=(
            "Pemeriksaan berkas ini terlalu lama dan dihentikan: berkasnya berat, atau pelayan "
            "sedang sibuk. Lihat sendiri isinya, atau mintalah diperiksa lagi nanti."
        ),
        en=(
            "Inspecting this file took too long and was stopped: it is heavy, or the server is "
            "busy. Look at it yourself, or have it inspected again later."
        ),
    ),
    "inspection_gave_up": Sentence(
        id=(
            "Berkas ini tidak dapat diperiksa otomatis; mungkin rusak. Coba buka, simpan ulang, "
            "lalu unggah lagi."
        ),
        en=(
            "This file could not be inspected; it may be damaged. Try to open it, save it again "
            "and upload the new copy."
        ),
    ),
    "format_unknown": Sentence(
        id="Isi berkas ini bukan PDF, foto, atau video yang dikenal. Kirim dalam format lain.",
        en="The content is no known PDF, picture or video. Send it in another format.",
    ),
    "format_not_inspected": Sentence(
        id="Isi {format} tidak diperiksa otomatis. Lihat sendiri sebelum diajukan.",
        en="The content of a {format} is not inspected. Look at it before you submit.",
    ),
    "format_not_asked": Sentence(
        id="Berkas ini {format}, sedangkan {part} meminta {wanted}. Unggah dalam format itu.",
        en="This file is {format}, but {part} asks for {wanted}. Upload it in that format.",
    ),
    "document_encrypted": Sentence(
        id="PDF ini terkunci kata sandi, jadi penilai tidak dapat membukanya. Bukalah, cetak "
        "menjadi PDF baru tanpa kata sandi, lalu ganti dengan versi baru itu.",
        en="This PDF is locked by a password, so nobody can judge it. Open it, print it into a new "
        "PDF without a password, then replace it by that version.",
    ),
    "document_damaged": Sentence(
        id="PDF ini rusak dan tidak dapat dibuka. Simpan atau pindai ulang, lalu unggah lagi.",
        en="This PDF is damaged and does not open. Save or scan it again and upload that.",
    ),
    "document_empty": Sentence(
        id="PDF ini tidak mempunyai halaman. Unggah berkas yang lengkap.",
        en="This PDF has no pages. Upload the whole file.",
    ),
    "document_cut_off": Sentence(
        id=(
            "Bagian akhir PDF ini hilang; halaman terakhir mungkin ikut hilang. Unggah ulang dari "
            "berkas aslinya."
        ),
        en="The end of this PDF is missing, maybe pages with it. Upload the original again.",
    ),
    "document_long": Sentence(
        id=(
            "Dokumen ini {pages} halaman; {inspected} yang pertama diperiksa. Lebih baik unggah "
            "halaman yang diminta saja."
        ),
        en="This document has {pages} pages; the first {inspected} were inspected.",
    ),
    "document_blank": Sentence(
        id="Semua halaman kosong. Periksa berkas aslinya, lalu pindai ulang.",
        en="All pages are blank. Check the original and scan it again.",
    ),
    "document_unreadable": Sentence(
        id=(
            "Tulisan di dokumen ini tidak terbaca. Pindai ulang dengan 200 dpi atau lebih, lurus "
            "dan terang."
        ),
        en="The text cannot be read. Scan it again at 200 dpi or more, straight and bright.",
    ),
    "document_readable": Sentence(
        id="Dokumen terbuka dan terbaca, {pages} halaman.",
        en="The document opens and can be read, {pages} pages.",
    ),
    "page_damaged": Sentence(
        id="Halaman ini rusak. Simpan atau pindai ulang dokumennya.",
        en="This page is damaged. Save or scan the document again.",
    ),
    "page_blank": Sentence(
        id="Halaman ini kosong. Hapus bila tidak perlu, atau pindai ulang.",
        en="This page is blank. Remove it if it is not needed, or scan it again.",
    ),
    "page_turned": Sentence(
        id="Halaman ini rebah {degrees} derajat. Putar agar tegak sebelum diunggah.",
        en="This page is turned by {degrees} degrees. Turn it upright before you upload it.",
    ),
    "page_unreadable": Sentence(
        id=(
            "Hampir tidak ada tulisan yang terbaca di halaman ini ({words} kata). Bila seharusnya "
            "ada, pindai ulang."
        ),
        en="Hardly any text can be read here ({words} words). If there should be, scan it again.",
    ),
    "page_hard_to_read": Sentence(
        id="Tulisan di halaman ini sulit dibaca (keyakinan {confidence} dari 100). Pindai ulang.",
        en="The text here is hard to read (confidence {confidence} of 100). Scan it again.",
    ),
    "page_not_read": Sentence(
        id=(
            "Halaman ini gambar dan tulisannya tidak dibaca: pembaca tulisan tidak terpasang, atau "
            "terlalu lama. Lihat sendiri isinya."
        ),
        en=(
            "This page is a picture and was not read: no text reader is installed here, or it took "
            "too long. Look at it yourself."
        ),
    ),
    "page_not_read_in_time": Sentence(
        id=(
            "Tulisan di halaman ini belum terbaca karena pelayan sedang sibuk; itu bukan salah "
            "berkasnya. Mintalah diperiksa lagi nanti, atau lihat sendiri isinya."
        ),
        en=(
            "The text of this page was not read because the server is busy; the file is not to "
            "blame. Have it inspected again later, or look at it yourself."
        ),
    ),
    "scan_faint": Sentence(
        id="Tulisannya terlalu pucat. Pindai ulang dengan kontras lebih tinggi.",
        en="The text is too faint. Scan it again with more contrast.",
    ),
    "scan_blurred": Sentence(
        id="Gambarnya kabur. Pindai ulang, atau foto ulang tanpa goyang dan fokus.",
        en="The picture is blurred. Scan it again, or take a sharp photo.",
    ),
    "scan_coarse": Sentence(
        id="Resolusinya hanya {dpi} titik per inci. Pindai ulang dengan 200 dpi atau lebih.",
        en="It has only {dpi} dots per inch. Scan it again at 200 dpi or more.",
    ),
    "picture_too_large": Sentence(
        id="Gambar ini terlalu besar untuk dibuka dengan aman. Perkecil, lalu unggah lagi.",
        en="This picture is too large to be opened safely. Make it smaller.",
    ),
    "picture_damaged": Sentence(
        id="Gambar ini rusak dan tidak dapat dibuka utuh. Kirim ulang dari aslinya.",
        en="This picture is damaged. Send the original again.",
    ),
}
