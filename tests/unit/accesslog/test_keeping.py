"""Where the log is kept: folder, keys, recovery, backup, handing over, carrying over."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from kanta_desk.accesslog.backup import back_up, restore
from kanta_desk.accesslog.bulk import load
from kanta_desk.accesslog.carry import carry_over
from kanta_desk.accesslog.driver import Error, connect, is_plain
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.handover import hand_over
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.proof import holds
from kanta_desk.accesslog.recovery import RecoveryKey, WrappedKey
from kanta_desk.accesslog.tree import Frontier, leaf_hash
from kanta_desk.errors import (
    LogDamaged,
    LogKeyMissing,
    LogKeyNotRecovered,
    LogPlaceUnsafe,
    LogUnavailable,
)
from kanta_desk.model.events import (
    CARRIED,
    EventFilter,
    EventRef,
    LogHead,
    Outcome,
    Phase,
    TreeName,
)
from kanta_desk.settings.secrets import PlainFileKeys
from tests.helpers.events import CLIENT, DONE, REGISTER, Clock, act, fill, log_folder, open_log
from tests.helpers.oldlog import old_entries, write_old_log

TREE = TreeName(REGISTER.key, 2026)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "accesslog"


@pytest.fixture(scope="module")
def private() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 3072)


def pem(private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, passphrase: bytes = b"") -> bytes:
    sealed = (
        serialization.BestAvailableEncryption(passphrase)
        if passphrase
        else serialization.NoEncryption()
    )
    form = serialization.PrivateFormat.PKCS8
    return private.private_bytes(serialization.Encoding.PEM, form, sealed)


def public_pem(private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    return private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def opened(folder: LogFolder) -> AccessLog:
    return AccessLog.open(folder, workstation="w", os_user="u", software="s", clock=Clock())


class TestEncryption:
    """What lies on the disk tells nothing without its key."""

    def test_nothing_of_an_event_can_be_read_in_any_file(self, folder: Path) -> None:
        with closing(open_log(folder)) as log:
            log.record(act(client_id=CLIENT, client_name="Aino Esimerkki"), DONE)
            files = [path for path in folder.rglob("*") if path.is_file()]
            content = b"".join(path.read_bytes() for path in files)

        assert len(files) >= 4  # the file and its write-ahead log among them
        for word in (CLIENT, "Aino", "Maija", "KATSELU", "CREATE TABLE"):
            assert word.encode() not in content

    def test_each_file_has_a_key_of_its_own(self, folder: Path) -> None:
        keys = PlainFileKeys(folder.with_name("k.json"))
        place = LogFolder(folder, keys)
        with closing(place.writer(TREE)), closing(place.writer(TreeName("1.2/3", 2026))):
            pass
        one, two = (place.key_of(tree) for tree in place.trees())
        assert one is not None
        assert two is not None
        assert one != two
        with closing(connect(place.file_of(TREE), two)) as wrong, pytest.raises(Error):
            wrong.execute("SELECT * FROM head")

    def test_a_log_without_its_keys_says_so_and_stays_as_it_was(self, folder: Path) -> None:
        with closing(open_log(folder)) as log:
            fill(log, 2)
        kept = log_folder(folder).file_of(TREE).read_bytes()

        with pytest.raises(LogKeyMissing) as caught:
            opened(LogFolder(folder, PlainFileKeys(folder.with_name("others.json"))))

        assert caught.value.fields["place"] == str(TREE)
        assert log_folder(folder).file_of(TREE).read_bytes() == kept

    def test_without_encryption_only_where_that_was_chosen(self, folder: Path) -> None:
        plain = LogFolder(folder, None)
        with closing(opened(plain)) as log:
            fill(log, 3)
            assert log.count(EventFilter()) == 4

        assert is_plain(plain.file_of(TREE))
        with closing(opened(plain)) as log:
            assert log.verify().intact


class TestRecovery:
    """The organisation can open the log when the workstation's keyring is gone."""

    def test_a_lost_key_comes_back_with_the_organisation_s_private_key(
        self, folder: Path, private: rsa.RSAPrivateKey
    ) -> None:
        recovery = RecoveryKey.parse(public_pem(private), "recovery.pem")
        lost = PlainFileKeys(folder.with_name("lost.json"))
        with closing(opened(LogFolder(folder, lost, recovery))) as log:
            fill(log, 3)
            head = log.head()
        place = LogFolder(folder, PlainFileKeys(folder.with_name("new.json")), recovery)
        assert place.is_wrapped(TREE)

        assert place.recover(pem(private, b"safe"), b"safe") == (TREE,)

        assert place.recover(pem(private)) == ()
        with closing(opened(place)) as log:
            assert log.head() == head

    def test_a_recovery_key_that_is_named_later_gets_its_copies(
        self, folder: Path, private: rsa.RSAPrivateKey
    ) -> None:
        with closing(open_log(folder)) as log:
            fill(log, 1)
        place = LogFolder(
            folder, log_folder(folder).keys, RecoveryKey.parse(public_pem(private), "r.pem")
        )
        assert not place.is_wrapped(TREE)
        with closing(opened(place)):
            assert place.is_wrapped(TREE)

        newer = RecoveryKey.parse(public_pem(rsa.generate_private_key(65537, 3072)), "r.pem")
        assert not LogFolder(folder, place.keys, newer).is_wrapped(TREE)
        assert LogFolder(folder, place.keys, newer).wrap_all() == (TREE,)

    def test_another_private_key_or_a_damaged_copy_gives_nothing(
        self, folder: Path, private: rsa.RSAPrivateKey
    ) -> None:
        recovery = RecoveryKey.parse(public_pem(private), "r.pem")
        path = folder.with_name("copy.txt")
        path.write_text(WrappedKey.wrap("log x", bytes(32), recovery).text)
        copy = WrappedKey.read(path)

        assert copy.unwrap(pem(private)) == bytes(32)
        for wrong in (
            pem(rsa.generate_private_key(65537, 2048)),
            pem(ec.generate_private_key(ec.SECP256R1())),
            pem(private, b"sealed"),
            b"nothing",
        ):
            with pytest.raises(LogKeyNotRecovered):
                copy.unwrap(wrong)
        path.write_text("{}")
        with pytest.raises(LogKeyNotRecovered):
            WrappedKey.read(path)

    def test_a_recovery_key_must_be_strong_and_a_public_one(
        self, private: rsa.RSAPrivateKey
    ) -> None:
        for wrong in (
            b"",
            pem(private),
            public_pem(rsa.generate_private_key(65537, 2048)),
            public_pem(ec.generate_private_key(ec.SECP256R1())),
        ):
            with pytest.raises(LogKeyNotRecovered):
                RecoveryKey.parse(wrong, "r.pem")


