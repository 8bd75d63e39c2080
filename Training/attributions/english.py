"""What this training shares with that of the English model (../english)."""

import importlib.util
import sys
from pathlib import Path

ENGLISH = Path(__file__).resolve().parents[1] / "english"
# Behind this folder: both have a `network` and a `train`.
sys.path.append(str(ENGLISH))


def load(name: str):
    """A module of english/ under a name of its own."""
    spec = importlib.util.spec_from_file_location(f"english_{name}", ENGLISH / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


network = load("network")
BiLSTM, mirrored = network.BiLSTM, network.mirrored
Container = load("container").Container
