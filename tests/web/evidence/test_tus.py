"""The tus protocol as a client meets it: offsets, refusals, and that nothing which came is lost."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from pragola.web.evidence.faults import ArrivalError
from pragola.web.evidence.models import Arrival, ArrivalState
from pragola.web.evidence.partial_files import append, path_of
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.regions.models import Role
from tests.web.evidence.sending import BODY, PDF, TUS, begun, metadata, patched
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


def at_work() -> tuple[Client, Entry]:
    """An operator's browser, and an entry of the operator's unit."""
    unit = a_unit()
    return signed_in(appointed(Role.OPERATOR, unit)), an_entry(unit)


def head(client: Client, address: str) -> dict[str, str]:
    """What the server says of a file, as far as the protocol cares."""
    answer = client.head(address, headers=TUS)
    names = ("Upload-Offset", "Upload-Length", "Cache-Control", "Tus-Resumable")
    return {"status": str(answer.status_code)} | {
        name: answer.headers[name] for name in names if name in answer.headers
    }


def test_the_server_says_what_it_can_do() -> None:
    """To whoever asks, without naming a version."""
    client, _ = at_work()
    answer = client.options("/kerja/unggahan/")
    told = {name: answer.headers[name] for name in ("Tus-Version", "Tus-Extension")}
    assert (answer.status_code, told) == (
        204,
        {
            "Tus-Version": "1.0.0",
            "Tus-Extension": "creation,creation-with-upload,expiration,termination",
        },
    )


def test_a_file_is_sent_in_pieces_and_resumed_where_it_broke_off() -> None:
    """Two pieces, with the question in between how much is there."""
    client, entry = at_work()
    status, address = begun(client, entry)
    seen = [status, head(client, address)["Upload-Offset"]]
    seen += patched(client, address, PDF[:30], offset=0)
    between = head(client, address)
    seen += patched(client, address, PDF[30:], offset=30)
    assert seen == [201, "0", 204, "30", 204, str(len(PDF))]
    assert between == {
        "status": "200",
        "Upload-Offset": "30",
        "Upload-Length": str(len(PDF)),
        "Cache-Control": "no-store",
        "Tus-Resumable": "1.0.0",
    }
    assert Arrival.objects.get().state == ArrivalState.KEPT


def test_a_finished_file_still_says_that_it_is_all_here() -> None:
    """The answer to the last piece may be lost, and the sender asks again."""
    client, entry = at_work()
    _, address = begun(client, entry)
    patched(client, address, PDF, offset=0)
    assert head(client, address)["Upload-Offset"] == str(len(PDF))


def test_a_first_piece_may_come_with_the_beginning() -> None:
    """Which spares a weak link one journey."""
    client, entry = at_work()
    headers = {**TUS, "Upload-Length": str(len(PDF)), "Upload-Metadata": metadata(entry)}
    answer = client.post("/kerja/unggahan/", PDF[:10], content_type=BODY, headers=headers)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, "10")


def test_a_small_file_may_come_whole_with_the_beginning() -> None:
    """And be kept before the answer is given, which says that nothing is missing."""
    client, entry = at_work()
    headers = {**TUS, "Upload-Length": str(len(PDF)), "Upload-Metadata": metadata(entry)}
    answer = client.post("/kerja/unggahan/", PDF, content_type=BODY, headers=headers)
    assert (answer.headers["Upload-Offset"], Arrival.objects.get().state) == (
        str(len(PDF)),
        ArrivalState.KEPT,
    )


def test_bytes_for_another_place_are_refused() -> None:
    """What is there counts, not what the sender believes."""
    client, entry = at_work()
    _, address = begun(client, entry)
    patched(client, address, PDF[:30], offset=0)
    statuses = [patched(client, address, b"x", offset=offset)[0] for offset in (0, 29, 31)]
    assert (statuses, head(client, address)["Upload-Offset"]) == ([409, 409, 409], "30")


def test_requests_that_are_not_of_the_protocol_are_refused() -> None:
    """Another version, another content type, no offset, more than was announced."""
    client, entry = at_work()
    _, address = begun(client, entry)
    other = {"Tus-Resumable": "0.2.2", "Upload-Offset": "0"}
    plain = {**TUS, "Upload-Offset": "0"}
    statuses = [
        client.patch(address, b"x", content_type=BODY, headers=other).status_code,
        client.patch(address, b"x", content_type="text/plain", headers=plain).status_code,
        client.patch(address, b"x", content_type=BODY, headers=TUS).status_code,
        patched(client, address, PDF + b"x", offset=0)[0],
        client.post(address, headers=TUS).status_code,
    ]
    assert statuses == [412, 415, 400, 413, 405]


def test_a_method_may_be_named_in_a_header() -> None:
    """Some proxies let nothing but POST through."""
    client, entry = at_work()
    _, address = begun(client, entry)
    headers = {**TUS, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    answer = client.post(address, PDF[:5], content_type=BODY, headers=headers)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, "5")


def test_who_removes_a_file_leaves_nothing_behind() -> None:
    """The bytes are gone, the row tells of it, the address is over."""
    client, entry = at_work()
    _, address = begun(client, entry)
    patched(client, address, PDF[:30], offset=0)
    arrival = Arrival.objects.get()
    status = client.delete(address, headers=TUS).status_code
    over = [head(client, address)["status"], str(patched(client, address, b"x", offset=30)[0])]
    arrival.refresh_from_db()
    assert (status, over, arrival.state, path_of(arrival.pk).exists()) == (
        204,
        ["410", "410"],
        ArrivalState.GIVEN_UP,
        False,
    )


def test_two_do_not_write_at_once() -> None:
    """Whoever comes second waits, unless the first has been silent too long to be alive."""
    client, entry = at_work()
    _, address = begun(client, entry)
    patched(client, address, PDF[:10], offset=0)
    path = path_of(Arrival.objects.get().pk)
    with path.with_name(f"{path.name}.lock").open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        busy = patched(client, address, PDF[10:20], offset=10)[0]
        silent_since(path)
        taken_over = patched(client, address, PDF[10:20], offset=10)
    assert (busy, taken_over) == (423, (204, "20"))


def test_a_silent_writer_that_wakes_up_writes_nothing_more() -> None:
    """Each block goes exactly behind the one before it, or nowhere."""

    def blocks() -> Iterator[bytes]:
        yield b"satu"
        with path_of("uji").open("ab") as other:
            other.write(b"dua")
        yield b"tiga"

    with pytest.raises(ArrivalError) as raised:
        append("uji", blocks(), offset=0, size=100, at=MOMENT)
    assert (raised.value.code, path_of("uji").read_bytes()) == (
        "arrival_offset_differs",
        b"satudua",
    )


def test_only_who_began_to_send_a_file_knows_of_it() -> None:
    """A colleague of the same unit, an operator elsewhere, and nobody at all."""
    client, entry = at_work()
    _, address = begun(client, entry)
    colleague = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    stranger = signed_in(appointed(Role.OPERATOR, a_unit("UPTD Puskesmas Lain")))
    told = [head(each, address)["status"] for each in (colleague, stranger)]
    told += [str(patched(each, address, PDF, offset=0)[0]) for each in (colleague, stranger)]
    told += [str(each.delete(address, headers=TUS).status_code) for each in (colleague, stranger)]
    assert (told, Client().head(address, headers=TUS).status_code) == (["404"] * 6, 302)


def test_only_an_operator_of_the_unit_begins_to_send_and_only_while_it_is_open() -> None:
    """404 for strangers, 403 for readers, 409 once it has been submitted."""
    unit = a_unit()
    operator = signed_in(appointed(Role.OPERATOR, unit))
    stranger = signed_in(appointed(Role.OPERATOR, a_unit("UPTD Puskesmas Lain")))
    reader = signed_in(appointed(Role.HEAD, unit))
    entry = an_entry(unit)
    submitted = an_entry(unit, title="Sudah diajukan", state=EntryState.SUBMITTED)
    told = [begun(each, entry)[0] for each in (operator, stranger, reader)]
    assert (told, begun(operator, submitted)[0]) == ([201, 404, 403], 409)


def test_what_came_stays_when_the_entry_is_submitted_meanwhile() -> None:
    """Nothing more is taken, nothing is lost, and after a return it goes on."""
    client, entry = at_work()
    _, address = begun(client, entry)
    patched(client, address, PDF[:30], offset=0)
    Entry.objects.update(state=EntryState.SUBMITTED)
    locked = patched(client, address, PDF[30:], offset=30)[0]
    Entry.objects.update(state=EntryState.RETURNED)
    assert (locked, patched(client, address, PDF[30:], offset=30)) == (409, (204, str(len(PDF))))


def test_a_file_has_a_size_a_part_and_a_name() -> None:
    """Too large by its kind, empty, for no part of this year, without a number of bytes."""
    client, entry = at_work()
    mega = 1024 * 1024
    statuses = [
        begun(client, entry, size=50 * mega)[0],
        begun(client, entry, size=50 * mega + 1)[0],
        begun(client, entry, part="SID-10", name="foto.jpg", size=20 * mega + 1)[0],
        begun(client, entry, part="SID-20", name="video.mp4", size=500 * mega)[0],
        begun(client, entry, size=0)[0],
        begun(client, entry, part="SID-99")[0],
        begun(client, entry, name="")[0],
        begun(client, entry, size=-1)[0],
    ]
    assert statuses == [201, 413, 413, 201, 400, 400, 400, 400]


def test_nobody_has_more_under_way_than_is_allowed(settings: Settings) -> None:
    """By number and by bytes; whoever removes one may send another."""
    settings.MOST_UNFINISHED_FILES, settings.MOST_UNFINISHED_MEGABYTES = 2, 30
    client, entry = at_work()
    mega = 1024 * 1024
    first, address = begun(client, entry, size=20 * mega)
    told = [first, begun(client, entry, size=20 * mega)[0], begun(client, entry)[0]]
    told += [begun(client, entry)[0]]
    client.delete(address, headers=TUS)
    assert [*told, begun(client, entry)[0]] == [201, 429, 201, 429, 201]


def test_a_full_disk_is_said_and_nothing_is_lost() -> None:
    """The sender goes on once there is room."""
    client, entry = at_work()
    _, address = begun(client, entry)
    path = path_of(Arrival.objects.get().pk)
    path.symlink_to("/dev/full")
    full = patched(client, address, PDF, offset=0)[0]
    path.unlink()
    assert (full, patched(client, address, PDF, offset=0)) == (507, (204, str(len(PDF))))


def test_what_is_unfinished_is_listed_for_its_sender() -> None:
    """So that a browser that was closed offers to go on."""
    client, entry = at_work()
    _, address = begun(client, entry)
    patched(client, address, PDF[:30], offset=0)
    mine = client.get(f"/kerja/unggahan/?entry={entry.pk}").json()
    colleague = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    theirs = colleague.get(f"/kerja/unggahan/?entry={entry.pk}").json()
    told = {
        "url": address,
        "part": "SID-01",
        "name": "surat.pdf",
        "size": len(PDF),
        "offset": 30,
    }
    assert (mine, theirs) == ({"unfinished": [told]}, {"unfinished": []})


def silent_since(path: Path) -> None:
    """Make it look as if no byte had come for a minute."""
    os.utime(path, (0, 0))
