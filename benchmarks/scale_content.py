"""The FAQs of the two sites that scale.py compares.

They have the shape of MedQuAD, 5,486 documents with 16,407 questions once those without an
answer are left out: either a sample of it, loaded again and again under new ids, or made up.
The FAQs of the small site are the first ones of the large.
"""

import gzip
import json
import random
from collections.abc import Iterator, Mapping
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

import made_up

DOCUMENTS, QUESTIONS = 5_486, 16_407

Record = Mapping[str, Any]


def write(path: Path, documents: int, sample: Path | None = None) -> None:
    """Write the first `documents` of the FAQs to `path`, one a line, as `load_faqs` reads them."""
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for record in islice(trimmed(copies(sample)), documents):
            file.write(f"{json.dumps(record)}\n")


def copies(sample: Path | None) -> Iterator[Record]:
    """Yield the records of `sample` again and again, in one mixed order and with new ids."""
    chance = random.Random(7)
    if sample is None:
        yield from (made_up.record(str(number), chance) for number in count())
        return
    with gzip.open(sample, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    # A sample stands in the order of its sources, which differ in length.
    chance.shuffle(records)
    for number, record in enumerate(cycle(records)):
        copy = number // len(records)
        yield {**record, "id": f"{record['id']}~{copy}" if copy else record["id"]}


def trimmed(records: Iterator[Record]) -> Iterator[Record]:
    """Yield `records` with so many of their questions that any number of them has its share."""
    questions = 0
    for number, record in enumerate(records, start=1):
        share = QUESTIONS * number // DOCUMENTS - questions
        kept = record["questions"][: max(1, share)]
        questions += len(kept)
        yield {**record, "questions": kept}
