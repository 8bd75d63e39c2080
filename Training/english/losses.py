"""How far a network is from what it is to say of a batch."""

import torch
import torch.nn.functional as F

from batches import UNKNOWN, Batch
from network import Network

SHARES = {"upos": 0.5, "xpos": 0.5, "features": 0.3, "lemmas": 0.3, "heads": 1.0,
          "relations": 1.0, "names": 0.5}


def loss_of(network: Network, batch: Batch) -> torch.Tensor:
    """Cross entropy a word, summed over the kinds of labels by their shares."""
    out = network(batch)
    if (batch.targets["heads"] != UNKNOWN).any():
        heads = batch.targets["heads"].clamp(min=0)
        out["relations"] = network.relations(out, batch.sentence, heads)
    loss = torch.zeros(())
    for kind, share in SHARES.items():
        if kind in out:
            loss = loss + share * summed(out[kind].float(), batch, kind) / len(batch.rows)
    return loss


def summed(scores: torch.Tensor, batch: Batch, kind: str) -> torch.Tensor:
    if kind in batch.soft:
        return -(batch.soft[kind] * scores.log_softmax(-1)).sum()
    target = batch.targets[kind]
    if (target == UNKNOWN).all():
        return torch.zeros(())
    return F.cross_entropy(scores, target, ignore_index=UNKNOWN, reduction="sum")
