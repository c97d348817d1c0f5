"""Candidate totals: the numbers that an article's figures of one status can add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from incidentparse.language.document import Document
from incidentparse.language.named_words import casualty_words
from incidentparse.mentions import CasualtyMention
from incidentparse.record import Category, Side

Features = dict[str, float]

# The same number of people in one sentence is one number told twice where the words with so many behind them are the
# same; or from so many people on where no "and" joins the two, as in a headline that ran into the lead.
_ECHO = 3
_REPEATED = 10
# Each figure is held against those counted before; no article counts as many one by one.
_MOST_FIGURES = 500


@dataclass(slots=True)
class Tally:
    """A candidate total.

    Attributes:
        low: lowest number.
        high: highest number, None if open.
        mentions: the figures that it stands on.
        kinds: how it was reached.
        stated: the statements that give it, each with its figures.
        features: what speaks for and against it, by name.
    """

    low: int
    high: int | None
    mentions: tuple[CasualtyMention, ...]
    kinds: set[str] = field(default_factory=set)
    stated: list[tuple[Statement, tuple[CasualtyMention, ...]]] = field(default_factory=list)
    features: Features = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one sentence says of a status.

    Attributes:
        sentence: its place among the sentences (`Document.place_of`).
        title: it stands in the title.
        clauses: the figures by predicate, without those that are part of others.
    """

    sentence: int
    title: bool
    clauses: tuple[tuple[CasualtyMention, ...], ...]

    @property
    def figures(self) -> tuple[CasualtyMention, ...]:
        """All figures of the sentence."""
        return tuple(m for clause in self.clauses for m in clause)


def statements(document: Document, mentions: Sequence[CasualtyMention]) -> list[Statement]:
    """The mentions by sentence and predicate, in the order of the text."""
    by_sentence: dict[int, dict[int, list[CasualtyMention]]] = {}
    for mention in mentions:
        clauses = by_sentence.setdefault(document.sentence_of[mention.predicate], {})
        clauses.setdefault(mention.predicate, []).append(mention)
    found = []
    for number, clauses in sorted(by_sentence.items()):
        wholes = tuple(tuple(m for m in c if not m.part_of_total) or tuple(c) for c in clauses.values())
        found.append(Statement(document.place_of[number], document.sentences[number].title, wholes))
    return found


def add_up(figures: Sequence[CasualtyMention]) -> tuple[int, int | None]:
    """The sum of figures that count different people."""
    highs = [m.high for m in figures]
    return sum(m.low for m in figures), None if None in highs else sum(h for h in highs if h is not None)


def tallies(document: Document, told: Sequence[Statement], hit: Sequence[Statement], dead: int | None) -> list[Tally]:
    """The candidate totals of a status, lowest first.

    Args:
        document: the document.
        told: statements of the status.
        hit: statements that count killed and injured together ("four people were shot").
        dead: the killed where the injured are sought, who are among those hit; None where the killed are sought.
    """
    pool: dict[int, Tally] = {}
    for statement in told:
        for clause in statement.clauses:
            _add(pool, clause, "stated", statement)
            # Of those taken to hospital some may have died there.
            if dead and all(m.indirect for m in clause):
                _add(pool, clause, "care_less_dead", statement, less=dead)
        if len(statement.clauses) > 1:
            # "was shot dead and his body was thrown into the sea" tells of one man twice.
            figures = unrepeated(document, statement.figures)
            if not any(m.rule.startswith("toll") or m.rule.endswith(":possessive") for m in figures):
                _add(pool, figures, "sentence_all", statement)
            _add(pool, distinct(document, [statement]), "sentence_sum", None)
    if told:
        _add(pool, distinct(document, told), "distinct_sum", None)
        _add_besides(document, pool, told)
    if dead is not None:
        _add_hits(document, pool, told, hit, dead)
    for tally in pool.values():
        _settle(tally)
    return sorted(pool.values(), key=lambda t: t.low)


