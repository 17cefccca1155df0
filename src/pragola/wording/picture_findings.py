"""Sentences for what inspection finds in pictures."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "picture_hides_file": Sentence(
        id=(
            "Di dalam berkas gambar ini ada berkas lain ({format}). Simpan gambarnya saja sebagai "
            "JPG atau PNG baru, lalu unggah lagi."
        ),
        en=(
            "Another file ({format}) is hidden in this picture. Save the picture alone as a new "
            "JPG or PNG and upload that."
        ),
    ),
    "picture_blank": Sentence(
        id="Gambar ini kosong: hampir seluruhnya satu warna. Kirim gambar yang benar.",
        en="This picture is blank: nearly all of it is one colour. Send the right one.",
    ),
    "picture_clear": Sentence(
        id="Gambar terbuka dan cukup jelas, {width} × {height} titik.",
        en="The picture opens and is clear enough, {width} × {height} points.",
    ),
    "picture_small": Sentence(
        id=(
            "Gambar ini hanya {width} × {height} titik; wajah dan tulisan sulit dikenali. Kirim "
            "aslinya dari kamera, dengan sisi pendek {least} titik atau lebih."
        ),
        en=(
            "This picture has only {width} × {height} points, too few for faces and letters. Send "
            "the original of the camera, its shorter side {least} points or more."
        ),
    ),
    "picture_blurred": Sentence(
        id=(
            "Gambar ini kabur (ketajaman {sharpness}, sebaiknya {least} atau lebih). Pilih foto "
            "yang tajam."
        ),
        en=(
            "This picture is blurred (sharpness {sharpness}, better {least} or more). Choose a "
            "sharp one."
        ),
    ),
    "picture_dark": Sentence(
        id="Gambar ini terlalu gelap; isinya hampir tidak tampak. Terangkan atau pilih foto lain.",
        en="This picture is too dark to show much. Brighten it or choose another one.",
    ),
    "picture_bright": Sentence(
        id="Gambar ini terlalu terang: {percent} persen bidangnya putih. Pilih foto lain.",
        en="This picture is overexposed: {percent} percent of it is white. Choose another one.",
    ),
    "picture_is_screenshot": Sentence(
        id=(
            "Tampaknya tangkapan layar atau gambar buatan komputer: {flat} persen bidangnya satu "
            "warna rata, format {format}, tanpa data kamera."
        ),
        en=(
            "It seems to be a screenshot or drawn by a computer: {flat} percent of it is flat "
            "colour, the format is {format}, and no camera is named."
        ),
    ),
    "picture_should_be_photo": Sentence(
        id=(
            "Yang diminta foto, tetapi ini tampaknya tangkapan layar atau gambar buatan komputer: "
            "{flat} persen bidangnya satu warna rata, format {format}, tanpa data kamera. Unggah "
            "foto aslinya."
        ),
        en=(
            "A photograph is asked for, but this seems to be a screenshot or drawn by a computer: "
            "{flat} percent of it is flat colour, the format is {format}, and no camera is named. "
            "Upload the original photograph."
        ),
    ),
    "picture_of_camera": Sentence(
        id="Foto dari kamera {camera}.", en="A photograph taken with {camera}."
    ),
    "picture_is_photo": Sentence(
        id="Tampaknya foto: hanya {flat} persen bidangnya satu warna rata. Data kamera tidak ada.",
        en="It seems to be a photograph: {flat} percent of it is flat colour. No camera is named.",
    ),
    "picture_dated": Sentence(
        id="Menurut kamera, foto ini diambil {date}.",
        en="By the camera, this photograph was taken on {date}.",
    ),
    "picture_date_outside": Sentence(
        id=(
            "Menurut kamera, foto ini diambil {date}, di luar tahun yang diminta ({years}). "
            "Periksa apakah fotonya benar, atau jam kameranya yang salah."
        ),
        en=(
            "By the camera, this photograph was taken on {date}, outside the years asked for "
            "({years}). See whether it is the right one, or the clock of the camera was wrong."
        ),
    ),
    "picture_placed": Sentence(
        id="Foto ini memuat tempat pengambilan: {place}. Untuk umum, data ini dihapus.",
        en="The photograph tells where it was taken: {place}. The public does not see this.",
    ),
    "picture_names_innovation": Sentence(
        id="Nama “{name}” terbaca di gambar ini.",
        en="The name “{name}” can be read in this picture.",
    ),
    "picture_not_read_in_time": Sentence(
        id=(
            "Tulisan di gambar ini belum terbaca karena pelayan sedang sibuk; itu bukan salah "
            "berkasnya. Mintalah diperiksa lagi nanti, atau lihat sendiri."
        ),
        en=(
            "The text in this picture was not read because the server is busy; the file is not to "
            "blame. Have it inspected again later, or look at it yourself."
        ),
    ),
    "picture_without_name": Sentence(
        id=(
            "Yang diminta foto dengan spanduk inovasi, tetapi nama “{name}” tidak terbaca di sini. "
            "Lihat sendiri; bila memang tidak ada, pilih foto yang spanduknya tampak."
        ),
        en=(
            "A photograph with the innovation's banner is asked for, but “{name}” could not be "
            "read here. Look yourself; if it is not there, choose one that shows the banner."
        ),
    ),
}
