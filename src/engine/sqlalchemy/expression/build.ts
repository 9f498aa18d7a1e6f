/** Makes the simple nodes of the expression language. Answers to: sqlalchemy/sql/_elements_constructors.py. */
import { ARRAY } from '../postgresql/types.ts';
import { type GivenName, nameFacts } from '../schema/names.ts';
import { ARRAY as GENERIC_ARRAY, TUPLE_TYPE } from '../types/index.ts';
import { SqlType } from '../types/type.ts';
import { argumentError, operandOf, orderingOf, predicateOf } from './coerce.ts';
import type {
  BindParameter,
  Case,
  ClauseList,
  ColumnClause,
  Element,
  Extract,
  Label,
  TextClause,
  UnaryExpression,
} from './elements.ts';
import { group, typeOf } from './group.ts';
import { host } from './host.ts';
import { against, type OperatorName } from './operators/operators.ts';
import { isNullType, TYPES, typeOfValue } from './operators/type-rules.ts';
import type { TableClause } from './select/selectables.ts';

export const NULL: Element = Object.freeze({ kind: 'null', type: TYPES.null });
export const TRUE: Element = Object.freeze({ kind: 'true', type: TYPES.boolean });
export const FALSE: Element = Object.freeze({ kind: 'false', type: TYPES.boolean });

/** What `bindparam()` says beside name and value. */
export interface BindOptions {
  readonly type?: SqlType | undefined;
  readonly unique?: boolean;
  readonly required?: boolean | undefined;
  readonly expanding?: boolean;
  readonly literalExecute?: boolean;
  readonly callable?: unknown;
  readonly expandOperator?: OperatorName;
}

/** `bindparam(key, value)`; key null: `param_1`. `value` undefined: none given. */
export function bindparam(key: string | null, value: unknown, options: BindOptions = {}): BindParameter {
  const items = options.expanding ? host().items(value) : undefined;
  return {
    kind: 'bind',
    key: key ?? 'param',
    unique: options.unique ?? key === null,
    value,
    ...(options.callable === undefined ? {} : { callable: options.callable }),
    type: options.type ?? typeOfValue(items ? (items.find((one) => one !== null) ?? null) : (value ?? null)),
    required: options.required ?? (value === undefined && options.callable === undefined),
    expanding: options.expanding ?? false,
    literalExecute: options.literalExecute ?? false,
    ...(options.expandOperator ? { expandOperator: options.expandOperator } : {}),
  };
}

/** `literal(value, type)`: a parameter without a name. */
export const literal = (value: unknown, type?: SqlType, literalExecute = false): BindParameter =>
  bindparam(null, value, { type, literalExecute });

/** The element itself, NULL for None, otherwise a parameter: what function arguments and CASE results are. */
export function literalOrElement(value: unknown, key: string | null = null, type?: SqlType): Element {
  const element = operandOf(value);
  if (element) return element;
  return value === null && type === undefined ? NULL : bindparam(key, value, { unique: true, type });
}

const BIND = /(?<![:\p{L}\p{N}_\\]):([\p{L}\p{N}_]+)(?!:)/gu;

/** `text('… :name …')` */
export function text(sql: string): TextClause {
  const binds = new Map<string, BindParameter>();
  for (const [, name] of sql.matchAll(BIND))
    binds.set(name!, bindparam(name!, undefined, { required: true }));
  return { kind: 'text', sql, binds, type: TYPES.null };
}

/** `text(…).params(…)`: values of parameters that the text has; others are passed over, and types stay. */
export function withValues(clause: TextClause, values: ReadonlyMap<unknown, unknown>): TextClause {
  const binds = [...clause.binds].map(([key, bind]): [string, BindParameter] => [
    key,
    values.has(key) ? { ...bind, value: values.get(key), required: false } : bind,
  ]);
  return { ...clause, binds: new Map(binds) };
}

/** `text.bindparams(…)`: parameters and values by name. @throws ArgumentError where the text has no such name */
export function bindText(
  clause: TextClause,
  parameters: readonly BindParameter[],
  values: ReadonlyMap<string, unknown>,
): TextClause {
  const binds = new Map(clause.binds);
  const existing = (key: string): BindParameter => {
    const bind = binds.get(key);
    if (bind) return bind;
    throw argumentError(`This text() construct doesn't define a bound parameter named ${host().repr(key)}`);
  };
  for (const parameter of parameters) {
    existing(parameter.key);
    binds.set(parameter.key, parameter);
  }
  for (const [key, value] of values) {
    const bind = existing(key);
    binds.set(key, {
      ...bind,
      value,
      required: false,
      type: isNullType(bind.type) ? typeOfValue(value) : bind.type,
    });
  }
  return { ...clause, binds };
}

/** `column(name, type)`, `literal_column(text, type)` */
export function column(name: GivenName, type: SqlType = TYPES.null, isLiteral = false): ColumnClause {
  const facts = nameFacts(name);
  return {
    kind: 'column-clause',
    name: facts.text ?? '',
    key: facts.text ?? '',
    quote: facts.quote,
    type,
    table: undefined,
    literal: isLiteral,
  };
}

/** `table(name, *columns, schema=…)`; the columns become its own. */
export function table(
  name: GivenName,
  columns: readonly ColumnClause[],
  schema: GivenName = null,
): TableClause {
  const facts = nameFacts(name);
  const schemaFacts = nameFacts(schema);
  const clause: TableClause = {
    kind: 'table-clause',
    name: facts.text ?? '',
    quote: facts.quote,
    schema: schemaFacts.text,
    quoteSchema: schemaFacts.quote,
    columns,
  };
  for (const one of columns) {
    if (one.table !== undefined && one.table !== clause) {
      throw argumentError(
        `column object '${one.key}' already assigned to table '${(one.table as TableClause).name}'`,
      );
    }
    one.table = clause;
  }
  return clause;
}

