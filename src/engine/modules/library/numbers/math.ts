/** `math`. */
import { callSpecialMethod } from '../../../python/values/callable.ts';
import { typeName } from '../../../python/values/classes/class-of.ts';
import { PyTuple } from '../../../python/values/containers/containers.ts';
import { iterate } from '../../../python/values/containers/iterate.ts';
import { overflowError, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { interpreter } from '../../../python/values/interpreter.ts';
import { builtinFunction, lazyModule, type NativeModule } from '../../../python/values/native/native.ts';
import { binary } from '../../../python/values/operators.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import { Float } from '../../../stdlib/float.ts';
import { FLOAT_PARTS } from './float-parts.ts';
import { real } from './real.ts';

/** A whole number. @throws TypeError */
function whole(value: Value): bigint {
  const bare = plain(value);
  if (typeof bare === 'number' || typeof bare === 'bigint' || typeof bare === 'boolean') return BigInt(bare);
  throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

const int = (value: bigint): number | bigint => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

const DOMAIN = 'math domain error';

/** A function of one float; a result that is no number from one that is, is a domain error. */
const one = (name: string, compute: (x: number) => number) => () =>
  builtinFunction(name, 'x, /', (_call, value: Value) => {
    const x = real(value);
    const result = compute(x);
    if (Number.isNaN(result) && !Number.isNaN(x)) throw valueError(DOMAIN);
    if (!Number.isFinite(result) && Number.isFinite(x)) {
      throw name === 'exp' || name.endsWith('h') ? overflowError('math range error') : valueError(DOMAIN);
    }
    return new Float(result);
  });

/** To an int, through the value's own method where it has one. */
const toInt = (name: string, compute: (x: number) => number) => () =>
  builtinFunction(name, 'x, /', (_call, value: Value) => {
    const bare = plain(value);
    if (typeof bare === 'number' || typeof bare === 'bigint') return bare;
    const own = value instanceof Float ? undefined : callSpecialMethod(value, `__${name}__`);
    if (own !== undefined) return own;
    const x = real(value);
    if (Number.isNaN(x)) throw valueError('cannot convert float NaN to integer');
    if (!Number.isFinite(x)) throw overflowError('cannot convert float infinity to integer');
    return int(BigInt(compute(x)));
  });

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** Newton's way down from a power of two above the root. */
function isqrt(n: bigint): bigint {
  if (n < 0n) throw valueError('isqrt() argument must be nonnegative');
  let x = 1n << BigInt((n.toString(16).length * 4 + 1) >> 1);
  for (let next = (x + n / x) >> 1n; next < x; next = (x + n / x) >> 1n) x = next;
  return n === 0n ? 0n : x;
}

/** Multiplications cost steps: a long product ends before the patience does. */
const PRODUCT_COST = 5;
const LARGEST_SIZE = 2n ** 63n - 1n;

function notNegative(what: string, value: bigint): void {
  if (value < 0n) throw valueError(what);
}

function notAbove(what: string, value: bigint): void {
  if (value > LARGEST_SIZE) throw overflowError(`${what} ${LARGEST_SIZE}`);
}

function factorial(n: bigint): bigint {
  notNegative('factorial() not defined for negative values', n);
  notAbove('factorial() argument should not exceed', n);
  return falling(n, n);
}

/** `n * (n - 1) * …`, k factors. */
function falling(n: bigint, k: bigint): bigint {
  let product = 1n;
  for (let i = 0n; i < k; i++) {
    interpreter().spend(PRODUCT_COST);
    product *= n - i;
  }
  return product;
}

function permutations(n: bigint, k: bigint): bigint {
  notNegative('n must be a non-negative integer', n);
  notNegative('k must be a non-negative integer', k);
  if (k > n) return 0n;
  notAbove('k must not exceed', k);
  return falling(n, k);
}

function combinations(n: bigint, k: bigint): bigint {
  notNegative('n must be a non-negative integer', n);
  notNegative('k must be a non-negative integer', k);
  if (k > n) return 0n;
  const fewer = n - k < k ? n - k : k;
  notAbove('min(n - k, k) must not exceed', fewer);
  return falling(n, fewer) / falling(fewer, fewer);
}

function logarithm(value: Value, base: Value): Float {
  const bare = plain(value);
  if (typeof bare === 'bigint' && bare > 0n && !Number.isFinite(Number(bare)))
    return new Float(base === null ? bigLog(bare) : bigLog(bare) / Math.log(real(base)));
  const x = real(value);
  if (x <= 0) throw valueError(DOMAIN);
  const natural = Math.log(x);
  return new Float(base === null ? natural : natural / Math.log(real(base)));
}

const bigLog = (value: bigint): number => {
  const digits = value.toString();
  return Math.log(Number(`0.${digits.slice(0, 17)}`)) + digits.length * Math.LN10;
};

function fsum(values: Iterable<Value>): Float {
  const partials: number[] = [];
  for (const value of values) {
    let x = real(value);
    let kept = 0;
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials.splice(kept, partials.length, x);
  }
  return new Float(partials.reduceRight((sum, part) => sum + part, 0));
}

const RELATIVE: Value = new Float(1e-9);
const ABSOLUTE: Value = new Float(0);

function isClose(a: number, b: number, relative: number, absolute: number): boolean {
  if (relative < 0 || absolute < 0) throw valueError('tolerances must be non-negative');
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(b - a);
  return (
    difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute
  );
}

const two = (name: string, compute: (x: number, y: number) => number) => () =>
  builtinFunction(name, 'x, y, /', (_call, x: Value, y: Value) => new Float(compute(real(x), real(y))));

const isIt = (name: string, test: (x: number) => boolean) => () =>
  builtinFunction(name, 'x, /', (_call, x: Value) => test(real(x)));

const integers = (name: string, signature: string, compute: (...values: bigint[]) => bigint) => () =>
  builtinFunction(name, signature, (_call, ...args: Value[]) => {
    const values = args.flatMap((arg) => (Array.isArray(arg) ? arg : [arg])) as Value[];
    return int(compute(...values.map(whole)));
  });

function power(x: number, y: number): number {
  const result = x ** y;
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) throw valueError(DOMAIN);
  if (x === 0 && y < 0) throw valueError(DOMAIN);
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y))
    throw overflowError('math range error');
  return x === 1 ? 1 : result;
}