def _add_hits(
    document: Document, pool: dict[int, Tally], told: Sequence[Statement], hit: Sequence[Statement], dead: int
) -> None:
    """Totals from those hit, of whom some died."""
    for statement in hit:
        for clause in statement.clauses:
            _add(pool, clause, "hit", statement)
            # "five others were shot" leaves the dead out already.
            if dead and not any(m.more for m in clause):
                _add(pool, clause, "hit_less_dead", statement, less=dead)
        if len(statement.clauses) > 1:
            _add(pool, distinct(document, [statement]), "hit_sentence", statement)
    _add(pool, distinct(document, hit), "hit_sum", None)
    everybody = sorted((*told, *hit), key=lambda s: s.sentence)
    _add(pool, distinct(document, everybody), "hit_and_told_sum", None)


def _settle(tally: Tally) -> None:
    """Of "at least nine" and "nine" for the same people the one told more often stands, the open one if neither is."""
    figures = [f for _, f in tally.stated if add_up(f)[0] == tally.low]
    opened = [f for f in figures if add_up(f)[1] is None]
    if opened and 2 * len(opened) >= len(figures):
        tally.high, tally.mentions = None, opened[0]


def _add_besides(document: Document, pool: dict[int, Tally], told: Sequence[Statement]) -> None:
    """Totals with those told of besides: "two others also died", the attacker, "a third victim"."""
    figures = [m for s in told for m in s.figures]
    general = [m for m in figures if m.general and not m.more and not m.anaphoric and m.low > 0]
    if general:
        strongest = max(general, key=lambda m: m.low)
        more = [m for m in figures if m.more and m is not strongest]
        if more:
            _add(pool, (strongest, more[-1]), "with_more", None)
    attackers = [m for m in figures if m.side is Side.PERPETRATOR and m.low > 0]
    others = [(s, c) for s in told for c in s.clauses if not any(m.side is Side.PERPETRATOR or m.anaphoric for m in c)]
    if attackers and others:
        statement, most = max(others, key=lambda told_by: add_up(told_by[1])[0])
        attacker = max(attackers, key=lambda m: m.low)
        _add(pool, (*most, attacker), "with_attacker", statement)
        killing = [m for _, c in others for m in c if add_up(c)[0] == add_up(most)[0]]
        if all(_done_by_somebody(m) for m in killing) and _outlives_his_deed(document, attacker):
            # "The gunman killed three people before taking his own life": he is not one of the three.
            _add(pool, (*most, attacker), "with_killer", statement)
    dying = [m for m in figures if _of_the_hurt(m)]
    if general and dying:
        strongest = max(general, key=lambda m: m.low)
        if strongest.low > dying[-1].low and strongest.number < dying[-1].number:
            _add(pool, (strongest, dying[-1]), "with_died", None)
    for mention in figures:
        if mention.ordinal is not None and mention.ordinal > 1:
            _enter(pool, mention.ordinal, mention.ordinal, (mention,)).kinds.add("ordinal")


def _outlives_his_deed(document: Document, mention: CasualtyMention) -> bool:
    """Whether an attacker died after those he killed: a bomber dies with them, and is left out of most counts."""
    return not any(w in casualty_words("bomber") for w in document.folded[mention.start : mention.end])


def _done_by_somebody(mention: CasualtyMention) -> bool:
    """Whether the words for it name who did it: "killed three people", not "three people died"."""
    return ":object:" in mention.rule


def _of_the_hurt(mention: CasualtyMention) -> bool:
    """Whether it tells of a death among those told of before: "one of them died in hospital"."""
    return mention.rule.endswith(":share") and mention.rule.startswith("subject") and not mention.part_of_total


def _add(
    pool: dict[int, Tally],
    figures: tuple[CasualtyMention, ...],
    kind: str,
    statement: Statement | None,
    *,
    less: int = 0,
) -> None:
    low, high = add_up(figures)
    if not figures or low < less or (less and low == less):
        return
    tally = _enter(pool, low - less, None if high is None else high - less, figures)
    tally.kinds.add(kind)
    if statement is not None:
        tally.stated.append((statement, figures))


