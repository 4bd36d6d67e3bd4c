#!/usr/bin/env python3
# ruff: noqa: E501, T201, UP017 (Python 3.9, a command, texts one a line)
"""Checks the whole access log of a register of Kanta Desk, as handed over, without Kanta Desk.

    python3 kanta_register.py FOLDER [--anchors FILE|FOLDER] [--root FILE] [--language fi|sv|en]

FOLDER is the whole log of a register as it was handed over, with its witnesses in it.
--anchors: a text file of checkpoints that was kept outside the workstation, or a folder of them.
--root: the card issuer's certificate (PEM or DER), got from the issuer itself. Exit status: 0 what
the files claim holds, 1 it does not, 2 a file cannot be read.

Needs Python 3.9 or newer and kanta_proof.py in the folder where this file is, nothing else: hashes,
signatures, certificates and signed texts are checked there, as for a single proof. Here: that every
event leads to the root of its year, that none is gone but by an act of disposal and when it was old
enough, and that checkpoints, seals, cards and each year's first event are of this very log.
"""

import argparse
import base64
import datetime
import json
import os
import runpy
import sys
import types

MISSING = """\
Tiedostoa kanta_proof.py ei ole kansiossa {0}: tarkastus tarvitsee sen.
Filen kanta_proof.py finns inte i mappen {0}: kontrollen behöver den.
The file kanta_proof.py is not in the folder {0}: the check needs it."""


def beside():
    """kanta_proof.py of this file's own folder, and no other of that name."""
    folder = os.path.dirname(os.path.abspath(__file__))
    path = os.path.join(folder, "kanta_proof.py")
    if not os.path.isfile(path):
        print(MISSING.format(folder), file=sys.stderr)
        sys.exit(2)
    return types.SimpleNamespace(**runpy.run_path(path))


proof = beside()
CARRIED = "vanha"
YEARS = 12
SLACK = datetime.timedelta(days=2)


class Tree:
    """One year of the log: a hash tree of its own, read from the files of one name."""

    def __init__(self, folder, line):
        name, size, root = line.rsplit(" ", 2)
        self.name, self.size, self.root = name, int(size), proof.b64(root)
        self.register, _, self.year = name.rpartition("/")
        self.is_carried = self.register == CARRIED
        if not self.year.isdigit():
            raise ValueError("not a year")
        stem = CARRIED + "-" + self.year if self.is_carried else self.year
        self.base = os.path.join(folder, stem)
        self.pruned, self.nodes, self.roots, self.wanted = [], {}, {}, {self.size}
        for line in self.lines(".havitetty.jsonl"):
            said = json.loads(line)
            act = json.loads(said["note"])["event"]
            self.pruned.append((int(said["from"]), int(said["to"]), act))
        for line in self.lines(".solmut.txt"):
            level, position, kept = line.split()
            self.nodes[int(level), int(position)] = bytes.fromhex(kept.decode())
        self.points = [proof.Checkpoint(whole) for whole in self.notes(".txt")]
        self.wanted.update(point.size for point in self.points)
        self.peaks, self.grown, self.latest, self.gaps = [], 0, 0, {}

    def lines(self, ending):
        if not os.path.exists(self.base + ending):
            return
        with open(self.base + ending, "rb") as file:
            while True:
                line = file.readline(proof.MAX_FILE)
                if not line:
                    return
                if not line.endswith(b"\n"):
                    raise ValueError("a line without its end")
                yield line[:-1]

    def notes(self, ending):
        if not os.path.exists(self.base + ending):
            return []
        return notes_in(proof.read(self.base + ending).decode("utf-8"))

    def add(self, level, top):
        at = self.grown >> level
        while at & 1:
            top, at = proof.node_hash(self.peaks.pop(), top), at >> 1
        self.peaks.append(top)
        self.grown += 1 << level
        if self.grown in self.wanted:
            root = self.peaks[-1]
            for peak in reversed(self.peaks[:-1]):
                root = proof.node_hash(peak, root)
            self.roots[self.grown] = root

    def skip_to(self, size):
        """Grow over events that were disposed of, by the nodes that are left of them."""
        if self.grown < size:
            self.gaps[self.grown + 1] = self.latest
        for stop in sorted({cut for cut in self.wanted if self.grown < cut < size} | {size}):
            while self.grown < stop:
                number = self.grown + 1
                if not any(first <= number <= last for first, last, _ in self.pruned):
                    raise proof.Bad("missing-event", self.name, number)
                level = (stop - self.grown).bit_length() - 1
                if self.grown:
                    level = min(level, (self.grown & -self.grown).bit_length() - 1)
                found = self.found(level, self.grown >> level)
                if found is None:
                    raise proof.Bad("missing-event", self.name, number)
                self.add(level, found)

    def found(self, level, position):
        if (level, position) in self.nodes or level == 0:
            return self.nodes.get((level, position))
        left = self.found(level - 1, 2 * position)
        right = self.found(level - 1, 2 * position + 1) if left else None
        return proof.node_hash(left, right) if left and right else None


