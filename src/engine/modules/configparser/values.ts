/** How values of configparser's methods are taken and given. */
import { tuple } from '../../python/values/containers/containers.ts';
import { PyDict } from '../../python/values/containers/dict.ts';
import { valueError } from '../../python/values/exceptions/exceptions.ts';

import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';
import type { GetOptions } from '../../stdlib/configparser/config-parser.ts';
import { Float } from '../../stdlib/float.ts';

/** A dictionary as pairs of text. */
export const pairs = (call: Interpreter, values: PyDict): [string, string][] =>
  [...values.entries()].map(([key, value]) => [call.str(key), call.str(value)]);

/** The keywords of `get` and its kin. */
export function options(call: Interpreter, raw: Value, vars: Value, fallback: Value | undefined): GetOptions {
  return {
    raw: call.truth(raw),
    ...(vars instanceof PyDict ? { vars: pairs(call, vars) } : {}),
    ...(fallback === undefined ? {} : { fallback }),
  };
}

/** From the text of an option to what a getter gives. */
export type Convert = (text: Value) => Value;

/** `int(text)`. @throws ValueError */
export const integer: Convert = (text) => {
  const words = String(text);
  if (!/^\s*[+-]?\d+\s*$/.test(words)) throw invalid(`invalid literal for int() with base 10: '${words}'`);
  return Number(words);
};
/** `float(text)`. @throws ValueError */
export const float: Convert = (text) => {
  const value = Number(text);
  if (Number.isNaN(value)) throw invalid(`could not convert string to float: '${String(text)}'`);
  return new Float(value);
};
const invalid = (message: string) => valueError(message);

/** A pair, as `items()` gives it. */
export const pair = (key: Value, value: Value): Value => tuple([key, value]);
