"""What a start may import: time is too noisy to test, modules are not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

ROOT = str(Path(factcheck.__file__).parents[1])
EXTRAS = {"trafilatura", "pypdfium2", "striprtf"}
HEAVY = {
    *EXTRAS,
    "rich",
    "rapidfuzz",
    "dateparser",
    "chardet",
    "numpy",
    "lxml",
    "pydantic",
    "jsonschema",
    "importlib.metadata",
}


def imported(code: str) -> set[str]:
    """Modules a fresh interpreter has imported after `code`, which may exit."""
    script = f"""
import atexit, sys
sys.path.insert(0, {ROOT!r})
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
{code}
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert "Traceback" not in done.stderr, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def run(*words: str) -> str:
    return f"from factcheck.cli import main; sys.argv[1:] = {list(words)!r}; sys.exit(main())"


@pytest.fixture(scope="module")
def stories(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("stories")
    folder.joinpath("a.txt").write_text("Published: 2021-03-09\nThe fire killed 12 people on 7 March 2021.\n", "utf-8")
    folder.joinpath("b.txt").write_text("Published: 2021-03-09\nThe fire killed 15 people on 7 March 2021.\n", "utf-8")
    return str(folder)


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["compare", "--help"], ["explain", "--help"]], ids=" ".join
)
def test_help_imports_nothing_heavy_and_no_stage(words):
    modules = imported(run(*words))
    assert not HEAVY & modules
    assert not {name for name in modules if name.startswith("factcheck.")} & {
        "factcheck.pipeline",
        "factcheck.lexicon",
        "factcheck.read",
        "factcheck.model",
    }


@pytest.mark.parametrize("words", [[], ["-f", "csv"], ["-f", "json"], ["-f", "text"]], ids=" ".join)
def test_a_piped_comparison_imports_neither_rich_nor_date_and_encoding_guessers(stories, words):
    assert not (HEAVY - {"rapidfuzz"}) & imported(run("compare", stories, *words))


def test_plain_text_imports_no_other_reader(stories):
    modules = imported(run("compare", stories, "-f", "text"))
    assert {name for name in modules if name.startswith("factcheck.read.formats.")} == {"factcheck.read.formats.text"}
    assert not {"html.parser", "email.message", "xml.parsers.expat"} & modules


def test_colour_imports_rich(stories):
    assert "rich" in imported(run("compare", stories, "--color", "always"))


def test_the_package_imports_nothing_of_its_own():
    assert not {name for name in imported("import factcheck; factcheck.__version__") if name.startswith("factcheck.")}


def test_every_public_name_can_be_had_in_any_order():
    code = """
import factcheck
for name in reversed(factcheck.__all__):
    assert getattr(factcheck, name) is not None
assert callable(factcheck.extract) and callable(factcheck.read) and callable(factcheck.compare)
assert set(factcheck.__all__) <= set(dir(factcheck))
from factcheck import compare, extract, read, Report
assert callable(extract) and callable(read)
"""
    assert "factcheck.pipeline" in imported(code)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = factcheck.nothing
