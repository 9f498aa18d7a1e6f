/** Pairs that are none, as Python says it. */
import { Raise } from '../../machine.ts';

/** The ValueError of Python where something other than a pair is taken apart as one. @param length how many there are */
export const unpackError = (length: number): Raise =>
  new Raise('builtins.ValueError', [
    length > 2
      ? 'too many values to unpack (expected 2)'
      : `not enough values to unpack (expected 2, got ${length})`,
  ]);
