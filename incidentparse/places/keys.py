"""Keys under which the gazetteer finds a name: one for its many spellings in the Latin alphabet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from incidentparse.language.folding import fold

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h",
     "ŋ": "n", "ʻ": "", "ˈ": "", "ʹ": "", "ʺ": ""}
)  # fmt: skip
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_SAINTS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "s": "s"}

# The Arabic article, also as it takes on the sound of the next letter.
_ARTICLES = frozenset(
    "al el il l ad ed ar er as es ash esh at et ath eth an en az ez adh edh ad-d ul us ur ud uz un".split()
)
_VOWEL_PAIRS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"), ("aa", "a"),
                ("au", "u"), ("aw", "u"), ("ow", "u"), ("ie", "i"), ("iy", "i"))  # fmt: skip
_CONSONANTS = (("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("q", "k"), ("ck", "k"),
               ("j", "g"), ("z", "s"), ("w", "u"), ("v", "b"), ("p", "b"))  # fmt: skip
# Short vowels are hardly told apart: "Tel Abyad" and "Tall Abiad".
_VOWELS = str.maketrans("eiyo", "aaau")
_REPEATED = re.compile(r"(.)\1+")
# Shorter skeletons ("Hama" and "Homs" are "ham" and "hums") join places that are not one.
_SHORTEST_SKELETON = 4
_LAST_VOWEL = re.compile(r"(?:a|e|i|o|u|y)?h?$")


# Countries whose place names reach the Latin alphabet by transliteration, with marks that news does not print.
_TRANSLITERATED = frozenset(
    "AE AF AM AZ BD BG BH BT BY CN CY DJ DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KM KP KR KW KZ LA LB LK LY MA MK "
    "MM MN MR MV NP OM PK PS QA RU SA SD SO SS SY TD TH TJ TM TN TW UA UZ YE".split()
)
# The word for a district that stands before its name.
_KIND_BEFORE = {"TH": "Amphoe "}
_MARKS_APART = re.compile("[‘’ʻʼʽ`´']")


def plain_name(name: str, country: str) -> str:
    """A gazetteer's name as English news prints it: ``Arīḩā`` of Syria is Ariha, but Bogotá stays as it is."""
    if country in _KIND_BEFORE:
        name = name.removeprefix(_KIND_BEFORE[country])
    if name.isascii() or country not in _TRANSLITERATED:
        return name
    apart = unicodedata.normalize("NFKD", _MARKS_APART.sub("", name).replace("ı", "i").replace("ə", "a"))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain if plain.isascii() else name


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Lower case, no marks, words apart by one space: ``Al-Ḩasakah`` and ``al hasakah`` are one."""
    words = _NOT_LETTERS.sub(" ", fold(name).translate(_LETTERS)).split()
    if len(words) > 1:
        words[0] = _SAINTS.get(words[0], words[0])
    return " ".join(words)


def has_article(key: str) -> bool:
    """Whether a name has the Arabic article: ``al hasakah``, ``deir ez zor``."""
    return not _ARTICLES.isdisjoint(key.split())


@lru_cache(maxsize=65536)
def skeleton(key: str) -> str:
    """What the transliterations of an Arabic, Persian or Urdu name share; "" where too little of it is left.

    ``deir ezzor``, ``deir ez zor`` and ``dayr az zawr`` are one; so are ``hasaka``, ``al hasakah`` and ``al hassakeh``.
    """
    words = [w for w in key.split() if w not in _ARTICLES] or key.split()
    text = "".join(w[2:] if len(w) > 4 and w[0] in "ae" and w[1] == w[2] else w for w in words)
    for old, new in _VOWEL_PAIRS:
        text = text.replace(old, new)
    for old, new in _CONSONANTS:
        text = text.replace(old, new)
    text = _REPEATED.sub(r"\1", _LAST_VOWEL.sub("", text).translate(_VOWELS))
    return text if len(text) >= _SHORTEST_SKELETON else ""
