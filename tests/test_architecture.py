"""How the house is built: who may import whom, what may happen at import, how large things may grow."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src" / "factcheck").rglob("*.py"))
HEAVY = {"rich", "rapidfuzz", "dateparser", "chardet", "numpy", "jsonschema", "duckdb", "dask", "trafilatura", "lxml"}
WORK = {"compile", "open", "read_text", "read_bytes", "read_table", "load", "loads", "import_module"}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 45  # the aim is 15, see the median


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "src").with_suffix("").as_posix().replace("/", ".")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Nodes that run when a module is imported: no bodies of functions, nothing for the type checker only."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from at_import(child)


def loading() -> Iterator[tuple[Path, ast.AST]]:
    """All nodes that run when the modules of the package are imported."""
    return ((path, node) for path in MODULES for node in at_import(tree(path)))


def imports(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        yield node.module or ""


def called(node: ast.AST) -> str:
    """The last name of the function a call calls, else ""."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def functions(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            yield (node.end_lineno or 0) - node.lineno + 1, f"{name_of(path)}.{node.name}"


def test_no_module_imports_a_slow_library_when_it_is_imported():
    found = {(name_of(path), name.partition(".")[0]) for path, node in loading() for name in imports(node)}
    assert {row for row in found if row[1] in HEAVY} == set()


def test_no_module_compiles_or_reads_when_it_is_imported():
    assert {(name_of(path), called(node)) for path, node in loading() if called(node) in WORK} == set()


def test_no_function_rebinds_a_global():
    assert {name_of(path) for path in MODULES for node in ast.walk(tree(path)) if isinstance(node, ast.Global)} == set()


def test_modules_stay_small():
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_functions_stay_small():
    lengths = sorted(length for path in MODULES for length in functions(path))
    assert [row for row in lengths if row[0] > LONGEST_FUNCTION] == []
    assert median(length for length, _ in lengths) <= 15


def test_data_flows_one_way():
    """The contracts of pyproject.toml hold, where the tool that checks them is installed (the dev extra)."""
    pytest.importorskip("importlinter")
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    paths = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]))
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
