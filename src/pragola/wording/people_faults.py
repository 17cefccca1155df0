"""Sentences about people and invitations."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "invitation_used": Sentence(
        id="Undangan ini sudah dipakai. Masuklah dengan surel dan kata sandi Anda.",
        en="This invitation has been used. Sign in with your address and password.",
    ),
    "invitation_revoked": Sentence(
        id="Undangan ini sudah dicabut atau diganti yang baru. Pakai tautan terbaru, atau minta "
        "undangan kepada koordinator.",
        en="This invitation was revoked or replaced. Use the newest link, or ask the coordinator "
        "for one.",
    ),
    "invitation_expired": Sentence(
        id="Undangan ini sudah lewat waktunya. Minta undangan baru kepada koordinator.",
        en="This invitation has lapsed. Ask the coordinator for a new one.",
    ),
    "invitation_unit_closed": Sentence(
        id="{found} sudah ditutup, jadi undangan ini tidak berlaku lagi. Tanyakan unit Anda kepada "
        "koordinator.",
        en="{found} is closed, so this invitation is void. Ask the coordinator about your unit.",
    ),
    "invitation_known_address": Sentence(
        id="{found} sudah punya akun. Masuk dulu, lalu buka tautan undangan ini lagi.",
        en="{found} has an account already. Sign in first, then open this link again.",
    ),
    "invitation_for_another": Sentence(
        id="Undangan ini untuk {found}. Keluar dulu, lalu buka tautannya dengan akun itu.",
        en="This invitation is for {found}. Sign out first, then open the link with that account.",
    ),
}
