"""Asking the questions of some incidents of linked claims."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame

from factcheck.linking.engines import Engine
from factcheck.linking.increments.linking import Linking
from factcheck.linking.increments.reading import Reader
from factcheck.linking.questions.asked import COLUMNS, find_questions, linked
from factcheck.linking.texts import among

Flags = NDArray[np.bool_]


def ask(linking: Linking, scenes: Flags, reader: Reader, engine: Engine) -> DataFrame:
    """What ``link`` gives for the claims of whole incidents, given by their scenes."""
    if not scenes.any():
        return DataFrame(columns=list(COLUMNS))
    table = reader.rows(linking.held, linking.documents(scenes))
    scene = linking.scene[table["row"].to_numpy()]
    wanted = scenes[scene]
    incident = pd.factorize(linking.incident[scene])[0]
    asked = find_questions(table.assign(incident=incident), engine, wanted)
    told = table[wanted].reset_index(drop=True)
    return linked(told.assign(incident=pd.factorize(incident[wanted])[0]), asked)


def incidents_of(linking: Linking, documents: dict[str, str], reader: Reader) -> Flags:
    """The scenes of the incidents of some claims; ``documents``: the document of each claim."""
    chosen = np.zeros(len(linking.stored.head), dtype=bool)
    held = np.zeros(len(linking.held), dtype=bool)
    held[linking.held.numbers(set(documents.values()), linking.alive)] = True
    if held.any():
        table = reader.rows(linking.held, held)
        row = table["row"].to_numpy()[among(table["claim"], documents)]
        chosen[linking.incident[linking.scene[row]]] = True
    return chosen[linking.incident] & linking.stored.alive
