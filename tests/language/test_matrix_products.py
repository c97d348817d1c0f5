"""NumPy multiplies as BLIS does: the same annotation, and on one thread."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps
from threadpoolctl import threadpool_info

from incidentparse.language.matrix_products import multiply_by_numpy, on_one_thread
from incidentparse.language.model import load_pipeline

_TEXTS = [
    "Gunmen on motorcycles killed at least 16 villagers at Tillou on Tuesday, the governor said.",
    "A roadside bomb hit a police van near the bus station in Quetta, wounding four officers and a passer-by.",
    "KANDAHAR - The Taliban denied that its fighters had shelled the bazaar. \"It was not us,\" a spokesman said.",
    "No one was hurt.",
]  # fmt: skip


def _annotation(doc: Doc) -> list[tuple[str, int, str, str, str, str]]:
    return [(t.tag_, t.head.i, t.dep_, t.lemma_, t.ent_iob_, t.ent_type_) for t in doc]


@pytest.fixture(scope="module")
def pipelines() -> tuple[Language, Language]:
    """A pipeline as spaCy loads it, and one that NumPy multiplies for."""
    switched = load_pipeline()
    multiply_by_numpy(switched)
    return load_pipeline(), switched


def test_annotates_alike_in_a_batch_and_alone(pipelines: tuple[Language, Language]) -> None:
    plain, switched = pipelines
    expected = [_annotation(doc) for doc in plain.pipe(_TEXTS)]
    assert [_annotation(doc) for doc in switched.pipe(_TEXTS)] == expected
    assert [_annotation(switched(text)) for text in _TEXTS] == expected


def test_leaves_nothing_to_blis_where_the_threads_of_numpy_can_be_held(pipelines: tuple[Language, Language]) -> None:
    held = any(library["internal_api"] in ("openblas", "mkl") for library in threadpool_info())
    models = [getattr(component, "model", None) for _, component in pipelines[1].pipeline]
    operations = [layer.ops for model in models if isinstance(model, Model) for layer in model.walk()]
    blis = {ops.use_blis for ops in operations if isinstance(ops, NumpyOps)}
    assert blis == {not held}


def test_holds_one_thread_and_gives_the_others_back() -> None:
    def threads() -> list[int]:
        return [b["num_threads"] for b in threadpool_info() if b["internal_api"] in ("openblas", "mkl")]

    before = threads()
    with on_one_thread():
        assert threads() == [1] * len(before)
    assert threads() == before