function remainder(x: number, y: number): number {
  if (y === 0 || !Number.isFinite(x)) throw valueError(DOMAIN);
  return x % y;
}

const names: NativeModule['names'] = {
  pi: () => new Float(Math.PI),
  e: () => new Float(Math.E),
  tau: () => new Float(2 * Math.PI),
  inf: () => new Float(Number.POSITIVE_INFINITY),
  nan: () => new Float(Number.NaN),
  ...Object.fromEntries(
    [
      'sin',
      'cos',
      'tan',
      'asin',
      'acos',
      'atan',
      'sinh',
      'cosh',
      'tanh',
      'asinh',
      'acosh',
      'atanh',
      'sqrt',
      'exp',
      'expm1',
      'log1p',
      'log2',
      'log10',
      'cbrt',
    ].map((name) => [name, one(name, Math[name as 'sin'])]),
  ),
  fabs: one('fabs', Math.abs),
  degrees: one('degrees', (x) => (x * 180) / Math.PI),
  radians: one('radians', (x) => (x * Math.PI) / 180),
  ceil: toInt('ceil', Math.ceil),
  floor: toInt('floor', Math.floor),
  trunc: toInt('trunc', Math.trunc),
  ...FLOAT_PARTS,
  pow: two('pow', power),
  fmod: two('fmod', remainder),
  atan2: two('atan2', Math.atan2),
  copysign: two('copysign', (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
  isnan: isIt('isnan', Number.isNaN),
  isinf: isIt('isinf', (x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY),
  isfinite: isIt('isfinite', Number.isFinite),
  gcd: integers('gcd', '*integers', (...values) => values.reduce(gcd, 0n)),
  lcm: integers('lcm', '*integers', (...values) =>
    values.reduce((a, b) => (a === 0n || b === 0n ? 0n : gcd(a * b, 0n) / gcd(a, b)), 1n),
  ),
  factorial: integers('factorial', 'x, /', factorial),
  isqrt: integers('isqrt', 'n, /', isqrt),
  comb: integers('comb', 'n, k, /', combinations),
  perm: () =>
    builtinFunction('perm', 'n, k=None, /', (_call, n: Value, k: Value) =>
      int(k === null ? factorial(whole(n)) : permutations(whole(n), whole(k))),
    ),
  log: () => builtinFunction('log', 'x, base=None, /', (_call, x: Value, base: Value) => logarithm(x, base)),
  hypot: () =>
    builtinFunction(
      'hypot',
      '*coordinates',
      (_call, values: Value[]) => new Float(Math.hypot(...values.map(real))),
    ),
  dist: () =>
    builtinFunction('dist', 'p, q, /', (_call, p: Value, q: Value) => {
      const other = [...iterate(q)].map(real);
      return new Float(Math.hypot(...[...iterate(p)].map((x, index) => real(x) - other[index]!)));
    }),
  fsum: () => builtinFunction('fsum', 'seq, /', (_call, values: Value) => fsum(iterate(values))),
  prod: () =>
    builtinFunction('prod', 'iterable, /, *, start=1', (_call, values: Value, start: Value) =>
      [...iterate(values)].reduce<Value>((product, value) => binary('Mult', product, value), start),
    ),
  isclose: () =>
    builtinFunction(
      'isclose',
      'a, b, *, rel_tol=1e-09, abs_tol=0.0',
      (_call, a: Value, b: Value, relative = RELATIVE, absolute = ABSOLUTE) =>
        isClose(real(a), real(b), real(relative), real(absolute)),
    ),
  modf: () =>
    builtinFunction('modf', 'x, /', (_call, value: Value) => {
      const x = real(value);
      return new PyTuple([new Float(x % 1), new Float(Math.trunc(x))]);
    }),
};

export const mathModule = lazyModule('math', names);
