/** The names of roundings, as `decimal` takes them. */
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import { plain, type Value } from '../../python/values/value.ts';
import type { Rounding } from '../../stdlib/decimal/rounding.ts';

export const ROUNDINGS = ['CEILING', 'FLOOR', 'UP', 'DOWN', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN', '05UP'];

/** @throws TypeError for what is no rounding */
export function roundingArgument(value: Value): Rounding {
  const text = plain(value);
  if (typeof text === 'string' && text.startsWith('ROUND_') && ROUNDINGS.includes(text.slice(6)))
    return text as Rounding;
  throw typeError(
    'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n' +
      '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',
  );
}
