/** `statistics`. */
import { pythonModule } from '../../library.ts';

export const statisticsModule = pythonModule(
  'statistics',
  String.raw`
class StatisticsError(ValueError):
    pass


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    total = sum(data)
    value = total / len(data)
    return int(value) if isinstance(total, int) and value == int(value) else value


def fmean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    return float(sum(data)) / len(data)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def mode(data):
    counts = {}
    for item in data:
        counts[item] = counts.get(item, 0) + 1
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    middle = mean(data) if xbar is None else xbar
    return sum((x - middle) ** 2 for x in data) / (len(data) - 1)


def pvariance(data, mu=None):
    data = list(data)
    middle = mean(data) if mu is None else mu
    return sum((x - middle) ** 2 for x in data) / len(data)


def stdev(data, xbar=None):
    return variance(data, xbar) ** 0.5


def pstdev(data, mu=None):
    return pvariance(data, mu) ** 0.5
`,
);
