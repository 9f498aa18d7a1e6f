"""Decimals of a fixed random sequence under several precisions and roundings."""
from decimal import *
import random
r = random.Random(5)
def num():
    return Decimal(("-" if r.random() < .2 else "") + str(r.randrange(10**r.randrange(1, 12)))) .scaleb(-r.randrange(0, 9))
for i in range(40):
    a, b = num(), num()
    with localcontext() as c:
        c.prec = r.choice([3, 9, 28, 28, 40])
        c.rounding = r.choice([ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR])
        for n, f in (("ln", lambda: a.ln()), ("exp", lambda: (b / 1000).exp()), ("log10", lambda: a.log10()), ("pow", lambda: abs(a) ** (b / 100000)), ("ipow", lambda: a ** int(b % 9)), ("npow", lambda: a ** -int(b % 5)), ("sub", lambda: a - b), ("div", lambda: a / b), ("q", lambda: a.quantize(Decimal("0.01"))), ("rn", lambda: a.remainder_near(b)), ("np", lambda: a.next_plus()), ("nm", lambda: a.next_minus()), ("sqrt", lambda: a.sqrt()), ("fma", lambda: a.fma(b, 1)), ("r", lambda: round(a, 1)), ("int", lambda: a.to_integral_value()), ("norm", lambda: a.normalize()), ("mod", lambda: a % b)):
            try: print(i, n, f(), end=" ")
            except Exception as e: print(i, n, type(e).__name__, e, end=" ")
        print(c.flags[Inexact], c.flags[Rounded])
