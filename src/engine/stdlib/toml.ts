/** TOML as Python's tomllib gives it, over a ready-made parser. */
import { parse, TomlDate, TomlError } from 'smol-toml';
import { Raise } from '../machine.ts';

/** A table; values are text, numbers, booleans, lists and tables. */
export type TomlTable = { readonly [key: string]: unknown };

export { TomlDate };

/**
 * @param exact whole numbers come as bigint, so that `1.0` stays a float
 * @throws Raise tomllib.TOMLDecodeError
 */
export function parseToml(text: string, exact = false): TomlTable {
  try {
    return parse(text, exact ? { integersAsBigInt: true } : {});
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
    const words = `${reason[0]!.toUpperCase()}${reason.slice(1)} (at line ${error.line}, column ${error.column})`;
    throw new Raise('tomllib.TOMLDecodeError', [words]);
  }
}
