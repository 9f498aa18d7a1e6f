/** Changed column types. Answers to: alembic/autogenerate/compare/types.py, ddl/impl.py (compare_type). */

import { compileType } from '../../../sqlalchemy/postgresql/type-compiler.ts';
import { typeAffinity } from '../../../sqlalchemy/types/implementation.ts';
import { NULL_TYPE } from '../../../sqlalchemy/types/index.ts';
import type { AlterColumn } from '../../operations/alter-column.ts';
import type { ColumnPair } from './columns.ts';
import type { CompareContext } from './context.ts';

export function compareColumnType(context: CompareContext, operation: AlterColumn, pair: ColumnPair): void {
  const { schema, table, name, existing, wanted } = pair;
  operation.existingType = existing.type;
  const choice = context.opts.compare_type;
  const unknown = unknownType(pair);
  if (unknown) {
    // Both of Alembic's comparators say it.
    for (let times = 0; times < 2; times++) context.log('types', unknown);
    return;
  }
  if (choice === false || !typesDiffer(context, pair)) return;
  operation.modifyType = wanted.type;
  const [before, after] = [context.python.repr(existing.type), context.python.repr(wanted.type)];
  context.log('types', `Detected type change from ${before} to ${after} on '${table}.${name}'`);
  context.detected('modify_type', table, schema, name, { wanted: after, existing: before });
}

function unknownType({ table, name, existing, wanted }: ColumnPair): string | undefined {
  if (typeAffinity(existing.type) === NULL_TYPE)
    return `Couldn't determine database type for column '${table}.${name}'`;
  if (typeAffinity(wanted.type) === NULL_TYPE)
    return `Column '${table}.${name}' has no type within the model; can't compare`;
  return undefined;
}

/** The learner's own `compare_type`, or ours where that returns None. */
function typesDiffer(context: CompareContext, { existing, wanted }: ColumnPair): boolean {
  const hook = context.opts.compare_type;
  const { python, migrationContext } = context;
  if (hook !== null && hook !== undefined && python.isCallable(hook)) {
    const answer = python.call(hook, [migrationContext, existing, wanted, existing.type, wanted.type]);
    if (answer !== null) return python.truth(answer);
  }
  return typeTextsDiffer(compileType(existing.type), compileType(wanted.type));
}

interface TypeParts {
  readonly name: string;
  readonly words: readonly string[];
  readonly args: readonly string[];
}

/** `TIMESTAMP(3) WITH TIME ZONE`: the first word, the other words, and what stands in the last parentheses. */
function typeParts(text: string): TypeParts {
  const tokens = text.toLowerCase().match(/[\w-]+|\(.+?\)/g) ?? [];
  const words = tokens.filter((token) => !token.startsWith('('));
  const last = tokens.findLast((token) => token.startsWith('('));
  const args = last?.match(/[^(),]+/g)?.map((one) => one.trim()) ?? [];
  return { name: words[0] ?? '', words: words.slice(1), args };
}

const SYNONYMS: readonly ReadonlySet<string>[] = [
  new Set(['numeric', 'decimal']),
  new Set(['float', 'double precision']),
];

/**
 * Compares types by their SQL. Brackets of arrays, and arguments or words that only one side has, do not count.
 */
export function typeTextsDiffer(existing: string, wanted: string): boolean {
  const before = typeParts(existing);
  const after = typeParts(wanted);
  if (!sameName(before, after)) return true;
  return differAtEqualLength(before.words, after.words) || differAtEqualLength(before.args, after.args);
}

function sameName(a: TypeParts, b: TypeParts): boolean {
  if (a.name === b.name) return true;
  const whole = [a, b].map(({ name, words }) => [name, ...words].join(' '));
  return SYNONYMS.some((set) => whole.every((text) => set.has(text)) || (set.has(a.name) && set.has(b.name)));
}

const differAtEqualLength = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.some((one, at) => one !== b[at]);
