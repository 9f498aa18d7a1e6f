/** EXCLUDE constraints. Answers to: sqlalchemy/dialects/postgresql/ext.py (ExcludeConstraint). */

import { text } from '../expression/build.ts';
import type { Element } from '../expression/elements.ts';
import { type PythonRepr, plainRepr } from '../types/repr.ts';
import { Column } from './column.ts';
import { Constraint, type ConstraintOptions } from './constraint.ts';

export interface ExcludeOptions extends ConstraintOptions {
  readonly using?: string;
  /** A string of SQL, or an expression. */
  readonly where?: unknown;
  /** Operator classes by column key. */
  readonly ops?: ReadonlyMap<string, string>;
}

/** One `expression WITH operator`. */
export interface ExcludeElement {
  readonly expression: Element;
  readonly operator: string;
  /** The column's key, by which an operator class is found. */
  readonly key: string | undefined;
}

export class ExcludeConstraint extends Constraint {
  override readonly kind = 'exclude-constraint';
  override readonly className = 'ExcludeConstraint';
  readonly using: string;
  readonly where: Element | null;
  readonly ops: ReadonlyMap<string, string>;
  private readonly pairs: readonly (readonly [unknown, string])[];

  /** @param pairs column names, columns or expressions, each with its operator */
  constructor(pairs: readonly (readonly [unknown, string])[], options: ExcludeOptions = {}) {
    super(
      pairs.flatMap(([column]) => (typeof column === 'string' || column instanceof Column ? [column] : [])),
      options,
    );
    this.pairs = pairs;
    this.using = options.using ?? 'gist';
    const { where } = options;
    this.where =
      where === undefined || where === null
        ? null
        : typeof where === 'string'
          ? text(where)
          : (where as Element);
    this.ops = options.ops ?? new Map();
    this.autoAttach();
  }

  get elements(): readonly ExcludeElement[] {
    return this.pairs.map(([given, operator]) => {
      const expression = (typeof given === 'string' ? this.table?.columns.get(given) : given) as Element;
      return { expression, operator, key: (expression as { key?: string }).key };
    });
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