def notes_in(text):
    """Signed notes one after the other; what a crash left unfinished at the end is not one."""
    parts = text.split("\n\n")
    return [parts[at] + "\n\n" + parts[at + 1].rstrip("\n") for at in range(0, len(parts) - 1, 2)]


def heads_in(text):
    """Size and root by tree, as a statement or a year's first event names them."""
    words = [line.split(" ") for line in text.split("\n") if line and not line.startswith("keys ")]
    return {name: (int(size), proof.b64(root)) for name, size, root in words}


def evidence_of(fields):
    """What proves an event, in its last place."""
    last = fields[36] if len(fields) > 36 else None
    return last[1] if last and len(last) > 1 and last[1] else ""


def telling_events(tree):
    """The events that say something of the log itself: years, disposals, what cards signed."""
    first = True
    for line in tree.lines(".jsonl"):
        if first or b'\\"heads\\"' in line or "LOKIN_HÄVITYS".encode() in line:
            yield json.loads(line)
        first = False


def progress(name, done, whole):
    """How far it is, where somebody watches."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(name + " " + str(done) + "/" + str(whole) + "   \r")
        sys.stderr.flush()


def grow(tree, register):
    """Make the tree of the events; its roots at all sizes that somebody vouched for."""
    entries, waiting = tree.lines(".jsonl"), None
    for row in tree.lines(".sha256"):
        number, kept = row.split()
        seq, leaf = int(number), bytes.fromhex(kept.decode())
        if seq <= tree.grown:
            raise proof.Bad("bad-number-of", tree.name, seq)
        tree.skip_to(seq - 1)
        if waiting is None:
            waiting = next(entries, None)
        fields = json.loads(waiting) if waiting is not None else None
        if fields is not None and fields[1] == seq:
            if proof.leaf_hash(waiting) != leaf:
                raise proof.Bad("bad-event", tree.name, seq)
            if "/".join(fields[14][:2]) != register:
                raise proof.Bad("bad-register", tree.name, seq)
            waiting, tree.latest = None, max(tree.latest, fields[3])
        elif not tree.is_carried:
            raise proof.Bad("bad-number-of", tree.name, seq)
        tree.add(0, leaf)
        if seq % 10000 == 0:
            progress(tree.name, seq, tree.size)
    if waiting is not None or next(entries, None) is not None:
        raise proof.Bad("bad-number-of", tree.name, tree.grown + 1)
    if tree.grown < tree.size:
        tree.skip_to(tree.size)
    if tree.grown != tree.size or tree.roots[tree.size] != tree.root:
        raise proof.Bad("bad-root", tree.name)


def check_chain(folder, writer, report):
    """The keys of the workstation by their epoch, each with when it began and when the next did."""
    path = os.path.join(folder, "avainketju.txt")
    links = [proof.Note(whole) for whole in notes_in(proof.read(path).decode("utf-8"))]
    before, broken, keys = None, False, {}
    for link in links:
        epoch = int(link.said["epoch"])
        if link.lines[0] != "kanta-desk/" + writer + "/keys" or epoch in keys:
            raise proof.Bad("bad-link", epoch)
        if before is not None and link.said["previous"] != "-":
            if not proof.follows(link, before):
                raise proof.Bad("bad-link", epoch)
        elif not link.is_signed_by(link.key):
            raise proof.Bad("bad-link", epoch)
        elif before is not None:
            broken = True
            report.leave("broken-chain", epoch)
        if before is not None:
            keys[int(before.said["epoch"])][2] = proof.at(link.said["since"])
        keys[epoch] = [link.key, proof.at(link.said["since"]), None]
        before = link
    if links and not broken:
        report.add("chain", len(links), links[0].said["since"])
    return keys


def check_signed(note, epoch, time, keys, name):
    """A note was signed by the key of its epoch, in its time."""
    key, since, until = keys.get(epoch, (None, None, None))
    if key is None or key != note.key or not note.is_signed_by(key):
        raise proof.Bad("bad-note-of", name, time)
    then, drift = proof.at(time), proof.DRIFT
    if then < since - drift or (until is not None and then > until + drift):
        raise proof.Bad("bad-epoch", epoch)


def check_points(tree, writer, keys, report):
    """Every checkpoint of a year agrees with its events and follows the one before."""
    before, digest = None, "-"
    for count, point in enumerate(tree.points):
        name = point.origin + " " + str(point.size)
        in_turn = point.said["previous"] == digest and (before is None or point.size >= before.size)
        if point.origin != "kanta-desk/" + writer + "/" + tree.name or not in_turn:
            raise proof.Bad("bad-order", name)
        if point.size > tree.size or tree.roots[point.size] != point.root:
            raise proof.Bad("bad-point", tree.name, point.size)
        check_signed(point, point.epoch, point.time, keys, tree.name)
        before, digest = point, base64.b64encode(proof.sha256(point.text.encode())).decode()
        progress(tree.name, count, len(tree.points))
    if before is None:
        report.leave("no-points", tree.name)
        return
    report.add("points", tree.name, len(tree.points), tree.points[0].time, before.time)
    if before.size < tree.size:
        report.leave("unsigned", tree.name, tree.size - before.size)
    for whole in tree.notes(".sinetti.txt"):
        seal = proof.Note(whole)
        said = (seal.lines[0], seal.lines[1], proof.b64(seal.lines[2]))
        if said != ("kanta-desk/" + writer + "/" + tree.name + "/seal", str(tree.size), tree.root):
            raise proof.Bad("bad-seal", tree.name)
        check_signed(seal, int(seal.said["epoch"]), seal.said["time"], keys, tree.name)
        report.add("sealed", tree.name, seal.said["time"])


def check_openings(trees, firsts):
    """Each year's first event names the year before it as it ended."""
    by_name = {tree.name: tree for tree in trees}
    earlier = {}
    for tree in trees:
        named = firsts.get(tree.name, {})
        before = earlier.get(tree.register)
        if before is not None and not tree.is_carried and before.name not in named:
            raise proof.Bad("bad-opening", tree.name, before.name)
        for name, (size, root) in named.items():
            other = by_name.get(name)
            if name.rpartition("/")[0] == tree.register:
                if other is None:
                    raise proof.Bad("missing-year", name)
                if other.size != size:
                    raise proof.Bad("bad-opening", tree.name, name)
            if other is not None and (size > other.size or other.roots.get(size) != root):
                raise proof.Bad("bad-opening", tree.name, name)
        earlier[tree.register] = tree


