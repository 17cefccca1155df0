"""The checks of inspection in words: what each is called, what it looks at, what it measured."""

from pragola.wording.languages import Language, Sentence

NAMES: dict[str, Sentence] = {
    "confinement": Sentence(id="Batas pemeriksaan", en="Limits of inspection"),
    "format": Sentence(id="Jenis berkas", en="Kind of file"),
    "document_state": Sentence(id="Keadaan dokumen", en="State of the document"),
    "pages": Sentence(id="Halaman", en="Pages"),
    "scan_quality": Sentence(id="Mutu pindaian", en="Quality of scans"),
    "signatures": Sentence(id="Tanda tangan elektronik", en="Electronic signatures"),
    "counts": Sentence(id="Hitungan", en="Counts"),
    "codes": Sentence(id="Kode QR", en="QR codes"),
    "document_kind": Sentence(id="Jenis surat", en="Kind of paper"),
    "document_letter": Sentence(id="Data surat", en="Data of the letter"),
    "document_level": Sentence(id="Surat dan level", en="Paper and level"),
    "document_date": Sentence(id="Tanggal surat", en="Day of the paper"),
    "document_name": Sentence(id="Nama inovasi dalam surat", en="Innovation's name in the paper"),
    "picture_state": Sentence(id="Keadaan gambar", en="State of the picture"),
    "picture_quality": Sentence(id="Mutu gambar", en="Quality of pictures"),
    "picture_origin": Sentence(id="Foto atau tangkapan layar", en="Photograph or screenshot"),
    "picture_metadata": Sentence(id="Waktu dan tempat foto", en="Day and place of a photo"),
    "picture_text": Sentence(id="Tulisan dalam gambar", en="Text in pictures"),
    "likeness": Sentence(id="Kemiripan", en="Likeness"),
    "video_state": Sentence(id="Keadaan video", en="State of the video"),
    "video_length": Sentence(id="Lama video", en="Length of the video"),
    "video_picture": Sentence(id="Gambar video", en="Picture of the video"),
    "video_sound": Sentence(id="Suara video", en="Sound of the video"),
    "video_stretches": Sentence(id="Bagian gelap atau diam", en="Black or frozen stretches"),
    "video_link": Sentence(id="Tautan video", en="Link to a video"),
}
"""What people call a check, by its name in the table of checks."""

