"""What extraction reads of the fitted transformer: the model, its heads and its pieces of words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from bench.encoder.network import WIDTH
from factcheck.extraction.encoder import judging
from factcheck.extraction.encoder.encoder import FOLDER, HALF, INNER
from factcheck.language.pieces import VOCABULARY

LARGE = 100_000
"""From so many weights on a table is kept in eight bits."""


def write_vocabulary(source: Path) -> None:
    """The pieces, a line each, in the order of their numbers."""
    known = json.loads((source / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    VOCABULARY.write_text("".join(f"{piece}\n" for piece in sorted(known, key=known.get)), "utf-8")


def write_heads(net: Any) -> None:
    """The two small networks over the vectors."""
    kept = {}
    for name, head in ((judging.CLAUSE, net.clause), (judging.FIGURE, net.figure), (judging.VOICE, net.voice)):
        for layer, weights, base in ((head[1], "first", "base"), (head[4], "second", "last")):
            kept[f"{name}_{weights}"] = layer.weight.detach().numpy().T.copy()
            kept[f"{name}_{base}"] = layer.bias.detach().numpy()
    np.savez_compressed(FOLDER / "heads.npz", **kept)


def write_model(net: Any, folder: Path) -> None:
    """The transformer for ONNX Runtime: the vectors of the pieces, behind all layers and behind half of them."""
    import torch

    class Encoder(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.encoder = net.encoder

        def forward(self, ids: Any, types: Any) -> Any:
            mask = torch.ones_like(ids)
            told = {"input_ids": ids, "token_type_ids": types, "attention_mask": mask}
            found = self.encoder(**told, output_hidden_states=True)
            return found.last_hidden_state, found.hidden_states[HALF]

    ids = torch.full((1, 30), 1000)
    open_length = {name: {1: "pieces"} for name in ("ids", "types", "states", INNER)}
    torch.onnx.export(
        Encoder().eval(), (ids, torch.zeros_like(ids)), folder / "full.onnx", dynamo=False, opset_version=17,
        input_names=["ids", "types"], output_names=["states", INNER], dynamic_axes=open_length,
    )  # fmt: skip
    write_in_eight_bits(folder / "full.onnx", FOLDER / "model.onnx")


def write_in_eight_bits(full: Path, written: Path) -> None:
    """A model with its tables in eight bits, most products too (three fifths of the time)."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    fast = full.with_name("fast.onnx")
    shapes = {kept.name: list(kept.dims) for kept in onnx.load(full).graph.initializer}
    products = [node for node in onnx.load(full).graph.node if node.op_type == "MatMul"]
    wide = [node.name for node in products if [4 * WIDTH, WIDTH] in map(shapes.get, node.input)]
    quantize_dynamic(
        full, fast, weight_type=QuantType.QInt8, per_channel=True,
        op_types_to_quantize=["MatMul"], nodes_to_exclude=wide,
    )  # fmt: skip
    model = onnx.load(fast)
    _in_eight_bits(model.graph)
    onnx.save(model, written)


def _in_eight_bits(graph: Any) -> None:
    """Its large tables that are left in eight bits, with a scale for each column (of words: each row).

    They are multiplied out when the model is loaded, those of words when asked for: so the widest layers sum as
    before, whose few large values would drown the others in eight bits.
    """
    from onnx import TensorProto, helper, numpy_helper

    floats = [kept for kept in graph.initializer if kept.data_type == TensorProto.FLOAT and len(kept.dims) == 2]
    for table in [kept for kept in floats if np.prod(kept.dims) >= LARGE]:
        weights = numpy_helper.to_array(table)
        users = [node for node in graph.node if table.name in node.input]
        of_words = all(node.op_type == "Gather" for node in users)
        scale = np.abs(weights).max(axis=1 if of_words else 0, keepdims=True) / np.float32(127)
        whole, scales, plain = (f"{table.name}.{part}" for part in ("whole", "scales", "plain"))
        graph.initializer.remove(table)
        graph.initializer.append(numpy_helper.from_array(np.rint(weights / scale).astype(np.int8), whole))
        graph.initializer.append(numpy_helper.from_array(scale, scales))
        made = []
        if of_words:
            for node in users:
                asked, (out,) = node.input[1], node.output
                made += [
                    helper.make_node("Gather", [whole, asked], [f"{out}.whole"]),
                    helper.make_node("Cast", [f"{out}.whole"], [f"{out}.plain"], to=TensorProto.FLOAT),
                    helper.make_node("Gather", [scales, asked], [f"{out}.scales"]),
                    helper.make_node("Mul", [f"{out}.plain", f"{out}.scales"], [out]),
                ]
                graph.node.remove(node)
        else:
            made += [
                helper.make_node("Cast", [whole], [plain], to=TensorProto.FLOAT),
                helper.make_node("Mul", [plain, scales], [table.name]),
            ]
        for at, node in enumerate(made):
            graph.node.insert(at, node)
