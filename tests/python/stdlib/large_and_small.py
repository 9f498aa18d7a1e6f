"""Numbers too large for an index, and what iterators and sets say of themselves."""
import functools
import itertools
import operator
from datetime import datetime
from decimal import Decimal


def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)


counter = itertools.count(5)
next(counter)
few = itertools.repeat("a", 3)
next(few)
for work in (
    lambda: [1].pop(10**20),
    lambda: "abc"[10**20],
    lambda: chr(10**20),
    lambda: counter,
    lambda: few,
    lambda: itertools.count(1.5, 0.5),
    lambda: functools.reduce(operator.add, 5),
    lambda: {frozenset([1])}.discard({1}),
    lambda: {1} in {frozenset([1])},
    lambda: True * Decimal("1.5"),
    lambda: Decimal("NaN") < 1,
    lambda: Decimal((0, 5, 1)),
    lambda: pow(datetime(2026, 1, 1), {}, 1.5),
    lambda: vars(datetime(2026, 1, 1)),
):
    show(work)

import uuid
from collections import OrderedDict
from datetime import date

for work in (
    lambda: uuid.UUID(b"x"),
    lambda: date(10**20, 1, 1),
    lambda: date(10**10, 1, 1),
    lambda: itertools.count(True),
    lambda: b"a,b" % b"x",
    lambda: OrderedDict(["a"]),
    lambda: OrderedDict([("a", 1)], b=2),
    lambda: {}.pop([1], 2),
):
    show(work)

import re

for work in (
    lambda: b"\x00\xff\xe9Ab \xa0".title(),
    lambda: b"\x85a\xa0 ".strip(),
    lambda: b"\xffa\xff".replace(b"\xff", b"\xfe").find(254),
    lambda: list(range(2**70, 5)),
    lambda: range(5).index("a"),
    lambda: list(re.match("a", "a")),
):
    show(work)
