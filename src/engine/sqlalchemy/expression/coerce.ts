/**
 * What the learner may give where an expression is expected, and what is said when it does not fit.
 * Answers to: sqlalchemy/sql/coercions.py.
 */
import { Raise } from '../../machine.ts';
import type { Element, SelectLike } from './elements.ts';
import { host } from './host.ts';
import { TYPES } from './operators/type-rules.ts';
import { valueKind } from './operators/value-kind.ts';
import { isFrom, isSelect } from './select/columns.ts';
import type { FromClause, SelectSource } from './select/selectables.ts';

const ELEMENT_KINDS = new Set([
  'column',
  'column-clause',
  'text',
  'bind',
  'null',
  'true',
  'false',
  'unary',
  'binary',
  'clause-list',
  'tuple',
  'grouping',
  'label',
  'label-reference',
  'function',
  'filter',
  'over',
  'within-group',
  'cast',
  'try-cast',
  'type-coerce',
  'case',
  'extract',
  'collation',
  'scalar-select',
  'exists',
  'table-valued-column',
  'collection',
  'array',
  'slice',
  'aggregate-order-by',
  'next-value',
  'inline-literal',
  'custom',
]);

/** An ArgumentError to throw. */
export const argumentError = (message: string): Raise => new Raise('sqlalchemy.exc.ArgumentError', [message]);

/** A clause of any sort: a node itself, or what an object of the learner's stands for. */
export function clauseOf(value: unknown): Element | undefined {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' ? (host().clauseOf(value) as Element | undefined) : undefined;
  }
  const kind = (value as { kind?: unknown }).kind;
  if (typeof kind === 'string' && (ELEMENT_KINDS.has(kind) || isFrom(value) || isSelect(value)))
    return value as Element;
  return host().clauseOf(value) as Element | undefined;
}

const ELEMENT = 'SQL expression element';

/** What stands beside an operator. */
export const BESIDE = `${ELEMENT} or literal value`;

/**
 * An element that may be an operand: a SELECT becomes a scalar subquery. undefined for plain values.
 * @param role what is expected there, as SQLAlchemy names it
 * @throws ArgumentError for a table and what else stands in FROM
 */
export function operandOf(value: unknown, role = ELEMENT): Element | undefined {
  const clause = clauseOf(value);
  if (clause === undefined) return undefined;
  if (isSelect(clause)) return impliedScalar(clause);
  if (!isFrom(clause)) return clause;
  if (clause.kind === 'subquery') return impliedScalar(clause.element as SelectLike);
  const advice = value === clause && (role === ELEMENT || role === BESIDE) ? columnsAdvice(clause) : '';
  throw argumentError(`${role} expected, got ${host().repr(value)}.${advice}`);
}

/** How columns are had from what stands in FROM. */
function columnsAdvice(clause: FromClause): string {
  const [what, how] =
    clause.kind === 'values'
      ? ['VALUES clause', '.scalar_values()']
      : ['FROM clause row as a whole', '.table_valued()'];
  return ` To create a column expression from a ${what}, use the ${how} method.`;
}

function impliedScalar(select: SelectLike): Element {
  if (isSelect(select) && select.kind !== 'textual-select') {
    host().warn(
      'sqlalchemy.exc.SAWarning',
      'implicitly coercing SELECT object to scalar subquery; please use the .scalar_subquery() method to produce a scalar subquery.',
    );
  }
  return scalarSelect(select);
}

/** `select.scalar_subquery()` */
export function scalarSelect(select: SelectLike): Element {
  return { kind: 'scalar-select', element: select, type: firstType(select) };
}

function firstType(select: SelectLike): typeof TYPES.null {
  if (select.kind === 'compound') return firstType(select.selects[0] as SelectLike);
  if (select.kind === 'textual-select') return select.columns[0]?.type ?? TYPES.null;
  if (select.kind !== 'select') return TYPES.null;
  const first = select.entities[0];
  if (!first) return TYPES.null;
  if (isFrom(first)) {
    const columns = 'columns' in first ? [...(first.columns ?? [])] : [];
    return (columns[0] as { type?: typeof TYPES.null } | undefined)?.type ?? TYPES.null;
  }
  return (first as { type?: typeof TYPES.null }).type ?? TYPES.null;
}

/** What SQLAlchemy says to a bare string where a statement or a condition belongs: it shows the first 25 characters. */
export const textual = (text: string): Raise => argumentError(textualMessage(text));

/** What is said of plain text where an expression is expected. */
export function textualMessage(text: string): string {
  const shown = shortened(text);
  return `Textual SQL expression ${shown} should be explicitly declared as text(${shown})`;
}

