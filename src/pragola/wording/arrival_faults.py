"""Sentences about files that are being sent: what became of them, and what to do next."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "arrival_kept": Sentence(
        id="{name} tersimpan.",
        en="{name} is saved.",
    ),
    "arrival_renamed": Sentence(
        id="Tersimpan dengan nama {name}, karena akhiran nama {old} tidak sesuai dengan isinya.",
        en="Saved under the name {name}, because the ending of {old} does not fit its content.",
    ),
    "arrival_known": Sentence(
        id="Berkas ini sudah ada di unit Anda ({name}). Yang sudah ada itu dipakai juga di sini; "
        "tidak disimpan dua kali.",
        en="Your unit has this file already ({name}). That one is used here too; nothing is kept "
        "twice.",
    ),
    "arrival_under_way": Sentence(
        id="Belum semuanya sampai. Pilih berkas yang sama untuk melanjutkan.",
        en="Not all of it has come yet. Choose the same file to go on.",
    ),
    "arrival_given_up": Sentence(
        id="Pengiriman berkas ini dihentikan. Pilih berkasnya lagi bila masih diperlukan.",
        en="The sending of this file was given up. Choose the file again if it is still needed.",
    ),
    "arrival_request_bad": Sentence(
        id="Permintaan unggah tidak lengkap ({found}). Muat ulang halamannya, lalu pilih berkasnya "
        "lagi.",
        en="The request to upload is not complete ({found}). Load the page anew, then choose the "
        "file again.",
    ),
    "arrival_none_chosen": Sentence(
        id="Belum ada berkas. Pilih berkas, lalu unggah.",
        en="No file yet. Choose a file, then upload it.",
    ),
    "arrival_part_unknown": Sentence(
        id="Bagian {part} tidak meminta berkas tahun ini. Muat ulang halamannya.",
        en="This year, part {part} asks for no file. Load the page anew.",
    ),
    "arrival_replaces_unknown": Sentence(
        id="Bukti yang hendak diganti bukan milik unit ini. Unggah sebagai bukti baru.",
        en="The evidence to be replaced does not belong to this unit. Upload it as new evidence.",
    ),
    "arrival_empty": Sentence(
        id="Berkas {name} kosong (0 byte). Periksa berkasnya, lalu pilih lagi.",
        en="The file {name} is empty (0 bytes). Check the file, then choose it again.",
    ),
    "arrival_too_large": Sentence(
        id="Berkas {name} besarnya {found_mb} MB; paling besar {megabytes} MB di situs ini. "
        "Perkecil berkasnya (misalnya pindai dengan 150 dpi), atau simpan sebagai tautan.",
        en="The file {name} has {found_mb} MB; this site takes at most {megabytes} MB. Make it "
        "smaller (for example scan it at 150 dpi), or give a link instead.",
    ),
    "arrival_too_large_by_edition": Sentence(
        id="Berkas {name} besarnya {found_mb} MB; pedoman tahun ini membolehkan paling besar "
        "{megabytes} MB. Perkecil videonya, lalu unggah lagi.",
        en="The file {name} has {found_mb} MB; this year's guideline allows at most {megabytes} "
        "MB. Make the video smaller, then upload it again.",
    ),
    "arrival_kind_too_large": Sentence(
        id="Isi {name} ternyata berkas jenis lain, yang batas besarnya lebih kecil. Perkecil "
        "berkasnya, lalu unggah lagi.",
        en="The content of {name} is of another kind, whose limit of size is smaller. Make the "
        "file smaller, then upload it again.",
    ),
    "arrival_quota": Sentence(
        id="Masih ada {number} berkas Anda yang belum selesai diunggah. Selesaikan atau hapus "
        "dulu sebagian, lalu pilih berkas ini lagi.",
        en="{number} files of yours are not completely uploaded yet. Finish or remove some of "
        "them, then choose this file again.",
    ),
    "arrival_disk_full": Sentence(
        id="Tempat penyimpanan di server sedang penuh. Yang sudah sampai tidak hilang. Beri tahu "
        "koordinator, lalu lanjutkan nanti.",
        en="The server's disk is full at the moment. What has come is not lost. Tell the "
        "coordinator, and go on later.",
    ),
    "arrival_busy": Sentence(
        id="Berkas ini sedang dikirim dari jendela lain. Tunggu sebentar; pengiriman dilanjutkan "
        "sendiri.",
        en="This file is being sent from another window. Wait a moment; it goes on by itself.",
    ),
    "arrival_offset_differs": Sentence(
        id="Yang sudah sampai {here} byte, bukan {told}. Pengiriman dilanjutkan dari sana.",
        en="{here} bytes have come, not {told}. The sending goes on from there.",
    ),
    "arrival_longer": Sentence(
        id="Berkas yang dikirim lebih panjang dari yang diberitahukan. Hapus, lalu unggah lagi.",
        en="The file that is being sent is longer than was announced. Remove it, then upload it "
        "again.",
    ),
    "arrival_over": Sentence(
        id="Pengiriman berkas ini sudah berakhir. Muat ulang halamannya untuk melihat hasilnya.",
        en="The sending of this file is over. Load the page anew to see what became of it.",
    ),
    "arrival_digest_differs": Sentence(
        id="Isi {name} berubah di perjalanan, jadi tidak disimpan. Unggah sekali lagi.",
        en="The content of {name} changed on its way, so it was not kept. Upload it once more.",
    ),
    "arrival_type_not_asked": Sentence(
        id="Bagian ini meminta {types}, sedangkan isi {name} berjenis lain. Simpan sebagai salah "
        "satu jenis itu, lalu unggah lagi.",
        en="This part asks for {types}, but the content of {name} is something else. Save it as "
        "one of these, then upload it again.",
    ),
    "arrival_foreign": Sentence(
        id="Isi {name} bukan {types}, apa pun akhiran namanya. Buka berkasnya, simpan sebagai "
        "salah satu jenis itu, lalu unggah lagi.",
        en="The content of {name} is not {types}, whatever the ending of its name. Open the file, "
        "save it as one of these, then upload it again.",
    ),
    "arrival_archive": Sentence(
        id="{name} adalah arsip ZIP; penilai tidak membuka arsip. Keluarkan isinya di perangkat "
        "Anda, lalu unggah berkasnya satu per satu. Bagian ini menerima {types}.",
        en="{name} is a ZIP archive; judges open none. Unpack it on your device, then upload its "
        "files one by one. This part takes {types}.",
    ),
    "arrival_office": Sentence(
        id="{name} adalah dokumen Word, Excel, atau sejenisnya. Buka dokumennya, pilih Simpan "
        "sebagai lalu PDF, dan unggah PDF itu. Bagian ini menerima {types}.",
        en="{name} is a document of Word, Excel or the like. Open it, choose Save as and then PDF, "
        "and upload that PDF. This part takes {types}.",
    ),
    "arrival_heic": Sentence(
        id="{name} adalah foto HEIC, yang tidak dapat dibuka di banyak komputer. Di ponsel, pilih "
        "format foto “Paling kompatibel” atau simpan sebagai JPEG, lalu unggah lagi.",
        en="{name} is a HEIC photo, which many computers cannot open. On the phone, choose the "
        "photo format “Most compatible” or save it as JPEG, then upload it again.",
    ),
    "arrival_disguised": Sentence(
        id="Di dalam {name} tersembunyi berkas jenis lain, jadi tidak disimpan demi keamanan. "
        "Cetak atau pindai ulang menjadi berkas baru, lalu unggah lagi.",
        en="A file of another kind is hidden within {name}, so it is not kept, for safety. Print "
        "or scan it into a new file, then upload it again.",
    ),
    "arrival_macros": Sentence(
        id="{name} berisi makro, jadi tidak disimpan demi keamanan. Simpan tanpa makro atau "
        "sebagai PDF, lalu unggah lagi.",
        en="{name} contains macros, so it is not kept, for safety. Save it without macros or as "
        "PDF, then upload it again.",
    ),
    "arrival_cut_short": Sentence(
        id="{name} rusak atau tidak utuh sejak dari asalnya: bagian akhirnya hilang. Buka "
        "berkasnya di perangkat Anda, simpan ulang, lalu unggah lagi.",
        en="{name} is damaged or was not whole from the start: its end is missing. Open the file "
        "on your device, save it anew, then upload it again.",
    ),
}