class TestBackup:
    """A copy of a log in use, and what can be put back from it."""

    def test_a_backup_of_a_log_in_use_is_a_log(self, folder: Path, tmp_path: Path) -> None:
        with closing(open_log(folder)) as log:
            fill(log, 300)
            told = back_up(log.folder, tmp_path / "copy")
            fill(log, 2)
            assert told.size == 301
        copy = LogFolder(tmp_path / "copy", log_folder(folder).keys)

        assert LogHead.parse((tmp_path / "copy" / "varmuuskopio.txt").read_text()) == told
        with closing(opened(copy)) as log:
            assert log.head() == told
            assert log.verify().intact
            assert log.folder.writer_id == log_folder(folder).writer_id
        with pytest.raises(LogUnavailable, match="not empty"):
            back_up(copy, tmp_path / "copy")

    def test_what_is_lost_or_broken_is_put_back_and_nothing_else(
        self, folder: Path, tmp_path: Path
    ) -> None:
        with closing(open_log(folder)) as log:
            fill(log, 4)
            back_up(log.folder, tmp_path / "copy")
            fill(log, 2)
        copy, place = LogFolder(tmp_path / "copy", log_folder(folder).keys), log_folder(folder)
        assert restore(copy, place) == ()

        place.file_of(TREE).write_bytes(b"broken" * 1000)
        assert restore(copy, place) == (TREE,)
        with closing(open_log(folder)) as log:
            assert log.head().size == 5
        assert list(folder.rglob("*.rikki"))

    def test_a_log_that_was_begun_anew_takes_the_name_of_its_backup_unless_it_has_files(
        self, folder: Path, tmp_path: Path
    ) -> None:
        with closing(open_log(folder)) as log:
            fill(log, 4)
            back_up(log.folder, tmp_path / "copy")
        keys = log_folder(folder).keys
        copy, place = LogFolder(tmp_path / "copy", keys), LogFolder(tmp_path / "new", keys)
        assert place.writer_id != copy.writer_id

        assert restore(copy, place) == (TREE,)
        with closing(opened(LogFolder(tmp_path / "new", keys))) as log:
            assert log.head().size == 5

        other = LogFolder(tmp_path / "other", keys)
        with closing(opened(other)) as log:
            fill(log, 2)
        other.file_of(TREE).write_bytes(b"broken" * 1000)
        with pytest.raises(LogUnavailable, match="another log"):
            restore(copy, other)

    def test_a_damaged_log_is_not_backed_up_as_if_it_were_whole(
        self, folder: Path, tmp_path: Path
    ) -> None:
        with closing(open_log(folder)) as log:
            fill(log, 4)
        with closing(log_folder(folder).writer(TREE)) as other:
            other.execute("DROP TRIGGER event_no_update")
            other.execute("UPDATE event SET entry = replace(entry, 'Maija', 'Mauno')")
        with pytest.raises(LogDamaged):
            back_up(log_folder(folder), tmp_path / "copy")


