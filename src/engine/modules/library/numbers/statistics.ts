/** `statistics`: sums are exact, as fractions, and come back in the type of the data. Answers to: CPython 3.11's statistics. */
import { pythonModule } from '../../library.ts';

export const statisticsModule = pythonModule(
  'statistics',
  String.raw`
from bisect import bisect_left as _bisect_left, bisect_right as _bisect_right
from decimal import Decimal as _Decimal, localcontext as _localcontext
from fractions import Fraction as _Fraction
from math import exp as _exp, fsum as _fsum, isfinite as _isfinite, log as _log, sqrt as _sqrt
from collections import namedtuple as _namedtuple


class StatisticsError(ValueError):
    pass


def _of_data(data, needed, name, plural=""):
    data = list(data)
    if len(data) < needed:
        count = "one data point" if needed == 1 else "two data points"
        raise StatisticsError("%s requires at least %s" % (name, count))
    return data


def _fraction(value):
    if isinstance(value, (int, float, _Decimal, _Fraction)):
        return _Fraction(value)
    raise TypeError("can't convert type '%s' to numerator/denominator" % type(value).__name__)


def _type_of(data):
    """The type that stands for all: a float wins over ints and fractions, every other type over ints."""
    found = int
    for kind in {type(value): None for value in data}:
        kind = int if kind is bool else kind
        if kind is found or kind is int:
            continue
        if found is int or (kind is float and found is _Fraction):
            found = kind
        elif not (found is float and kind is _Fraction):
            raise TypeError("don't know how to coerce %s and %s" % (found.__name__, kind.__name__))
    return found


def _as(kind, value):
    """A fraction in the type of the data."""
    if kind is int:
        return value.numerator if value.denominator == 1 else float(value)
    if kind is _Decimal:
        return _Decimal(value.numerator) / value.denominator
    return kind(value)


def _root(kind, value):
    with _localcontext() as context:
        context.prec = 60
        root = (_Decimal(value.numerator) / value.denominator).sqrt()
    return +root if kind is _Decimal else float(root)


def _sum(data):
    return sum(map(_fraction, data), _Fraction(0))


def mean(data):
    data = _of_data(data, 1, "mean")
    total = _sum(data)
    return _as(_type_of(data), total / len(data))


def fmean(data, weights=None):
    data = _of_data(data, 1, "fmean")
    if weights is None:
        return _fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    if not _fsum(weights):
        raise StatisticsError("sum of weights must be non-zero")
    return _fsum(w * x for w, x in zip(weights, data)) / _fsum(weights)


def geometric_mean(data):
    try:
        return _exp(fmean(map(_log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    data = _of_data(data, 1, "harmonic_mean")
    weights = [1] * len(data) if weights is None else list(weights)
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if len(data) == 1:
        return data[0]
    if 0 in data:
        return 0
    parts = [w / x for w, x in zip(weights, data)]
    return _as(_type_of(parts), _sum(weights) / _sum(parts))


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    data = _sorted(data)
    half, odd = divmod(len(data), 2)
    return data[half] if odd else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = _sorted(data)
    middle = data[len(data) // 2]
    below = _bisect_left(data, middle)
    within = _bisect_right(data, middle) - below
    return float(middle) - float(interval) / 2 + float(interval) * (len(data) / 2 - below) / within


def _counted(data):
    counts = {}
    for item in data:
        counts[item] = counts.get(item, 0) + 1
    return counts


def mode(data):
    counts = _counted(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counted(data)
    most = max(counts.values(), default=0)
    return [item for item, count in counts.items() if count == most]


def _spread(data, center):
    """The sum of the squared distances from the mean, or from a center that is given."""
    middle = _sum(data) / len(data) if center is None else _fraction(center)
    return sum(((_fraction(x) - middle) ** 2 for x in data), _Fraction(0))


def variance(data, xbar=None):
    data = _of_data(data, 2, "variance")
    return _as(_type_of(data), _spread(data, xbar) / (len(data) - 1))


def pvariance(data, mu=None):
    data = _of_data(data, 1, "pvariance")
    return _as(_type_of(data), _spread(data, mu) / len(data))


def stdev(data, xbar=None):
    data = _of_data(data, 2, "stdev")
    return _root(_type_of(data), _spread(data, xbar) / (len(data) - 1))


def pstdev(data, mu=None):
    data = _of_data(data, 1, "pstdev")
    return _root(_type_of(data), _spread(data, mu) / len(data))


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    if len(data) < 2:
        raise StatisticsError("must have at least two data points")
    if method not in ("inclusive", "exclusive"):
        raise ValueError("Unknown method: %r" % (method,))
    size = len(data)
    cuts = []
    for i in range(1, n):
        if method == "inclusive":
            at, rest = divmod(i * (size - 1), n)
            cuts.append((data[at] * (n - rest) + data[at + 1] * rest) / n)
        else:
            at = min(max(i * (size + 1) // n, 1), size - 1)
            rest = i * (size + 1) - at * n
            cuts.append((data[at - 1] * (n - rest) + data[at] * rest) / n)
    return cuts


def _pairs(name, x, y):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError("%s requires that both inputs have same number of data points" % name)
    if len(x) < 2:
        raise StatisticsError("%s requires at least two data points" % name)
    xbar, ybar = _fsum(x) / len(x), _fsum(y) / len(y)
    return x, y, xbar, ybar, _fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))


def covariance(x, y, /):
    x, _, _, _, together = _pairs("covariance", x, y)
    return together / (len(x) - 1)


def correlation(x, y, /):
    x, y, xbar, ybar, together = _pairs("correlation", x, y)
    sxx, syy = _fsum((a - xbar) * (a - xbar) for a in x), _fsum((b - ybar) * (b - ybar) for b in y)
    if not sxx * syy:
        raise StatisticsError("at least one of the inputs is constant")
    return together / _sqrt(sxx * syy)


LinearRegression = _namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")


def linear_regression(x, y, /, *, proportional=False):
    x, y, xbar, ybar, together = _pairs("linear regression", x, y)
    if proportional:
        together, sxx = _fsum(a * b for a, b in zip(x, y)), _fsum(a * a for a in x)
    else:
        sxx = _fsum((a - xbar) * (a - xbar) for a in x)
    if not sxx:
        raise StatisticsError("x is constant")
    slope = together / sxx
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)
`,
);
