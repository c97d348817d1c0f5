"""Reading files and folders of articles."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidentparse.article.given import GivenArticle
from incidentparse.corpus import readers
from incidentparse.corpus.readers import given_from_json, list_files, read_articles
from incidentparse.errors import (
    ArticleError,
    ArticleTooLongError,
    BadEncodingError,
    BadJsonError,
    IncidentParseError,
    SourceError,
)


def article(given: object) -> GivenArticle:
    assert isinstance(given, GivenArticle), given
    return given


def error(given: object) -> IncidentParseError:
    assert isinstance(given, IncidentParseError), given
    return given


def write(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_folders_are_read_with_all_below_them_sorted_by_name(tmp_path: Path) -> None:
    for name in ("news/b.txt", "news/a.html", "news/2020/z.txt", "news/2019/y.htm", "news/C.TXT"):
        write(tmp_path / name, "A bomb exploded.")
    ids = [article(a).id for a in read_articles([tmp_path / "news"])]
    assert ids == ["C.TXT", "a.html", "b.txt", "2019/y.htm", "2020/z.txt"]


def test_ids_do_not_depend_on_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "news" / "a.txt", "A bomb exploded.")
    monkeypatch.chdir(tmp_path / "news")
    assert [article(a).id for a in read_articles(["."])] == ["a.txt"]
    assert [article(a).id for a in read_articles(["a.txt"])] == ["a.txt"]


def test_ids_from_several_folders_differ(tmp_path: Path) -> None:
    for year in ("2019", "2020"):
        write(tmp_path / year / "a.txt", "A bomb exploded.")
    assert [article(a).id for a in read_articles([tmp_path / "2019", tmp_path / "2020"])] == [
        "2019/a.txt",
        "2020/a.txt",
    ]


def test_files_of_other_kinds_are_left_out_of_folders_and_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.pdf", "c.pdf", "README", ".hidden.txt"):
        write(tmp_path / name, "A bomb exploded.")
    found = list_files([tmp_path])
    assert [file.path.name for file in found.files] == ["a.txt"]
    assert found.left_out == {".pdf": 2, "": 1}


def test_a_file_named_itself_is_text_whatever_its_suffix(tmp_path: Path) -> None:
    path = write(tmp_path / "report.article", "A bomb exploded.")
    assert article(*read_articles([path])).text == b"A bomb exploded."


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "A bomb exploded.")
    assert len(list(read_articles([path, tmp_path, path]))) == 1


def test_the_output_is_no_input(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "A bomb exploded.")
    output = write(tmp_path / "reports.jsonl", "{}")
    assert [f.path.name for f in list_files([tmp_path], skip=[output]).files] == ["a.txt"]


def test_json_lines_carry_the_fields_and_say_their_line(tmp_path: Path) -> None:
    fields = {
        "id": "x-1", "text": "A bomb exploded.", "title": "Blast", "published": "2020-07-14", "url": "https://a.test/1",
        "publisher": "Agency", "section": "World",
    }  # fmt: skip
    path = write(
        tmp_path / "a.jsonl", json.dumps(fields), "", json.dumps({"id": 7, "text": "Second"}), '{"text": "Third"}'
    )
    first, second, third = map(article, read_articles([path]))
    assert first == GivenArticle(
        "A bomb exploded.", id="x-1", title="Blast", published="2020-07-14", url="https://a.test/1", publisher="Agency",
        path=str(path), place=f"{path}, line 1",
    )  # fmt: skip
    assert (second.id, second.name) == ("7", f"{path}, line 3")
    assert third.id == "a.jsonl#4"


def test_json_files_hold_one_article_or_an_array(tmp_path: Path) -> None:
    one = write(tmp_path / "one.json", '{"text": "A bomb exploded."}')
    many = write(tmp_path / "many.json", '[{"text": "First"}, {"id": "b", "text": "Second"}]')
    ids = [article(a).id for a in read_articles([one, many])]
    assert ids == ["one.json", "many.json#1", "b"]


def test_a_byte_order_mark_is_no_part_of_the_json(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "A bomb exploded."}\n')
    assert article(*read_articles([path])).text == "A bomb exploded."


@pytest.mark.parametrize(
    ("line", "kind", "message"),
    [
        pytest.param(
            b'{"text": "cut',
            BadJsonError,
            "not valid JSON (Unterminated string starting at: column 10)",
            id="cut_short",
        ),
        pytest.param(b"A bomb exploded.", BadJsonError, "not valid JSON", id="plain_text"),
        pytest.param(b"[1, 2]", BadJsonError, "not a JSON object", id="no_object"),
        pytest.param(b'{"title": "Blast"}', BadJsonError, 'no "text" field', id="no_text"),
        pytest.param(b'{"text": 12}', BadJsonError, 'no "text" field', id="text_is_a_number"),
        pytest.param(b'{"text": "A", "id": [1]}', BadJsonError, '"id" is neither', id="id_is_a_list"),
        pytest.param(b'{"text": "A", "id": true}', BadJsonError, '"id" is neither', id="id_is_true"),
        pytest.param(b'{"text": "A", "title": 5}', BadJsonError, '"title" is not text', id="title_is_a_number"),
        pytest.param(b'{"text": "caf\xe9"}', BadEncodingError, "not UTF-8", id="latin_1"),
        pytest.param(b"[" * 100_000, BadJsonError, "JSON nested too deep", id="nested_too_deep"),
    ],
)
def test_a_bad_line_is_an_error_in_its_place(
    tmp_path: Path, line: bytes, kind: type[ArticleError], message: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": "1", "text": "First"}\n' + line + b'\n{"id": "3", "text": "Third"}\n')
    first, bad, third = read_articles([path])
    assert (article(first).id, article(third).id) == ("1", "3")
    assert type(error(bad)) is kind
    assert str(bad).startswith(f"{path}, line 2: {message}")


def test_half_a_character_spelled_in_json_does_not_reach_the_record() -> None:
    given = article(
        given_from_json(b'{"text": "A bomb \\ud83d exploded", "id": "\\udc00"}', id=None, path=None, place="x")
    )
    assert (given.text, given.id) == ("A bomb ? exploded", "?")


def test_an_id_used_twice_is_an_error_in_place_of_the_second(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": "1", "text": "First"}', '{"id": "1", "text": "Second"}')
    first, second = read_articles([path])
    assert article(first).text == "First"
    assert str(error(second)).startswith(f'{path}, line 2: an earlier article has the same id "1"')


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    bad, good = read_articles([tmp_path / "gone", write(tmp_path / "a.txt", "A bomb exploded.")])
    assert isinstance(bad, SourceError)
    assert str(bad) == f"{tmp_path / 'gone'}: No such file or directory; check the path"
    assert article(good).id == "a.txt"


def test_a_folder_without_permission_is_named_and_the_others_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "closed" / "a.txt", "A bomb exploded.")
    write(tmp_path / "open" / "b.txt", "A bomb exploded.")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    bad, good = read_articles([tmp_path])
    assert str(error(bad)) == f"{tmp_path / 'closed'}: Permission denied; give yourself permission to read it"
    assert article(good).id == "open/b.txt"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_folder_is_left_out(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "A bomb exploded.")
    os.mkfifo(tmp_path / "pipe.txt")
    found = list_files([tmp_path])
    assert [file.path.name for file in found.files] == ["a.txt"]
    assert found.left_out == {".txt": 1}


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", "A bomb exploded.")

    def closed(self: Path, mode: str) -> object:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", closed)
    assert str(error(*read_articles([path]))).startswith(f"{path}: Permission denied; give yourself permission")


def test_huge_files_and_lines_are_not_read_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "_MAX_ARTICLE_BYTES", 60)
    text = write(tmp_path / "a.txt", "A bomb exploded. " * 10)
    lines = write(tmp_path / "b.jsonl", json.dumps({"text": "long " * 90}), '{"text": "Short."}')
    long_text, long_line, short = read_articles([text, lines])
    assert isinstance(long_text, ArticleTooLongError)
    assert isinstance(long_line, ArticleTooLongError)
    assert str(long_line).startswith(f"{lines}, line 1: more than")
    assert article(short).id == "b.jsonl#2"


def test_file_names_in_no_encoding_still_make_writable_ids(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as stream:
        stream.write(b"A bomb exploded.")
    given = article(*read_articles([tmp_path]))
    assert given.id is not None
    assert given.path is not None
    assert given.id.encode().endswith("caf�.txt".encode())
    assert given.path.encode().endswith("caf�.txt".encode())


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_an_article_or_an_article_error(raw: bytes) -> None:
    given = given_from_json(raw, id="x", path="x", place="x")
    assert isinstance(given, GivenArticle | ArticleError)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["id", "text", "title", "published", "url", "publisher", "path", "other"]), json_values
    )
)
def test_any_json_object_is_an_article_or_an_article_error(fields: dict[str, object]) -> None:
    given = given_from_json(json.dumps(fields).encode(), id="x", path="x", place="x")
    if isinstance(given, GivenArticle):
        assert isinstance(given.text, str)
        given.text.encode()
        assert given.id
    else:
        assert isinstance(given, BadJsonError)
