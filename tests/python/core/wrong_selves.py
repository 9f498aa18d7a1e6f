"""Methods of C classes on objects of another class; numbers that keywords touch."""
import datetime
import traceback
from datetime import timedelta
from decimal import Decimal

for work in (
    lambda: str.upper(5),
    lambda: str.upper(),
    lambda: list(map(str.strip, ["a ", None])),
    lambda: sorted([1, "a"], key=str.lower),
    lambda: dict.get([], 1),
    lambda: str.join(1, []),
    lambda: str.__len__(5),
    lambda: list.__getitem__("a", 0),
    lambda: object.__repr__(),
    lambda: datetime.datetime.isoformat(datetime.date(2026, 1, 1)),
    lambda: Exception.with_traceback(5, None),
    lambda: type(iter([])).__name__ + type(iter("a")).__name__ + type(iter({}.items())).__name__,
    lambda: [timedelta(microseconds=n) // 2 for n in (7, -7, 5)],
    lambda: timedelta(1) / 0,
    lambda: timedelta(1) % timedelta(0),
    lambda: timedelta(days=10**10),
    lambda: format(Decimal("1.5"), "=05"),
    lambda: format(Decimal("1.5"), "0=5"),
):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

for work in (lambda: {x: i for i, x in enumerate([[1]])}, lambda: {x for x in [[1]]}, lambda: {"a": 1, **5}):
    try:
        work()
    except TypeError:
        traceback.print_exc()

print(1if 1else 2, eval("0x1or 2"), 1.5and 2)
from collections import OrderedDict, defaultdict, deque
for value in (OrderedDict(), defaultdict(list), deque()):
    for work in (lambda: value.foo, lambda: value + 1, lambda: value(), lambda: hash(value), lambda: ",".join([value])):
        try:
            print(work())
        except Exception as error:
            print(type(error).__name__, error)
for spec in ("X", "d", "s"):
    try:
        print(format(float("nan"), spec))
    except ValueError as error:
        print(error)
try:
    print([1, *None])
except TypeError:
    traceback.print_exc()
print([-Decimal("NaN"), abs(Decimal("-NaN")), -Decimal("Inf"), +Decimal("-0")], eval("(lambda: (not 0.1)[0])") is None)
