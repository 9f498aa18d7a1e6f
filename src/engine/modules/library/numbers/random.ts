/** `random`: CPython's numbers for the same seed. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import { Float } from '../../../stdlib/float.ts';
import { MersenneTwister } from '../../../stdlib/mersenne-twister.ts';
import { sha512 } from '../../../stdlib/sha2.ts';
import { pythonModule } from '../../library.ts';

/** The number that `seed(value)` starts from. */
function seedOf(call: Interpreter, value: Value): bigint {
  const bare = plain(value);
  if (bare === null) return fromBytes(call.process.machine.randomBytes(32));
  if (typeof bare === 'number' || typeof bare === 'bigint' || typeof bare === 'boolean') {
    const size = BigInt(bare);
    return size < 0n ? -size : size;
  }
  if (typeof bare === 'string' || bare instanceof Uint8Array) {
    const bytes = typeof bare === 'string' ? new TextEncoder().encode(bare) : bare;
    return fromBytes(Uint8Array.from([...bytes, ...sha512(bytes)]));
  }
  const hash = call.call(call.builtins.get('hash')!, [value]);
  return BigInt(hash as number) & ((1n << 64n) - 1n);
}

const fromBytes = (bytes: Uint8Array): bigint =>
  bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

const twisterClass = nativeClass({
  name: '_Twister',
  module: 'random',
  host: MersenneTwister,
  signature: 'seed=None',
  construct: (call, _cls, seed: Value) => new MersenneTwister(seedOf(call, seed)),
  methods: {
    random: ['', (_call, self: MersenneTwister) => new Float(self.random())],
    getrandbits: [
      'k',
      (_call, self: MersenneTwister, bits: number) => {
        const value = self.bits(bits);
        return Number.isSafeInteger(Number(value)) ? Number(value) : value;
      },
    ],
    copy: ['', (_call, self: MersenneTwister) => self.copy()],
  },
});

export const randomModule = pythonModule(
  'random',
  String.raw`
from collections.abc import Sequence as _Sequence
from math import ceil as _ceil, cos as _cos, e as _e, exp as _exp, floor as _floor, log as _log, pi as _pi, sin as _sin, sqrt as _sqrt

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
TWOPI = 2.0 * _pi
_ONE = 1


def _whole(number, what):
    if isinstance(number, int) or hasattr(number, "__index__"):
        return number
    if int(number) != number:
        raise ValueError("non-integer %s for randrange()" % what)
    return int(number)


class Random:
    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        if not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        self._twister = _Twister(a)
        self.gauss_next = None

    def getstate(self):
        return (3, self._twister.copy(), self.gauss_next)

    def setstate(self, state):
        self._twister = state[1].copy()
        self.gauss_next = state[2]

    def random(self):
        return self._twister.random()

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        return self._twister.getrandbits(k)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def _randbelow(self, n):
        k = n.bit_length()
        r = self.getrandbits(k)
        while r >= n:
            r = self.getrandbits(k)
        return r

    def randrange(self, start, stop=None, step=_ONE):
        start = _whole(start, "arg 1")
        stop = None if stop is None else _whole(stop, "stop")
        step = _whole(step, "step")
        if stop is None:
            if start > 0:
                return self._randbelow(start)
            raise ValueError("empty range for randrange()")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError("empty range for randrange() (%d, %d, %d)" % (start, stop, width))
        if step == 0:
            raise ValueError("zero step for randrange()")
        count = len(range(start, stop, step))
        if count == 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if not isinstance(population, _Sequence):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            population = [item for item, count in zip(population, counts) for _ in range(count)]
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        setsize = 21
        if k > 5:
            setsize += 4 ** _ceil(_log(k * 3, 4))
        if n <= setsize:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            selected = set()
            for i in range(k):
                j = self._randbelow(n)
                while j in selected:
                    j = self._randbelow(n)
                selected.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[_floor(self.random() * n)] for i in range(k)]
            cum_weights, total = [], 0
            for weight in weights:
                total += weight
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        from bisect import bisect

        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for i in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        chance = self.random()
        peak = 0.5 if mode is None else (mode - low) / (high - low)
        # Above the peak the same slope, seen from the other end.
        falls = chance > peak
        start, way = (high, low - high) if falls else (low, high - low)
        return start + way * _sqrt((1.0 - chance) * (1.0 - peak) if falls else chance * peak)

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        spare, self.gauss_next = self.gauss_next, None
        if spare is not None:
            return mu + spare * sigma
        angle, size = self.random() * TWOPI, self.random()
        radius = _sqrt(-2.0 * _log(1.0 - size))
        self.gauss_next = _sin(angle) * radius
        return mu + _cos(angle) * radius * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -_log(1.0 - self.random()) / lambd


class SystemRandom(Random):
    pass


_inst = Random()
_bound = (getattr(_inst, name) for name in (
    "seed random getstate setstate getrandbits randbytes randrange randint choice choices sample shuffle "
    "uniform triangular gauss normalvariate lognormvariate expovariate"
).split())
seed, random, getstate, setstate, getrandbits, randbytes = (next(_bound) for _ in range(6))
randrange, randint, choice, choices, sample, shuffle = (next(_bound) for _ in range(6))
uniform, triangular, gauss, normalvariate, lognormvariate, expovariate = (next(_bound) for _ in range(6))
`,
  { _Twister: () => twisterClass },
);