def moment_of(milliseconds):
    """An event's time."""
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.timezone.utc)


def check_disposals(trees, acts, report):
    """What is gone went by an act that the log holds, and was old enough."""
    for tree in trees:
        last_of_before = 0 if tree.is_carried else 1  # a year's first event stays
        for first, last, event in sorted(tree.pruned):
            if not last_of_before < first <= last <= tree.size:
                raise proof.Bad("bad-disposal", tree.name, first, last)
            last_of_before = last
            act = acts.get(event)
            if act is not None:
                check_disposal(tree, first, last, act, outcomes_of(event, acts), report)
            elif is_gone(event, tree, trees):
                report.leave("disposal-elsewhere", tree.name, first, last)
            else:
                raise proof.Bad("bad-disposal", tree.name, first, last)
        if tree.pruned:
            gone = sum(last - first + 1 for first, last, _ in tree.pruned)
            report.add("disposed", tree.name, gone)


def is_gone(event, tree, trees):
    """Whether the act that disposed of a range can itself have been disposed of since."""
    name, _, number = event.rpartition("/")
    if tree.is_carried and not any(name == other.name for other in trees):
        return True  # another register's act on the common log
    late = int(name.rpartition("/")[2]) >= int(tree.year) + YEARS
    return late and any(
        low <= int(number) <= high
        for other in trees
        if other.name == name
        for low, high, _ in other.pruned
    )


def outcomes_of(event, acts):
    """How an act ended: the phases of the events that settle it."""
    place, _, number = event.rpartition("/")
    register, _, year = place.rpartition("/")
    known = ([register, int(year), int(number)], int(number))
    return [
        fields[6]
        for name, fields in acts.items()
        if len(fields) > 35
        and (fields[35] == known[0] or (fields[35] == known[1] and name.startswith(place + "/")))
    ]


