"""Sums are exact, and results have the type of the data."""
from decimal import Decimal as D
from fractions import Fraction as F
from statistics import (
    StatisticsError, covariance, fmean, harmonic_mean, linear_regression, mean, median, median_high, median_low, mode, multimode,
    pstdev, pvariance, quantiles, stdev, variance,
)
import textwrap

SETS = ([1, 2, 3, 4], [0.1, 0.1, 0.1], [1, 2.5], [D("1.1"), D("2.2"), 3], [F(1, 2), F(1, 3)], [True, False, 2], [], [5], [1, 1, 2, 2], ["a", "b"], [1e10, 1, -1e10])
for function in (mean, median, mode, pvariance, variance, stdev, pstdev, fmean, harmonic_mean, median_low, median_high, multimode, quantiles):
    for data in SETS:
        try:
            print(function.__name__, data, function(data))
        except (StatisticsError, TypeError) as error:
            print(function.__name__, data, type(error).__name__, error)
print(quantiles([1, 2, 3, 4, 5], n=10), quantiles([1, 2, 3], n=3, method="inclusive"), covariance([1, 2], [3, 5]))
print(linear_regression([1, 2, 3], [2, 4, 7]), fmean([1, 2], [3, 1]), harmonic_mean([40, 60], weights=[5, 30]))

wrapper = textwrap.TextWrapper(width=10, initial_indent="> ")
print(wrapper.wrap("the quick brown fox"), wrapper.width)
wrapper.width = 30
print(wrapper.fill("the quick brown fox jumps over"))
