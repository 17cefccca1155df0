"""Sentences for what inspection finds in videos and in links to them."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "video_without_picture": Sentence(
        id="Berkas video ini tidak berisi gambar. Kirim ulang videonya.",
        en="This video file holds no picture. Send the video again.",
    ),
    "video_damaged": Sentence(
        id="Video ini rusak dan tidak dapat diputar. Simpan ulang, lalu unggah lagi.",
        en="This video is damaged and cannot be played. Save it again and upload that.",
    ),
    "video_too_heavy": Sentence(
        id="Video ini {megabytes} MB; paling besar {most} MB. Perkecil, lalu unggah lagi.",
        en="This video has {megabytes} MB; at most {most} MB are taken. Make it smaller.",
    ),
    "video_cut_off": Sentence(
        id=(
            "Video ini terpotong: seharusnya {told} detik, isinya hanya sampai detik {found}. "
            "Unggah ulang dari berkas aslinya."
        ),
        en=(
            "This video is cut off: it should have {told} seconds and ends or breaks by second "
            "{found}. Upload the original again."
        ),
    ),
    "video_broken": Sentence(
        id=(
            "Sebagian isi video ini rusak; terbaca sampai detik {found}. Putar sampai selesai; "
            "bila tersendat, unggah ulang dari berkas aslinya."
        ),
        en=(
            "Part of this video is broken; it was read up to second {found}. Play it to the end, "
            "and upload the original again if it stutters."
        ),
    ),
    "video_length_told_wrong": Sentence(
        id=(
            "Berkas menyebut panjang {told} detik, padahal isinya {found} detik. Ekspor ulang dari "
            "aplikasi penyunting agar pemutar tidak keliru."
        ),
        en=(
            "The file says it has {told} seconds, but {found} are in it. Export it again from your "
            "editor, so that players are not misled."
        ),
    ),
    "video_not_for_browsers": Sentence(
        id=(
            "Banyak peramban tidak dapat memutar video ini ({codec}). Ekspor ulang sebagai MP4 "
            "H.264."
        ),
        en="Many browsers cannot play this video ({codec}). Export it again as MP4 with H.264.",
    ),
    "video_sound_not_for_browsers": Sentence(
        id=(
            "Suara video ini ({codec}) tidak terdengar di banyak peramban. Ekspor ulang dengan "
            "suara AAC."
        ),
        en="Many browsers cannot play its sound ({codec}). Export it again with AAC sound.",
    ),
    "video_plays": Sentence(
        id="Video terbuka dan dapat diputar di peramban ({codec}).",
        en="The video opens and plays in browsers ({codec}).",
    ),
    "video_too_long": Sentence(
        id="Panjang video {length} (menit:detik); paling lama {minutes} menit. Potong, lalu unggah "
        "lagi.",
        en="The video is {length} long (minutes:seconds); at most {minutes} minutes are taken. "
        "Shorten it.",
    ),
    "video_length_fits": Sentence(
        id="Panjang video {length} (menit:detik), tidak melewati {minutes} menit.",
        en="The video is {length} long (minutes:seconds), within {minutes} minutes.",
    ),
    "video_not_looked_at": Sentence(
        id=(
            "Gambar video ini ({width}×{height}) tidak dapat diperiksa otomatis. Putar sendiri "
            "sampai selesai; bila tidak bisa, ekspor ulang sebagai MP4 H.264."
        ),
        en=(
            "The picture of this video ({width}×{height}) could not be inspected. Play it to the "
            "end; if that fails, export it again as MP4 with H.264."
        ),
    ),
    "video_too_small": Sentence(
        id=(
            "Gambarnya hanya {width}×{height}; tulisan sulit dibaca bila sisi pendeknya di bawah "
            "{least}. Ekspor ulang lebih besar, misalnya 1280×720."
        ),
        en=(
            "The picture has only {width}×{height}; text is hard to read when its short side is "
            "under {least}. Export it larger, such as 1280×720."
        ),
    ),
    "video_large_enough": Sentence(
        id="Ukuran gambar {width}×{height}, cukup untuk dibaca.",
        en="The picture has {width}×{height}, enough to be read.",
    ),
    "video_without_sound": Sentence(
        id="Video ini tidak bersuara. Bila seharusnya ada penjelasan lisan, ekspor ulang.",
        en="This video has no sound. If somebody should be heard, export it again.",
    ),
    "video_sound_not_heard": Sentence(
        id="Suara video ini tidak dapat dibaca. Putar dan dengarkan sendiri sebelum diajukan.",
        en="The sound of this video cannot be read. Play it and listen before you submit.",
    ),
    "video_silent": Sentence(
        id=(
            "Video ini bersuara, tetapi hening dari awal sampai akhir (paling keras {decibels} "
            "dB). Periksa mikrofon atau setelan bisu, lalu ekspor ulang."
        ),
        en=(
            "There is sound, but it is silent from start to end (at most {decibels} dB). Check the "
            "microphone or whether it was muted, and export it again."
        ),
    ),
    "video_with_sound": Sentence(
        id="Suara terdengar ({decibels} dB).",
        en="Sound can be heard ({decibels} dB).",
    ),
    "video_black_throughout": Sentence(
        id="Gambar video ini hitam dari awal sampai akhir. Periksa aslinya, lalu ekspor ulang.",
        en="The picture is black from start to end. Play the original and export it again.",
    ),
    "video_black": Sentence(
        id="Mulai di sini gambar hitam selama {seconds} detik. Potong bila tidak sengaja.",
        en="From here the picture is black for {seconds} seconds. Cut this out if it is not meant.",
    ),
    "video_still": Sentence(
        id=(
            "Gambar video ini tidak bergerak sama sekali. Bila seharusnya bergerak, ekspor ulang; "
            "satu gambar bersuara sulit menjelaskan inovasi."
        ),
        en=(
            "Nothing moves in this video. If it should, export it again; one picture with sound "
            "hardly explains an innovation."
        ),
    ),
    "video_frozen": Sentence(
        id=(
            "Mulai di sini gambar tidak bergerak selama {seconds} detik. Periksa apakah video "
            "macet di bagian ini."
        ),
        en="From here nothing moves for {seconds} seconds. Check whether the video is stuck here.",
    ),
    "rendition_failed": Sentence(
        id=(
            "Versi ringan video ini tidak dapat dibuat; aslinya tetap tersimpan. Coba ekspor ulang "
            "sebagai MP4 H.264, lalu unggah."
        ),
        en=(
            "No light version of this video could be made; the original is kept. Export it again "
            "as MP4 with H.264 and upload that."
        ),
    ),
    "rendition_took_too_long": Sentence(
        id="Membuat versi ringan video ini terlalu lama dan dihentikan; aslinya tetap tersimpan.",
        en="Making a light version took too long and was stopped; the original is kept.",
    ),
    "speech_not_set_up": Sentence(
        id=(
            "Ucapan dalam video belum dapat ditulis: tidak ada model yang ditunjuk. Pakai --model, "
            "atau isi PRAGOLA_SPEECH_MODEL dengan folder modelnya."
        ),
        en=(
            "What is said cannot be written down: no model is named. Use --model, or let "
            "PRAGOLA_SPEECH_MODEL name its folder."
        ),
    ),
    "speech_model_missing": Sentence(
        id="Di {found} tidak ada model: berkas model.bin tidak ditemukan. Periksa foldernya.",
        en="There is no model in {found}: model.bin was not found. Check the folder.",
    ),
    "speech_package_missing": Sentence(
        id="Paket untuk menulis ucapan belum dipasang. Jalankan pip install 'pragola[speech]'.",
        en="The package that hears speech is not installed. Run pip install 'pragola[speech]'.",
    ),
    "speech_took_too_long": Sentence(
        id="Menulis ucapan video ini terlalu lama dan dihentikan. Pakai model yang lebih kecil.",
        en="Writing down what is said took too long and was stopped. Use a smaller model.",
    ),
    "speech_not_heard": Sentence(
        id="Ucapan video ini tidak dapat ditulis: video atau modelnya tidak terbaca.",
        en="What is said could not be written down: the video or the model cannot be read.",
    ),
    "video_link_malformed": Sentence(
        id="Ini bukan alamat tautan yang utuh. Salin lagi dari tombol Bagikan, mulai dari https.",
        en="This is no whole address. Copy it again from the share button, from https on.",
    ),
    "video_link_elsewhere": Sentence(
        id=(
            "Tautan ini menuju {service}, sedangkan yang diminta {wanted}. Unggah videonya di sana "
            "dan tempel tautannya."
        ),
        en=(
            "This link leads to {service}, but {wanted} is asked for. Put the video there and "
            "paste that link."
        ),
    ),
    "video_link_form_fits": Sentence(
        id="Tautan ini berbentuk alamat satu video di {service}.",
        en="This link has the form of one video at {service}.",
    ),
    "video_link_not_inspected": Sentence(
        id=(
            "Isinya tidak diperiksa karena video di {service} tidak diunduh. Tonton sendiri sampai "
            "selesai, dan pastikan tidak disetel pribadi."
        ),
        en=(
            "It is not inspected, because nothing is fetched from {service}. Watch it to the end, "
            "and make sure that it is not private."
        ),
    ),
    "video_link_not_inspected_at_drive": Sentence(
        id=(
            "Isinya tidak diperiksa karena berkas di {service} tidak diunduh. Pastikan aksesnya "
            "“Siapa saja yang memiliki link”; coba buka tanpa masuk akun."
        ),
        en=(
            "It is not inspected, because nothing is fetched from {service}. Make sure that "
            "“Anyone with the link” may open it; try without signing in."
        ),
    ),
    "video_link_playlist": Sentence(
        id="Tautan ini menuju daftar putar. Buka videonya, lalu salin tautan video itu saja.",
        en="This link leads to a playlist. Open the video and copy the link of that alone.",
    ),
    "video_link_channel": Sentence(
        id="Tautan ini menuju kanal, bukan satu video. Buka videonya, lalu salin tautannya.",
        en="This link leads to a channel, not to one video. Open the video and copy its link.",
    ),
    "video_link_search": Sentence(
        id="Tautan ini menuju hasil pencarian. Buka videonya, lalu salin tautannya.",
        en="This link leads to search results. Open the video and copy its link.",
    ),
    "video_link_folder": Sentence(
        id="Tautan ini menuju folder. Buka berkas videonya, lalu salin tautan berkas itu saja.",
        en="This link leads to a folder. Open the video and copy the link of that file alone.",
    ),
    "video_link_private": Sentence(
        id="Halaman ini hanya terbuka bagi pemilik akun. Salin tautan dari tombol Bagikan.",
        en="Only the owner can open this page. Copy the link from the share button.",
    ),
    "video_link_cut_off": Sentence(
        id="Alamat videonya tidak utuh; mungkin terpotong saat disalin. Salin lagi tautannya.",
        en="The address of the video is not whole; it may have been cut off. Copy it again.",
    ),
    "video_link_no_video": Sentence(
        id="Tautan ini tidak menuju satu video di {service}. Buka videonya, lalu salin tautannya.",
        en="This link leads to no single video at {service}. Open the video and copy its link.",
    ),
}
