/** TOML as Python's tomllib gives it, over a ready-made parser. */
import { parse, TomlError } from 'smol-toml';
import { Raise } from '../machine.ts';

/** A table; values are text, numbers, booleans, lists and tables. */
export type TomlTable = { readonly [key: string]: unknown };

/** @throws Raise tomllib.TOMLDecodeError */
export function parseToml(text: string): TomlTable {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
    const words = `${reason[0]!.toUpperCase()}${reason.slice(1)} (at line ${error.line}, column ${error.column})`;
    throw new Raise('tomllib.TOMLDecodeError', [words]);
  }
}
