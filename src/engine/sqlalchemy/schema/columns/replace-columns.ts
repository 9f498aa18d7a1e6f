/** Expressions over the columns of another table. Answers to: replacement_traverse as schema objects use it when they are copied. */
import { Column } from './column.ts';
import { OUTSIDE } from './columns-in.ts';

/** A copy of an expression in which columns stand for others; `instead` gives undefined for those that stay. */
export function replaceColumns(
  expression: unknown,
  instead: (column: Column) => Column | undefined,
): unknown {
  if (expression instanceof Column) return instead(expression) ?? expression;
  if (Array.isArray(expression)) return expression.map((item) => replaceColumns(item, instead));
  if (typeof expression !== 'object' || expression === null) return expression;
  if (typeof (expression as { kind?: unknown }).kind !== 'string') return expression;
  const copy = Object.create(Object.getPrototypeOf(expression)) as Record<string, unknown>;
  for (const [name, inner] of Object.entries(expression))
    copy[name] = OUTSIDE.has(name) ? inner : replaceColumns(inner, instead);
  return copy;
}
