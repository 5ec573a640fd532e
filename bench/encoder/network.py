"""The transformer with its heads, its fitting, and how each round does on sets that nobody reads."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.encoder.asked import STATED, TOLD, UNTOLD, Question, Surroundings
from bench.encoder.told import Told
from factcheck.extraction.encoder import judging
from factcheck.extraction.voices.learned.listening import KNOWN

ROUNDS = 3
RATE, HEADS_RATE = 6e-5, 1e-3
TOGETHER, AROUND = 24, 16
"""So many sentences are learnt from at once, or so many with their surroundings."""
EMPTY = 0.5
"""This share of the sentences without anything marked or counted is shown in a round."""
AROUND_SHOWN = 0.5
"""This share of the sentences with their surroundings is shown in a round, to save time."""
MASKED = 0.1
"""This share of the pieces is not seen in a round. With a fourth round F1 of blame on unread sets was .59 for .57
without, of denials and states the same within .02."""
MASK, FIRST_WORD = 103, 200
"""The number that stands for a piece that is not seen; of lower ones than FIRST_WORD all are seen."""
HIDDEN, WIDTH = 256, 384
FIGURES_WEIGH = 0.5

Batch = Sequence[Told | Surroundings]


def network(source: Path) -> Any:
    """The pretrained transformer with a head for clauses, one for figures and one for voices."""
    import torch
    from torch import nn
    from transformers import BertModel

    def head(told: int, classes: int) -> Any:
        return nn.Sequential(
            nn.Dropout(0.2), nn.Linear(told, HIDDEN), nn.GELU(), nn.Dropout(0.2), nn.Linear(HIDDEN, classes)
        )

    class Network(nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.encoder = BertModel.from_pretrained(source, add_pooling_layer=False, attn_implementation="eager")
            self.clause = head(3 * WIDTH, len(judging.CLAUSES))
            self.figure = head(2 * WIDTH, len(judging.FIGURES))
            self.voice = head(4 * WIDTH + KNOWN, 1)

        def states(self, batch: Batch) -> Any:
            longest = max(len(one.ids) for one in batch)
            ids, sides, mask = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3))
            for row, one in enumerate(batch):
                ids[row, : len(one.ids)] = torch.tensor(one.ids)
                sides[row, : len(one.ids)] = torch.tensor(one.sides)
                mask[row, : len(one.ids)] = 1
            if self.training:
                ids = ids.masked_fill((torch.rand(ids.shape) < MASKED) & (ids > FIRST_WORD), MASK)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):  # in two thirds of the time
                found = self.encoder(ids, attention_mask=mask, token_type_ids=sides).last_hidden_state
            return found.float()

        def of_sentences(self, batch: Sequence[Told]) -> tuple[Any, Any]:
            states = self.states(batch)
            clauses, found = [], []
            for row, told in enumerate(batch):
                for pieces, _ in told.clauses:
                    here = states[row, pieces]
                    clauses.append(torch.cat([here.mean(0), here.max(0).values, states[row, 0]]))
                for pieces, _ in told.figures:
                    found.append(torch.cat([states[row, pieces].mean(0), states[row, 0]]))
            return (
                self.clause(torch.stack(clauses)) if clauses else None,
                self.figure(torch.stack(found)) if found else None,
            )

        def of_voices(self, batch: Sequence[Surroundings]) -> list[Any]:
            """The log-chances of each claim's mentions."""
            states, odds = self.states(batch), []
            for row, one in enumerate(batch):
                for asked in one.questions:
                    about, whole = states[row, asked.claim].mean(0), states[row, 0]
                    told = torch.stack([states[row, heard.rows].mean(0) for heard in asked.heard])
                    known = torch.tensor([heard.known for heard in asked.heard])
                    many = (len(told), 1)
                    each = [told, about.repeat(many), told * about, whole.repeat(many), known]
                    odds.append(torch.log_softmax(self.voice(torch.cat(each, dim=1)).squeeze(1), 0))
            return odds

    return Network()


