"""A network and its encoder, as a checkpoint of train.py holds them."""

from pathlib import Path

import torch

from batches import Encoder, Vocabulary
from network import Network, Sizes
from pieces import PieceReader


def restore(checkpoint: Path, vector_words: int | None = None) -> tuple[Network, Encoder]:
    """With the vectors of the `vector_words` most frequent words, or of all."""
    state = torch.load(checkpoint, weights_only=False)
    sizes, weights = Sizes(**state["sizes"]), state["weights"]
    vectors = state["vectors"][:vector_words]
    weights["vector.weight"] = weights["vector.weight"][: len(vectors) + 1]
    vocabulary = Vocabulary(state["labels"], state["words"], vectors)
    counts = {kind: len(labels) for kind, labels in state["labels"].items()}
    network = Network(sizes, len(state["words"]) + 1, weights["vector.weight"], counts)
    network.load_state_dict(weights)
    network.eval()
    pieces = PieceReader() if sizes.context else None
    return network, Encoder(vocabulary, sizes.buckets, sizes.grams, pieces)