def check_disposal(tree, first, last, act, outcomes, report):
    """One range: named by the act, approved, carried out, and twelve years old then."""
    plan = json.loads(evidence_of(act)) if act[6] == "aie" else {"disposal": ""}
    named = plan["disposal"] == tree.name and [first, last] in plan["ranges"]
    if not named or not plan["approvals"]:
        raise proof.Bad("bad-disposal", tree.name, first, last)
    if any(phase != "toteutui" for phase in outcomes):
        raise proof.Bad("bad-disposal", tree.name, first, last)
    if plan["size"] > tree.size or tree.roots.get(plan["size"]) != proof.b64(plan["root"]):
        raise proof.Bad("bad-disposal", tree.name, first, last)
    if not outcomes:
        report.leave("disposal-open", tree.name, first, last)
    then = moment_of(act[3])
    day = 28 if (then.month, then.day) == (2, 29) else then.day
    limit = then.replace(year=then.year - YEARS, day=day) + SLACK
    times = [proof.at(p.time) for p in tree.points if first <= p.size <= last]
    times += [proof.at(p.time) for p in tree.points if p.size < first][-1:]
    times += [moment_of(time) for start, time in tree.gaps.items() if start <= first]
    if any(time > limit for time in times):
        raise proof.Bad("bad-age", tree.name, first, last)


def check_statements(trees, statements, register, keys, roots, report):
    """What cards signed of the log, and of the workstation's key, is what they were then."""
    by_name, signers = {tree.name: tree for tree in trees}, {}
    for place, card in statements:
        certificate, time = proof.signed_heads(card)
        for name, (size, root) in heads_in(card["heads"]).items():
            tree = by_name.get(name)
            if tree is None and name.rpartition("/")[0] == register:
                raise proof.Bad("missing-year", name)
            if tree is not None and size and (size > tree.size or tree.roots.get(size) != root):
                raise proof.Bad("bad-card-of", certificate.name, place, name)
        for words in (line.split(" ") for line in card["heads"].split("\n")):
            if words[0] == "keys" and keys.get(int(words[1]), [None])[0] != proof.b64(words[2]):
                raise proof.Bad("bad-epoch", words[1])
        issuers = [proof.Certificate(proof.b64(c)) for c in card["issuers"]]
        proof.check_path(certificate, issuers, roots, time, report)
        signers.setdefault(certificate.name, []).append(time)
    for name, times in sorted(signers.items()):
        report.add("signer", name, len(times), min(times), max(times))
    if not statements:
        report.leave("no-card")


def anchored_points(path, writer):
    """The checkpoints of this log that were kept elsewhere."""
    names = [path]
    if os.path.isdir(path):
        names = sorted(os.path.join(path, n) for n in os.listdir(path) if n.endswith(".txt"))
    points = []
    for name in names:
        for whole in notes_in(proof.read(name).decode("utf-8", "replace")):
            if whole.startswith("kanta-desk/" + writer + "/") and "/keys\n" not in whole[:80]:
                points.append(proof.Checkpoint(whole))
    return points


def check_anchored(trees, points, report):
    """The log is the one whose checkpoints were kept elsewhere."""
    by_name, found = {tree.name: tree for tree in trees}, 0
    for point in points:
        tree = by_name.get(point.tree)
        if tree is None:
            continue
        if point.size > tree.size:
            raise proof.Bad("bad-short", tree.name, tree.size, point.size)
        if tree.roots[point.size] != point.root:
            raise proof.Bad("bad-anchor", point.size)
        found += 1
    if found:
        report.add("all-anchored", found)
    else:
        report.leave("not-anchored")


