"""Page debris out, repetitions counted once, reports kept."""

from __future__ import annotations

import re
import time

import pytest

from incidentparse.article.debris import DebrisKind, debris_patterns, once, without_debris

LEAD = "Three soldiers were killed when a bomb hit their patrol near the village, the army said."
SECOND = "No group has claimed responsibility for the attack."


@pytest.mark.parametrize(
    ("kind", "pattern", "example"),
    [pytest.param(p.kind, p.pattern, e, id=f"{p.kind}:{e[:40]}") for p in debris_patterns() for e in p.examples],
)
def test_each_pattern_takes_out_its_examples(kind: DebrisKind, pattern: str, example: str) -> None:
    compiled = re.compile(pattern, re.IGNORECASE)
    assert compiled.search(example) if kind is DebrisKind.STRIP else compiled.fullmatch(example)


@pytest.mark.parametrize(
    "paragraph",
    [
        LEAD,
        "Police: three dead in shooting.",
        "By Tuesday, the army had lost three men.",
        "By nightfall Seleka Fighters",
        "Watch groups say 12 people died in the camp.",
        "Read charges against the three men were dropped, the court said.",
        "The photo shows three bodies beside a burnt car.",
        "Police posted a copyright notice and two guards at the door.",
        "Anyone with a weapon was shot, witnesses said.",
        "The group said on Twitter that it killed four soldiers.",
        "Follow-up attacks killed two medics.",
        "The dead wore no badges. Tags were found on two of them.",
        "Tags were found beside the bodies.",
        "Join forces of the army and police killed nine rebels.",
        "The newsletter's editor was shot dead outside his office.",
        "Support for the rebels has cost 40 lives here.",
        "Gunmen with a list of names killed six people (two of them children).",
        "Get out or die, the gunmen told villagers before they shot five of them.",
        "Also killed were two police officers.",
        "Video: Two soldiers were killed.",
        "He said: 'Click here' was the last message of the dead hacker.",
    ],
)
def test_what_reports_something_stays(paragraph: str) -> None:
    assert without_debris([LEAD, paragraph, SECOND]) == [LEAD, paragraph, SECOND]


@pytest.mark.parametrize(
    ("paragraph", "left"),
    [
        pytest.param("Officers stand by the car. (Photo: Jo Ford)", "Officers stand by the car.", id="photo_credit"),
        pytest.param("Sam Ford (Photo: County Police)", None, id="name_under_a_picture"),
        pytest.param(
            "Two men died. This is a developing story. Check back for updates.", "Two men died.", id="sentences"
        ),
        pytest.param("Two men died. Reporting by Ann Lee; Editing by Jo Re", "Two men died.", id="signature"),
        pytest.param("LIMA, 3 JAN 90 (EFE) -- [TEXT] POLICE SAID", "LIMA, 3 JAN 90 (EFE) -- POLICE SAID", id="marker"),
    ],
)
def test_what_is_cut_out_of_a_paragraph(paragraph: str, left: str | None) -> None:
    assert without_debris([paragraph]) == ([left] if left else [])


def test_comments_end_the_article() -> None:
    assert without_debris([LEAD, SECOND, "COMMENTS", "I saw four dead!", "Posted by Jo"]) == [LEAD, SECOND]


def test_headlines_of_other_articles_go_with_their_heading() -> None:
    text = [LEAD, "RELATED LINKS:", "Gunmen kill two in the north", "Toll of flood rises to 80", SECOND]
    assert without_debris(text) == [LEAD, SECOND]


class TestOnce:
    """What stands twice."""

    def test_repeated_teaser(self) -> None:
        assert once([LEAD, SECOND, LEAD, SECOND, "A second bomb was defused."]) == [
            LEAD,
            SECOND,
            "A second bomb was defused.",
        ]

    def test_the_copy_behind_the_dateline_stays(self) -> None:
        assert once([LEAD, f"MANDERA (Reuters) - {LEAD}"]) == [f"MANDERA (Reuters) - {LEAD}"]

    def test_a_teaser_that_breaks_off(self) -> None:
        assert once([LEAD[:50] + "...", LEAD]) == [LEAD]

    def test_a_repeated_sentence(self) -> None:
        assert once([f"{LEAD} {SECOND}", f"Meanwhile, it rained. {LEAD}"]) == [
            f"{LEAD} {SECOND}",
            "Meanwhile, it rained.",
        ]

    def test_short_sentences_may_be_said_twice(self) -> None:
        assert once(["No one was hurt.", "No one was hurt."]) == ["No one was hurt.", "No one was hurt."]


@pytest.mark.parametrize(
    "unit", ["A ", "By A", "AND THE ", "(", "[", "| A", "a@", "© ", "x of 3 ", "REPORTING BY ", "1 of 3", "Tags "]
)
def test_no_paragraph_takes_long(unit: str) -> None:
    paragraph = unit * (60_000 // len(unit))
    start = time.process_time()
    without_debris([paragraph, paragraph[:500], paragraph[:499] + "!"])
    assert time.process_time() - start < 2


def test_a_list_of_tags_is_cut_out_up_to_the_sentence_behind_it() -> None:
    body = "Shells hit a market. Tags Ruritania Strelsau rebels sieges At least nine people died on Monday."
    assert without_debris([body]) == ["Shells hit a market. At least nine people died on Monday."]
