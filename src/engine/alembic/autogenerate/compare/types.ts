/** Changed column types. Answers to: alembic/autogenerate/compare/types.py, ddl/impl.py (compare_type). */
import type { PythonWorld } from '../../../machine.ts';
import { compileType } from '../../../sqlalchemy/postgresql/type-compiler.ts';
import type { Column } from '../../../sqlalchemy/schema/index.ts';
import { typeAffinity } from '../../../sqlalchemy/types/implementation.ts';
import { NULL_TYPE } from '../../../sqlalchemy/types/index.ts';
import type { AlterColumn } from '../../operations/columns/alter-column.ts';
import type { ColumnPair } from './columns.ts';
import type { CompareContext } from './context.ts';

/** What `compare_type=function` says; False and `compare_type=False` end the comparison. @returns whether it ends */
export function askAboutType(context: CompareContext, operation: AlterColumn, pair: ColumnPair): boolean {
  const hook = context.opts.compare_type ?? null;
  if (hook === false) return true;
  if (!comparable(context, operation, pair)) return false;
  const { python, migrationContext } = context;
  if (!python.isCallable(hook)) return false;
  const { existing, wanted } = pair;
  const answer = python.call(hook, [migrationContext, existing, wanted, existing.type, wanted.type]);
  if (python.truth(answer)) {
    changeType(context, operation, pair);
    return true;
  }
  return answer === false;
}

/** Compares the types as the database would write them. */
export function compareColumnType(
  context: CompareContext,
  operation: AlterColumn,
  pair: ColumnPair,
): boolean {
  if (!comparable(context, operation, pair)) return false;
  if (!typesDiffer(context, pair)) return false;
  changeType(context, operation, pair);
  return true;
}

/** `impl.compare_type`, which a learner's class may have */
function typesDiffer(
  { migrationContext, python }: CompareContext,
  { existing, wanted }: ColumnPair,
): boolean {
  const { impl } = migrationContext;
  if (impl?.own?.overrides('compare_type'))
    return python.truth(impl.own.call(impl, 'compare_type', [existing, wanted]));
  return columnTypesDiffer(existing, wanted, impl?.own?.attribute('type_synonyms'), python);
}

/** `DefaultImpl.compare_type` itself. @param synonyms sets of names of a learner's */
export function columnTypesDiffer(
  existing: Column,
  wanted: Column,
  synonyms: unknown,
  python: PythonWorld,
): boolean {
  const sets =
    synonyms === undefined
      ? SYNONYMS
      : [...python.iterate(synonyms)].map(
          (set) => new Set([...python.iterate(set)].map((name) => String(name).toLowerCase())),
        );
  return typeTextsDiffer(compileType(existing.type), compileType(wanted.type), sets);
}

/** Notes the type that is there. Whether both sides have one; a side that has none is logged. */
function comparable(context: CompareContext, operation: AlterColumn, pair: ColumnPair): boolean {
  operation.existingType = pair.existing.type;
  const unknown = unknownType(pair);
  if (unknown) context.log('types', unknown);
  return unknown === undefined;
}

function changeType(context: CompareContext, operation: AlterColumn, pair: ColumnPair): void {
  const { schema, table, name, existing, wanted } = pair;
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
function typeTextsDiffer(existing: string, wanted: string, synonyms = SYNONYMS): boolean {
  const before = typeParts(existing);
  const after = typeParts(wanted);
  if (!sameName(before, after, synonyms)) return true;
  return differAtEqualLength(before.words, after.words) || differAtEqualLength(before.args, after.args);
}

function sameName(a: TypeParts, b: TypeParts, synonyms: typeof SYNONYMS): boolean {
  if (a.name === b.name) return true;
  const whole = [a, b].map(({ name, words }) => [name, ...words].join(' '));
  return synonyms.some((set) => whole.every((text) => set.has(text)) || (set.has(a.name) && set.has(b.name)));
}

const differAtEqualLength = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.some((one, at) => one !== b[at]);