def _enter(pool: dict[int, Tally], low: int, high: int | None, figures: tuple[CasualtyMention, ...]) -> Tally:
    """The candidate of a number; those with the same number are one, and a closed number says more than an open one."""
    tally = pool.setdefault(low, Tally(low, high, figures))
    if tally.high is None and high is not None:
        tally.high, tally.mentions = high, figures
    return tally


def unrepeated(document: Document, figures: Sequence[CasualtyMention]) -> tuple[CasualtyMention, ...]:
    """The figures of a sentence without those told twice: a headline that ran into the lead, a lead printed twice."""
    kept: list[CasualtyMention] = []
    for mention in figures:
        if not any(_repeats(document, mention, other) for other in kept):
            kept.append(mention)
    return tuple(kept)


def _repeats(document: Document, mention: CasualtyMention, other: CasualtyMention) -> bool:
    if mention.low != other.low:
        return False
    if mention.low == 1:
        # "killed one youth and said the youth was a rebel killed in a clash", "Ana Diaz ... Diaz, who was killed"
        return _same_man(document, mention, other)
    if mention.anaphoric:
        # "two were among the four killed"
        return True
    if mention.general and other.general and mention.low >= _REPEATED:
        return "and" not in document.folded[other.end : mention.start]
    one, two = (document.folded[m.start : m.end + _ECHO] for m in (mention, other))
    return one == two


def _same_man(document: Document, mention: CasualtyMention, other: CasualtyMention) -> bool:
    """Whether a man is told of again by his surname, or by the noun he was told of with."""
    if mention.person is not None and other.person is not None:
        return document.folded[mention.person[1] - 1] == document.folded[other.person[1] - 1]
    if not mention.anaphoric or mention.group is None or other.group is None or mention.person is not None:
        return False
    return document.folded[mention.group[1] - 1] == document.folded[other.group[1] - 1]


def distinct(document: Document, told: Sequence[Statement]) -> tuple[CasualtyMention, ...]:
    """Figures of different people: a restatement, a part and a person named before are left out."""
    kept: list[CasualtyMention] = []
    singles = named = 0
    names: set[str] = set()
    figures = [m for s in told for m in s.figures]
    # "raising the toll to 39" counts all those told of beside it.
    figures = [m for m in figures if m.rule.startswith("toll")][-1:] or figures[:_MOST_FIGURES]
    for mention in figures:
        if mention.anaphoric or mention.part_of_total or mention.indirect:
            continue
        if mention.person is not None:
            surname = document.folded[mention.person[1] - 1]
            if surname in names:
                continue
            names.add(surname)
            named += 1
            # A name tells who a man counted before was, until there are more names than men.
            if named <= singles or any(m.general and m.low > 1 for m in kept):
                continue
            singles += 1
        elif not _is_new(document, kept, mention):
            continue
        elif mention.general and not mention.more:
            kept = [m for m in kept if m.more and m.low > mention.low]
            singles, named = int(mention.low == 1), 0
        else:
            singles += mention.low == 1
        kept.append(mention)
    return tuple(kept)


def _is_new(document: Document, kept: Sequence[CasualtyMention], mention: CasualtyMention) -> bool:
    if mention.more:
        return not any(m.more and m.low == mention.low for m in kept)
    if mention.general:
        return mention.low > sum(m.low for m in kept)
    if any(m.general and m.low >= mention.low for m in kept):
        return False
    # One sentence tells nobody's fate twice: "a man was shot in the arm and a man was shot in the leg".
    sentence = document.sentence_of[mention.predicate]
    return not any(
        m.low == mention.low
        and (
            _repeats(document, mention, m)
            or (document.sentence_of[m.predicate] != sentence and _same_kind(document, m, mention))
        )
        for m in kept
    )


def _same_kind(document: Document, one: CasualtyMention, other: CasualtyMention) -> bool:
    if one.general or other.general or one.person is not None:
        return True
    if one.category is other.category and one.category is not Category.CIVILIAN:
        return True
    heads = [document.lemmas[m.group[1] - 1] for m in (one, other) if m.group is not None]
    return len(heads) == 2 and heads[0] == heads[1]