def check_register(folder, arguments, report):
    """All of a register's log as it was handed over; a line that says which it is."""
    said = json.loads(proof.read(os.path.join(folder, "luovutus.json")))
    if said["form"] != "kanta-desk handover 1":
        raise ValueError("another form of handover")
    register, writer = said["register"], said["writer"]
    heads = proof.read(os.path.join(folder, "juuret.txt")).decode("utf-8").splitlines()
    trees = sorted((Tree(folder, line) for line in heads), key=lambda t: (not t.is_carried, t.year))
    if any(tree.register not in (register, CARRIED) for tree in trees):
        raise proof.Bad("bad-heads")
    roots = proof.read_certificates(arguments.root) if arguments.root else []
    keys = check_chain(folder, writer, report)
    statements, firsts, acts, vouched = [], {}, {}, []
    for tree in trees:
        for fields in telling_events(tree):
            place, evidence = tree.name + "/" + str(fields[1]), evidence_of(fields)
            if fields[5] == "LOKIVUOSI_ALKOI":
                firsts[tree.name] = heads_in(evidence)
            elif fields[5] == "LOKIN_HÄVITYS":
                acts[place] = fields
                if fields[6] == "aie":
                    plan = json.loads(evidence)
                    planned_on = (int(plan["size"]), proof.b64(plan["root"]))
                    vouched.append({plan["disposal"]: planned_on})
            elif fields[6] == "toteutui" and evidence.startswith('{"message": "'):
                card = json.loads(evidence)
                if "heads" in card:
                    statements.append((place, card))
    points = anchored_points(arguments.anchors, writer) if arguments.anchors else []
    vouched += [heads_in(card["heads"]) for _, card in statements] + list(firsts.values())
    for tree in trees:
        tree.wanted.update(p.size for p in points if p.tree == tree.name)
        tree.wanted.update(named[tree.name][0] for named in vouched if tree.name in named)
        grow(tree, register)
        report.add("year", tree.name, tree.size)
    for tree in trees:
        check_points(tree, writer, keys, report)
    check_openings(trees, firsts)
    check_disposals(trees, acts, report)
    check_statements(trees, statements, register, keys, roots, report)
    if arguments.anchors:
        check_anchored(trees, points, report)
    else:
        report.leave("no-anchors")
    report.leave("elsewhere")
    return report.text("register", register, len(trees), sum(tree.size for tree in trees))


def check(arguments, report):
    print(check_register(arguments.folder, arguments, report))


def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    return proof.run(check, parser, words)


