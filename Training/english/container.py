"""The container of tensors that Sources/EnglishModel/FORMAT.md describes."""

import json
from pathlib import Path

import numpy as np

MAGIC = b"VRBLMDL1"
ALIGNMENT = 64


class Container:
    """Tensors on their way into a model file."""

    def __init__(self):
        self.entries, self.parts, self.length = [], [], 0

    def add(self, name: str, array: np.ndarray, kind: str, scale: str | None = None):
        padding = -self.length % ALIGNMENT
        offset = self.length + padding
        entry = {"name": name, "type": kind, "shape": list(array.shape), "offset": offset}
        if scale:
            entry["scale"] = scale
        self.entries.append(entry)
        data = np.ascontiguousarray(array).tobytes()
        self.parts += [bytes(padding), data]
        self.length += padding + len(data)

    def add_half(self, name: str, array: np.ndarray):
        self.add(name, array.astype("<f2"), "f16")

    def add_float(self, name: str, array: np.ndarray):
        self.add(name, array.astype("<f4"), "f32")

    def add_bytes(self, name: str, array: np.ndarray):
        """Each row as bytes times a scale of its own."""
        scale = row_scales(array)
        rounded = np.rint(array / np.where(scale > 0, scale, 1)[:, None])
        self.add(name, rounded.astype("i1"), "i8", scale=name + ".scale")
        self.add_float(name + ".scale", scale)

    def add_lstm(self, layers, add):
        """The layers of a BiLSTM, their weights as `add` adds a tensor."""
        for number, layer in enumerate(layers):
            for direction, lstm in (("forward", layer.ahead), ("backward", layer.back)):
                part = f"lstm.{number}.{direction}"
                add(f"{part}.input", lstm.weight_ih_l0.numpy())
                add(f"{part}.recurrent", lstm.weight_hh_l0.numpy())
                self.add_float(f"{part}.bias", (lstm.bias_ih_l0 + lstm.bias_hh_l0).numpy())

    def write(self, path: Path, header: dict):
        text = json.dumps({**header, "tensors": self.entries}, ensure_ascii=False).encode()
        head = MAGIC + len(text).to_bytes(4, "little") + text
        path.write_bytes(head + bytes(-len(head) % ALIGNMENT) + b"".join(self.parts))


def row_scales(array: np.ndarray) -> np.ndarray:
    return (np.abs(array).max(1) / 127).astype(np.float32)
