"""Sentences about evidence: what is not taken, and what to do instead."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "part_unknown": Sentence(
        id="Bagian “{found}” tidak ada tahun ini, atau tidak meminta berkas. Muat ulang "
        "halamannya.",
        en="This year has no part “{found}”, or it asks for no file. Load the page anew.",
    ),
    "evidence_of_another_unit": Sentence(
        id="Bukti ini milik {found}. Hanya bukti unit Anda sendiri dan unit induknya dapat "
        "dipakai.",
        en="This evidence belongs to {found}. Only evidence of your own unit and of the units "
        "above it can be used.",
    ),
    "inspection_under_way": Sentence(
        id="{found} sedang menunggu atau sedang diperiksa. Hasilnya segera muncul.",
        en="{found} is waiting or being inspected already. What is found appears soon.",
    ),
    "pages_bad": Sentence(
        id="“{found}” bukan halaman. Tulis misalnya 1-3, 7.",
        en="“{found}” is no range of pages. Write for example 1-3, 7.",
    ),
    "link_bad": Sentence(
        id="“{found}” bukan alamat yang dapat dibuka. Tulis lengkap, misalnya https://contoh.go.id.",
        en="“{found}” is no address that can be opened. Write all of it, for example "
        "https://contoh.go.id.",
    ),
    "pages_past_the_end": Sentence(
        id="Berkas ini hanya {pages} halaman; halaman “{found}” tidak ada.",
        en="This file has only {pages} pages; there is no page “{found}”.",
    ),
    "mark_without_reason": Sentence(
        id="Tulis mengapa pasangan ini tidak masalah, paling sedikit {expected} huruf dan paling "
        "banyak 1.000, supaya yang membacanya kemudian mengerti.",
        en="Say why this pair is no matter, in at least {expected} and at most 1,000 letters, so "
        "that whoever reads it later understands.",
    ),
    "link_never_asked": Sentence(
        id="Belum ditanya: pemeriksaan tautan dimatikan pengelola.",
        en="Not asked: the administrator has switched the checking of links off.",
    ),
    "link_not_asked_yet": Sentence(
        id="Belum ditanya. Tautan diperiksa sendiri dalam beberapa menit.",
        en="Not asked yet. Links are checked by themselves within minutes.",
    ),
    "link_opens": Sentence(
        id="Dapat dibuka (menjawab {status}) pada {at}.",
        en="It opens (it answered {status}) on {at}.",
    ),
    "link_shut": Sentence(
        id="Tertutup untuk umum (menjawab {status}) pada {at}. Buka aksesnya untuk siapa saja "
        "yang memegang tautan.",
        en="Closed to the public (it answered {status}) on {at}. Open it to everyone who has the "
        "link.",
    ),
    "link_gone": Sentence(
        id="Tidak ada di alamat itu (menjawab {status}) pada {at}. Periksa tautannya.",
        en="Not there (it answered {status}) on {at}. Check the link.",
    ),
    "link_troubled": Sentence(
        id="Menjawab {status} pada {at}. Buka sendiri untuk memastikan.",
        en="It answered {status} on {at}. Open it yourself to make sure.",
    ),
    "link_asks_sign_in": Sentence(
        id="Meminta masuk dengan akun, diperiksa {at}. Penilai tidak dapat membukanya: buka "
        "aksesnya untuk siapa saja yang memegang tautan.",
        en="It asks to sign in, checked on {at}. An evaluator cannot open it: open it to everyone "
        "who has the link.",
    ),
    "link_silent": Sentence(
        id="Tidak menjawab, diperiksa {at}. Tautan ini akan ditanya lagi.",
        en="No answer, checked on {at}. The link will be asked again.",
    ),
    "link_unknown_host": Sentence(
        id="Nama situsnya tidak dikenal, diperiksa {at}. Periksa ejaannya.",
        en="The name of the site is not known, checked on {at}. Check its spelling.",
    ),
    "link_untrusted": Sentence(
        id="Sertifikat situsnya tidak sah, diperiksa {at}. Peramban penilai akan menolaknya.",
        en="The certificate of the site is not valid, checked on {at}. An evaluator's browser "
        "will refuse it.",
    ),
    "link_leads_astray": Sentence(
        id="Tidak ditanya: tautan ini menuju jaringan tertutup. Pakai alamat yang terbuka untuk "
        "umum.",
        en="Not asked: this link leads into a closed network. Use an address that is open to "
        "the public.",
    ),
    "link_turns": Sentence(
        id="Terus berpindah alamat, diperiksa {at}. Pakai alamat akhirnya.",
        en="It keeps sending on, checked on {at}. Use the last address.",
    ),
    "evidence_changed_meanwhile": Sentence(
        id="Orang lain sudah mengubah data bukti ini sejak Anda membukanya. Yang tersimpan: "
        "{expected}. Periksa, lalu simpan lagi.",
        en="Somebody else changed this evidence since you opened it. What is saved: {expected}. "
        "Check it, then save again.",
    ),
    "evidence_being_judged": Sentence(
        id="“{found}” yang memakai bukti ini sedang dinilai. Yang masih kosong dapat diisi; yang "
        "sudah terisi terkunci sampai entri itu ditarik, dikembalikan, atau ditutup.",
        en="“{found}”, which rests on this evidence, is being judged. What is empty can be filled "
        "in; what is written is locked until that entry is taken back, returned or closed.",
    ),
    "mark_time_bad": Sentence(
        id="“{found}” bukan waktu. Tulis menit dan detiknya, misalnya 1:23.",
        en="“{found}” is no time. Write minute and second, for example 1:23.",
    ),
    "mark_past_the_end": Sentence(
        id="Video ini hanya {expected}; {found} sudah di luarnya. Tandai di dalam videonya.",
        en="This video has only {expected}; {found} lies past its end. Mark within the video.",
    ),
    "mark_past_most": Sentence(
        id="Pedoman meminta video paling lama {expected}; {found} sudah melewatinya.",
        en="The edition takes videos of at most {expected}; {found} lies past that.",
    ),
    "mark_substance_unknown": Sentence(
        id="Substansi nomor {found} tidak ada dalam pedoman tahun ini. Muat ulang halamannya.",
        en="This year's edition has no substance number {found}. Load the page anew.",
    ),
    "mark_video_taken_off": Sentence(
        id="Video ini sudah dilepas dari klaimnya. Pasang lagi dulu untuk menandainya.",
        en="This video has been taken off its claim. Use it again first to mark it.",
    ),
    "mark_not_under_review": Sentence(
        id="Tanda waktu hanya diputuskan selama entrinya sedang diperiksa. Pilih Mulai periksa "
        "dulu.",
        en="Marks are judged only while their entry is under review. Begin the review first.",
    ),
    "mark_changed_meanwhile": Sentence(
        id="Tanda ini sudah berubah sejak Anda membukanya. Putar dari waktunya yang baru, lalu "
        "putuskan.",
        en="This mark has changed since you opened it. Play it from its new time, then decide.",
    ),
    "mark_judged_meanwhile": Sentence(
        id="Verifikator lain baru saja memutuskan tanda ini. Lihat putusannya, lalu putuskan lagi "
        "bila perlu.",
        en="Another verifier has just judged this mark. See what they said, then judge again if "
        "need be.",
    ),
    "scene_too_long": Sentence(
        id="Satu bagian tidak mungkin {found}: seluruh videonya paling lama {expected}.",
        en="One part cannot take {found}: all of the video has at most {expected}.",
    ),
    "scene_text_too_long": Sentence(
        id="Tulisannya {found} huruf; paling banyak {expected}. Ringkas: yang diucapkan dalam satu "
        "menit kira-kira 130 kata.",
        en="The text has {found} letters; at most {expected} are kept. Shorten it: a minute of "
        "speech has about 130 words.",
    ),
    "page_not_shown": Sentence(
        id="Halaman ini tidak dapat ditampilkan di sini. Unduh berkasnya untuk membacanya.",
        en="This page cannot be shown here. Download the file to read it.",
    ),
}