# Each text in Finnish, Swedish and English; the report's others are in kanta_proof.py.
TEXTS = """
register: Rekisterin {0} käyttöloki: {1} tiedostoa, {2} tapahtumaa | Användningsloggen för registret {0}: {1} filer, {2} händelser | The access log of register {0}: {1} files, {2} events
year: {0}: kaikki {1} tapahtumaa johtavat ilmoitettuun juureen, yhtään ei ole jätetty pois eikä muutettu juuren synnyn jälkeen. | {0}: alla {1} händelser leder till den uppgivna roten; ingen har utelämnats eller ändrats sedan roten uppstod. | {0}: all {1} events lead to the root that is stated; none was left out or changed since that root came to be.
points: {0}: {1} allekirjoitettua tarkistuspistettä {2} – {3} ovat samaa historiaa. | {0}: {1} undertecknade kontrollpunkter {2} – {3} är samma historia. | {0}: {1} signed checkpoints from {2} to {3} are of the same history.
sealed: {0}: vuosi on sinetöity {1}. | {0}: året förseglades {1}. | {0}: the year was sealed at {1}.
chain: Avainketju on eheä: {0} avainta, ensimmäinen otettu käyttöön {1}. | Nyckelkedjan är hel: {0} nycklar, den första togs i bruk {1}. | The key chain is whole: {0} keys, the first in use since {1}.
signer: Kortti ”{0}” on allekirjoittanut lokin {1} kertaa ({2} – {3}); loki oli silloin sama kuin nyt. | Kortet ”{0}” undertecknade loggen {1} gånger ({2} – {3}); loggen var då densamma som nu. | The card “{0}” signed the log {1} times ({2} to {3}); the log was then as it is now.
disposed: {0}: {1} tapahtumaa on hävitetty lokiin kirjatulla päätöksellä. | {0}: {1} händelser har gallrats genom beslut som antecknats i loggen. | {0}: {1} events were disposed of by acts that the log holds.
all-anchored: {0} muualla säilytettyä tarkistuspistettä ovat tämän lokin. | {0} kontrollpunkter som bevaras annanstans är denna loggs. | {0} checkpoints that were kept elsewhere are of this log.
no-points: {0}: että joku olisi allekirjoittanut vuoden: tarkistuspisteitä ei ole. | {0}: att någon har undertecknat året: det finns inga kontrollpunkter. | {0}: that anybody signed the year: there are no checkpoints.
unsigned: {0}: viimeiset {1} tapahtumaa: niitä ei kata mikään tarkistuspiste. | {0}: de sista {1} händelserna: ingen kontrollpunkt täcker dem. | {0}: the last {1} events: no checkpoint covers them.
broken-chain: Että avaimet ennen avainta {0} ja siitä alkaen ovat saman työaseman: avainketju alkaa siitä uudelleen. | Att nycklarna före nyckel {0} och från den är samma arbetsstations: kedjan börjar där på nytt. | That the keys before key {0} and from it on are of one workstation: the chain begins anew there.
disposal-open: {0}: että tapahtumien {1}–{2} hävitys vietiin loppuun: sen päättymistä ei ole kirjattu. | {0}: att gallringen av händelserna {1}–{2} slutfördes: att den avslutades har inte antecknats. | {0}: that the disposal of events {1}–{2} was finished: no end of it is recorded.
disposal-elsewhere: {0}: millä päätöksellä tapahtumat {1}–{2} hävitettiin: päätös ei ole näissä tiedostoissa. | {0}: genom vilket beslut händelserna {1}–{2} gallrades: beslutet finns inte i dessa filer. | {0}: by what act events {1}–{2} were disposed of: it is not in these files.
missing-event: {0}: tapahtuma {1} puuttuu, eikä sitä ole hävitetty. | {0}: händelse {1} saknas utan att ha gallrats. | {0}: event {1} is missing and was not disposed of.
bad-event: {0}: tapahtumaa {1} on muutettu. | {0}: händelse {1} har ändrats. | {0}: event {1} was changed.
bad-number-of: {0}: tapahtumat eivät ole järjestyksessä kohdassa {1}. | {0}: händelserna är inte i ordning vid {1}. | {0}: the events are not in order at {1}.
bad-register: {0}: tapahtuma {1} on toisen rekisterin. | {0}: händelse {1} hör till ett annat register. | {0}: event {1} is another register's.
bad-root: {0}: tapahtumat eivät johda ilmoitettuun juureen. | {0}: händelserna leder inte till den uppgivna roten. | {0}: the events do not lead to the root that is stated.
bad-point: {0}: tarkistuspisteen ({1} tapahtumaa) juuri on toinen kuin tapahtumien. | {0}: kontrollpunktens ({1} händelser) rot är en annan än händelsernas. | {0}: the checkpoint of {1} events has another root than the events.
bad-order: Tarkistuspiste {0} ei jatka edellistä. | Kontrollpunkten {0} fortsätter inte den föregående. | Checkpoint {0} does not follow the one before.
bad-note-of: {0}: allekirjoitus {1} on väärä tai sen avain ei ole ketjussa. | {0}: underskriften {1} är fel eller nyckeln finns inte i kedjan. | {0}: the signature of {1} is wrong, or its key is not in the chain.
bad-seal: {0}: sinetti koskee toista lokia. | {0}: sigillet gäller en annan logg. | {0}: the seal is of another log.
bad-opening: Vuosi {0} alkoi toisesta lokista kuin {1} on. | Året {0} började från en annan logg än {1} är. | Year {0} began from another log than {1} is.
missing-year: Vuosi {0} puuttuu. | Året {0} saknas. | Year {0} is missing.
bad-disposal: {0}: tapahtumien {1}–{2} hävitykselle ei ole päätöstä. | {0}: det finns inget beslut om gallringen av händelserna {1}–{2}. | {0}: nothing backs the disposal of events {1}–{2}.
bad-age: {0}: tapahtumat {1}–{2} on hävitetty liian aikaisin. | {0}: händelserna {1}–{2} gallrades för tidigt. | {0}: events {1}–{2} were disposed of too early.
bad-card-of: Kortti ”{0}” allekirjoitti ({1}) lokista {2} toista kuin nyt on. | Kortet ”{0}” undertecknade ({1}) en annan logg {2} än den som nu finns. | The card “{0}” signed ({1}) another log {2} than there is now.
bad-short: {0}: lokissa on {1} tapahtumaa, mutta muualla säilytetty tarkistuspiste on {2} tapahtumasta. | {0}: loggen har {1} händelser, men en kontrollpunkt som bevaras annanstans gäller {2}. | {0}: the log has {1} events, but a checkpoint kept elsewhere is of {2}.
"""
proof.TEXTS.update(line.split(": ", 1) for line in TEXTS.strip().split("\n"))


if __name__ == "__main__":
    sys.exit(main())
