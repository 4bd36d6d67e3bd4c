"""The Merkle tree, against an independent recursive reading of RFC 9162."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.accesslog.tree import (
    Frontier,
    Node,
    aligned,
    consistency_path,
    folded,
    inclusion_path,
    is_consistent,
    leaf_hash,
    node_hash,
    peaks_of,
    root_at,
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


def subproof(m: int, entries: list[bytes], *, whole: bool) -> list[bytes]:
    """SUBPROOF of RFC 9162 §2.1.4.1, word for word."""
    n = len(entries)
    if m == n:
        return [] if whole else [mth(entries)]
    k = 1
    while k * 2 < n:
        k *= 2
    if m <= k:
        return [*subproof(m, entries[:k], whole=whole), mth(entries[k:])]
    return [*subproof(m - k, entries[k:], whole=False), mth(entries[:k])]


@given(st.integers(1, 300), st.data())
def test_a_proof_of_growth_is_that_of_the_rfc_and_holds(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new))

    proof = consistency_path(old, new, node)

    assert list(proof) == subproof(old, ENTRIES[:new], whole=True)
    assert is_consistent(old, grown(old).root, new, grown(new).root, proof)


@given(st.integers(1, 300), st.data())
def test_a_proof_of_growth_holds_for_no_other_tree(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new))
    proof, first, second = consistency_path(old, new, node), grown(old).root, grown(new).root

    assert not is_consistent(old, bytes(32), new, second, proof)
    assert not is_consistent(old, first, new, bytes(32), proof)
    assert not is_consistent(old, first, new, second, (*proof, bytes(32)))
    if proof:
        assert not is_consistent(old, first, new, second, proof[:-1])
        assert not is_consistent(old, first, new, second, (bytes(32), *proof[1:]))


def test_every_tree_begins_with_the_empty_one_and_with_itself() -> None:
    assert consistency_path(0, 9, node) == consistency_path(9, 9, node) == ()
    assert is_consistent(0, grown(0).root, 9, grown(9).root, ())
    assert not is_consistent(0, bytes(32), 9, grown(9).root, ())
    assert is_consistent(9, grown(9).root, 9, grown(9).root, ())
    assert not is_consistent(9, grown(9).root, 8, grown(8).root, ())
    with pytest.raises(ValueError, match="smaller"):
        consistency_path(9, 8, node)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 7, 255, 256, 300, 699])
def test_the_root_at_an_earlier_size_is_the_root_there_was(size: int) -> None:
    assert root_at(size, node) == grown(size).root


@given(st.integers(0, 699), st.integers(0, 699))
def test_an_aligned_range_is_made_of_whole_subtrees_without_gap(one: int, other: int) -> None:
    low, high = sorted((one, other))
    at = low

    for level, position in aligned(low, high):
        assert position << level == at
        at += 1 << level

    assert at == high


@pytest.mark.parametrize("level", [0, 1, 4, 8])
def test_folding_a_power_of_two_of_leaves_gives_their_node(level: int) -> None:
    assert folded(LEAVES[: 1 << level]) == node(level, 0)


@given(st.integers(2, 300), st.data())
def test_what_is_kept_of_a_disposed_range_is_enough_for_every_later_proof(
    size: int, data: st.DataObject
) -> None:
    low = data.draw(st.integers(0, size - 1))
    high = data.draw(st.integers(low + 1, size))
    vouched = data.draw(st.integers(1, size))
    cuts = [low, *([vouched] if low < vouched < high else []), high]
    kept = {place: node(*place) for start, end in pairwise(cuts) for place in aligned(start, end)}

    def left(level: int, position: int) -> bytes:
        if (level, position) in kept:
            return kept[level, position]
        if level == 0:
            assert not low <= position < high, "asks for what is gone"
            return LEAVES[position]
        return node_hash(left(level - 1, 2 * position), left(level - 1, 2 * position + 1))

    root = grown(size).root
    for index in (*range(low), *range(high, size)):
        assert root_by_path(LEAVES[index], index, size, inclusion_path(index, size, left)) == root
    proof = consistency_path(vouched, size, left)
    assert is_consistent(vouched, grown(vouched).root, size, root, proof)