def fitted(
    known: tuple[Sequence[Told], Sequence[Surroundings]],
    blind: tuple[Sequence[Told], Sequence[Surroundings]],
    source: Path,
    kept: Path | None = None,
) -> Any:
    """The transformer and its heads, fitted; prints how each round does on ``blind``, and keeps it in a file."""
    import torch

    torch.manual_seed(1)
    draw = random.Random(1)
    net = network(source)
    flat = [weight for weight in net.encoder.parameters() if weight.ndim < 2]
    wide = [weight for weight in net.encoder.parameters() if weight.ndim >= 2]
    heads = [*net.clause.parameters(), *net.figure.parameters(), *net.voice.parameters()]
    steps = torch.optim.AdamW(
        [
            {"params": wide, "lr": RATE},
            {"params": flat, "lr": RATE, "weight_decay": 0.0},
            {"params": heads, "lr": HEADS_RATE},
        ],
        weight_decay=0.01,
    )
    full = sum(not told.is_empty for told in known[0])
    shown = full + EMPTY * (len(known[0]) - full)
    last = ROUNDS * (shown / TOGETHER + AROUND_SHOWN * len(known[1]) / AROUND) + 10
    pace = torch.optim.lr_scheduler.LambdaLR(steps, lambda at: min(1, at / 100) * max(0.0, 1 - at / last))
    for turn in range(ROUNDS):
        net.train()
        shown_now = [told for told in known[0] if not told.is_empty or draw.random() < EMPTY]
        around = draw.sample(known[1], int(AROUND_SHOWN * len(known[1])))
        mixed: list[Batch] = [*_batches(shown_now, TOGETHER, draw), *_batches(around, AROUND, draw)]
        draw.shuffle(mixed)
        for batch in mixed:
            loss = _loss(net, batch)
            if loss is not None:
                steps.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
                steps.step()
            pace.step()
        net.eval()
        if kept is not None:
            torch.save(net.state_dict(), kept)
        print(f"round {turn + 1}:", *judged(net, *blind), sep="   ", flush=True)
    return net


def _labels(batch: Sequence[Told]) -> tuple[list[int], list[int]]:
    return (
        [label for told in batch for _, label in told.clauses],
        [label for told in batch for _, label in told.figures],
    )


def _loss(net: Any, batch: Any) -> Any:
    import torch

    if isinstance(batch[0], Surroundings):
        asked = [one for around in batch for one in around.questions]
        found = [
            -torch.logsumexp(odds[rows], 0)
            for odds, one in zip(net.of_voices(batch), asked, strict=True)
            if (rows := [at for at, heard in enumerate(one.heard) if heard.key in one.right])
        ]
        return torch.stack(found).mean() if found else None
    total = None
    for odds, labels, weight in zip(net.of_sentences(batch), _labels(batch), (1.0, FIGURES_WEIGH), strict=True):
        if odds is not None and max(labels) >= 0:
            part = weight * torch.nn.functional.cross_entropy(odds, torch.tensor(labels), ignore_index=-1)
            total = part if total is None else total + part
    return total


def _batches(known: Sequence[Any], together: int, draw: random.Random) -> list[list[Any]]:
    """Those of about one length together, in any order."""
    order = draw.sample(known, len(known))
    near = [sorted(order[at : at + 20 * together], key=_length) for at in range(0, len(order), 20 * together)]
    return [part[at : at + together] for part in near for at in range(0, len(part), together)]


def _length(one: Any) -> int:
    return len(one.ids)


def judged(net: Any, told: Sequence[Told], around: Sequence[Surroundings]) -> Iterator[str]:
    """The mean log-loss of clauses and of figures; of voices how many are right, and how many by the rules."""
    import torch

    losses: tuple[list[float], list[float]] = ([], [])
    order = sorted(told, key=_length)
    with torch.no_grad():
        for at in range(0, len(order), 2 * TOGETHER):
            batch = order[at : at + 2 * TOGETHER]
            for odds, labels, kept in zip(net.of_sentences(batch), _labels(batch), losses, strict=True):
                if odds is not None:
                    part = torch.nn.functional.cross_entropy(
                        odds, torch.tensor(labels), ignore_index=-1, reduction="none"
                    )
                    kept += [one for one, label in zip(part.tolist(), labels, strict=True) if label >= 0]
        chosen = [(one, _best(one, odds.tolist())) for part in around
                  for one, odds in zip(part.questions, net.of_voices([part]), strict=True)]  # fmt: skip
    for name, kept in zip(("clauses", "figures"), losses, strict=True):
        yield f"{name}: log-loss {np.mean(kept):.3f} of {len(kept)}"
    for sort in (TOLD, UNTOLD, STATED):
        here = [(one, best) for one, best in chosen if one.sort == sort]
        right, by_rules = (sum(key in one.right for one, key in pairs) for pairs in
                           (here, [(one, one.rule) for one, _ in here]))  # fmt: skip
        yield f"{sort}: {right} of {len(here)} right, by the rules {by_rules}"


def _best(asked: Question, odds: Sequence[float]) -> str:
    """The likeliest voice."""
    chances: dict[str, float] = {}
    for heard, chance in zip(asked.heard, odds, strict=True):
        chances[heard.key] = float(np.logaddexp(chances.get(heard.key, -np.inf), chance))
    return max(chances, key=lambda key: chances[key])