LOOKS_AT: dict[str, Sentence] = {
    "confinement": Sentence(
        id="Apakah pemeriksaan selesai dalam batas waktu dan memorinya.",
        en="Whether inspection ends within its limits of time and memory.",
    ),
    "format": Sentence(
        id="Apa isi berkasnya, dan apakah pedoman menerimanya sebagai bukti bagian itu.",
        en="What the content is, and whether the edition takes it as proof of the part.",
    ),
    "document_state": Sentence(
        id="Apakah PDF terbuka tanpa kata sandi, utuh, berhalaman, dan terbaca.",
        en="Whether a PDF opens without a password, is whole, has pages, and can be read.",
    ),
    "pages": Sentence(
        id="Halaman demi halaman: kosong, rebah, rusak, atau tulisannya tidak terbaca.",
        en="Page by page: blank, turned, damaged, or without text that can be read.",
    ),
    "scan_quality": Sentence(
        id="Kontras, ketajaman, dan resolusi halaman yang tulisannya sulit dibaca.",
        en="Contrast, sharpness and resolution of pages whose text could not be read well.",
    ),
    "signatures": Sentence(
        id="Apakah isi dokumen masih seperti saat ditandatangani, dan siapa penanda tangannya.",
        en="Whether the content is as it was signed, and who signed.",
    ),
    "counts": Sentence(
        id="Hitungan yang menentukan level: orang, perangkat daerah, hari, persen; hanya saran.",
        en="The count a level depends on: people, agencies, days, percent; a suggestion.",
    ),
    "codes": Sentence(
        id="Isi kode QR; yang ditunjuknya tidak dibuka, dan kode QR bukan tanda tangan.",
        en="What QR codes say; nothing is fetched, and a code is no signature.",
    ),
    "document_kind": Sentence(
        id="Surat apa ini, menurut tabel ciri yang dapat dibaca.",
        en="What a paper is, by the documented table of features.",
    ),
    "document_letter": Sentence(
        id="Nomor, tanggal, perihal, dan jabatan penanda tangan, masing-masing dengan halamannya.",
        en="Number, day, subject and the office that signed, each with its page.",
    ),
    "document_level": Sentence(
        id="Apakah jenis surat diminta pedoman dan membawa level yang diklaim.",
        en="Whether the kind of a paper is asked for and carries the claimed level.",
    ),
    "document_date": Sentence(
        id="Apakah tanggal surat, atau tahun yang diaturnya, dalam rentang bagi jenisnya.",
        en="Whether a paper's day, or the year it is for, lies in the window of its kind.",
    ),
    "document_name": Sentence(
        id="Apakah nama inovasi atau singkatannya ada di dalam surat, dan di halaman berapa.",
        en="Whether the innovation's name or abbreviation stands in a paper, on which page.",
    ),
    "picture_state": Sentence(
        id="Apakah gambar terbuka utuh dan tidak memuat berkas lain.",
        en="Whether a picture opens whole, and holds no other file.",
    ),
    "picture_quality": Sentence(
        id="Apakah gambar menunjukkan sesuatu; ukuran, ketajaman, dan terangnya.",
        en="Whether a picture shows anything; its size, sharpness and light.",
    ),
    "picture_origin": Sentence(
        id="Foto atau tangkapan layar: dari kamera, bidang warna rata, ukuran layar, dan format.",
        en="Photograph or screenshot, by camera, flat colour, size of a screen and format.",
    ),
    "picture_metadata": Sentence(
        id="Hari dan tempat yang dicatat kamera, dan apakah harinya dalam rentang yang diminta.",
        en="Day and place that the camera wrote, and the day against the printed window.",
    ),
    "picture_text": Sentence(
        id="Apakah nama inovasi terbaca dalam gambar, misalnya di spanduk.",
        en="Whether the innovation's name can be read in a picture, as on a banner.",
    ),
    "likeness": Sentence(
        id="Apakah bukti hampir sama dengan bukti inovasi lain yang seharusnya berbeda.",
        en="Whether a proof is nearly that of another innovation where it should differ.",
    ),
    "video_state": Sentence(
        id="Apakah video terbuka, utuh, menyebut lamanya dengan benar, dan dapat diputar.",
        en="Whether a video opens, is whole, tells its true length, and plays in browsers.",
    ),
    "video_length": Sentence(
        id="Lama video yang sebenarnya dibanding batas dalam pedoman.",
        en="The true length of a video against the most minutes of the edition.",
    ),
    "video_picture": Sentence(
        id="Apakah gambar video cukup besar sehingga tulisannya terbaca.",
        en="Whether the picture of a video is large enough to read what is written in it.",
    ),
    "video_sound": Sentence(
        id="Apakah video bersuara, dan detik paling kerasnya lebih dari sunyi.",
        en="Whether a video has sound, and its loudest second is more than silence.",
    ),
    "video_stretches": Sentence(
        id="Bagian video yang gelap, atau yang tidak bergerak sama sekali.",
        en="Stretches of a video that are black, or in which nothing moves.",
    ),
    "video_link": Sentence(
        id="Apakah alamatnya berbentuk alamat satu video; isinya tidak dibuka.",
        en="Whether an address has the form of one video; nothing is fetched.",
    ),
}
"""What a check looks at, by its name."""

STRENGTHS: dict[str, Sentence] = {
    "blocks": Sentence(
        id="Paling berat: berkas tidak dapat dinilai",
        en="At most: the file cannot be judged",
    ),
    "doubtful": Sentence(
        id="Paling berat: diragukan, orang yang memutuskan",
        en="At most: doubtful, people decide",
    ),
    "good": Sentence(id="Hanya hal baik", en="Only what is good"),
    "info": Sentence(id="Hanya keterangan", en="Only what is worth knowing"),
}
"""How strongly a check may speak, by the strongest severity of its findings."""

