"""The network of Sources/EnglishModel/FORMAT.md: words, BiLSTM, taggers, biaffine parser."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from minilm import WIDTH, MiniLM

DISTANCES = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30)
SLOPE = 0.1
CONTEXT_LAYERS = 4
HASHED = ("initial", "prefix", "ending", "suffix", "shape")
TAGGERS = ("upos", "xpos", "features", "lemmas", "names")


@dataclass
class Sizes:
    embedding: int = 96
    hidden: int = 128
    layers: int = 2
    pieces: int = 3
    arc: int = 128
    relation: int = 48
    names_hidden: int = 64
    buckets: tuple[int, ...] = (1500, 1500, 3000, 3000, 600)
    widths: tuple[int, ...] = (32, 48, 48, 96, 48)
    grams: int = 10000
    dropout: float = 0.33
    word_dropout: float = 0.1
    context: int = 0


class BiLSTM(nn.Module):
    """A layer as two one-way LSTMs over padded input, which PyTorch runs fastest on a CPU."""

    def __init__(self, inputs: int, hidden: int):
        super().__init__()
        self.ahead = nn.LSTM(inputs, hidden, batch_first=True)
        self.back = nn.LSTM(inputs, hidden, batch_first=True)
        for name, parameter in self.named_parameters():
            if "weight_hh" in name:
                for gate in parameter.data.chunk(4):
                    nn.init.orthogonal_(gate)
            elif "weight_ih" in name:
                nn.init.xavier_uniform_(parameter)
            else:
                nn.init.zeros_(parameter)

    def forward(self, x: torch.Tensor, mirror: torch.Tensor) -> torch.Tensor:
        turned = self.back(flipped(x, mirror))[0]
        return torch.cat([self.ahead(x)[0], flipped(turned, mirror)], -1)


def mirrored(mask: torch.Tensor) -> torch.Tensor:
    """For each place of a sentence the one that it changes with when the sentence is turned."""
    place = torch.arange(mask.shape[1], device=mask.device).expand_as(mask)
    return torch.where(mask, mask.sum(1, keepdim=True) - 1 - place, place)


def flipped(x: torch.Tensor, mirror: torch.Tensor) -> torch.Tensor:
    return x.gather(1, mirror.unsqueeze(-1).expand_as(x))


class Network(nn.Module):
    def __init__(self, sizes: Sizes, words: int, vectors: torch.Tensor, labels: dict[str, int]):
        super().__init__()
        self.sizes = sizes
        self.has_fixed_words = False
        d, o = sizes.embedding, 2 * sizes.hidden
        self.word = nn.Embedding(words, d)
        self.hashed = nn.ModuleList(
            nn.Embedding(rows + 1, width) for rows, width in zip(sizes.buckets, sizes.widths)
        )
        self.gram = nn.EmbeddingBag(sizes.grams + 1, d, mode="mean", padding_idx=0)
        for table in (self.word, self.gram, *self.hashed):
            nn.init.normal_(table.weight, 0, 0.1)
        self.vector = nn.Embedding.from_pretrained(vectors, freeze=True)
        width = 2 * d + sum(sizes.widths) + vectors.shape[1]
        self.mix = nn.Linear(width, sizes.pieces * d)
        self.norm = nn.LayerNorm(d)
        if sizes.context:
            self.minilm = MiniLM()
            self.context_shares = nn.Parameter(torch.zeros(CONTEXT_LAYERS))
            self.context = nn.Linear(WIDTH, sizes.context)
        self.lstm = nn.ModuleList(
            BiLSTM(d + sizes.context if layer == 0 else o, sizes.hidden)
            for layer in range(sizes.layers)
        )
        self.tagger = nn.ModuleDict(
            {
                "upos": nn.Linear(o, labels["upos"]),
                "xpos": nn.Linear(o, labels["xpos"]),
                "features": nn.Linear(o, labels["features"]),
                "lemmas": nn.Linear(o + d, labels["lemmas"]),
                "names": nn.Linear(sizes.names_hidden, labels["names"]),
            }
        )
        self.names_hidden = nn.Linear(o + d, sizes.names_hidden)
        self.root = nn.Parameter(torch.randn(o) * 0.1)
        self.arc_head = nn.Linear(o, sizes.arc)
        self.arc_dependent = nn.Linear(o, sizes.arc)
        self.arc_bilinear = nn.Parameter(torch.empty(sizes.arc + 1, sizes.arc))
        nn.init.xavier_uniform_(self.arc_bilinear)
        spans = 2 * len(DISTANCES) + 1
        self.distance_head = nn.Linear(sizes.arc, spans)
        self.distance_dependent = nn.Linear(sizes.arc, spans)
        self.relation_head = nn.Linear(o, sizes.relation)
        self.relation_dependent = nn.Linear(o, sizes.relation)
        self.relation_bilinear = nn.Parameter(
            torch.randn(labels["relations"], sizes.relation + 1, sizes.relation + 1) * 0.05
        )

    def drop(self, x: torch.Tensor) -> torch.Tensor:
        return F.dropout(x, self.sizes.dropout, self.training)

    def drop_columns(self, x: torch.Tensor) -> torch.Tensor:
        """Drops the same columns in all words of a sentence; x is [sentences, words, columns]."""
        if not self.training:
            return x
        keep = 1 - self.sizes.dropout
        return x * (torch.rand(len(x), 1, x.shape[2]) < keep).div(keep)

    def fix_words(self, weights: dict[str, torch.Tensor]):
        """Takes the embeddings of words from another network's weights, to learn all but them."""
        for part in ("word", "hashed", "gram", "vector", "mix", "norm"):
            module = getattr(self, part)
            prefix = part + "."
            module.load_state_dict({name.removeprefix(prefix): value
                                    for name, value in weights.items() if name.startswith(prefix)})
            module.requires_grad_(False)
        self.has_fixed_words = True

    def embed(self, rows: torch.Tensor, grams: torch.Tensor) -> torch.Tensor:
        """Words' embeddings [n, d] from rows [n, 7] (word, hashed …, vector) and grams [n, k]."""
        words = rows[:, 0]
        if self.training and not self.has_fixed_words:
            words = words.masked_fill(torch.rand(len(words)) < self.sizes.word_dropout, 0)
        parts = [self.word(words)]
        parts += [table(rows[:, i + 1]) for i, table in enumerate(self.hashed)]
        parts += [self.gram(grams), self.vector(rows[:, 6])]
        joined = torch.cat(parts, -1)
        mixed = self.mix(joined if self.has_fixed_words else self.drop(joined))
        return self.norm(mixed.view(-1, self.sizes.pieces, self.sizes.embedding).amax(1))

    def drop_words(self, embedding: torch.Tensor) -> torch.Tensor:
        """Hides some words' embeddings from the encoder, which has MiniLM to tell it the words."""
        if not self.training:
            return embedding
        return embedding * (torch.rand(len(embedding), 1) >= self.sizes.word_dropout)

    def read_context(self, batch) -> torch.Tensor:
        """What MiniLM makes of each word in its sentence: a mean of its last layers."""
        layers = self.minilm.layers_of(batch.pieces.ids)[-CONTEXT_LAYERS:]
        mixed = sum(share * layer
                    for share, layer in zip(self.context_shares.softmax(0), layers))
        return self.context(self.drop(batch.pieces.means(mixed, len(batch.rows))))

    def forward(self, batch) -> dict[str, torch.Tensor]:
        x, embedding = self.encode(batch)
        return self.answer(x, embedding, batch.mask)

    def encode(self, batch) -> tuple[torch.Tensor, torch.Tensor]:
        """The words encoded, [sentences, words, o], and their embeddings, [n, d]."""
        embedding = self.embed(batch.rows, batch.grams)
        flat = embedding
        if self.sizes.context:
            flat = torch.cat([self.drop_words(embedding), self.read_context(batch)], -1)
        x = flat.new_zeros(*batch.mask.shape, flat.shape[1])
        x[batch.mask] = flat
        x = self.drop_columns(x)
        mirror = mirrored(batch.mask)
        for layer in self.lstm:
            x = self.drop_columns(layer(x, mirror))
        return x, embedding

    def answer(self, x: torch.Tensor, embedding: torch.Tensor, mask: torch.Tensor):
        """Scores of words encoded as x [sentences, words, o]; all but `head` and the like flat."""
        flat = x[mask]
        wide = torch.cat([flat, embedding], -1)
        out = {tagger: self.tagger[tagger](flat) for tagger in ("upos", "xpos", "features")}
        out["lemmas"] = self.tagger["lemmas"](wide)
        hidden = self.drop(F.leaky_relu(self.names_hidden(wide), SLOPE))
        out["names"] = self.tagger["names"](hidden)
        rooted = torch.cat([self.root.expand(len(x), 1, -1), x], 1)
        head = self.drop_columns(F.leaky_relu(self.arc_head(rooted), SLOPE))
        dependent = self.drop_columns(F.leaky_relu(self.arc_dependent(x), SLOPE))
        left = F.linear(dependent, self.arc_bilinear[:-1].T, self.arc_bilinear[-1])
        scores = left @ head.transpose(1, 2)
        scores = scores + self.distance_scores(dependent, head)
        present = torch.cat([mask.new_ones(len(x), 1), mask], 1)
        out["heads"] = scores.masked_fill(~present.unsqueeze(1), -1e9)[mask]
        out["relation head"] = self.drop_columns(F.leaky_relu(self.relation_head(rooted), SLOPE))
        out["relation dependent"] = self.drop(F.leaky_relu(self.relation_dependent(flat), SLOPE))
        return out

    def distance_scores(self, dependent: torch.Tensor, head: torch.Tensor) -> torch.Tensor:
        span = span_buckets(dependent.shape[1]).expand(len(dependent), -1, -1)
        by_dependent = self.distance_dependent(dependent).gather(2, span)
        by_head = self.distance_head(head).transpose(1, 2).gather(1, span)
        return by_dependent + by_head

    def relations(self, out, sentence: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Scores [n, relations] of words with the given heads; `sentence` is each word's row."""
        head = F.pad(out["relation head"][sentence, heads], (0, 1), value=1.0)
        dependent = F.pad(out["relation dependent"], (0, 1), value=1.0)
        count, width, _ = self.relation_bilinear.shape
        left = dependent @ self.relation_bilinear.permute(1, 0, 2).reshape(width, -1)
        return (left.view(-1, count, width) @ head.unsqueeze(-1)).squeeze(-1)


_spans: dict[int, torch.Tensor] = {}


def span_buckets(length: int) -> torch.Tensor:
    """b(i, j) of FORMAT.md for dependents 1…length and heads 0…length."""
    if length not in _spans:
        distance = torch.arange(length + 1) - torch.arange(1, length + 1).unsqueeze(1)
        limits = torch.tensor(DISTANCES)
        bucket = torch.bucketize(distance.abs().clamp(max=DISTANCES[-1]), limits)
        bucket = torch.where(distance > 0, bucket + len(DISTANCES), bucket)
        bucket[:, 0] = 2 * len(DISTANCES)
        _spans[length] = bucket
    return _spans[length]
