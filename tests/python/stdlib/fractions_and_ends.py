"""Fractions, floats taken apart, heaps that refuse, and what is done at the end."""
import atexit
import heapq
import math
from decimal import Decimal
from fractions import Fraction as F

atexit.register(print, "bye", 1)


@atexit.register
def last():
    print("last")


print(F(1, 3) + F(1, 6), F("0.25"), F(0.5), F(3), repr(F(6, 4)), F(1, 2) < 1, float(F(1, 4)), F(7, 2) // 1, round(F(7, 3)))
print(F(1, 2) * 2, 1 / F(2), F(2) ** -1, hash(F(1, 2)) == hash(0.5), F(1, 2) == 0.5, F(5, 3).numerator, -F(1, 2), abs(F(-1, 2)))
print(int(F(-7, 2)), sum([F(1, 2)] * 3), F("-3/4"), F("1e-3"), F(Decimal("1.5")), F(3.7).limit_denominator(100), math.floor(F(-1, 2)))
print(round(F(22, 7), 2), F(7, 3) % 1, divmod(F(7, 3), F(1, 2)), F(1, 2) + 0.5, F(math.pi).limit_denominator(1000), bool(F(0)), F(5, 2).__round__())
for make in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F(None), lambda: F(1) + "a", lambda: F(1) / 0):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
for x in (8.5, 0.0, -0.1, 1e-310, 1.7e308, 3.0):
    print(math.frexp(x), math.ulp(x), math.nextafter(x, 0.0), math.remainder(x, 3))
print(math.ldexp(0.5, 4), math.ldexp(1.0, -1074), math.exp2(3), math.remainder(7, 2), math.remainder(5, 2), math.nextafter(0.0, 1.0))
for refused in (lambda: heapq.heappop([]), lambda: heapq.heappush(1, 2), lambda: heapq.heapify((1,)), lambda: heapq.heapreplace([], 1), lambda: math.ldexp(1.0, 2000)):
    try:
        refused()
    except Exception as error:
        print(type(error).__name__, error)
