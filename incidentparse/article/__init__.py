"""Article: what precedes language: bytes to one clean text, its dateline and its date of publication."""