const shortened = (text: unknown): string =>
  host().repr(typeof text === 'string' && text.length > 25 ? `${text.slice(0, 25)}...` : text);

/** A condition: for where(), having(), and_(), or_(), ON. */
export function predicateOf(value: unknown, role = 'WHERE/HAVING role'): Element {
  if (value === true) return { kind: 'true', type: TYPES.boolean };
  if (value === false) return { kind: 'false', type: TYPES.boolean };
  if (value === null) return { kind: 'null', type: TYPES.null };
  const expected = `SQL expression for ${role}`;
  const clause = operandOf(value, expected);
  if (clause) return clause;
  if (valueKind(value) === 'str') throw textual(value as string);
  throw argumentError(`${expected} expected, got ${host().repr(value)}.`);
}

/** A column of a constraint or index: a name, or a node. */
export function ddlColumnOf(value: unknown): string | Element {
  if (typeof value === 'string') return value;
  const clause = clauseOf(value);
  if (clause) return clause;
  throw argumentError(
    `String column name or column expression for DDL constraint expected, got ${host().repr(value)}.`,
  );
}

/** The SQL of a CHECK, a generated column or an index's WHERE: text as it is, or a node. */
export function ddlExpressionOf(value: unknown): string | Element {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined || typeof value === 'boolean') return predicateOf(value ?? null);
  const expected = `${ELEMENT} for DDL constraint`;
  const clause = operandOf(value, expected);
  if (clause) return clause;
  throw argumentError(`${expected} expected, got ${host().repr(value)}.`);
}

/** An argument of order_by(), group_by(), distinct() or desc(): text names a label or column. */
export function orderingOf(value: unknown, role: string): Element {
  const clause = operandOf(value, role);
  if (clause) return clause;
  if (valueKind(value) === 'str') return { kind: 'label-reference', text: value as string, type: TYPES.null };
  if (value === null) return { kind: 'null', type: TYPES.null };
  throw argumentError(`${role} expected, got ${host().repr(value)}.`);
}

/** An argument of select(). */
export function columnArgument(value: unknown): Element {
  const clause = clauseOf(value);
  if (clause) return isSelect(clause) ? impliedScalar(clause) : clause;
  const { repr } = host();
  if (valueKind(value) === 'str') {
    const shown = shortened(value);
    throw argumentError(
      `Textual column expression ${shown} should be explicitly declared with text(${shown}), ` +
        `or use column(${shown}) for more specificity`,
    );
  }
  if (value === null) return { kind: 'null', type: TYPES.null };
  if (typeof value === 'boolean') return { kind: value ? 'true' : 'false', type: TYPES.boolean };
  const kind = valueKind(value);
  if (kind === 'int' || kind === 'float' || kind === 'decimal') return literalColumn(repr(value));
  const items = host().items(value);
  const hint = items?.length ? ` Did you mean to say select(${items.map(repr).join(', ')})?` : '';
  throw argumentError(
    `Column expression, FROM clause, or other columns clause element expected, got ${repr(value)}.${hint}`,
  );
}

/** `literal_column(text)` */
export function literalColumn(text: string, type = TYPES.null): Element {
  return { kind: 'column-clause', name: text, key: text, quote: null, type, table: undefined, literal: true };
}

/** An argument of select_from() or join(). */
export function fromArgument(
  value: unknown,
  role = 'FROM expression, such as a Table or alias() object',
): FromClause {
  const clause = clauseOf(value);
  if (clause && isFrom(clause)) return clause;
  if (clause?.kind === 'text') return clause as never;
  if (clause && isSelect(clause)) {
    host().warn(
      'sqlalchemy.exc.SADeprecationWarning',
      'Implicit coercion of SELECT and textual SELECT constructs into FROM clauses is deprecated; please call ' +
        '.subquery() on any Core select or ORM Query object in order to produce a subquery object.',
    );
    return { kind: 'subquery', element: clause as SelectSource, name: undefined };
  }
  if (clause?.kind === 'function') return clause as never;
  if (valueKind(value) === 'str') throw textual(value as string);
  throw argumentError(`${role} expected, got ${host().repr(value)}.`);
}

/** The table of insert(), update(), delete(). */
export function tableArgument(value: unknown): FromClause {
  const clause = clauseOf(value);
  if (clause && isFrom(clause)) return clause;
  throw argumentError(`subject table for an INSERT, UPDATE or DELETE expected, got ${host().repr(value)}.`);
}
