/** EXCLUDE constraints. Answers to: sqlalchemy/dialects/postgresql/ext.py (ExcludeConstraint). */
import { Raise } from '../../../machine.ts';
import { text } from '../../expression/build.ts';
import { argumentError, clauseOf, ddlColumnOf, operandOf, predicateOf } from '../../expression/coerce.ts';
import type { Element } from '../../expression/elements.ts';
import { host } from '../../expression/host.ts';
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import { Column } from '../columns/column.ts';
import { firstName } from '../columns/columns-in.ts';
import { unpackError } from '../unpack-error.ts';
import { Constraint, type ConstraintOptions } from './constraint.ts';

export interface ExcludeOptions extends ConstraintOptions {
  readonly using?: unknown;
  /** A string of SQL, or an expression. */
  readonly where?: unknown;
  /** Operator classes by column key: a Map, or what the learner gave in its place. */
  readonly ops?: unknown;
}

/** A column's name or an expression, with what stands for its operator. */
type Pair = readonly [string | Element, unknown];

/** One `expression WITH operator`. */
export interface ExcludeElement {
  readonly expression: Element;
  readonly operator: unknown;
  /** The column's key, by which an operator class is found. */
  readonly key: string | undefined;
}

export class ExcludeConstraint extends Constraint {
  override readonly kind = 'exclude-constraint';
  override readonly className = 'ExcludeConstraint';
  readonly using: unknown;
  readonly where: Element | null;
  readonly ops: unknown;
  private readonly pairs: readonly Pair[];

  /**
   * @param given pairs of a column's name, a column or an expression, and an operator
   * @throws ValueError, TypeError for what are no pairs; ArgumentError for what is no column
   */
  constructor(given: readonly unknown[], options: ExcludeOptions = {}) {
    const pairs = pairsOf(given);
    super(
      pairs.flatMap(([column]) => (typeof column === 'string' || column instanceof Column ? [column] : [])),
      options,
    );
    this.pairs = pairs;
    this.using = options.using === undefined ? 'gist' : options.using;
    this.where = conditionOf(options.where ?? null);
    this.ops = options.ops === undefined ? new Map() : options.ops;
    this.autoAttach();
  }

  get elements(): readonly ExcludeElement[] {
    return this.pairs.map(([given, operator]) => {
      const expression = (typeof given === 'string' ? this.table?.columns.get(given) : given) as Element;
      return { expression, operator, key: (expression as { key?: string }).key };
    });
  }

  /** Each operator behind the name of its element's first column; undefined where it has none. */
  get operators(): readonly (readonly [name: string | undefined, operator: unknown])[] {
    return this.pairs.map(([given, operator]) => [
      typeof given === 'string' ? given : firstName(given)?.name,
      operator,
    ]);
  }

  /** The same constraint without a table. */
  copy(): ExcludeConstraint {
    const { name, using, where, ops, deferrable, initially, comment, info } = this;
    const pairs = this.pairs.map(
      ([given, operator]) => [given instanceof Column ? given.key : given, operator] as const,
    );
    return new ExcludeConstraint(pairs, { name, using, where, ops, deferrable, initially, comment, info });
  }

  override repr(_python: PythonRepr = plainRepr): string {
    return 'ExcludeConstraint()';
  }
}

/** The pairs, as `zip(*given)` takes them apart: the shortest of them says how long they are. */
function pairsOf(given: readonly unknown[]): Pair[] {
  const lists = given.map((one) => (typeof one === 'string' ? [...one] : host().items(one)));
  // A clause has no items, and says so when it is asked for the first.
  if (given.some((one) => clauseOf(one))) {
    throw new Raise('builtins.NotImplementedError', [
      "Operator 'getitem' is not supported on this expression",
    ]);
  }
  const odd = lists.indexOf(undefined);
  if (odd >= 0)
    throw new Raise('builtins.TypeError', [`'${host().typeName(given[odd])}' object is not iterable`]);
  const pairs = lists as (readonly unknown[])[];
  const length = pairs.length === 0 ? 0 : Math.min(...pairs.map((pair) => pair.length));
  if (length !== 2) throw unpackError(length);
  return pairs.map(([column, operator]) => [ddlColumnOf(column), operator]);
}

function conditionOf(where: unknown): Element | null {
  if (where === null) return null;
  if (typeof where === 'string') return text(where);
  if (typeof where === 'boolean') return predicateOf(where);
  const clause = operandOf(where);
  if (clause) return clause;
  throw argumentError(`statement sub-expression element expected, got ${host().repr(where)}.`);
}
