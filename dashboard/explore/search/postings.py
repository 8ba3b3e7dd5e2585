"""How the index of words is built: whole columns of texts into words, terms and their weights."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from geocoding import fold

_MAX_LETTERS: Final = 40
"""Letters of a word that are compared; the arrays take room for that many each."""

_SATURATION: Final = 1.5
"""The k1 of BM25: how soon a further occurrence of a word in a text adds little."""

_LENGTH_SHARE: Final = 0.75
"""The b of BM25: how much a long text's words count for less."""

_THEME: Final = "#"
"""Before the term of a word that only means a theme; no word of a text begins so."""

Rows = npt.NDArray[np.int64]
BaseForms = Callable[[Iterable[str]], list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column of texts that is indexed.

    Attributes:
        texts: The texts, as a dictionary and the index of each entry in it.
        rows: Position of a practice; one entry a text.
        weight: How often a word in it counts.
        is_theme: Whether it holds words that mean the theme of a practice, not its own.
    """

    texts: pa.DictionaryArray
    rows: Rows
    weight: float = 1.0
    is_theme: bool = False

    def words(self) -> pa.ListArray:
        """Give the words of each distinct text: lower case, two letters at least, not too long."""
        lower = pc.utf8_lower(self.texts.dictionary.cast(pa.string()))
        parts = pc.split_pattern(pc.replace_substring_regex(lower, r"[^\pL\pN]+", " "), " ")
        of_text, words = pc.list_parent_indices(parts), parts.flatten()
        is_word = pc.greater_equal(pc.utf8_length(words), 2)
        counts = np.bincount(of_text.filter(is_word).to_numpy(), minlength=len(lower))
        words = pc.utf8_slice_codeunits(words.filter(is_word), 0, _MAX_LETTERS)
        if self.is_theme:
            words = pc.binary_join_element_wise(_THEME, words, "")
        return pa.ListArray.from_arrays(
            np.concatenate([[0], np.cumsum(counts)]).astype("i4"), words
        )


def theme_term(term: str) -> str:
    """Give the term under which a word that means a theme is indexed."""
    return _THEME + term


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of some texts, and the terms (folded base forms) that each may be a form of.

    Attributes:
        words: The distinct words.
        starts: Where in `terms` those of each word begin, and the end.
        terms: Positions in the array `terms`, word by word.
        arrays: `terms`, `labels`, `forms`, `form_starts` and `form_terms` of a WordIndex.
    """

    words: pa.Array
    starts: Rows
    terms: Rows
    arrays: Mapping[str, npt.NDArray[Any]]

    @classmethod
    def of(cls, words: pa.Array, base_forms: BaseForms) -> Self:
        """Give the vocabulary of distinct words.

        Args:
            words: The words in lower case.
            base_forms: Gives the base forms of words, at least one each.
        """
        written: list[str] = words.to_pylist()
        plain = [word.removeprefix(_THEME) for word in written]
        labels: dict[str, str] = {}
        terms_of: list[list[str]] = []
        for word, lemmas in zip(written, base_forms(plain), strict=True):
            prefix = _THEME if word.startswith(_THEME) else ""
            keys = {prefix + fold(lemma)[:_MAX_LETTERS]: lemma for lemma in lemmas}
            terms_of.append(sorted(keys))
            for key, lemma in keys.items():
                labels.setdefault(key, lemma)
        names = np.array(sorted(labels), np.str_)
        places = {name: at for at, name in enumerate(names.tolist())}
        numbers = [[places[term] for term in terms] for terms in terms_of]
        of_forms: dict[str, set[int]] = {}
        for word, terms in zip(written, numbers, strict=True):
            if not word.startswith(_THEME):
                of_forms.setdefault(fold(word)[:_MAX_LETTERS], set()).update(terms)
        forms = sorted(of_forms)
        form_starts, form_terms = _joined([sorted(of_forms[form]) for form in forms])
        starts, of_word = _joined(numbers)
        arrays = {
            "terms": names,
            "labels": np.array([labels[name] for name in names.tolist()], np.str_),
            "forms": np.array(forms, np.str_),
            "form_starts": form_starts,
            "form_terms": form_terms,
        }
        return cls(words, starts, of_word, arrays)


def index_arrays(
    columns: Sequence[Column], base_forms: BaseForms, size: int
) -> dict[str, npt.NDArray[Any]]:
    """Give the arrays of a WordIndex.

    Args:
        columns: The texts.
        base_forms: Gives the base forms of words, at least one each.
        size: Number of practices.
    """
    words = [column.words() for column in columns]
    encoded = pa.chunked_array([each.values for each in words], pa.string())
    encoded = encoded.combine_chunks().dictionary_encode()
    vocabulary = Vocabulary.of(encoded.dictionary, base_forms)
    ends = np.cumsum([len(each.values) for each in words])
    codes = np.split(encoded.indices.to_numpy(), ends[:-1])
    n_terms = len(vocabulary.arrays["terms"])
    keys, times = _summed(
        [
            _occurrences(column, each.offsets.to_numpy(), of_column, vocabulary, size)
            for column, each, of_column in zip(columns, words, codes, strict=True)
        ]
    )
    terms, rows = np.divmod(keys, max(size, 1))
    occurs = np.bincount(terms, minlength=n_terms)
    return {
        **vocabulary.arrays,
        "starts": np.concatenate([[0], np.cumsum(occurs)]),
        "rows": rows.astype(np.int32),
        "weights": _weights(terms, rows, times, occurs, size),
    }


def _occurrences(
    column: Column,
    offsets: npt.NDArray[np.int32],
    codes: npt.NDArray[np.int32],
    vocabulary: Vocabulary,
    size: int,
) -> tuple[Rows, npt.NDArray[np.float32]]:
    """Give each term and practice (term * size + row) that meet in a column, and how often.

    Args:
        column: The column.
        offsets: Where among its words those of each distinct text begin, and the end.
        codes: Its words, as numbers in the vocabulary.
        vocabulary: All words and their terms.
        size: Number of practices.
    """
    counts = np.diff(offsets)
    of_text = np.repeat(np.arange(len(counts)), counts)
    occurrences, at = _spread(vocabulary.starts[codes], vocabulary.starts[codes + 1])
    n_terms = max(len(vocabulary.arrays["terms"]), 1)
    pairs, times = np.unique(
        of_text[occurrences] * n_terms + vocabulary.terms[at], return_counts=True
    )
    texts, terms = np.divmod(pairs, n_terms)  # each text has each of its terms once
    firsts = np.searchsorted(texts, np.arange(len(counts) + 1))
    of_entry = column.texts.indices.to_numpy()
    entries, at = _spread(firsts[of_entry], firsts[of_entry + 1])
    keys = terms[at] * size + column.rows[entries]
    return keys, times[at].astype(np.float32) * np.float32(column.weight)


def _spread(starts: Rows, ends: Rows) -> tuple[Rows, Rows]:
    """Give for spans, one after the other: the number of the span, and each position in it."""
    counts = (ends - starts).astype(np.int64)
    before = np.cumsum(counts) - counts
    spans = np.repeat(np.arange(len(counts)), counts)
    return spans, np.arange(counts.sum()) + (starts.astype(np.int64) - before)[spans]


def _summed(
    parts: Sequence[tuple[Rows, npt.NDArray[np.float32]]],
) -> tuple[Rows, npt.NDArray[np.float32]]:
    """Give each key once, in order, with the sum of its values."""
    keys = np.concatenate([key for key, _ in parts])
    values = np.concatenate([value for _, value in parts])
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], values[order]
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    return keys[firsts], np.add.reduceat(values, firsts) if len(firsts) else values


def _joined(lists: Sequence[Sequence[int]]) -> tuple[Rows, Rows]:
    """Give lists one after the other: where each begins, and the end; then all values."""
    lengths = np.array([len(each) for each in lists], np.int64)
    values = np.array([value for each in lists for value in each], np.int64)
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]), values


def _weights(
    terms: Rows, rows: Rows, times: npt.NDArray[np.float32], occurs: Rows, size: int
) -> npt.NDArray[np.float32]:
    """Say how much each term says of each practice that it occurs in, so many times.

    Args:
        terms: The terms.
        rows: The practices.
        times: How often the one occurs in the other.
        occurs: Of each term, in how many practices it occurs.
        size: The number of practices.
    """
    rarity = np.log1p((size - occurs + 0.5) / (occurs + 0.5))
    lengths = np.bincount(rows, weights=times, minlength=size)
    longer = lengths / max(lengths.mean(), 1) if size else lengths
    damping = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * longer)
    weights = rarity[terms] * times / (times + damping[rows])
    return weights.astype(np.float32)
