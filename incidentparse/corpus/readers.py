"""From files and folders to given articles: .txt, .html, .json, .jsonl; what is bad is an error in its place."""

from __future__ import annotations

import json
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from incidentparse.article.given import Given, GivenArticle
from incidentparse.errors import (
    ArticleError,
    ArticleTooLongError,
    BadEncodingError,
    BadJsonError,
    SourceError,
)

ARTICLE_SUFFIXES = frozenset({".txt", ".html", ".htm", ".json", ".jsonl"})

# Nothing larger is read into memory: as one article (a saved web page may carry its pictures) and as one JSON array.
_MAX_ARTICLE_BYTES = 20_000_000
_MAX_JSON_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file of one or many articles.

    Attributes:
        path: where it is.
        id: the id of its article, or the first part of the ids of its articles.
        size: bytes.
    """

    path: Path
    id: str
    size: int


@dataclass(frozen=True, slots=True)
class FileList:
    """The files of articles below some paths.

    Attributes:
        files: the files in the order of the paths, folders sorted by name; each file once.
        errors: paths that cannot be opened.
        left_out: number of files of other kinds met in folders, by suffix.
    """

    files: list[ArticleFile] = field(default_factory=list)
    errors: list[SourceError] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def list_files(paths: Iterable[Path | str], *, skip: Iterable[Path | str] = ()) -> FileList:
    """The files of articles that ``paths`` name, folders with all folders below them.

    A file named itself is taken whatever its suffix; in folders, hidden files and those of other kinds are left out.

    Args:
        paths: files and folders.
        skip: files to leave out wherever they are met, such as the output of an earlier run.
    """
    found = FileList()
    seen = {os.path.realpath(path) for path in skip}
    # os.path.isdir, for Path.is_dir raises where a folder above it is closed.
    asked = [(Path(path), os.path.isdir(path)) for path in paths]
    root = _common_folder(path if is_folder else path.parent for path, is_folder in asked)
    for path, is_folder in asked:
        for file in _walk(path, found) if is_folder else [path]:
            _add(file, root, seen, found)
    return found


def read_articles(paths: Iterable[Path | str]) -> Iterator[Given]:
    """The articles below some paths, in order; an error in the place of what cannot be read.

    An article keeps the ``id`` that its JSON gives it. Without one its id is its file's path inside the folder asked
    for (``2020/a.txt``), or inside the folder that holds all that was asked for, with the number of the line or
    element in a file of many (``b.jsonl#12``).
    """
    found = list_files(paths)
    yield from found.errors
    yield from once(given for file in found.files for given in read_file(file))


def once(articles: Iterable[Given]) -> Iterator[Given]:
    """The articles, with an error in the place of each whose id an earlier one has: reports are told apart by it."""
    seen: set[int] = set()
    for given in articles:
        if isinstance(given, GivenArticle) and given.id is not None:
            # Hashes, since a corpus may have millions of ids; two alike in 64 bits are not to be expected.
            key = hash(given.id)
            if key in seen:
                reason = f'an earlier article has the same id "{given.id}"; give each an id of its own'
                yield ArticleError(reason, article_id=given.name)
                continue
            seen.add(key)
        yield given


def read_file(file: ArticleFile) -> Iterator[Given]:
    """The articles of one file, in order; an error in the place of what cannot be read."""
    name = printable_path(file.path)
    try:
        with file.path.open("rb") as stream:
            match file.path.suffix.lower():
                case ".jsonl":
                    yield from _lines(stream, file, name)
                case ".json":
                    yield from _json(stream, file, name)
                case _:
                    yield _whole(stream, file, name)
    except OSError as error:
        yield _cannot_open(file.path, error)


def given_from_json(text: bytes, *, id: str | None, path: str | None, place: str) -> Given:  # noqa: A002
    """The article of one JSON object."""
    try:
        return _article(_decode(text, place), id=id, path=path, place=place)
    except ArticleError as error:
        return error


def printable_path(path: Path) -> str:
    """The path as text that every encoding can write, also where its bytes are not the file system's encoding."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _common_folder(folders: Iterable[Path]) -> Path | None:
    try:
        return Path(os.path.commonpath([os.path.abspath(folder) for folder in folders]))
    except ValueError:  # No folder at all, or folders on several drives.
        return None


def _walk(folder: Path, found: FileList) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        found.errors.append(_cannot_open(Path(error.filename), error))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            if name.startswith("."):
                continue
            if path.suffix.lower() in ARTICLE_SUFFIXES and not _is_pipe(path):
                yield path
            else:
                found.left_out[path.suffix.lower()] += 1


def _is_pipe(path: Path) -> bool:
    """Whether reading it may wait for ever."""
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except OSError:  # It is named as what cannot be opened later on.
        return False


def _add(path: Path, root: Path | None, seen: set[str], found: FileList) -> None:
    real = os.path.realpath(path)
    if real in seen:
        return
    seen.add(real)
    try:
        size = path.stat().st_size
    except OSError as error:
        found.errors.append(_cannot_open(path, error))
        return
    full = Path(os.path.abspath(path))
    found.files.append(ArticleFile(path, printable_path(full.relative_to(root) if root else full), size))


def _whole(stream: BinaryIO, file: ArticleFile, name: str) -> Given:
    raw = stream.read(_MAX_ARTICLE_BYTES + 1)
    if len(raw) > _MAX_ARTICLE_BYTES:
        return _too_long(f"more than {_MAX_ARTICLE_BYTES // 1_000_000} MB, no news article", name)
    return GivenArticle(raw, id=file.id, path=name, place=name)


def _json(stream: BinaryIO, file: ArticleFile, name: str) -> Iterator[Given]:
    raw = stream.read(_MAX_JSON_BYTES + 1)
    if len(raw) > _MAX_JSON_BYTES:
        yield _too_long(f"more than {_MAX_JSON_BYTES // 1_000_000} MB of JSON; write it as JSON lines", name)
        return
    try:
        content = _decode(raw, name)
    except ArticleError as error:
        yield error
        return
    many = isinstance(content, list)
    for number, fields in enumerate(content if isinstance(content, list) else [content], start=1):
        place = f"{name}, article {number}" if many else name
        try:
            yield _article(fields, id=f"{file.id}#{number}" if many else file.id, path=name, place=place)
        except ArticleError as error:
            yield error


def _lines(stream: BinaryIO, file: ArticleFile, name: str) -> Iterator[Given]:
    number = 0
    while line := stream.readline(_MAX_ARTICLE_BYTES + 1):
        number += 1
        place = f"{name}, line {number}"
        if len(line) > _MAX_ARTICLE_BYTES:
            yield _too_long(f"more than {_MAX_ARTICLE_BYTES // 1_000_000} MB in one line, no news article", place)
            while line and not line.endswith(b"\n"):
                line = stream.readline(_MAX_ARTICLE_BYTES)
        elif line.strip():
            yield given_from_json(line.strip(), id=f"{file.id}#{number}", path=name, place=place)


def _decode(raw: bytes, place: str) -> object:
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadEncodingError(
            f"not UTF-8, which JSON is written in (byte {error.start + 1}); save it as UTF-8", article_id=place
        ) from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise BadJsonError(f"not valid JSON ({error.msg}: {where}); correct it", article_id=place) from error
    except RecursionError as error:
        raise BadJsonError("JSON nested too deep for an article; correct it", article_id=place) from error


def _article(fields: object, *, id: str | None, path: str | None, place: str) -> GivenArticle:  # noqa: A002
    if not isinstance(fields, Mapping):
        raise BadJsonError('not a JSON object such as {"id": "…", "text": "…"}; correct it', article_id=place)
    return GivenArticle.from_mapping(fields, id=id, path=path, place=place)


def _too_long(reason: str, name: str) -> ArticleTooLongError:
    return ArticleTooLongError(f"{reason}; split it into single articles", article_id=name)


def _cannot_open(path: Path, error: OSError) -> SourceError:
    remedy = {
        FileNotFoundError: "check the path",
        PermissionError: "give yourself permission to read it",
    }.get(type(error), "check the disk")
    return SourceError(f"{error.strerror or error}; {remedy}", article_id=printable_path(path))
