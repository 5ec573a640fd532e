"""What is kept of linked claims as plain arrays by name, as a database keeps them, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from factcheck.linking.increments.doubting import Doubted
from factcheck.linking.increments.linking import Linking

Array = NDArray[Any]

LAYOUT = 6
"""Goes up when the arrays mean something else."""

_AS = "="
"""Behind the name of an array that is another one: its name."""

_IN_TWO_PLACES = {"known.sizes.key": "index.0.key", "known.sizes.ends": "index.0.ends"}
"""Arrays that may be others, and which."""

_GROWING = ("held.", "scene", "stored.", "groups.outlines.")
_CHANGING = ("stored.alive", "groups.")


def pack(linking: Linking, doubted: Doubted) -> dict[str, Array]:
    """The arrays of a linking and of its doubts by name; small values are JSON in an array of bytes, and so is the
    name of an array that stands in two places."""
    out: dict[str, Array] = {}
    _pack(linking, "", out)
    _pack(doubted, "doubted", out)
    return out


def unpack(arrays: Mapping[str, Array]) -> tuple[Linking, Doubted]:
    """The linking of such arrays, and its doubts.

    Raises:
        KeyError: one is missing.
    """
    return _unpack(Linking, "", arrays), _unpack(Doubted, "doubted", arrays)


def grows(name: str) -> bool:
    """True for an array to which more claims only add at the end."""
    return name.startswith(_GROWING) and name != "stored.alive"


def may_change(name: str) -> bool:
    """True for an array to which more claims add at the end, and of which they change little."""
    return name.startswith(_CHANGING) and not grows(name)


def _pack(value: Any, name: str, out: dict[str, Array]) -> None:
    if isinstance(value, np.ndarray):
        other = _IN_TWO_PLACES.get(name)
        if other is not None and out[other] is value:
            out[f"{name}{_AS}"] = _told(other)
        else:
            out[name] = value
    elif is_dataclass(value):
        for field in fields(value):
            _pack(getattr(value, field.name), _of(name, field.name), out)
    elif isinstance(value, tuple):
        out[name] = _told(len(value))
        for number, part in enumerate(value):
            _pack(part, _of(name, str(number)), out)
    else:
        out[name] = _told(value if isinstance(value, int) else dict(value))


def _unpack(kind: Any, name: str, arrays: Mapping[str, Array]) -> Any:
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = {f.name: _unpack(hints[f.name], _of(name, f.name), arrays) for f in fields(kind)}
        return kind(**parts)  # type: ignore[operator]
    if get_origin(kind) is tuple:
        part, size = get_args(kind)[0], json.loads(arrays[name].tobytes())
        return tuple(_unpack(part, _of(name, str(number)), arrays) for number in range(size))
    if get_origin(kind) is np.ndarray:
        return arrays[name] if name in arrays else arrays[json.loads(arrays[f"{name}{_AS}"].tobytes())]
    return json.loads(arrays[name].tobytes())


def _of(whole: str, part: str) -> str:
    return f"{whole}.{part}" if whole else part


def _told(value: Any) -> Array:
    return np.frombuffer(json.dumps(value).encode(), dtype=np.uint8)
