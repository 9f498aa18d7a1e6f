/** `fractions`: whole numbers over whole numbers. Answers to: CPython 3.11's fractions. */
import { pythonModule } from '../../library.ts';

export const fractionsModule = pythonModule(
  'fractions',
  String.raw`
__all__ = ["Fraction"]

import math as _math
import re as _re
from decimal import Decimal as _Decimal
from numbers import Rational as _Rational

_WRITTEN = _re.compile(r"\s*([-+]?)(?=\d|\.\d)(\d*)(?:/(\d+)|(?:\.(\d*))?(?:[eE]([-+]?\d+))?)\s*")


def _read(text):
    found = _WRITTEN.fullmatch(text.replace("_", ""))
    if found is None:
        raise ValueError("Invalid literal for Fraction: %r" % text)
    sign, whole, bottom, digits, power = found.groups()
    digits = digits or ""
    top, below = int((whole or "") + digits or "0"), int(bottom or 1) * 10 ** len(digits)
    if power:
        top, below = (top * 10 ** int(power), below) if int(power) >= 0 else (top, below * 10 ** -int(power))
    return (-top if sign == "-" else top), below


def _operands(a, b):
    """Both as fractions; None where the other is none."""
    if isinstance(b, (int, Fraction)):
        return a, b if isinstance(b, Fraction) else Fraction(b)
    return None


def _operator(exact, inexact):
    def forward(self, other):
        if isinstance(other, float):
            return inexact(float(self), other)
        pair = _operands(self, other)
        return NotImplemented if pair is None else exact(*pair)

    def backward(self, other):
        if isinstance(other, float):
            return inexact(other, float(self))
        pair = _operands(self, other)
        return NotImplemented if pair is None else exact(pair[1], pair[0])

    return forward, backward


def _comparison(holds):
    def compare(self, other):
        if isinstance(other, float):
            return holds(float(self), other)
        pair = _operands(self, other)
        if pair is None:
            return NotImplemented
        a, b = pair
        return holds(a.numerator * b.denominator, b.numerator * a.denominator)

    return compare


class Fraction(_Rational):
    __slots__ = ("_top", "_bottom")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None and isinstance(numerator, str):
            top, bottom = _read(numerator)
        elif denominator is None and isinstance(numerator, (float, _Decimal, Fraction)):
            top, bottom = numerator.as_integer_ratio()
        else:
            top, bottom = numerator, 1 if denominator is None else denominator
            if denominator is None and not isinstance(top, int):
                raise TypeError("argument should be a string or a Rational instance")
            if not isinstance(top, (int, Fraction)) or not isinstance(bottom, (int, Fraction)):
                raise TypeError("both arguments should be Rational instances")
            if isinstance(top, Fraction) or isinstance(bottom, Fraction):
                top, bottom = top.numerator * bottom.denominator, bottom.numerator * top.denominator
        if bottom == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % top)
        shared = _math.gcd(top, bottom) * (-1 if bottom < 0 else 1)
        self = super().__new__(cls)
        self._top, self._bottom = top // shared, bottom // shared
        return self

    def __complex__(self):
        return complex(float(self))

    numerator = property(lambda self: self._top)
    denominator = property(lambda self: self._bottom)

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self._top, self._bottom

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._bottom <= max_denominator:
            return Fraction(self)
        # The last two convergents of the continued fraction whose denominators are small enough.
        before, last = (0, 1), (1, 0)
        top, bottom = self._top, self._bottom
        while True:
            part = top // bottom
            following = before[0] + part * last[0], before[1] + part * last[1]
            if following[1] > max_denominator:
                break
            before, last = last, following
            top, bottom = bottom, top - part * bottom
        steps = (max_denominator - before[1]) // last[1]
        between = Fraction(before[0] + steps * last[0], before[1] + steps * last[1])
        nearest = Fraction(*last)
        return nearest if abs(nearest - self) <= abs(between - self) else between

    __add__, __radd__ = _operator(
        lambda a, b: Fraction(a._top * b._bottom + b._top * a._bottom, a._bottom * b._bottom), lambda a, b: a + b
    )
    __sub__, __rsub__ = _operator(
        lambda a, b: Fraction(a._top * b._bottom - b._top * a._bottom, a._bottom * b._bottom), lambda a, b: a - b
    )
    __mul__, __rmul__ = _operator(lambda a, b: Fraction(a._top * b._top, a._bottom * b._bottom), lambda a, b: a * b)
    __truediv__, __rtruediv__ = _operator(
        lambda a, b: Fraction(a._top * b._bottom, a._bottom * b._top), lambda a, b: a / b
    )
    __floordiv__, __rfloordiv__ = _operator(
        lambda a, b: a._top * b._bottom // (a._bottom * b._top), lambda a, b: a // b
    )
    __mod__, __rmod__ = _operator(
        lambda a, b: Fraction(a._top * b._bottom % (b._top * a._bottom), a._bottom * b._bottom), lambda a, b: a % b
    )
    __lt__ = _comparison(lambda a, b: a < b)
    __le__ = _comparison(lambda a, b: a <= b)
    __gt__ = _comparison(lambda a, b: a > b)
    __ge__ = _comparison(lambda a, b: a >= b)
    __eq__ = _comparison(lambda a, b: a == b)

    def __divmod__(self, other):
        return self // other, self % other

    def __pow__(self, power):
        if not isinstance(power, int):
            return float(self) ** float(power)
        if power >= 0:
            return Fraction(self._top ** power, self._bottom ** power)
        return Fraction(self._bottom ** -power, self._top ** -power)

    def __rpow__(self, base):
        if self._bottom == 1 and self._top >= 0:
            return base ** self._top
        if isinstance(base, int):
            return Fraction(base) ** self
        return base ** (self._top if self._bottom == 1 else float(self))

    def __hash__(self):
        return hash(self._top) if self._bottom == 1 else hash(self._top / self._bottom)

    def __bool__(self):
        return self._top != 0

    def __neg__(self):
        return Fraction(-self._top, self._bottom)

    def __pos__(self):
        return Fraction(self._top, self._bottom)

    def __abs__(self):
        return Fraction(abs(self._top), self._bottom)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return self.__floor__() if self._top >= 0 else self.__ceil__()

    def __floor__(self):
        return self._top // self._bottom

    def __ceil__(self):
        return -(-self._top // self._bottom)

    def __round__(self, ndigits=None):
        if ndigits is not None:
            shift = 10 ** abs(ndigits)
            return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)
        floor, rest = divmod(self._top, self._bottom)
        twice = 2 * rest
        return floor + (twice > self._bottom or (twice == self._bottom and floor % 2 == 1))

    def __float__(self):
        return self._top / self._bottom

    def __str__(self):
        return str(self._top) if self._bottom == 1 else "%s/%s" % (self._top, self._bottom)

    def __repr__(self):
        return "%s(%s, %s)" % (type(self).__name__, self._top, self._bottom)
`,
);
