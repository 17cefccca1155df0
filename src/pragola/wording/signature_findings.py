"""Sentences for what inspection finds of electronic signatures."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "signature_intact": Sentence(
        id=(
            "Tanda tangan elektronik sah dan isi tidak berubah. Penanda tangan: {signer}; "
            "instansi: {organisation}; tanggal: {day}; penerbit sertifikat: {issuer}."
        ),
        en=(
            "The electronic signature is valid and the content unchanged. Signer: {signer}; "
            "organisation: {organisation}; day: {day}; issuer: {issuer}."
        ),
    ),
    "signer_unknown": Sentence(
        id=(
            "Isi tidak berubah sejak ditandatangani secara elektronik pada {day}, tetapi penanda "
            "tangan belum dapat dipastikan. Tertulis: {signer}; instansi: {organisation}; penerbit "
            "sertifikat: {issuer}. Minta administrator memasang sertifikat induk BSrE/Komdigi."
        ),
        en=(
            "The content is unchanged since it was signed electronically ({day}), but nobody "
            "vouches for the signer. It says: {signer}; organisation: {organisation}; issuer: "
            "{issuer}. Ask the administrator to supply the roots of BSrE/Komdigi."
        ),
    ),
    "signature_changed": Sentence(
        id=(
            "PDF ini berubah setelah ditandatangani secara elektronik (tertulis: {signer}, "
            "{organisation}; tanggal: {day}). Unggah berkas asli yang diterima dari penanda "
            "tangan, tanpa disunting, dicap, atau disimpan ulang."
        ),
        en=(
            "This PDF was changed after it was signed electronically (it says: {signer}, "
            "{organisation}; day: {day}). Upload the original as it came from the signer, not "
            "edited, stamped or saved again."
        ),
    ),
    "signature_covers_part": Sentence(
        id=(
            "Tanda tangan elektronik (tertulis: {signer}; tanggal: {day}) hanya mencakup sebagian "
            "isi PDF ini. Unggah berkas asli dari penanda tangan."
        ),
        en=(
            "The electronic signature (it says: {signer}; day: {day}) covers only a part of this "
            "PDF. Upload the original as it came from the signer."
        ),
    ),
    "signature_expired": Sentence(
        id=(
            "Sertifikat penanda tangan tidak berlaku pada hari penandatanganan ({day}). Tertulis: "
            "{signer}; instansi: {organisation}. Minta dokumen ditandatangani ulang."
        ),
        en=(
            "The signer's certificate was not valid on the day of signing ({day}). It says: "
            "{signer}; organisation: {organisation}. Ask to have the document signed again."
        ),
    ),
    "signature_revoked": Sentence(
        id=(
            "Sertifikat penanda tangan sudah dicabut saat ditandatangani ({day}). Tertulis: "
            "{signer}; instansi: {organisation}. Minta dokumen ditandatangani ulang."
        ),
        en=(
            "The signer's certificate had been revoked when it was signed ({day}). It says: "
            "{signer}; organisation: {organisation}. Ask to have the document signed again."
        ),
    ),
    "signature_unreadable": Sentence(
        id=(
            "Ada tanda tangan elektronik yang rusak atau tidak dapat dibaca. Unggah berkas asli "
            "yang diterima dari penanda tangan."
        ),
        en=(
            "There is an electronic signature that is damaged or cannot be read. Upload the "
            "original as it came from the signer."
        ),
    ),
    "signature_of_other_kind": Sentence(
        id=(
            "Ada tanda tangan elektronik dengan bentuk yang tidak diperiksa di sini. Periksa "
            "sendiri dengan pembaca PDF."
        ),
        en=(
            "There is an electronic signature of a form that is not inspected here. Check it with "
            "a PDF reader."
        ),
    ),
    "signatures_not_inspected": Sentence(
        id="Tidak semua tanda tangan elektronik diperiksa: berkas terlalu besar atau rumit.",
        en="Not all electronic signatures were inspected: the file is too large or intricate.",
    ),
    "roots_unreadable": Sentence(
        id=(
            "Sertifikat induk ini tidak terbaca dan dilewati: {files}. Minta administrator "
            "menggantinya dengan berkas PEM atau DER."
        ),
        en=(
            "These trusted certificates cannot be read and were skipped: {files}. Ask the "
            "administrator to replace them by PEM or DER files."
        ),
    ),
}
