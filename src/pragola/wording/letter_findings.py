"""Sentences for what inspection finds in official papers. ⟦ ⟧: left out where a place is empty."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "document_kind": Sentence(
        id="Tampaknya {kind}.⟦ Judulnya “{heading}”.⟧⟦ Memuat: {holds}.⟧",
        en="It seems to be: {kind}.⟦ Its heading: “{heading}”.⟧⟦ It holds: {holds}.⟧",
    ),
    "letter_read": Sentence(
        id=(
            "Yang terbaca⟦ · nomor {number}⟧⟦ · tanggal {date}⟧⟦ · untuk tahun {year}⟧"
            "⟦ · tentang {subject}⟧⟦ · penanda tangan {office}⟧. Cocokkan dengan naskahnya."
        ),
        en=(
            "What was read⟦ · number {number}⟧⟦ · date {date}⟧⟦ · for the year {year}⟧"
            "⟦ · about {subject}⟧⟦ · signed by {office}⟧. Compare it with the paper."
        ),
    ),
    "document_kind_not_asked": Sentence(
        id=(
            "Naskah ini tampaknya {kind}, sedangkan {part} meminta {kinds}. Bila memang lain, "
            "unggah naskah yang diminta."
        ),
        en=(
            "This paper seems to be: {kind}. But {part} asks for {kinds}. If it is another paper, "
            "upload the one that is asked for."
        ),
    ),
    "document_kind_unknown": Sentence(
        id=(
            "Jenis naskah ini tidak dikenali. {part} meminta {kinds}; sertakan halaman depan yang "
            "memuat judulnya."
        ),
        en=(
            "The kind of this paper is not recognised. {part} asks for {kinds}; include the front "
            "page with its heading."
        ),
    ),
    "document_level_carried": Sentence(
        id="Menurut jenisnya, {kind}, naskah ini dapat membawa level {level} untuk {part}.",
        en="By its kind, {kind}, this paper can carry level {level} for {part}.",
    ),
    "document_level_fits": Sentence(
        id="Jenis naskahnya, {kind}, sesuai dengan level {claimed} yang diklaim.",
        en="Its kind, {kind}, fits level {claimed}, which is claimed.",
    ),
    "document_level_higher": Sentence(
        id=(
            "Jenis naskahnya, {kind}, dapat membawa level {level}, sedangkan yang diklaim level "
            "{claimed}. Periksa apakah klaimnya dapat dinaikkan."
        ),
        en=(
            "Its kind, {kind}, can carry level {level}, while level {claimed} is claimed. See "
            "whether more can be claimed."
        ),
    ),
    "document_level_lower": Sentence(
        id=(
            "Naskah ini tampaknya {kind}, yang membawa level {level}. Level {claimed} yang diklaim "
            "meminta: {criterion}. Unggah naskah itu, atau sesuaikan klaimnya."
        ),
        en=(
            "This paper seems to be: {kind}. That carries level {level}. Level {claimed}, which is "
            "claimed, asks for: {criterion}. Upload that paper, or change the claim."
        ),
    ),
    "document_date_fits": Sentence(
        id="Bertanggal {date}, dalam tahun yang diminta ({years}).",
        en="Dated {date}, within the years asked for ({years}).",
    ),
    "document_date_outside": Sentence(
        id=(
            "Bertanggal {date}, di luar tahun yang diminta ({years}). Bila tanggalnya benar, "
            "unggah naskah dari tahun itu."
        ),
        en=(
            "Dated {date}, outside the years asked for ({years}). If that is its date, upload a "
            "paper of those years."
        ),
    ),
    "document_date_before": Sentence(
        id="Bertanggal {date}, sebelum {year}. Pastikan masih berlaku.",
        en="Dated {date}, before {year}. Make sure that it is still in force.",
    ),
    "document_date_too_late": Sentence(
        id=(
            "Bertanggal {date}, padahal yang diminta dibuat sebelum {year}. Unggah naskah yang "
            "lebih lama."
        ),
        en="Dated {date}, but it should be from before {year}. Upload an older one.",
    ),
    "document_date_of_application": Sentence(
        id="Bertanggal {date}, sesuai dengan tahun penerapan atau pengembangan ({years}).",
        en="Dated {date}, in the year of application or development ({years}).",
    ),
    "document_date_not_of_application": Sentence(
        id=(
            "Bertanggal {date}, sedangkan tahun penerapan atau pengembangannya {years}. Periksa "
            "naskahnya, dan tanggal penerapan di profil inovasi."
        ),
        en=(
            "Dated {date}, while it was applied or developed in {years}. Check the paper, and the "
            "day of application in the profile."
        ),
    ),
    "document_year_fits": Sentence(
        id="Untuk tahun {year}, termasuk tahun yang diminta ({years}).",
        en="For the year {year}, one of those asked for ({years}).",
    ),
    "document_year_outside": Sentence(
        id=(
            "Untuk tahun {year}, di luar tahun yang diminta ({years}). Unggah dokumen untuk tahun "
            "itu."
        ),
        en="For the year {year}, none of those asked for ({years}). Upload one for such a year.",
    ),
    "document_names_innovation": Sentence(
        id="Nama inovasi terbaca di sini: “{words}”.",
        en="The innovation's name can be read here: “{words}”.",
    ),
    "document_name_elsewhere": Sentence(
        id=(
            "Nama inovasi terbaca di sini (“{words}”), di luar halaman yang ditunjuk ({pages}). "
            "Tambahkan halaman ini."
        ),
        en=(
            "The innovation's name can be read here (“{words}”), outside the pages pointed to "
            "({pages}). Add this page."
        ),
    ),
    "document_without_name": Sentence(
        id=(
            "Nama “{name}” tidak terbaca di naskah ini.⟦ Yang paling mirip: “{similar}”.⟧ Bila "
            "memang tidak ada, sertakan halaman atau naskah yang memuatnya."
        ),
        en=(
            "The name “{name}” could not be read in this paper.⟦ Most alike: “{similar}”.⟧ If it "
            "is not there, add the page or paper that holds it."
        ),
    ),
    "document_need_not_name": Sentence(
        id=(
            "Nama “{name}” tidak terbaca di {kind} ini. Itu boleh, asalkan disertai naskah lain "
            "yang memuatnya."
        ),
        en=(
            "The name “{name}” could not be read in this paper, {kind}. It need not be there, if "
            "another paper that holds it comes with it."
        ),
    ),
}
