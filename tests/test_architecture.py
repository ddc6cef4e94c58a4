"""The shape of the house: who may import whom, small rooms, and a test for every one of them."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from lintnews.plugins import load
from lintnews.setup import Setup, all_rules

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "lintnews"
LIMIT = 300

# Who may import whom, at run time. A name stands for the module and for everything below it; a room may always import
# from itself. The order is from the ground up: nothing may import what stands further down.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": set(),
    "patterns": set(),
    "state": set(),
    "lexicon": set(),
    "readability": set(),
    "yamlfile": {"errors"},
    "report": {"model"},
    "contract": {"model", "report"},
    "hookspecs": {"contract"},
    "sourcing": {"model", "patterns"},
    "credibility": {"model", "patterns", "sourcing"},
    "placing": {"contract", "model", "report", "patterns"},
    "register": {"errors", "yamlfile"},
    "config": {"errors", "model", "patterns", "yamlfile"},
    "files": {"errors", "model", "report", "patterns"},
    "reading": {"contract", "errors", "model", "patterns", "yamlfile"},
    "fixing": {"errors", "model", "report", "reading"},
    "extract": {"contract", "lexicon", "model", "patterns"},
    "ledger": {"contract", "model"},
    "checks": {"contract", "errors", "lexicon", "model", "patterns", "readability", "sourcing"},
    "reporters": {"contract", "model", "report", "patterns"},
    "factsheet": {"model", "placing"},
    "archive": {"checks", "credibility", "ledger", "lexicon", "model", "patterns", "placing", "sourcing"},
    "builtin": {"contract", "hookspecs", "model", "report"},
    "plugins": {"builtin", "contract", "errors", "hookspecs", "yamlfile"},
    "rulebook": {"contract", "errors", "model", "patterns", "yamlfile"},
    "rulestore": {"rulebook", "state"},
    "suppress": {"contract", "errors", "files", "model", "report", "placing", "rulebook", "yamlfile"},
    "pieces": {"contract", "model", "placing", "report"},
    "workshop": {
        "contract",
        "errors",
        "extract",
        "lexicon",
        "model",
        "pieces",
        "report",
        "placing",
        "plugins",
        "register",
        "rulebook",
    },
    "cache": {"state", "workshop"},
    "setup": {"checks", "config", "errors", "plugins", "register", "rulebook", "rulestore", "workshop", "yamlfile"},
    "workbench": {"errors", "report", "setup", "workshop"},
    "workers": {"errors", "report", "setup", "workbench"},
    "suspects": {"state"},
    "pool": {"report", "suspects", "workbench", "workers", "workshop"},
    "comparison": {"contract", "errors", "ledger", "model", "report", "workshop"},
    "engine": {
        "comparison",
        "contract",
        "errors",
        "ledger",
        "model",
        "report",
        "placing",
        "pool",
        "suppress",
        "workshop",
    },
    "comparers": {"comparison", "ledger", "placing", "report", "workbench", "workers"},
    "corpus": {"files", "report", "setup"},
    "seals": {"cache", "files", "ledger"},
    "standing": {"cache", "comparers", "corpus", "files", "ledger", "pool", "report", "seals", "state", "workshop"},
    "memo": {"cache", "report", "state", "suppress", "workshop"},
    "standing_run": {
        "cache",
        "comparers",
        "comparison",
        "contract",
        "corpus",
        "engine",
        "ledger",
        "memo",
        "model",
        "placing",
        "pool",
        "report",
        "standing",
        "suppress",
        "workshop",
    },
    "cluster": {
        "comparison",
        "contract",
        "engine",
        "errors",
        "files",
        "ledger",
        "model",
        "placing",
        "plugins",
        "register",
        "report",
        "rulebook",
        "rulestore",
        "setup",
        "suppress",
        "workshop",
    },
    "baseline": {"errors", "report"},
    "inquiry": {
        "comparison",
        "contract",
        "engine",
        "errors",
        "ledger",
        "model",
        "placing",
        "pool",
        "report",
        "suppress",
        "workshop",
    },
    "testing": {
        "config",
        "engine",
        "errors",
        "model",
        "plugins",
        "register",
        "report",
        "rulebook",
        "rulestore",
        "setup",
        "suppress",
        "workshop",
    },
    "cli": {"*"},
    "__main__": {"cli", "errors"},
    "__init__": set(),
}
THIRD_PARTY = {"errors": set(), "model": {"msgspec"}, "contract": {"msgspec"}, "hookspecs": {"pluggy"}}


def modules() -> list[Path]:
    """All modules of the package."""
    return sorted(p for p in PACKAGE.rglob("*.py") if "__pycache__" not in p.parts)


def dotted(path: Path) -> str:
    """`lintnews.checks.names` for its file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def room(name: str) -> str:
    """`checks` for `lintnews.checks.names`."""
    return [*name.split("."), "__init__"][1]