def test_a_register_is_handed_over_as_plain_files(folder: Path, tmp_path: Path) -> None:
    with closing(open_log(folder)) as log:
        fill(log, 5)
        log.keep_note(log.head().trees[0], "huomautus")
        head = log.head()
    target = tmp_path / "out"

    assert hand_over(log_folder(folder), REGISTER.key, target) == head

    lines = (target / "2026.jsonl").read_bytes().splitlines()
    tree = Frontier()
    for number, line in enumerate(lines, 1):
        leaf = leaf_hash(line)
        assert f"{number} {leaf.hex()}" in (target / "2026.sha256").read_text()
        tree = tree.plus(leaf)
    assert (tree.size, tree.root) == (head.trees[0].size, head.trees[0].root)
    assert LogHead.parse((target / "juuret.txt").read_text()) == head
    assert "huomautus" in (target / "2026.txt").read_text()
    assert REGISTER.key in (target / "LUE.txt").read_text(encoding="utf-8")
    with pytest.raises(LogUnavailable, match="not empty"):
        hand_over(log_folder(folder), REGISTER.key, target)


def test_a_synchronised_folder_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(LogPlaceUnsafe) as caught:
        open_log(tmp_path / "OneDrive - Hoiva Oy" / "accesslog")

    assert caught.value.fields["reason"] == "OneDrive - Hoiva Oy"
    assert not (tmp_path / "OneDrive - Hoiva Oy").exists()


class TestCarryingOver:
    """What the first form of the log left goes on to hold, byte for byte."""

    def test_old_entries_keep_their_bytes_root_and_proofs(self, folder: Path) -> None:
        entries = old_entries(301)
        tree = write_old_log(folder, entries)

        with closing(open_log(folder)) as log:
            carried = log.head().of(TreeName(CARRIED, 2026))
            assert carried is not None
            assert (carried.size, carried.root) == (301, tree.root)
            for seq in (1, 150, 301):
                proof = log.prove(EventRef(CARRIED, 2026, seq))
                assert holds(proof)
                assert (proof.entry, proof.root) == (entries[seq - 1], tree.root)
            assert log.verify().intact
        assert not list(folder.glob("*.db"))
        assert not is_plain(log_folder(folder).file_of(TreeName(CARRIED, 2026)))

    def test_each_register_finds_its_old_events_and_no_other_s(self, folder: Path) -> None:
        write_old_log(folder, old_entries(40))

        with closing(open_log(folder)) as log:
            own = log.search(EventFilter(register=REGISTER.key), limit=100).events
            every = log.count(EventFilter())

        assert own
        assert {event.register_key for event in own} == {REGISTER.key}
        assert len(own) < every

    def test_an_act_that_was_cut_short_before_is_settled_in_its_own_register(
        self, folder: Path
    ) -> None:
        write_old_log(folder, old_entries(41))

        with closing(open_log(folder)) as log:
            (lost,) = log.unsettled()
            assert lost.ref == EventRef(CARRIED, 2026, 41)
            settled = log.settle(lost.ref, Outcome(Phase.UNKNOWN))
            assert settled.register == lost.register_key
            assert log.event(settled).intent_ref == lost.ref
        with closing(open_log(folder)) as log:
            assert log.unsettled() == ()
            assert log.verify().intact

    def test_a_changed_old_file_is_not_carried_over_and_not_touched(self, folder: Path) -> None:
        write_old_log(folder, old_entries(20))
        path = folder / "kayttoloki-2025.db"
        with closing(connect(path, None)) as other:
            other.execute("UPDATE event SET entry = replace(entry, 'Maija', 'Mauno') WHERE seq = 3")
        kept = path.read_bytes()

        with pytest.raises(LogDamaged):
            open_log(folder)

        assert path.read_bytes() == kept
        assert not log_folder(folder).file_of(TreeName(CARRIED, 2026)).exists()

    def test_a_crash_in_between_is_gone_on_from(self, folder: Path) -> None:
        tree = write_old_log(folder, old_entries(20))
        saved = {path.name: path.read_bytes() for path in folder.glob("*.db")}
        assert carry_over(log_folder(folder)) is not None
        for name, content in saved.items():  # as if the old files had not been removed yet
            (folder / name).write_bytes(content)
        (folder / "vanha-kesken").mkdir()

        with closing(open_log(folder)) as log:
            carried = log.head().of(TreeName(CARRIED, 2026))

        assert carried is not None
        assert carried.root == tree.root
        assert not list(folder.glob("*.db"))


def test_entries_are_loaded_only_with_the_numbers_that_follow(folder: Path) -> None:
    place = log_folder(folder)
    with (
        closing(place.writer(TREE)) as connection,
        pytest.raises(LogDamaged, match="no hash for the events from 1 to 1"),
    ):
        load(connection, TREE, old_entries(3)[1:])