MEASURES: dict[str, Sentence] = {
    "camera": Sentence(id="Kamera", en="Camera"),
    "claimed": Sentence(id="Level yang diklaim", en="Level claimed"),
    "codec": Sentence(id="Penyandian", en="Codec"),
    "confidence": Sentence(id="Keyakinan pembaca (0–100)", en="Confidence of reading (0–100)"),
    "contrast": Sentence(id="Kontras (0–255)", en="Contrast (0–255)"),
    "count": Sentence(id="Hitungan", en="Count"),
    "date": Sentence(id="Tanggal", en="Date"),
    "day": Sentence(id="Hari", en="Day"),
    "decibels": Sentence(id="Detik paling keras (desibel)", en="Loudest second (decibels)"),
    "degrees": Sentence(id="Derajat putaran", en="Degrees of turning"),
    "dpi": Sentence(id="Titik per inci", en="Dots per inch"),
    "files": Sentence(id="Berkas di dalamnya", en="Files inside"),
    "flat": Sentence(id="Bidang warna rata (persen)", en="Flat colour (percent)"),
    "format": Sentence(id="Format", en="Format"),
    "found": Sentence(id="Ditemukan", en="Found"),
    "heading": Sentence(id="Judul", en="Heading"),
    "height": Sentence(id="Tinggi (titik)", en="Height (points)"),
    "holds": Sentence(id="Memuat", en="Holds"),
    "inspected": Sentence(id="Halaman diperiksa", en="Pages inspected"),
    "issuer": Sentence(id="Penerbit sertifikat", en="Issuer of the certificate"),
    "kind": Sentence(id="Jenis surat", en="Kind of paper"),
    "least": Sentence(id="Paling sedikit", en="At least"),
    "length": Sentence(id="Panjang (menit:detik)", en="Length (minutes:seconds)"),
    "level": Sentence(id="Level menurut pedoman", en="Level by the edition"),
    "light": Sentence(id="Terang (0–255)", en="Light (0–255)"),
    "megabytes": Sentence(id="Megabita", en="Megabytes"),
    "minutes": Sentence(id="Menit", en="Minutes"),
    "missing": Sentence(id="Belum ada", en="Missing"),
    "most": Sentence(id="Paling banyak", en="At most"),
    "name": Sentence(id="Nama", en="Name"),
    "number": Sentence(id="Nomor", en="Number"),
    "office": Sentence(id="Jabatan", en="Office"),
    "organisation": Sentence(id="Lembaga", en="Organisation"),
    "other": Sentence(id="Yang lain", en="The other"),
    "page": Sentence(id="Halaman", en="Page"),
    "pages": Sentence(id="Jumlah halaman", en="Pages"),
    "part": Sentence(id="Bagian", en="Part"),
    "percent": Sentence(id="Persen", en="Percent"),
    "place": Sentence(id="Tempat", en="Place"),
    "seconds": Sentence(id="Detik", en="Seconds"),
    "seen": Sentence(id="Terlihat", en="Seen"),
    "service": Sentence(id="Layanan", en="Service"),
    "sharpness": Sentence(id="Ketajaman (per seribu)", en="Sharpness (per mille)"),
    "signer": Sentence(id="Penanda tangan", en="Signer"),
    "subject": Sentence(id="Perihal", en="Subject"),
    "text": Sentence(id="Tulisan", en="Text"),
    "told": Sentence(id="Tertulis di berkas", en="Told by the file"),
    "total": Sentence(id="Jumlah", en="Total"),
    "value": Sentence(id="Nilai", en="Value"),
    "wanted": Sentence(id="Yang diminta", en="Asked for"),
    "width": Sentence(id="Lebar (titik)", en="Width (points)"),
    "words": Sentence(id="Kata terbaca", en="Words read"),
    "year": Sentence(id="Tahun", en="Year"),
    "years": Sentence(id="Tahun yang diminta", en="Years asked for"),
}
"""What is measured, by the name of the fact."""


def check_name(name: str, language: Language) -> str:
    """What people call a check."""
    return NAMES[name].text(language)


def check_looks_at(name: str, language: Language) -> str:
    """What a check looks at."""
    return LOOKS_AT[name].text(language)


def check_strength(severity: str, language: Language) -> str:
    """How strongly a check may speak, by the strongest severity of its findings."""
    return STRENGTHS[severity].text(language)


def measure_name(fact: str, language: Language) -> str:
    """What a measured value is called; its own name where it has no other."""
    found = MEASURES.get(fact)
    return found.text(language) if found else fact.replace("_", " ").capitalize()
