"""Signing in otherwise than with a password: passkeys, a second step, an institution's account."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from playwright.sync_api import Browser, Page

from tests.ground.institution import CLIENT, SECRET, Institution, institution
from tests.ground.site import Site
from tests.ground.worksite import Worksite
from tests.journeys.test_accessibility import stumbled_over

pytestmark = pytest.mark.browser

_OPERATOR = "operator@contoh.invalid"
_KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass(frozen=True)
class Work:
    """A running site, who works there, and the institution at which they may sign in."""

    site: Site
    people: Worksite
    institution: Institution


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Work]:
    """A site of its own that knows an institution."""
    with institution(_OPERATOR) as own:
        oidc = {
            "PRAGOLA_OIDC_SERVER": own.issuer,
            "PRAGOLA_OIDC_CLIENT": CLIENT,
            "PRAGOLA_OIDC_SECRET": SECRET,
        }
        site = Site(tmp_path_factory.mktemp("var"), more=oidc)
        people = site.prepare()
        site.start()
        yield Work(site, people, own)
        site.kill()


@pytest.fixture
def page(browser: Browser, work: Work) -> Iterator[Page]:
    """A phone, at a name and not a number, without which browsers make no passkeys."""
    address = work.site.address.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=address, viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def give_password(page: Page, people: Worksite) -> None:
    """The first step."""
    page.goto("/akun/login/")
    page.locator("input[name=login]").fill(people.email)
    page.locator("input[name=password]").fill(people.password)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_load_state()


def prove(page: Page, people: Worksite) -> None:
    """Once more, before the way of signing in is changed."""
    page.get_by_role("heading", name="Pastikan ini Anda").wait_for()
    assert stumbled_over(page) == []
    page.get_by_label("Kata sandi").fill(people.password)
    page.get_by_role("button", name="Lanjut").click()
    page.wait_for_url("**/2fa/**")


def sign_out(page: Page) -> None:
    """By the menu."""
    page.goto("/akun/logout/")
    page.get_by_role("main").get_by_role("button", name="Keluar").click()
    page.wait_for_url("**/")


def code_now(secret: str) -> str:
    """What an authenticator app shows at this moment."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_a_passkey_is_added_and_signs_in_alone(page: Page, work: Work) -> None:
    """The operator never types the password again; once removed, it opens nothing."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    key = device.send("WebAuthn.addVirtualAuthenticator", {"options": _KEY})
    give_password(page, work.people)
    page.goto("/akun/2fa/")
    page.get_by_role("link", name="Tambah kunci sandi").click()
    prove(page, work.people)
    found = stumbled_over(page)
    page.get_by_label("Nama kunci").fill("HP Android")
    page.get_by_role("button", name="Buat kunci sandi").click()
    page.get_by_text("Kunci sandi sudah ditambahkan.").wait_for()
    page.goto("/akun/2fa/webauthn/")
    assert page.get_by_text("HP Android").count() == 1
    for way in ("Ganti nama", "Hapus"):
        page.goto("/akun/2fa/webauthn/")
        found += stumbled_over(page)
        page.get_by_role("link", name=way).click()
        page.get_by_role("link", name="Batal").wait_for()
        found += stumbled_over(page)
    sign_out(page)
    page.goto("/akun/login/")
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    page.wait_for_url("**/kerja/")
    page.goto("/akun/2fa/webauthn/")
    page.get_by_role("link", name="Hapus").click()
    if page.get_by_role("heading", name="Pastikan ini Anda").count():
        prove(page, work.people)
    page.get_by_role("button", name="Hapus").click()
    page.get_by_text("Kunci sandi sudah dihapus.").wait_for()
    sign_out(page)
    page.goto("/akun/login/")
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    page.locator(".messages .error").wait_for()
    assert (found, page.url.endswith("/akun/login/")) == ([], True)
    device.send("WebAuthn.clearCredentials", {"authenticatorId": key["authenticatorId"]})
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    page.get_by_text("Kunci sandi tidak terpakai").wait_for()


def test_a_second_step_is_set_up_asked_for_and_replaced_by_a_spare_code(
    page: Page, work: Work
) -> None:
    """A wrong code opens nothing; a spare code opens once."""
    found = {}
    give_password(page, work.people)
    page.goto("/akun/2fa/")
    found["index"] = stumbled_over(page)
    page.get_by_role("link", name="Aktifkan").click()
    prove(page, work.people)
    found["setting up"] = stumbled_over(page)
    secret = page.locator("code").inner_text()
    page.get_by_label("6 angka dari aplikasi").fill(code_now(secret))
    page.get_by_role("button", name="Aktifkan").click()
    page.get_by_role("heading", name="Kode cadangan").wait_for()
    found["spare codes"] = stumbled_over(page)
    spare = page.locator("main code").first.inner_text()
    for name in ("totp/deactivate", "recovery-codes/generate"):
        page.goto(f"/akun/2fa/{name}/")
        page.get_by_role("link", name="Batal").wait_for()
        found[name] = stumbled_over(page)
    sign_out(page)
    opened = []
    for code in ("000000", spare, spare):
        give_password(page, work.people)
        page.wait_for_url("**/2fa/authenticate/")
        found["second step"] = stumbled_over(page)
        page.get_by_label("6 angka dari aplikasi").fill(code)
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_load_state()
        opened.append("/kerja/" in page.url)
        if opened[-1]:
            sign_out(page)
        else:
            page.get_by_role("button", name="Batal masuk").click()
            page.wait_for_url("**/akun/login/")
    assert (opened, {name: each for name, each in found.items() if each}) == (
        [False, True, False],
        {},
    )


def test_an_institutions_account_signs_in_whoever_was_invited(page: Page, work: Work) -> None:
    """Through the real redirect there and back, which the policy of the pages has to allow."""
    blocked: list[str] = []
    page.on("console", lambda told: blocked.append(told.text) if told.type == "error" else None)
    reached, found = [], []
    for ending in ("cancelled", "error"):
        page.goto(f"/akun/instansi/login/{ending}/")
        found += stumbled_over(page)
    for email, verified in (
        ("asing@contoh.go.id", True),
        (work.people.email, False),
        (work.people.email, True),
    ):
        work.institution.email, work.institution.verified = email, verified
        page.goto("/akun/login/")
        page.get_by_role("link", name="Akun instansi").click()
        found += stumbled_over(page)
        page.get_by_role("button", name="Lanjut").click()
        page.get_by_role("button", name="Izinkan").click()
        page.wait_for_load_state()
        reached.append(page.url.rpartition("localhost:")[2].partition("/")[2])
    assert (reached[:2], blocked, work.institution.complaints) == (["akun/login/"] * 2, [], [])
    assert found == []
    assert reached[2].startswith(("kerja/", "akun/2fa/"))
