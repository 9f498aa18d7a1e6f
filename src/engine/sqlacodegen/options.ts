/** Generators and what each of them understands. */
import { Raise } from '../machine.ts';

export const GENERATORS = ['tables', 'declarative', 'dataclasses', 'sqlmodels'] as const;
export type GeneratorName = (typeof GENERATORS)[number];

/** `--options` as switches. */
export interface GeneratorOptions {
  readonly indexes: boolean;
  readonly constraints: boolean;
  readonly comments: boolean;
  readonly inflect: boolean;
  readonly joined: boolean;
  readonly bidirectional: boolean;
}

const OF_TABLES = ['noindexes', 'noconstraints', 'nocomments'];
const OF_CLASSES = ['use_inflect', 'nojoined', 'nobidi'];

/** @throws ValueError for names that the generator does not have */
export function readOptions(generator: GeneratorName, words: readonly string[]): GeneratorOptions {
  const given = new Set(words);
  const known = new Set(generator === 'tables' ? OF_TABLES : [...OF_TABLES, ...OF_CLASSES]);
  const unknown = [...given].filter((word) => !known.has(word));
  if (unknown.length > 0)
    throw new Raise('builtins.ValueError', [`Unrecognized options: ${unknown.join(', ')}`]);
  return {
    indexes: !given.has('noindexes'),
    constraints: !given.has('noconstraints'),
    comments: !given.has('nocomments'),
    inflect: given.has('use_inflect'),
    joined: !given.has('nojoined'),
    bidirectional: !given.has('nobidi'),
  };
}
