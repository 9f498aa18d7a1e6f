/** IN and its right side. Answers to: sqlalchemy/sql/default_comparator.py (_in_impl). */
import { TUPLE_TYPE } from '../../types/index.ts';
import { SqlType } from '../../types/type.ts';
import { bindparam, list, NULL } from '../build.ts';
import { argumentError, clauseOf } from '../coerce.ts';
import type { Element } from '../elements.ts';
import { typeOf } from '../group.ts';
import { host } from '../host.ts';
import { isFrom, isSelect } from '../select/columns.ts';
import { select } from '../select/select-build.ts';
import { beside, binary, bindKey, typed } from './operate.ts';
import { OPERATORS, type OperatorName } from './operators.ts';
import { TYPES, typeBeside } from './type-rules.ts';

/** `x.in_(…)`, `x.not_in(…)` */
export function within(left: Element, operator: 'in' | 'not-in', value: unknown): Element {
  const negate = OPERATORS[operator].negate as OperatorName;
  return binary(left, operator, inOperand(left, operator, value), { negate });
}

function inOperand(left: Element, operator: OperatorName, value: unknown): Element {
  const clause = clauseOf(value);
  if (clause) {
    if (clause.kind === 'bind') {
      const bound = { ...clause, expanding: true, expandOperator: operator };
      return typed(bound, left, operator);
    }
    if (clause.kind === 'scalar-select') return clause.element;
    // A mapped class is refused, its table is not.
    if (value === clause && (clause.kind === 'function' || (isFrom(clause) && clause.kind !== 'values')))
      return impliedSelect(clause);
    if (
      isSelect(clause) ||
      clause.kind === 'values' ||
      clause.kind === 'text' ||
      clause.kind === 'clause-list' ||
      clause.kind === 'grouping'
    )
      return clause;
    if (clause.kind === 'tuple') return clause;
  }
  const items = clause ? undefined : host().items(value);
  if (!items) {
    throw argumentError(
      `IN expression list, SELECT construct, or bound parameter object expected, got ${host().repr(value)}.`,
    );
  }
  return inList(left, operator, items);
}

/** `IN (SELECT … FROM it)` */
function impliedSelect(rows: Element): Element {
  host().warn(
    'sqlalchemy.exc.SAWarning',
    `Coercing ${host().typeName(rows)} object into a select() for use in IN(); please pass a select() construct explicitly`,
  );
  return select([rows]);
}

function inList(left: Element, operator: OperatorName, items: readonly unknown[]): Element {
  if (items.some((item) => clauseOf(item) !== undefined)) {
    const clauses = items.map((item) => (item === null ? NULL : beside(left, operator, item)));
    return { kind: 'grouping', element: list('comma', clauses, false), type: TYPES.null };
  }
  const key = bindKey(left);
  const type =
    left.kind === 'tuple' ? new SqlType(TUPLE_TYPE, { types: left.types }) : inType(left, operator, items);
  const values = left.kind === 'tuple' ? items.map((item) => host().items(item) ?? [item]) : items;
  return bindparam(key === 'param' ? null : key, values, {
    unique: true,
    type,
    expanding: true,
    expandOperator: operator,
  });
}

function inType(left: Element, operator: OperatorName, items: readonly unknown[]): SqlType {
  const own = typeOf(left);
  const first = items.find((item) => item !== null);
  return first === undefined ? own : typeBeside(own, operator, first);
}
