"""Decimal's methods, and what datetime, textwrap and itertools say of values of a wrong type."""
import itertools
import math
import textwrap
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal


def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)


for value in [Decimal("1.10"), Decimal("-3.456"), Decimal("1E+5"), Decimal("NaN"), Decimal("-Infinity")]:
    for name in "as_tuple is_nan is_zero sqrt adjusted normalize to_eng_string to_integral_value as_integer_ratio".split():
        show(lambda: getattr(value, name)())
    for spec in ["", ".2f", "10.1f", "e", "%", "+.1f"]:
        show(lambda: format(value, spec))
show(lambda: Decimal("2.345").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))
show(lambda: Decimal("1.2").quantize("0.1"))
for odd in [5, "x", None, 2.5, [1]]:
    show(lambda: Decimal("1").compare(odd) if odd != "x" else 0)
    show(lambda: datetime(odd, 1, 1))
    show(lambda: timedelta(hours=odd))
    show(lambda: datetime.strptime("2026", odd))
    show(lambda: datetime.fromisoformat(odd))
    show(lambda: date(2026, 1, 1).replace(odd))
    show(lambda: timezone(odd))
    show(lambda: datetime.combine(date(2026, 1, 1), odd))
    show(lambda: timedelta(1) * odd)
    show(lambda: textwrap.dedent(odd))
    show(lambda: textwrap.indent("a", odd))
    show(lambda: list(itertools.combinations("ab", odd))[:2])
show(lambda: datetime())
show(lambda: math.factorial(10**20))
show(lambda: math.isqrt(10**40))
show(lambda: [] * 10**9)
