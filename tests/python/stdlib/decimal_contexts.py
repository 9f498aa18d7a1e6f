"""Contexts of Decimal, what they make of errors, and its logarithms and powers."""
from decimal import Decimal, getcontext, localcontext, ROUND_HALF_UP, ROUND_DOWN, InvalidOperation, DivisionByZero, Context, ROUND_HALF_EVEN, setcontext, Inexact, Overflow, BasicContext, ExtendedContext, DefaultContext, ROUND_UP
D = Decimal
print(D("1.10") + D("2.205"), D(1)/D(3), D("1e3"), D("1E-10"), D(0.1), D("10").quantize(D("0.01")), D("2.675").quantize(D("0.01"), rounding=ROUND_HALF_UP), D("2.5").to_integral_value(), round(D("2.675"), 2), round(D("2.5")), int(D("3.9")), D("-7") // 2, D("-7") % 3, divmod(D(7), D("2.5")), D(2) ** 10, D(2) ** D("0.5"), D(2).sqrt(), D(10).ln(), D(100).log10(), D(1).exp(), D("1.5").as_integer_ratio(), D("123.4500").normalize(), D("1e5").normalize(), f"{D('1234567.891'):,.2f}", f"{D('0.5'):%}", f"{D('1e10'):f}", format(D("3.14159"), ".3"), D("sNaN"), D("-Infinity"), D("0") == D("-0"), D("-0"), D((1, (1, 2, 3), -2)))
print(getcontext())
print(getcontext().prec, getcontext().rounding, getcontext().Emax, getcontext().traps[InvalidOperation], getcontext().flags[Inexact])
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1)/D(3), ctx, +D("1.23456789"))
    ctx.rounding = ROUND_DOWN
    print(D(2)/D(3))
with localcontext(Context(prec=3)) as c: print(D(22)/7)
with localcontext(prec=4) as c: print(D(22)/7)
getcontext().prec = 10
print(D(1)/7, D("12345678901234567890") + 0)
c = Context(prec=6, rounding=ROUND_UP); print(c.divide(D(1), D(3)), c.create_decimal("1.23456789"), c.sqrt(D(2)), c.add(D(1), 2), c)
for f in (lambda: D("x"), lambda: D(1)/0, lambda: D(0)/0, lambda: D(1) + 1.5, lambda: D("NaN") < 1, lambda: D(-1).sqrt(), lambda: D("1e400").quantize(D("1")), lambda: D([1]), lambda: D(None), lambda: D("1").quantize("x"), lambda: D("Infinity") - D("Infinity"), lambda: int(D("NaN")), lambda: D("1") < "x", lambda: D("1") == 1.0, lambda: D("1.1") == 1.1, lambda: D(0).ln(), lambda: D(-1).ln(), lambda: D(0) ** 0, lambda: D(10) ** 1000000000, lambda: D(1) % 0, lambda: D(1) // 0, lambda: D("1").foo, lambda: float(D("1e400")), lambda: D(-2) ** D("0.5"), lambda: D(True), lambda: D("1_000.5"), lambda: D(" 1.5 "), lambda: hash(D("1.0")) == hash(1), lambda: D("1.5").__round__(), lambda: sum([D(1), D("2.5")]), lambda: max(D(1), 2), lambda: D.from_float(0.5), lambda: D("1.23").scaleb(2), lambda: D("12.3").shift(1), lambda: D(5).compare(D(3)), lambda: D("1.0").compare_total(D("1.00")), lambda: D("5").fma(2, 3), lambda: D("1.2").is_signed(), lambda: D("7.5").remainder_near(2), lambda: D("1").next_plus(), lambda: D("5").logb(), lambda: D("10").max(3), lambda: D("3.7").to_integral_exact(), lambda: D("12").to_eng_string(), lambda: D("1e-8"), lambda: D("0.0000001"), lambda: D("123e4").to_eng_string(), lambda: str(D("1e7")), lambda: D("1.10").same_quantum(D("2.20")), lambda: D("5") & 1, lambda: D("1.5").as_tuple(), lambda: D("3").radix(), lambda: D("-5").copy_abs(), lambda: D("5").number_class()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: getcontext().prec = -1
except ValueError as e: print(e)
try: getcontext().rounding = "x"
except TypeError as e: print(e)
getcontext().traps[DivisionByZero] = False
print(D(1)/0, getcontext().flags[DivisionByZero])
getcontext().clear_flags()
print(getcontext().copy(), ExtendedContext.prec, BasicContext)
