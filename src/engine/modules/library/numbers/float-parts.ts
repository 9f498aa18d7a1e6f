/** The functions of `math` that take floats apart and put them together: frexp, ldexp, nextafter, ulp, remainder. */
import { PyTuple } from '../../../python/values/containers/containers.ts';
import { overflowError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { builtinFunction, type NativeModule } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { Float } from '../../../stdlib/float.ts';
import { real } from './real.ts';

/** A mantissa from a half up to one, and the power of two. */
function halves(x: number): readonly [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  let power = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
  let mantissa = x / 2 ** Math.trunc(power / 2) / 2 ** (power - Math.trunc(power / 2));
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2;
    power--;
  }
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2;
    power++;
  }
  return [mantissa, power];
}

function scaled(x: number, power: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const [mantissa, own] = halves(x);
  const wanted = own + power;
  if (wanted > 1024) throw overflowError('math range error');
  if (wanted < -1080) return 0 * Math.sign(x);
  const half = Math.trunc(wanted / 2);
  return mantissa * 2 ** half * 2 ** (wanted - half);
}

/** The float beside x, on the way to y. */
function beside(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + (y > x === x > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

function ulp(x: number): number {
  if (!Number.isFinite(x)) return Math.abs(x);
  const size = Math.abs(x);
  const above = beside(size, Number.POSITIVE_INFINITY);
  return Number.isFinite(above) ? above - size : size - beside(size, 0);
}

/** What is left of x after the nearest whole multiple of y, of two the even one. */
function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (y === 0 || !Number.isFinite(x)) throw valueError('math domain error');
  const size = Math.abs(y);
  if (!Number.isFinite(size)) return x;
  const rest = Math.abs(x) % size;
  const other = size - rest;
  const even = rest - 2 * ((0.5 * (Math.abs(x) - rest)) % size) === rest;
  const nearest = rest < other ? rest : rest > other ? -other : even ? rest : -other;
  return x < 0 || Object.is(x, -0) ? -nearest : nearest;
}

const two = (name: string, compute: (x: number, y: number) => number) => () =>
  builtinFunction(name, 'x, y, /', (_call, x: Value, y: Value) => new Float(compute(real(x), real(y))));

export const FLOAT_PARTS: NativeModule['names'] = {
  frexp: () =>
    builtinFunction('frexp', 'x, /', (_call, value: Value) => {
      const [mantissa, power] = halves(real(value));
      return new PyTuple([new Float(mantissa), power]);
    }),
  ldexp: () =>
    builtinFunction(
      'ldexp',
      'x, i, /',
      (_call, value: Value, power: Value) => new Float(scaled(real(value), Number(power))),
    ),
  exp2: () =>
    builtinFunction('exp2', 'x, /', (_call, value: Value) => {
      const x = real(value);
      const result = 2 ** x;
      if (result === Number.POSITIVE_INFINITY && Number.isFinite(x)) throw overflowError('math range error');
      return new Float(result);
    }),
  nextafter: two('nextafter', beside),
  remainder: two('remainder', remainder),
  ulp: () => builtinFunction('ulp', 'x, /', (_call, value: Value) => new Float(ulp(real(value)))),
};
