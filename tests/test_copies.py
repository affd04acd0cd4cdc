"""Sources that say the same in the same words are told apart from those that say it independently."""

from __future__ import annotations

import pytest

from factcheck import check, compare
from factcheck.report import render
from factcheck.report.view import View

AGENCY = "Twelve people were killed when the ferry Alba sank off Port Rowan, the coast guard said."
EDITED = "Twelve people were killed when the ferry Alba sank off Port Rowan, the coast guard said on radio."
OWN = "Coast guards at Port Rowan counted twelve people killed in the sinking of the ferry Alba."
ANOTHER = "The sinking of the ferry Alba off Port Rowan left twelve people dead, doctors told this paper."
SHORT = "Twelve people were killed."


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ([AGENCY, OWN], "2 sources say the same"),
        ([AGENCY, AGENCY], "2 sources say the same, in the same words"),
        ([AGENCY, EDITED], "2 sources say the same, in the same words"),
        ([AGENCY, AGENCY.replace(",", " –")], "2 sources say the same, in the same words"),
        ([AGENCY, OWN, EDITED], "3 sources say the same, 2 of them in the same words"),
        ([AGENCY, OWN, EDITED, OWN], "4 sources say the same, 2 of them in the same words"),
        ([AGENCY, OWN, ANOTHER], "3 sources say the same"),
        ([SHORT, SHORT], "2 sources say the same"),
    ],
)
def test_copies_are_told(tmp_path, texts, reason):
    for n, text in enumerate(texts):
        tmp_path.joinpath(f"s{n}.txt").write_text(f"Report {n}\n\n{text}\n", "utf-8")
    report = compare([str(tmp_path)])
    (fact,) = (fact for fact in report.facts if "killed" in fact.topic)
    assert (fact.verdict, fact.reason) == ("agree", reason)
    (line,) = (line for line in render(report, "table", View()).splitlines() if "killed: Twelve" in line)
    assert line.endswith(reason.partition(", ")[2] or "]")


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ([AGENCY, OWN], "s0, s1 say the same"),
        ([AGENCY, EDITED], "s0, s1 say the same, in the same words"),
        ([AGENCY], "s0 says the same"),
    ],
)
def test_what_only_copies_support_is_told(tmp_path, texts, reason):
    for n, text in enumerate(texts):
        tmp_path.joinpath(f"s{n}.txt").write_text(f"Report {n}\n\n{text}\n", "utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text(AGENCY, "utf-8")
    report = check(str(draft), [str(tmp_path)])
    (told,) = (one for one in report.checks if one.verdict == "supported")
    assert told.reason == reason
    (line,) = (line for line in render(report, "table", View("check")).splitlines() if "killed: Twelve" in line)
    assert line.endswith(reason.partition(", in")[2] or "]")
