/**
 * TOML as Python's tomllib gives it. Written by hand: no library words its errors as tomllib does, and a learner's broken
 * pyproject.toml shows them.
 */
import { readDocument } from './toml/document.ts';
import { TomlReader } from './toml/reader.ts';

export { TomlDate, TomlFloat } from './toml/values.ts';

/** A table; values are text, whole numbers (bigint where they are large), TomlFloat, TomlDate, booleans, lists and tables. */
export type TomlTable = { readonly [key: string]: unknown };

/** @throws Raise tomllib.TOMLDecodeError */
export const parseToml = (text: string): TomlTable =>
  readDocument(new TomlReader(text.replaceAll('\r\n', '\n')));
