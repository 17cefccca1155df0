"""Sentences for proofs that are nearly those of another innovation."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "likeness_among_files": Sentence(
        id="Sama {percent} persen dengan “{other}” di antara berkas yang diperiksa ini.",
        en="{percent} percent like “{other}” among the files inspected here.",
    ),
    "likeness_among_files_own": Sentence(
        id=(
            "Sama {percent} persen dengan “{other}” di antara berkas yang diperiksa ini. Bila "
            "keduanya untuk inovasi yang berbeda, siapkan bukti tersendiri bagi tiap inovasi."
        ),
        en=(
            "{percent} percent like “{other}” among the files inspected here. If they are for "
            "different innovations, prepare a proof of its own for each."
        ),
    ),
    "likeness_among_files_photo": Sentence(
        id=(
            "Foto di halaman ini sama {percent} persen dengan foto di “{other}” di antara berkas "
            "yang diperiksa ini. Bila keduanya untuk inovasi yang berbeda, pakai foto kegiatan "
            "masing-masing."
        ),
        en=(
            "The photograph on this page is {percent} percent like one in “{other}” among the "
            "files inspected here. If they are for different innovations, use photographs of "
            "the activity of each."
        ),
    ),
    "likeness_of_innovations": Sentence(
        id=(
            "Uraian inovasi ini sama {percent} persen dengan uraian {other}. Bila keduanya satu "
            "inovasi, laporkan sekali saja; bila berbeda, jelaskan bedanya dalam rancang bangun."
        ),
        en=(
            "This innovation is described {percent} percent like {other}. If the two are one, "
            "report it once; if not, say in the design text what makes it different."
        ),
    ),
    "likeness_of_innovations_abroad": Sentence(
        id=(
            "Uraian inovasi ini sama {percent} persen dengan uraian {other}. Bila direplikasi dari "
            "sana, sebutkan asalnya dan apa yang baru dalam rancang bangun."
        ),
        en=(
            "This innovation is described {percent} percent like {other}. If it was taken over "
            "from there, name its origin and what is new in the design text."
        ),
    ),
    "likeness_shared_photo": Sentence(
        id=(
            "Foto di dalamnya sama {percent} persen dengan foto di bukti {other}. Foto kegiatan "
            "membuktikan satu kegiatan; ganti dengan foto kegiatan inovasi ini, lalu unggah lagi."
        ),
        en=(
            "A photograph in it is {percent} percent like one in a proof of {other}. A photograph "
            "proves one activity; put in one of this innovation's and upload it again."
        ),
    ),
    "likeness_shared_fine": Sentence(
        id="Bukti ini juga dipakai {other} (sama {percent} persen). Untuk jenisnya itu wajar.",
        en="{other} uses this proof too ({percent} percent alike), as is usual for its kind.",
    ),
    "likeness_shared_look": Sentence(
        id=(
            "Bukti ini sama {percent} persen dengan bukti {other}. Satu bukti boleh untuk "
            "keduanya; pastikan inovasi ini disebut di dalamnya."
        ),
        en=(
            "This proof is {percent} percent like one of {other}. It may serve both; make sure "
            "that this innovation is named in it."
        ),
    ),
    "likeness_shared_own": Sentence(
        id=(
            "Bukti ini sama {percent} persen dengan bukti {other}. Untuk jenis ini setiap "
            "inovasi mempunyai buktinya sendiri; unggah bukti milik inovasi ini."
        ),
        en=(
            "This proof is {percent} percent like one of {other}. Each innovation has its own "
            "of this kind; upload the one of this innovation."
        ),
    ),
}
