"""Makes incidentparse/language/word_case.tsv.gz, the usual case of English words, and measures a truecaser with it.

    python -m tests.benchmarks.make_truecase_table en_lexeme_prob.json.gz
    python -m tests.benchmarks.make_truecase_table --measure articles.jsonl

The probabilities are those of PyPI's spacy-lookups-data 1.0.5 (MIT licence), in its folder data; the phrases are the
names in the package's own lexicons. ``--measure`` writes mixed-case articles ("text" in JSON lines) in capitals,
truecases them back and prints the share of words that have their case again.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from pathlib import Path

from incidentparse.language.truecase import truecase

PACKAGE = Path(__file__).parents[2] / "incidentparse"
TABLE = PACKAGE / "language" / "word_case.tsv.gz"

# Words rarer than this (log probability) in lower case are as often misspelt names.
RAREST_LOWER = -18.6
# How far the other case must be likelier (natural log) than lower case for a word to be ever, or mostly, in it. Found
# on news put into capitals: names in lower case are common in the source (it is casual writing), and so are capitals at
# the start of sentences.
EVER_TITLE, MOSTLY_TITLE = -1.1, 0.45
MOSTLY_UPPER = 0.3
# An upper-case form must beat the title form by this to be an acronym: headlines shout.
UPPER_OVER_TITLE = 0.3
PHRASE_FILES = ("armed_groups.jsonl", "countries.jsonl", "publishers.jsonl", "state_forces.jsonl", "regions.jsonl")

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_IRISH = re.compile(r"[OD]['’][A-Z][a-z]+")  # "O'Brien"; other apostrophes are of "don't" and "it's".
_PHRASE = re.compile(r"[A-Z][^\W\d_]+(?:[ -][^\W\d_]+)+")


def classes(probabilities: dict[str, float]) -> dict[str, list[str]]:
    """The words of each class: lower, either, title, upper, mixed (the last as they are written)."""
    forms: dict[str, dict[str, float]] = defaultdict(dict)
    for word, probability in probabilities.items():
        if len(word) > 1 and (word.isalpha() or _IRISH.fullmatch(word)):
            forms[word.lower()][word] = probability
    table: dict[str, list[str]] = defaultdict(list)
    for word, by_form in sorted(forms.items()):
        kind = _class(word, by_form)
        if kind == "mixed":
            word = max(by_form, key=lambda f: (by_form[f], f))
        if kind:
            table[kind].append(word)
    return table


def _class(word: str, by_form: dict[str, float]) -> str | None:
    never = -99.0
    lower = by_form.get(word, never)
    title = by_form.get(word[0].upper() + word[1:], never)
    upper = by_form.get(word.upper(), never)
    best = max(by_form, key=lambda f: (by_form[f], f))
    if best not in (word, word.upper(), word[0].upper() + word[1:]):
        # "McDonald", not the slips of a shift key ("THe").
        return (
            "mixed"
            if re.fullmatch(r"(?:Mc|Mac|O['’]|Mc|De|La|Fitz|[a-z])[A-Z][a-z]+", best) and len(best) > 3
            else None
        )
    if upper > lower + MOSTLY_UPPER and upper > title + UPPER_OVER_TITLE:
        return "upper" if upper > RAREST_LOWER or len(word) <= 4 else None
    if title > lower + MOSTLY_TITLE:
        return "title" if title > RAREST_LOWER else None
    if lower < RAREST_LOWER:
        return None
    return "either" if title > lower + EVER_TITLE else "lower"


def phrases() -> list[str]:
    """Names of several words in the package's lexicons, as they are written."""
    found: set[str] = set()
    for name in PHRASE_FILES:
        path = PACKAGE / "lexicons" / name
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            entry = json.loads(line)
            names = [v for v in entry.values() if isinstance(v, str)]
            names += [v for values in entry.values() if isinstance(values, list) for v in values if isinstance(v, str)]
            found.update(n for n in names if _PHRASE.fullmatch(n) and sum(w[:1].isupper() for w in n.split()) > 1)
    return sorted(found)


def write(source: Path) -> None:
    """Writes the table from the probabilities."""
    with gzip.open(source, "rt", encoding="utf-8") as file:
        table = classes(json.load(file))
    lines = [f"{kind}\t{' '.join(table[kind])}\n" for kind in ("lower", "either", "title", "upper", "mixed")]
    lines += [f"phrase\t{phrase}\n" for phrase in phrases()]
    # No time stamp, so that the same source gives the same file.
    TABLE.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
    print({kind: len(words) for kind, words in table.items()}, TABLE.stat().st_size, "bytes")


def measure(path: Path) -> tuple[float, float, float]:
    """Share of words with their case again, and precision and recall of capitals inside sentences."""
    right = total = both = guessed = true = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        back = truecase("".join(c.upper() if len(c.upper()) == 1 else c for c in text))
        for match in _LETTERS.finditer(text):
            old, new = match[0], back[match.start() : match.end()]
            total += 1
            right += old == new
            if not re.search(r"(?:^|[.!?:\n][\"”’)]*\s*[\"“‘(]*)$", text[max(0, match.start() - 8) : match.start()]):
                true += old[0].isupper()
                guessed += new[0].isupper()
                both += old[0].isupper() and new[0].isupper()
    return right / total, both / max(1, guessed), both / max(1, true)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--measure", action="store_true")
    arguments = parser.parse_args()
    if arguments.measure:
        print("accuracy {:.4f}  capitals: precision {:.3f} recall {:.3f}".format(*measure(arguments.source)))
    else:
        write(arguments.source)


if __name__ == "__main__":
    main()
