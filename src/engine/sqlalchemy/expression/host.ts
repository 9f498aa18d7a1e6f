/**
 * What the expression language asks about values that come from the learner's world. `modules` sets it when a process
 * starts; without it (in tests of this room) plain JavaScript values are all there is.
 */
import { Raise } from '../../machine.ts';
import { plainRepr } from '../types/repr.ts';
import type { ValueKind } from './operators/value-kind.ts';

/** What a copy of a column is made of, beside what its attributes say. */
export interface ColumnParts {
  readonly type: unknown;
  readonly default: unknown;
  readonly onupdate: unknown;
  readonly serverDefault: unknown;
  readonly serverOnupdate: unknown;
  /** Keys, checks and what generates its values. */
  readonly items: readonly unknown[];
}

export interface ExpressionHost {
  repr(value: unknown): string;
  /** What `__clause_element__()` gives (mapped classes and their attributes); undefined where there is none. */
  clauseOf(value: unknown): unknown;
  /** The items of a list, tuple, set or other iterable that is no string; undefined for anything else. */
  items(value: unknown): readonly unknown[] | undefined;
  /** What a value of a class that only the learner's world knows stands for: a datetime, a Decimal, a subclass of str … */
  kind(value: unknown): ValueKind;
  /** `value.isoformat(separator)` of a date, time or datetime; undefined where it has no such method. */
  isoformat(value: unknown, separator?: string): string | undefined;
  /** What an expression of Python over the value `it` gives. @throws what Python raises */
  evaluate(expression: string, it: unknown): unknown;
  /** Whether what TypeScript caught is an exception of Python. */
  isException(error: unknown): boolean;
  /** The parameters of a statement, of which long ones are shown in part. */
  parameters(value: unknown, several: boolean): string;
  /** `str(value)` */
  str(value: unknown): string;
  /** A name of a class of its own (what `op.f()` and `quoted_name()` give, a subclass of str) as the schema room has it; any other value as it is. */
  name(value: unknown): unknown;
  /** `type(value).__name__` */
  typeName(value: unknown): string;
  /** The learner's classes that a value is of, innermost first. */
  ownClasses(value: unknown): readonly unknown[];
  /** A statement of mapped classes as it would be sent. */
  shown<Clause extends object>(clause: Clause): Clause;
  warn(category: string, message: string): void;
  /** A statement of DDL as the learner's `@compiles` writes it, given what writes it without that; undefined where nothing does. */
  ddlText<Ddl extends object>(ddl: Ddl, plain: (ddl: Ddl) => string, options: object): string | undefined;
  /** The SQL that `@compiles` gives for one of SQLAlchemy's own types; undefined where it gives none. */
  typeText(type: object): string | undefined;
  /** What `listeners=` of a table called `name` says. @throws InvalidRequestError for an unknown event */
  listeners(
    value: unknown,
    name: unknown,
  ): readonly (readonly [string, (...args: readonly unknown[]) => void])[];
  /** A copy of a column whose class is the learner's; undefined for SQLAlchemy's own. */
  ownColumn(column: object, parts: () => ColumnParts): object | undefined;
  /** Options of a dialect were looked at: to ask it, SQLAlchemy loads its module. */
  loadDialect(name: string): void;
}

const PLAIN: ExpressionHost = {
  repr: plainRepr,
  clauseOf: () => undefined,
  items: (value) => (Array.isArray(value) ? value : undefined),
  kind: () => 'other',
  isoformat: () => undefined,
  evaluate: (_expression, it) => it,
  isException: (error) => error instanceof Raise,
  parameters: plainRepr,
  str: String,
  name: (value) => value,
  typeName: () => 'object',
  ownClasses: () => [],
  shown: (clause) => clause,
  warn: () => {},
  ddlText: () => undefined,
  typeText: () => undefined,
  listeners: () => [],
  ownColumn: () => undefined,
  loadDialect: () => {},
};

let current: ExpressionHost = PLAIN;

/** Called once per process, before the learner's code runs. */
export function useHost(host: ExpressionHost): void {
  current = host;
}

/** Who answers questions about the learner's values now. */
export const host = (): ExpressionHost => current;
