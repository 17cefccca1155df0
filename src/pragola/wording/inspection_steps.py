"""Sentences for what inspection is doing right now."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "reading_page": Sentence(
        id="Membaca halaman {number} dari {total}", en="Reading page {number} of {total}"
    ),
    "checking_signatures": Sentence(
        id="Memeriksa tanda tangan elektronik", en="Checking electronic signatures"
    ),
    "looking_at_picture": Sentence(id="Melihat gambar", en="Looking at the picture"),
    "watching_video": Sentence(
        id="Menonton video: detik {number} dari {total}",
        en="Watching the video: second {number} of {total}",
    ),
    "looking_closer": Sentence(
        id="Melihat lebih teliti: detik {number} dari {total}",
        en="Looking closer: second {number} of {total}",
    ),
}
