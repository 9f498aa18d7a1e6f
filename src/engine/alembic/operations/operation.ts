/**
 * What an operation is: a record that says its kind, and a definition that knows how to call, undo, describe, apply and
 * render such records. Records stay changeable, because a learner's `process_revision_directives` may edit them.
 * Answers to: alembic/operations/ops.py (MigrateOperation).
 */
import type { PythonWorld } from '../../machine.ts';
import type { GivenName, QuotedName } from '../../sqlalchemy/schema/index.ts';
import { bindArguments } from '../../stdlib/bind-arguments.ts';
import { parseSignature } from '../../stdlib/signature.ts';
import type { AutogenContext } from '../autogenerate/context.ts';
import type { Operations } from './operations.ts';

/** A name that must be there, such as a table's. */
export type Name = string | QuotedName;
export type { GivenName };

/** What every record has. `info` is the learner's own dictionary, made on first use. */
export interface OperationRecord {
  readonly kind: string;
  info?: unknown;
}

/** Arguments by parameter name; `*args` an array, `**kw` a Map. */
export type Given = Readonly<Record<string, unknown>>;

/** A function on `op` or `batch_op` that makes and applies an operation. */
export interface OperationCall<O extends OperationRecord> {
  readonly on: 'op' | 'batch_op';
  readonly name: string;
  /** Without `self`. */
  readonly signature: string;
  make(given: Given, operations: Operations): O;
}

export interface OperationDefinition<O extends OperationRecord> {
  readonly kind: O['kind'];
  /** Its class in `alembic.operations.ops`. */
  readonly className: string;
  /** Signature of that class, without `self`. */
  readonly signature: string;
  /** Parameters whose values the record keeps as Python has them. */
  readonly asGiven?: readonly string[];
  create(given: Given, python: PythonWorld): O;
  readonly calls: readonly OperationCall<O>[];
  /** The opposite. @throws NotImplementedError, ValueError of Python where there is none */
  reverse(operation: O): OperationRecord;
  /** What `to_diff_tuple()` gives: a Python value. */
  describe(operation: O, python: PythonWorld): unknown;
  /** Runs the operation; the value that `op.…()` returns. */
  apply(operation: O, operations: Operations): unknown;
  /** The Python text. Missing where Alembic has no renderer. */
  render?(operation: O, context: AutogenContext): string;
}

/** A definition whose record type is forgotten, as the index keeps them. */
// biome-ignore lint/suspicious/noExplicitAny: the index holds definitions of every record type; `kind` picks the right one
export type AnyDefinition = OperationDefinition<any>;

/**
 * Binds a Python call to names.
 * @throws TypeError of Python, naming `qualname`
 */
export function bindNamed(
  qualname: string,
  signature: string,
  args: readonly unknown[],
  keywords?: ReadonlyMap<string, unknown>,
): Given {
  return givenBy(signature, bindArguments(parseSignature(signature), qualname, args, keywords));
}

/** Bound values by the names of a signature. */
export function givenBy(signature: string, values: readonly unknown[]): Given {
  const given: Record<string, unknown> = {};
  const { parameters } = parseSignature(signature);
  for (let at = 0; at < parameters.length; at++) given[parameters[at]!.name] = values[at];
  return given;
}

/** The `**kw` of a call. */
export const keywordsOf = (given: Given, name = 'kw'): Map<string, unknown> =>
  new Map((given[name] as ReadonlyMap<string, unknown> | undefined) ?? []);

/** The items of a Python iterable; an array, which a binding made of a list, as it is. */
export function itemsOf(value: unknown, python: PythonWorld): unknown[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value.keys()];
  return value instanceof Set ? [...value] : [...python.iterate(value)];
}

/** A name as a plain Python string. */
export const plainName = (name: GivenName): string | null =>
  name === null || name === undefined ? null : String(name);
