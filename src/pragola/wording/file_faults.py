"""Sentences about faults of files: packages, sheets, columns, lines."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "uploads_too_many": Sentence(
        id="Sedang banyak berkas yang menunggu dibaca. Berkas ini belum tersimpan: tunggu beberapa "
        "menit, lalu unggah lagi.",
        en="Many files are waiting to be read. This one is not kept: wait a few minutes, then hand "
        "it in again.",
    ),
    "file_empty": Sentence(
        id="Berkas ini kosong. Unggah berkas jawaban yang sudah diisi.",
        en="This file is empty. Hand in a file of answers that has been filled.",
    ),
    "file_too_large": Sentence(
        id="Berkas ini lebih besar dari {expected}. Hapus gambar dan lembar yang tidak "
        "perlu, lalu simpan lagi.",
        en="This file is larger than {expected}. Remove pictures and sheets that are "
        "not needed, then save again.",
    ),
    "file_not_readable": Sentence(
        id="Berkas ini tidak dapat dibaca: {found}. Periksa izinnya, lalu coba lagi.",
        en="This file cannot be read: {found}. Check its permissions, then try again.",
    ),
    "file_not_writable": Sentence(
        id="Berkas tidak dapat ditulis: {found}. Pilih tempat lain.",
        en="The file cannot be written: {found}. Choose another place.",
    ),
    "file_not_excel": Sentence(
        id="Isi berkas ini bukan buku kerja Excel (.xlsx). Buka di Excel, pilih Simpan "
        "Sebagai .xlsx, lalu coba lagi.",
        en="This file's content is no Excel workbook (.xlsx). Open it in Excel, save it "
        "as .xlsx, then try again.",
    ),
    "file_old_excel": Sentence(
        id="Berkas ini Excel lama (.xls). Buka di Excel, pilih Simpan Sebagai .xlsx, "
        "lalu coba lagi.",
        en="This is an old Excel file (.xls). Open it in Excel, save it as .xlsx, then try again.",
    ),
    "file_encrypted": Sentence(
        id="Berkas ini terkunci kata sandi, jadi tidak dapat dibaca. Simpan ulang tanpa "
        "kata sandi, lalu coba lagi.",
        en="This file is locked with a password and cannot be read. Save it without a "
        "password, then try again.",
    ),
    "file_with_macros": Sentence(
        id="Berkas ini berisi makro, jadi tidak dibuka. Simpan ulang sebagai .xlsx tanpa makro.",
        en="This file holds macros and is not opened. Save it as .xlsx without macros.",
    ),
    "file_damaged": Sentence(
        id="Berkas ini rusak atau terpotong. Buka dan simpan ulang di Excel, atau kirim ulang.",
        en="This file is damaged or cut off. Open and save it anew in Excel, or send it again.",
    ),
    "too_many_parts": Sentence(
        id="Berkas ini berisi {found} bagian, lebih dari {expected}. Salin jawaban ke "
        "buku kerja baru.",
        en="This file has {found} parts, more than {expected}. Copy the answers to a new workbook.",
    ),
    "unpacked_too_large": Sentence(
        id="Isi berkas ini setelah dibuka lebih besar dari {expected}. Salin jawaban ke "
        "buku kerja baru, tanpa gambar dan baris kosong.",
        en="Unpacked, this file is larger than {expected}. Copy the answers to a new "
        "workbook, without pictures and empty rows.",
    ),
    "too_many_cells": Sentence(
        id="Satu lembar berisi lebih dari {expected} sel. Salin jawaban ke buku kerja baru.",
        en="One sheet has more than {expected} cells. Copy the answers to a new workbook.",
    ),
    "not_our_workbook": Sentence(
        id="Ini bukan buku kerja Pragola (lembar: {found}). Buat dengan: pragola "
        "workbook new --edition TAHUN BERKAS.xlsx",
        en="This is not Pragola's workbook (sheets: {found}). Make one with: pragola "
        "workbook new --edition YEAR FILE.xlsx",
    ),
    "text_not_utf8": Sentence(
        id="Teks berkas ini bukan UTF-8. Simpan ulang dengan pengodean UTF-8 (di Excel: "
        "CSV UTF-8).",
        en="This file's text is not UTF-8. Save it as UTF-8 (in Excel: CSV UTF-8).",
    ),
    "sheet_missing": Sentence(
        id="Lembar “{expected}” tidak ada. Kembalikan nama lembar seperti semula.",
        en="Sheet “{expected}” is missing. Give the sheet its name back.",
    ),
    "sheet_ignored": Sentence(
        id="Lembar ini bukan bagian buku kerja dan tidak dibaca.",
        en="This sheet is no part of the workbook and was not read.",
    ),
    "sheet_hidden": Sentence(
        id="Lembar ini tersembunyi, tetapi tetap dibaca.",
        en="This sheet is hidden but was read.",
    ),
    "label_missing": Sentence(
        id="Label “{expected}” tidak ditemukan. Tulis kembali labelnya, dengan isinya "
        "di sel sebelah kanan.",
        en="Label “{expected}” was not found. Write it back, its value in the cell to its right.",
    ),
    "heading_missing": Sentence(
        id="Baris judul kolom tidak ditemukan (antara lain {expected}). Kembalikan baris itu.",
        en="The row of headings was not found ({expected}, …). Put it back.",
    ),
    "column_missing": Sentence(
        id="Kolom “{expected}” tidak ada. Kembalikan kolom itu.",
        en="Column “{expected}” is missing. Put it back.",
    ),
    "column_renamed": Sentence(
        id="Kolom “{expected}” tidak ada; yang tertulis “{found}”. Kembalikan judul kolomnya.",
        en="Column “{expected}” is missing; “{found}” stands here. Give the column its "
        "heading back.",
    ),
    "column_twice": Sentence(
        id="Kolom “{found}” ada dua kali. Hapus salah satunya.",
        en="Column “{found}” is there twice. Remove one.",
    ),
    "column_unknown": Sentence(
        id="Kolom “{found}” tidak dikenal. Perbaiki namanya atau hapus kolom itu.",
        en="Column “{found}” is not known. Correct its name or remove it.",
    ),
    "column_ignored": Sentence(
        id="Kolom “{found}” bukan bagian buku kerja dan tidak dibaca.",
        en="Column “{found}” is no part of the workbook and was not read.",
    ),
    "cells_merged": Sentence(
        id="Sel di sini digabung. Batalkan penggabungan, lalu isi setiap sel.",
        en="Cells are merged here. Unmerge them and fill each cell.",
    ),
    "cell_error": Sentence(
        id="Sel ini berisi kesalahan Excel {found}. Perbaiki rumusnya atau tulis nilainya.",
        en="This cell holds Excel's error {found}. Correct its formula or write the value.",
    ),
    "formula_taken": Sentence(
        id="Sel ini berisi rumus; hasilnya yang tersimpan, {found}, yang dipakai.",
        en="This cell holds a formula; its stored result, {found}, was taken.",
    ),
    "formula_without_value": Sentence(
        id="Sel ini berisi rumus tanpa hasil tersimpan. Buka dan simpan di Excel, atau "
        "tulis nilainya.",
        en="This cell holds a formula without a stored result. Open and save it in "
        "Excel, or write the value.",
    ),
    "number_as_percent": Sentence(
        id="Sel ini berformat persen sehingga tersimpan {found}. Ubah formatnya menjadi "
        "Angka, lalu tulis angkanya tanpa %.",
        en="This cell is formatted as a percentage and holds {found}. Format it as a "
        "number and write the figure without %.",
    ),
    "number_ambiguous": Sentence(
        id="“{found}” dapat berarti ribuan atau desimal. Tulis tanpa pemisah ribuan, "
        "desimal dengan koma.",
        en="“{found}” may mean thousands or a decimal. Write it without separators of thousands.",
    ),
    "row_unnamed": Sentence(
        id="Baris ini berisi “{found}” tetapi kolom “{expected}” kosong. Lengkapi, atau "
        "kosongkan baris ini.",
        en="This row holds “{found}” but its column “{expected}” is empty. Fill it, or "
        "clear the row.",
    ),
    "row_twice": Sentence(
        id="“{found}” sudah ada di {first}. Gabungkan menjadi satu baris.",
        en="“{found}” is there already at {first}. Make them one row.",
    ),
    "innovation_unknown": Sentence(
        id="ID “{found}” tidak ada di lembar Inovasi. Perbaiki ID-nya atau tambahkan inovasinya.",
        en="ID “{found}” is not on the sheet Inovasi. Correct it or add the innovation.",
    ),
    "main_affair_missing": Sentence(
        id="Urusan beririsan terisi tetapi “{expected}” kosong. Pilih urusan utamanya.",
        en="Touching affairs are given but “{expected}” is empty. Choose the main affair.",
    ),
    "region_twice": Sentence(
        id="Daerah {found} sudah ada di berkas {first}. Sisakan satu berkas untuk setiap daerah.",
        en="Region {found} is in the file {first} already. Keep one file for each region.",
    ),
    "csv_broken": Sentence(
        id="Baris ini bukan CSV yang utuh; periksa tanda kutipnya.",
        en="This line is not sound CSV; check its quotes.",
    ),
    "not_our_csv": Sentence(
        id="Baris pertama bukan judul kolom jawaban Pragola (tertulis: {found}). "
        "Contohnya didapat dengan: pragola workbook convert",
        en="The first line is not the heading of Pragola's answers (found: {found}). "
        "Get an example with: pragola workbook convert",
    ),
    "row_too_long": Sentence(
        id="Baris ini punya lebih banyak isi daripada kolom, mulai “{found}”. Periksa "
        "pemisah dan tanda kutip.",
        en="This line has more cells than columns, from “{found}” on. Check separators and quotes.",
    ),
    "row_without_innovation": Sentence(
        id="Baris ini berisi data inovasi tetapi kolom innovation kosong. Tulis ID inovasinya.",
        en="This line tells of an innovation but its column innovation is empty. Write "
        "the innovation's ID.",
    ),
    "row_without_code": Sentence(
        id="Baris ini berisi jawaban tetapi kolom code kosong. Tulis kode indikatornya.",
        en="This line holds an answer but its column code is empty. Write the indicator's code.",
    ),
    "claim_row_twice": Sentence(
        id="“{found}” sudah dijawab di baris lain. Hapus salah satunya.",
        en="“{found}” is answered on another line already. Remove one.",
    ),
    "several_regions": Sentence(
        id="Berkas ini memuat lebih dari satu daerah atau pedoman (“{found}”). Pisahkan "
        "per daerah, atau pakai: pragola rank",
        en="This file holds more than one region or edition (“{found}”). Split it by "
        "region, or use: pragola rank",
    ),
    "differs_from_before": Sentence(
        id="“{found}” berbeda dari yang tertulis di {before} untuk inovasi yang sama. Samakan.",
        en="“{found}” differs from what stands at {before} for the same innovation. "
        "Make them agree.",
    ),
    "json_broken": Sentence(
        id="Berkas ini bukan JSON yang utuh, mulai “{found}”.",
        en="This file is not sound JSON, from “{found}” on.",
    ),
    "json_too_deep": Sentence(
        id="JSON ini bersarang lebih dalam dari {expected} tingkat.",
        en="This JSON is nested deeper than {expected} levels.",
    ),
    "answer_key_twice": Sentence(
        id="Kunci “{found}” ada dua kali. Hapus salah satunya.",
        en="Key “{found}” is there twice. Remove one.",
    ),
    "answer_key_unknown": Sentence(
        id="“{found}” tidak dikenal di sini. Perbaiki namanya atau hapus.",
        en="“{found}” is not known here. Correct its name or remove it.",
    ),
}
