"""The matrix products of a spaCy pipeline, left to NumPy's BLAS on one thread: they are most of its time.

spaCy multiplies with BLIS, which knows few processors; where it does not know one, OpenBLAS or MKL behind NumPy is up
to six times as fast on the shapes at hand. Both give the same annotation (`tests/language/test_matrix_products.py`).
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


def multiply_by_numpy(nlp: Language) -> None:
    """Lets NumPy multiply for the models of a pipeline that BLIS multiplies for, where NumPy's threads can be held."""
    if not _numpy_blas().lib_controllers:
        return
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            # Other operations, those of a GPU or of Apple's framework, are faster already.
            if type(layer.ops) is NumpyOps:
                layer.ops = ops


def on_one_thread() -> AbstractContextManager[object]:
    """NumPy's BLAS on one thread meanwhile: the matrices are small, and the workers of a batch share the processor."""
    held: AbstractContextManager[object] = _numpy_blas().limit(limits=1)
    return held


@cache
def _numpy_blas() -> ThreadpoolController:
    """The BLAS libraries that are loaded, NumPy's among them, and whose threads can be set."""
    return ThreadpoolController().select(internal_api=["openblas", "mkl"])
