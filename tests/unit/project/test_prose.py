"""Modules are short and say what they are for; what is public is explained."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from statistics import median

from tests.helpers.tree import Module, modules, program

Explained = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def public(module: Module) -> Iterator[tuple[str, Explained]]:
    """Public classes, their public methods and properties, and public functions, with names."""

    def inside(node: ast.AST, name: str) -> Iterator[tuple[str, Explained]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, Explained) and not child.name.startswith("_"):
                if any(
                    ast.unparse(mark).endswith((".setter", "overload"))
                    for mark in child.decorator_list
                ):
                    continue
                yield f"{name}:{child.name}", child
                if isinstance(child, ast.ClassDef):
                    yield from inside(child, f"{name}:{child.name}")

    return inside(module.tree, module.name)


def test_every_module_says_what_it_is_for() -> None:
    assert [module.name for module in modules() if not ast.get_docstring(module.tree)] == []


def test_no_module_is_longer_than_500_lines() -> None:
    longer = {module.name: module.lines for module in modules() if module.lines > 500}
    # Given to third parties, who must be able to read all of it: one file by its nature.
    alone = longer.pop("resources/verifier/kanta_proof.py", 0)
    assert longer == {}
    assert alone <= 650


def test_the_median_module_fits_on_a_few_screens() -> None:
    assert median(module.lines for module in program()) <= 150


def test_at_least_95_per_cent_of_what_is_public_is_explained() -> None:
    all_of_it = [found for module in program() for found in public(module)]
    bare = [name for name, node in all_of_it if not ast.get_docstring(node)]
    assert len(bare) <= 0.05 * len(all_of_it), bare


def test_start_can_be_read_by_older_pythons_to_tell_them() -> None:
    start = next(module for module in modules() if module.name == "installers/start.py")
    ast.parse(start.text, feature_version=(3, 6))
