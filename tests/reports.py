"""Reports made by hand about an invented ferry accident, for tests of formats and of the command line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.model import (
    Claim,
    Fact,
    Finding,
    Lookalike,
    NotCompared,
    Pair,
    Period,
    Report,
    Skip,
    Source,
)

SINKING = "Sinking of the ferry Halcyon, March 2021"

HOSTILE = "</style></script></noscript><img src=x onerror=window.intruder=1>\"'{{ 7*7 }} & 12 <b>dead</b>"
"""What a source, or the name of its file, may say to get out of where it is shown."""

TEXTS = {
    "alba": (
        "Published: 2021-03-09\n"
        "The ferry Halcyon sank off Port Ordan on Sunday after its cargo shifted in heavy seas, and the coast guard "
        "said on Monday that at least 41 people drowned, most of them on the car deck when the bow door gave way.\n"
        "Divers from two countries pulled 112 survivors from the water before dark, the harbour office said.\n"
        "Write to [email protected] or call us [/sic] with what you saw of the 27 vehicles on board.\n"
        "The company paid $3.5 million after an earlier accident, of which 60% and 50% went to two villages.\n"
    ),
    "bera": (
        "A ferry went down near Port Ordan on 7 March 2021.\n"
        "Rescuers counted 38 dead, and the search for nine missing passengers goes on.\n"
        "All 112 survivors were taken to the school at Lund, where 41 beds had been set up in the gymnasium.\n"
    ),
    "cova": (
        "=HYPERLINK is what the first line of this file looks like to a spreadsheet; 38 people died.\n"
        "The ferry sank in early March 2021. \x1b[31mIt was\x07 built in 1974 and carried about 160 people.\n"
    ),
}


def source(name: str, **fields) -> Source:
    text = TEXTS[name]
    known = {
        "id": name,
        "path": f"stories/{name}.txt",
        "text": text,
        "title": text.splitlines()[0],
        "publisher": "",
        "published": None,
        "basis": "",
        "doubtful": False,
        "language": "en",
        "sha256": "0" * 64,
    }
    return Source(**known | fields)


def claim(key: str, name: str, text: str, nth: int = 0, **fields) -> Claim:
    """The claim of the `nth` time `text` stands in a source; its quote is the line it stands on."""
    whole = TEXTS[name]
    start = -1
    for _ in range(nth + 1):
        start = whole.index(text, start + 1)
    head = whole.rfind("\n", 0, start) + 1
    quote = whole[head : whole.index("\n", start)]
    values = {name: Decimal(fields.pop(name)) for name in ("low", "high") if fields.get(name) is not None}
    known = {
        "kind": "quantity",
        "measure": "count",
        "line": whole.count("\n", 0, start) + 1,
        "column": start - head + 1,
        "quote": quote,
        "quote_start": head,
        "rule": "made-by-hand",
    }
    return Claim(
        **known
        | {"id": key, "source": name, "path": f"stories/{name}.txt", "text": text}
        | {"start": start, "end": start + len(text)}
        | values
        | fields
    )


def claims() -> tuple[Claim, ...]:
    dead = {"thing": "people", "act": "killed", "place": "Port Ordan"}
    return (
        claim("alba-1", "alba", "Sunday", kind="date", measure="point", earliest="2021-03-07", latest="2021-03-07", timex="2021-03-07"),
        claim("alba-2", "alba", "at least 41 people", low="41", bound="at_least", hedge="at least", unit="people", speaker="coast guard", **dead),
        claim("alba-3", "alba", "112 survivors", low="112", high="112", unit="survivors", thing="survivors", act="rescued"),
        claim("alba-4", "alba", "27 vehicles", low="27", high="27", unit="vehicles", thing="vehicles"),
        claim("alba-5", "alba", "$3.5 million", measure="money", low="3500000", high="3500000", unit="USD"),
        claim("alba-6", "alba", "60%", measure="percentage", low="60", high="60", unit="percent"),
        claim("alba-7", "alba", "50%", measure="percentage", low="50.5", high="50.5", unit="percent"),
        claim("bera-1", "bera", "7 March 2021", kind="date", measure="point", earliest="2021-03-07", latest="2021-03-07", timex="2021-03-07"),
        claim("bera-2", "bera", "38 dead", low="38", high="38", unit="dead", **dead),
        claim("bera-3", "bera", "nine missing passengers", low="9", high="9", unit="passengers", thing="passengers", act="missing"),
        claim("bera-4", "bera", "112 survivors", low="112", high="112", unit="survivors", thing="survivors", act="rescued"),
        claim("bera-5", "bera", "41 beds", low="41", high="41", unit="beds", thing="beds"),
        claim("cova-1", "cova", "38 people", low="38", high="38", unit="people", **dead),
        claim("cova-2", "cova", "early March 2021", kind="date", measure="range", earliest="2021-03-01", latest="2021-03-10", timex="2021-03"),
        claim("cova-3", "cova", "1974", kind="date", measure="range", earliest="1974-01-01", latest="1974-12-31", timex="1974"),
        claim("cova-4", "cova", "about 160 people", low="160", high="160", bound="approx", hedge="about", unit="people", thing="people", trend="up"),
    )  # fmt: skip


def facts() -> tuple[Fact, ...]:
    toll = Pair("alba-2", "bera-2", "conflict", "conflict", "at least 41 and exactly 38 cannot both hold")
    same = Pair("alba-3", "bera-4", "agree", None, "same value")
    return (
        Fact("f1", "people killed", ("alba-2", "bera-2", "cova-1"), "conflict", "dispute", SINKING, "conflict",
             "at least 41 and exactly 38 cannot both hold", 0.91, (toll,)),
        Fact("f2", "survivors", ("alba-3", "bera-4"), "agree", None, SINKING, None, "same value", 0.97, (same,)),
        Fact("f3", "day of the sinking", ("alba-1", "bera-1", "cova-2"), "compatible", None, SINKING, None,
             "a stretch of days contains the day", 0.8, ()),
        Fact("f4", "people aboard", ("cova-4", "alba-3"), "conflict", "scope", SINKING, "possible",
             "aboard or saved", 0.3, ()),
    )  # fmt: skip


def findings() -> tuple[Finding, ...]:
    return (
        Finding("d1", "FC101", "error", ("alba-2", "bera-2", "cova-1"), "f1",
                "at least 41 and exactly 38 cannot both hold", 0.91, "a1b2c3d4e5f6"),
        Finding("d2", "FC102", "warning", ("alba-2", "bera-5"), None,
                "41 people drowned, 41 beds: same figure, other thing", 0.7, "b1b2c3d4e5f6"),
        Finding("d3", "FC103", "note", ("bera-3",), "f1", "only bera tells of missing passengers", 0.6, "c1b2c3d4e5f6"),
        Finding("d4", "FC302", "warning", ("alba-6", "alba-7"), None, "60% and 50% are more than the whole", 0.9,
                "d1b2c3d4e5f6"),
        Finding("d5", "FC901", "note", (), None, "publication date unknown", 1.0, "e1b2c3d4e5f6", "bera"),
        Finding("d6", "FC902", "note", (), None, "publication date doubtful", 1.0, "f1b2c3d4e5f6", "cova"),
        Finding("d7", "FC903", "note", (), None, "encoding guessed: cp1252", 1.0, "01b2c3d4e5f6", "cova"),
    )  # fmt: skip


def report(**fields) -> Report:
    """Everything a report can hold; `fields` replace parts of it."""
    day = date(2021, 3, 9)
    masthead = date(2023, 4, 1)
    known = {
        "version": "0.0.0",
        "sources": (
            source("alba", published=Period(day, day, "day", "explicit"), basis="first-line", publisher="The Alba"),
            source("bera"),
            source("cova", published=Period(masthead, masthead, "day", "explicit"), basis="masthead", doubtful=True,
                   encoding="cp1252", guessed=True),
        ),
        "claims": claims(),
        "facts": facts(),
        "lookalikes": (Lookalike("l1", ("alba-2", "bera-5"), "41 people drowned, 41 beds"),),
        "findings": findings(),
        "skipped": (Skip("stories/empty.txt", "empty"), Skip("stories/copy.txt", "same text as alba.txt", failed=False)),
        "not_compared": (
            NotCompared("alba-4", "no other source counts vehicles"),
            NotCompared("cova-3", "no other source tells when it was built"),
        ),
    }  # fmt: skip
    return Report(**known | fields)


def hostile() -> Report:
    """Two sources that try to get out of where they are shown."""
    one = source("alba", text=f"A\n{HOSTILE}\n", id="<a>", path="x/<a>.txt", title=HOSTILE, publisher=HOSTILE)
    two = source("bera", id='"b"', path='x/"b".txt')
    start = one.text.index("12")
    known = {"kind": "quantity", "measure": "count", "text": "12", "line": 2, "column": 1, "unit": HOSTILE}
    known |= {"thing": HOSTILE, "speaker": HOSTILE, "hedge": HOSTILE}
    first = Claim(id="<a>:1", source="<a>", path=one.path, start=start, end=start + 2, quote=HOSTILE, **known)
    first = first._replace(low=Decimal(12), high=Decimal(12), quote_start=2)
    second = claims()[8]._replace(source='"b"', path=two.path, id='"b":1')
    pair = Pair(first.id, second.id, "conflict", "conflict", HOSTILE)
    fact = Fact("F<1>", HOSTILE, (first.id, second.id), "conflict", "slip", HOSTILE, "conflict", HOSTILE, 0.9, (pair,))
    return Report(
        *("0", (one, two), (first, second), (fact,)),
        lookalikes=(Lookalike("L<1>", (first.id, second.id), HOSTILE),),
        findings=(Finding("N<1>", "FC101", "error", fact.claims, fact.id, HOSTILE, 0.9, "f"),),
        not_compared=(NotCompared(first.id, HOSTILE),),
    )


def crowd(sources: int = 100, each: int = 50, together: int = 5, shared: int = 20) -> Report:
    """A large report: `together` sources each tell the first `shared` of `each` figures of one another's.

    Every seventh fact is a conflict, every fifth fits, the others agree; the rest of the figures is not compared.
    """
    told = tuple(_crowded(n, each, together, shared) for n in range(sources))
    known = {one.id: one for _, found in told for one in found}
    facts = tuple(_crowd_fact(group, k, together) for group in range(sources // together) for k in range(shared))
    findings = tuple(
        Finding(f"N{n}", "FC101", "error", fact.claims, fact.id, fact.reason, fact.confidence, f"{n:012x}")
        for n, fact in enumerate((fact for fact in facts if fact.verdict == "conflict"), 1)
    )
    pairs = tuple(
        Lookalike(f"L{n}", (f"s{n}:{shared}", f"s{n + 1}:{shared + 1}"), "same figure, different thing: boats / beds")
        for n in range(0, sources - 1, 2)
    )
    mixups = tuple(
        Finding(f"M{n}", "FC102", "warning", pair.claims, None, pair.reason, 0.6, f"{n:012d}")
        for n, pair in enumerate(pairs)
    )
    alone = (f"s{n}:{k}" for n in range(sources) for k in range(shared, each))
    left = tuple(
        NotCompared(key, f"nearest in s{n % 97}: {n % 800} boats; other names" if n % 3 else "no other source has a figure of this kind")
        for n, key in enumerate(alone)
    )  # fmt: skip
    read = tuple(source for source, _ in told)
    return Report("0.0.0", read, tuple(known.values()), facts, pairs, findings + mixups, (), left)


def _crowded(n: int, each: int, together: int, shared: int) -> tuple[Source, list[Claim]]:
    """Source number `n` and its claims, one a sentence, three sentences a line."""
    text, found = f"Report {n} of the river flood\n", []
    for k in range(each):
        number = 100 + 7 * k + (n % together if k < shared and k % 7 == 0 else 0 if k < shared else n)
        words = f"{number} people"
        head = f"The harbour office of village {n // together * 100 + k} counted "
        quote = f"{head}{words} on the far bank of the river after the third night of rain, a spokeswoman said."
        start = len(text) + len(head)
        found.append(
            Claim(
                id=f"s{n}:{k}",
                source=f"s{n}",
                path=f"crowd/s{n}.txt",
                kind="quantity",
                measure="count",
                start=start,
                end=start + len(words),
                text=words,
                line=text.count("\n") + 1,
                column=start - text.rfind("\n"),
                quote=quote,
                quote_start=len(text),
                low=Decimal(number),
                high=Decimal(number),
                unit="people",
                thing="people",
            )
        )
        text += quote + ("\n" if k % 3 == 2 else " ")
    day = date(2021, 3, 1 + n % min(together, 31))
    known = {"title": text.splitlines()[0], "publisher": "", "basis": "line", "doubtful": False, "language": "en"}
    period = Period(day, day, "day", "explicit")
    source = Source(f"s{n}", f"crowd/s{n}.txt", text, published=period, sha256="0" * 64, **known)
    return source, found


def _crowd_fact(group: int, k: int, together: int) -> Fact:
    ids = tuple(f"s{group * together + n}:{k}" for n in range(together))
    verdict = "conflict" if k % 7 == 0 else "compatible" if k % 5 == 0 else "agree"
    level = "conflict" if verdict == "conflict" else None
    pairs = tuple(Pair(ids[0], other, verdict, level, "as told") for other in ids[1:])
    event = f"Flood at village {group}, March 2021"
    words = f"people counted in village {group * 100 + k}"
    return Fact(f"F{group}-{k}", words, ids, verdict, None, event, level, "as told", 0.9, pairs)