@cache
def imports(path: Path) -> frozenset[str]:
    """What a module imports at run time, anywhere in it; imports for type checkers alone are left out."""
    found: set[str] = set()

    def visit(node: ast.AST) -> None:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for other in node.orelse:
                visit(other)
            return
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            names = {f"{base}.{alias.name}" for alias in node.names}
            found.update(names & known() or {base})
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(ast.parse(path.read_text(encoding="utf-8")))
    return frozenset(found)


@cache
def known() -> set[str]:
    """The dotted names of all modules."""
    return {dotted(path) for path in modules()}


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_nothing_imports_upward(path: Path) -> None:
    own = room(dotted(path))
    allowed = MAY_IMPORT[own]
    ours = {room(name) for name in imports(path) if name.split(".")[0] == "lintnews" and name != "lintnews"}
    wrong = set() if "*" in allowed else ours - allowed - {own}
    assert not wrong, f"{dotted(path)} may not import {', '.join(sorted(wrong))}"


@pytest.mark.parametrize("name", THIRD_PARTY)
def test_the_ground_floor_needs_little(name: str) -> None:
    import sys

    foreign = {n.split(".")[0] for n in imports(PACKAGE / f"{name}.py")} - set(sys.stdlib_module_names) - {"lintnews"}
    assert foreign <= THIRD_PARTY[name]


def test_the_table_speaks_of_rooms_that_exist() -> None:
    assert {room(dotted(path)) for path in modules()} == set(MAY_IMPORT)
    rooms = list(MAY_IMPORT)
    for name, allowed in MAY_IMPORT.items():
        later = {other for other in allowed - {"*"} if rooms.index(other) > rooms.index(name)}
        assert not later, f"{name} may import {later}, which stand further up the house"


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_modules_are_small(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= LIMIT


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_every_public_name_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    inner = [node for holder in tree.body if isinstance(holder, ast.ClassDef) for node in holder.body]
    bare = [
        node.name
        for node in [*tree.body, *inner]
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not bare


def test_every_module_has_a_test() -> None:
    """Tested by its mirror, by a test that names it, by its rules' examples, or through a sibling that is."""
    tests = sorted((ROOT / "tests").rglob("test_*.py"))
    told = "\n".join(path.read_text(encoding="utf-8") for path in tests if path.name != "test_architecture.py")
    mirrors = {path.relative_to(ROOT / "tests").as_posix() for path in tests}
    ruled = {check.__module__ for check in load().checks.values()}
    names = {dotted(path): path for path in modules()}
    tested = {
        name
        for name, path in names.items()
        if path.relative_to(PACKAGE).with_name(f"test_{path.name}").as_posix() in mirrors
        or re.search(rf"\b{re.escape(name)}\b", told)
        or name in ruled
        or path.name in {"__init__.py", "__main__.py"}
    }
    while True:
        through = {n for m in tested for n in imports(names[m]) if n in names and room(n) == room(m)} - tested
        if not through:
            break
        tested |= through
    assert sorted(set(names) - tested) == []


def test_every_rule_has_examples_and_every_check_a_rule() -> None:
    registry = load(disable=[name for name, _ in load().plugins])
    rules = all_rules(Setup(), registry, examples=True)
    assert rules
    for rule in rules:
        assert rule.examples is not None, rule.id
        assert len(rule.examples.bad) >= 2, rule.id
        assert len(rule.examples.good) >= 3, rule.id
        assert rule.why, rule.id
    assert set(registry.checks) == {rule.check for rule in rules}
