"""The only module that knows all stages: read -> segment -> extract -> normalise -> frame -> align -> judge -> gate.

The first five run per source and know no other source; align, judge and gate need all claims. Names are found per
source beside the claims, and brought together before judging.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from factcheck import __version__
from factcheck.align import Weights, align
from factcheck.checking import TYPE_CHECKING
from factcheck.entity import Name, Names
from factcheck.errors import FactcheckError
from factcheck.extract import FINDERS, arbitrate
from factcheck.extract import extract as find
from factcheck.frame import describe, frame
from factcheck.judge import check as judge_draft
from factcheck.judge import judge, some_code
from factcheck.lexicon import Lexicon, keep, load
from factcheck.model import Claim, Cluster, Mention, Report, Segmented, Source, Span
from factcheck.names import gather, names_of
from factcheck.normalise import normalise
from factcheck.read import read
from factcheck.segment import segment
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.lexicon.check import Survey
    from factcheck.lexicon.check.rules import Find

Finish = Callable[[Sequence[Claim], Segmented, Lexicon], tuple[Claim, ...]]
"""The last stage of one source: `frame`, or `describe` where nothing is compared."""


def claims_of(source: Source, lexicon: Lexicon, finish: Finish = frame) -> tuple[Claim, ...]:
    """All claims of one source, in the order of the text; with `describe` as `finish` their frames stay empty."""
    return claims_in(segment(source, lexicon), lexicon, finish)


def claims_in(segmented: Segmented, lexicon: Lexicon, finish: Finish = frame) -> tuple[Claim, ...]:
    """All claims of a source that is cut into sentences."""
    mentions = find(segmented, lexicon)
    return finish(normalise(mentions, segmented, lexicon), segmented, lexicon)


def explained(claims: Sequence[Claim], segmented: Segmented, lexicon: Lexicon) -> tuple[Claim, ...]:
    """As `describe`, with the words each rule caught; for them mentions are found once more, as few ask for them."""
    from factcheck.extract.caught import caught

    words = {mention.span: caught(mention, segmented) for mention in find(segmented, lexicon)}
    told = describe(claims, segmented, lexicon)
    return tuple(claim._replace(parts=words[Span(claim.start, claim.end)]) for claim in told)


def mentions_of(text: str, lexicon: Lexicon) -> list[Mention]:
    """All mentions of a text, names too, as the examples of the rules want them."""
    source = Source("s", "s.txt", text, "", "", None, "", False, "en", "")
    segmented = segment(source, lexicon)
    return arbitrate([mention for finder in FINDERS for mention in finder(segmented, lexicon)])


def check_lexicon(folders: Sequence[str]) -> Survey:
    """Check folders of words and patterns, and run the examples of all rules with them.

    Raises:
        FactcheckError: there is no such folder.
    """
    from factcheck.lexicon.check import check

    def finder(lexicon: Lexicon) -> Find:
        return lambda text: [(*mention.span, mention.rule) for mention in mentions_of(text, lexicon)]

    return check(folders, finder)


def extract(paths: Sequence[str], settings: Settings | None = None, parts: bool = False) -> Report:
    """Read the paths and extract their claims; nothing is compared, and their frames, which only serve that, are empty.

    With `parts` each claim tells the words its rule caught.

    Raises:
        FactcheckError: no path, or none of them could be read.
    """
    settings = settings or Settings()
    lexicon = load(settings.lexicons)
    report = told(paths, settings, lexicon, explained if parts else describe)
    keep(lexicon)
    return report


def told(paths: Sequence[str], settings: Settings, lexicon: Lexicon, finish: Finish = frame) -> Report:
    """What the sources tell, each for itself."""
    reading = read(paths, settings)
    claims = tuple(
        claim for source in noticed(reading.sources, settings) for claim in claims_of(source, lexicon, finish)
    )
    return Report(__version__, reading.sources, claims, skipped=reading.skipped)


def names(paths: Sequence[str], settings: Settings | None = None) -> Report:
    """Read the paths and gather the names of persons, organisations and places; no claims, nothing compared.

    Raises:
        FactcheckError: no path, or none of them could be read.
    """
    settings = settings or Settings()
    lexicon = load(settings.lexicons)
    reading = read(paths, settings)
    found = [name for source in reading.sources for name in names_of(segment(source, lexicon), lexicon)]
    return Report(__version__, reading.sources, (), skipped=reading.skipped, names=gather(found, lexicon))


def told_and_named(paths: Sequence[str], settings: Settings, lexicon: Lexicon) -> Report:
    """What the sources tell, and whom they name."""
    reading = read(paths, settings)
    claims, table = tell(noticed(reading.sources, settings), lexicon)
    settings.notice("comparing", 0, 0)
    return Report(__version__, reading.sources, claims, skipped=reading.skipped, names=table)


def tell(sources: Iterable[Source], lexicon: Lexicon) -> tuple[tuple[Claim, ...], Names]:
    """The claims of all sources, and the names."""
    claims: list[Claim] = []
    found: list[Name] = []
    for source in sources:
        segmented = segment(source, lexicon)
        claims += claims_in(segmented, lexicon)
        found += names_of(segmented, lexicon)
    return tuple(claims), gather(found, lexicon)


def noticed(sources: Sequence[Source], settings: Settings) -> Iterator[Source]:
    """The sources, each told of before it is worked on."""
    for done, source in enumerate(sources):
        settings.notice("extracting", done, len(sources))
        yield source


def compare(paths: Sequence[str], settings: Settings | None = None) -> Report:
    """Read the paths, extract their claims, align and judge them.

    Raises:
        FactcheckError: no path, or none of them could be read.
    """
    return run(paths, settings or Settings())[0]


def check(draft: str, against: Sequence[str], settings: Settings | None = None) -> Report:
    """Check each claim of a draft against sources.

    Args:
        draft: path of one document, or "-".
        against: paths of the sources; the draft may lie among them and is left out.
        settings: as of a comparison.

    Raises:
        FactcheckError: the draft or every source cannot be read, or a path of the sources is missing.
    """
    settings = checked(settings or Settings())
    if not against:
        raise FactcheckError("there is nothing to check it against", draft, "name its sources with --against PATH")
    lexicon = load(settings.lexicons)
    report = told_and_named((draft, *against), settings, lexicon)
    source = the_draft(draft, report)
    clusters = align(report.claims, report.sources, lexicon, report.names.spellings)
    judgement = judge_draft(clusters, report.claims, report.sources, source.id, lexicon, settings, report.names)
    keep(lexicon)
    return settled(report._replace(**judgement._asdict()), settings)


def the_draft(path: str, report: Report) -> Source:
    """The source that is the draft.

    Raises:
        FactcheckError: it could not be read, is several documents, or a source has the same content.
    """
    found = [source for source in report.sources if same_file(source.path, path)]
    if len(found) == 1 and len(report.sources) > 1:
        return found[0]
    if found:
        raise FactcheckError("there is nothing to check it against", path, "name other files with --against PATH")
    reasons = [skip.reason for skip in report.skipped if same_file(skip.path, path)]
    message, _, cure = (reasons or ["is not one document; name the file of the draft"])[0].partition("; ")
    raise FactcheckError(message, path, cure)


def same_file(one: str, other: str) -> bool:
    """Whether two paths name one file; "-" is standard input."""
    return one == other or ("-" not in (one, other) and Path(one).resolve() == Path(other).resolve())


def explain(paths: Sequence[str], settings: Settings | None, wanted: str, draft: str = "") -> str | None:
    """Why the claims of an id (fact, lookalike, finding, fingerprint, claim) belong together or stand apart.

    With a draft, of a check of it against the paths, else of a comparison of these. None when the run has no such id.
    """
    from factcheck.align.profile import meanings_of
    from factcheck.align.weigh import weigh
    from factcheck.report.explanation import explanation, subject

    settings = settings or Settings()
    lexicon = load(settings.lexicons)
    report = check(draft, paths, settings) if draft else run(paths, settings)[0]
    asked = subject(report, wanted)
    if asked is None:
        return None
    return explanation(report, asked, weigh(asked.claims, report, lexicon), meanings_of(lexicon))


def run(paths: Sequence[str], settings: Settings) -> tuple[Report, tuple[Cluster, ...]]:
    """The whole way, with the clusters that reports do not show."""
    settings = checked(settings)
    lexicon = load(settings.lexicons)
    found = judged(told_and_named(paths, settings, lexicon), lexicon, settings=settings)
    keep(lexicon)
    return found


def judged(
    report: Report, lexicon: Lexicon, weights: Weights | None = None, settings: Settings | None = None
) -> tuple[Report, tuple[Cluster, ...]]:
    """What was told, aligned (with other weights than those shipped, if given) and judged."""
    clusters = align(report.claims, report.sources, lexicon, report.names.spellings, weights)
    judgement = judge(clusters, report.claims, report.sources, lexicon, settings, report.names)
    return settled(report._replace(**judgement._asdict()), settings or Settings()), clusters


def checked(settings: Settings) -> Settings:
    """The settings, once it is known that there are such codes.

    Raises:
        FactcheckError: there is none.
    """
    return settings._replace(ignore=some_code(settings.ignore))


def settled(report: Report, settings: Settings) -> Report:
    """The report with the findings settled that a baseline or a source speaks of, and without those to ignore."""
    if settings.baseline or any(source.ignores for source in report.sources):
        from factcheck.gate import settle

        report = settle(report, settings.baseline)
    if settings.ignore:
        heard = (finding for finding in report.findings if not finding.code.startswith(settings.ignore))
        report = report._replace(findings=tuple(heard))
    return report
