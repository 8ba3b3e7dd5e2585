"""What the made-up practices are about; read from topics.toml beside this module."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Themes:
    """Topics to draw from.

    Attributes:
        topics: Columns section, subsection, topic, weight (how often it is drawn).
        methods: Sentences on how it was done.
        results: Sentences on what came of it.
    """

    topics: pd.DataFrame
    methods: npt.NDArray[np.object_]
    results: npt.NDArray[np.object_]

    @classmethod
    def read(cls) -> Self:
        """Return the topics that come with the program."""
        text = (Path(__file__).parent / "topics.toml").read_text(encoding="utf-8")
        content = tomllib.loads(text)
        topics = pd.DataFrame(content["themes"]).explode("topics", ignore_index=True)
        each = topics.groupby(["section", "subsection"])["topics"].transform("size")
        return cls(
            topics=topics.rename(columns={"topics": "topic"}).assign(
                weight=topics["weight"] / each
            ),
            methods=np.array(content["methods"], dtype=object),
            results=np.array(content["results"], dtype=object),
        )

    def draw(self, count: int, dice: np.random.Generator) -> pd.DataFrame:
        """Draw section, subsection, title and summary of `count` practices."""
        weight = self.topics["weight"].to_numpy(np.float64)
        rows = dice.choice(len(weight), size=count, p=weight / weight.sum())
        drawn = self.topics.iloc[rows].reset_index(drop=True)
        method = dice.choice(self.methods, size=count)
        result = dice.choice(self.results, size=count)
        return pd.DataFrame(
            {
                "section": drawn["section"],
                "subsection": drawn["subsection"],
                "title": drawn["topic"],
                "summary": drawn["topic"] + ". " + method + " " + result,
            }
        )