/** `element.label(name)`; name null: numbered. */
export function label(name: string | null, element: Element, type?: SqlType): Label {
  let inner = element;
  while (inner.kind === 'label') inner = inner.element;
  const own = {} as object;
  return {
    kind: 'label',
    name: name ?? { stem: 'anon', owner: own },
    element: group(inner, against('as')),
    type: type ?? typeOf(inner),
  };
}

/** `cast(x, type)`, `try_cast`. */
export function cast(value: unknown, type: SqlType, kind: 'cast' | 'try-cast' = 'cast'): Element {
  const element = operandOf(value);
  return { kind, element: element ?? literalOrElement(value, null, value === null ? undefined : type), type };
}

/** `type_coerce(value, type)` */
export function typeCoerce(value: unknown, type: SqlType): Element {
  return { kind: 'type-coerce', element: operandOf(value) ?? literal(value, type), type };
}

/** `case((condition, result), …, value=…, else_=…)`. `otherwise` undefined: no ELSE. */
export function caseOf(
  whens: readonly (readonly [unknown, unknown])[],
  value: unknown,
  otherwise: unknown,
): Case {
  const subject = value === undefined || value === null ? undefined : literalOrElement(value);
  const pairs = whens.map(([condition, result]) => {
    const test = operandOf(condition) ?? literalOrElement(condition);
    return [group(test, ALWAYS), literalOrElement(result)] as const;
  });
  const last = otherwise === undefined || otherwise === null ? undefined : literalOrElement(otherwise);
  const types = [...pairs.map(([, result]) => typeOf(result)), ...(last ? [typeOf(last)] : [])];
  return {
    kind: 'case',
    ...(subject ? { value: subject } : {}),
    whens: pairs,
    ...(last ? { otherwise: last } : {}),
    type: types.findLast((type) => !isNullType(type)) ?? TYPES.null,
  };
}

/** Anything with an operator takes parentheses. */
const ALWAYS = { operator: 'comma', precedence: 1000 } as const;

/** `extract(field, value)` */
export function extract(field: string, value: unknown): Extract {
  return { kind: 'extract', field, element: literalOrElement(value), type: TYPES.integer };
}

/** `and_(…)`, `or_(…)`: flattened, with true and false folded away. */
export function conjunction(operator: 'and' | 'or', values: readonly unknown[]): Element {
  const neutral = operator === 'and' ? 'true' : 'false';
  const absorbing = operator === 'and' ? 'false' : 'true';
  const kept: Element[] = [];
  let sawNeutral = false;
  for (const value of values) {
    const element = predicateOf(value);
    if (element.kind === absorbing) return element.kind === 'true' ? TRUE : FALSE;
    if (element.kind === neutral) sawNeutral = true;
    else if (element.kind === 'clause-list' && element.operator === operator) kept.push(...element.clauses);
    else kept.push(element);
  }
  if (kept.length === 0) return sawNeutral ? (neutral === 'true' ? TRUE : FALSE) : list(operator, []);
  if (kept.length === 1) return kept[0]!;
  return list(
    operator,
    kept.map((one) => group(one, against(operator))),
  );
}

/** Clauses with an operator between them. @param grouped whether it stands in parentheses within another expression */
export const list = (operator: OperatorName, clauses: readonly Element[], grouped = true): ClauseList => ({
  kind: 'clause-list',
  operator,
  clauses,
  type: TYPES.boolean,
  group: grouped,
});

/** `tuple_(a, b)` */
export function tuple(values: readonly unknown[], types: readonly SqlType[] = []): Element {
  const clauses = values.map((value, at) => operandOf(value) ?? bindparam(null, value, { type: types[at] }));
  const own = clauses.map(typeOf);
  return { kind: 'tuple', clauses, types: own, type: new SqlType(TUPLE_TYPE, { types: own }) };
}

/** `desc(x)`, `nulls_last(x)` … */
export function modified(modifier: OperatorName, value: unknown): UnaryExpression {
  const element = orderingOf(value, 'GROUP BY / OF / etc. expression');
  return { kind: 'unary', modifier, element: group(element, against(modifier)), type: TYPES.null };
}

/** `distinct(x)` */
export function distinctOf(value: unknown): UnaryExpression {
  const element = operandOf(value) ?? literalOrElement(value);
  return { kind: 'unary', operator: 'distinct', element, type: typeOf(element) };
}

/** PostgreSQL's `array([…], type_=…)` */
export function arrayLiteral(values: readonly unknown[], type?: SqlType): Element {
  const items = values.map((value) => operandOf(value) ?? bindparam(null, value, { type }));
  const inner = type ?? (items[0] ? typeOf(items[0]) : TYPES.null);
  const nested = inner.is(GENERIC_ARRAY);
  const dimensions = nested ? ((inner.options.dimensions as number | null) ?? 1) + 1 : 1;
  const itemType = nested ? inner.options.item_type : inner;
  return {
    kind: 'array',
    items,
    type: new SqlType(ARRAY, nested ? { item_type: itemType, dimensions } : { item_type: itemType }),
  };
}

/** `any_(x)`, `all_(x)` */
export function collection(quantifier: 'ANY' | 'ALL', value: unknown): Element {
  const element = operandOf(value) ?? literalOrElement(value);
  const type = typeOf(element);
  const item = type.is(GENERIC_ARRAY) ? (type.options.item_type as SqlType) : type;
  const operator = quantifier === 'ANY' ? 'any' : 'all';
  return { kind: 'collection', quantifier, element: group(element, against(operator)), type: item };
}
