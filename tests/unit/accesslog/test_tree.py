"""The Merkle tree, against an independent recursive reading of RFC 9162."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.accesslog.tree import (
    Frontier,
    Node,
    inclusion_path,
    leaf_hash,
    peaks_of,
    root_by_path,
)

ENTRIES = [f"[1,{n},…]".encode() for n in range(1, 700)]
LEAVES = [leaf_hash(entry) for entry in ENTRIES]


def mth(entries: list[bytes]) -> bytes:
    """MTH of RFC 9162 §2.1.1, word for word."""
    n = len(entries)
    if n == 0:
        return sha256(b"").digest()
    if n == 1:
        return sha256(b"\x00" + entries[0]).digest()
    k = 1
    while k * 2 < n:
        k *= 2
    return sha256(b"\x01" + mth(entries[:k]) + mth(entries[k:])).digest()


def path(m: int, entries: list[bytes]) -> list[bytes]:
    """PATH of RFC 9162 §2.1.3.1, word for word."""
    n = len(entries)
    if n == 1:
        return []
    k = 1
    while k * 2 < n:
        k *= 2
    if m < k:
        return [*path(m, entries[:k]), mth(entries[k:])]
    return [*path(m - k, entries[k:]), mth(entries[:k])]


def grown(count: int) -> Frontier:
    tree = Frontier()
    for leaf in LEAVES[:count]:
        tree = tree.plus(leaf)
    return tree


def node(level: int, position: int) -> bytes:
    return mth(ENTRIES[position << level : (position + 1) << level])


def test_the_root_is_that_of_the_rfc_at_every_size() -> None:
    tree = Frontier()

    for size, leaf in enumerate(LEAVES[:300]):
        assert tree.root == mth(ENTRIES[:size])
        tree = tree.plus(leaf)


def test_the_roots_are_those_that_certificate_transparency_publishes() -> None:
    inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"]
    inputs.append("606162636465666768696a6b6c6d6e6f")
    tree = Frontier()
    for text in inputs:
        tree = tree.plus(leaf_hash(bytes.fromhex(text)))

    assert tree.root.hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


def test_each_complete_node_is_seen_once_as_it_becomes_complete() -> None:
    seen: list[Node] = []

    def see(found: Node) -> bytes:
        seen.append(found)
        return found.hash

    tree = Frontier()
    for leaf in LEAVES[:64]:
        tree = tree.plus(leaf, see)

    assert {(n.level, n.position) for n in seen} == {
        (level, at) for level in range(1, 7) for at in range(64 >> level)
    }
    assert len(seen) == 63
    assert all(n.hash == node(n.level, n.position) for n in seen)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 255, 256, 257, 511, 699])
def test_the_peaks_of_a_frontier_are_its_largest_complete_subtrees(size: int) -> None:
    assert [node(*peak) for peak in peaks_of(size)] == list(grown(size).peaks)


def test_a_frontier_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="peak"):
        Frontier(3, (bytes(32),))


@given(st.integers(1, 699), st.data())
def test_a_proof_of_inclusion_is_that_of_the_rfc_and_holds(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))

    proof = inclusion_path(index, size, node)

    assert list(proof) == path(index, ENTRIES[:size])
    assert root_by_path(LEAVES[index], index, size, proof) == grown(size).root


@given(st.integers(1, 699), st.data())
def test_a_proof_holds_for_no_other_event_place_or_path(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(0, size - 1).filter(lambda at: at != index)) if size > 1 else 1
    proof, root = inclusion_path(index, size, node), grown(size).root

    assert root_by_path(leaf_hash(b"forged"), index, size, proof) != root
    assert root_by_path(LEAVES[index], other, size, proof) != root
    assert root_by_path(LEAVES[index], index, size, (*proof, bytes(32))) != root
    if proof:
        assert root_by_path(LEAVES[index], index, size, proof[:-1]) != root


def test_there_is_no_proof_of_what_is_not_in_the_tree() -> None:
    with pytest.raises(ValueError, match="no such leaf"):
        inclusion_path(5, 5, node)
    assert root_by_path(LEAVES[0], 5, 5, ()) is None
    assert root_by_path(LEAVES[0], -1, 5, ()) is None
