/** Expressions as SQL, one writer a kind. Answers to: sqlalchemy/sql/compiler.py (SQLCompiler). */
import { Raise } from '../../machine.ts';
import { qualifiedName, translated } from '../postgresql/identifiers.ts';
import { compileType, postgresType } from '../postgresql/type-compiler.ts';
import { ABSTRACT_RANGE } from '../postgresql/types.ts';
import { ARRAY, JSON_TYPE, UUID_TYPE } from '../types/index.ts';
import type { SqlType } from '../types/type.ts';
import { textualMessage } from './coerce.ts';
import type {
  BindParameter,
  Case,
  ColumnClause,
  ColumnNode,
  Element,
  FunctionElement,
  LabelReference,
  OverClause,
  TextClause,
  ValueElement,
} from './elements.ts';
import { groupingKeyword } from './functions.ts';
import { host } from './host.ts';
import { OPERATORS } from './operators.ts';
import { aliasStem } from './select-labels.ts';
import type { FromClause } from './selectables.ts';
import { affinity, isNullType } from './type-rules.ts';
import { literalText } from './write-literal.ts';
import { typeSql, writeBinary, writeUnary } from './write-operator.ts';
import type { Place, Writer } from './writer.ts';

type Kind = ValueElement['kind'] | 'text' | 'label-reference' | 'collation' | 'slice';
type NodeOf<K, E = Element> = E extends { readonly kind: infer Own } ? (K extends Own ? E : never) : never;
type Writers = { readonly [K in Kind]: (writer: Writer, node: NodeOf<K>, place: Place) => string };

export const ELEMENT_WRITERS: Writers = {
  column: writeColumn,
  'column-clause': writeColumn,
  text: writeText,
  bind: writeBind,
  null: () => 'NULL',
  true: () => 'true',
  false: () => 'false',
  unary: writeUnary,
  binary: writeBinary,
  'clause-list': (writer, node, place) =>
    writeList(writer, node.clauses, OPERATORS[node.operator].symbol ?? ', ', place),
  tuple: (writer, node, place) => `(${writeList(writer, node.clauses, ', ', place)})`,
  grouping: (writer, node, place) => `(${writer.write(node.element, place)})`,
  label: (writer, node, place) =>
    place.labels?.labels.has(node) ? writer.quote(writer.name(node.name)) : writer.write(node.element, place),
  'label-reference': writeLabelReference,
  function: writeFunction,
  filter: (writer, node, place) =>
    `${writer.write(node.function, place)} FILTER (WHERE ${writer.write(node.criterion, place)})`,
  over: writeOver,
  'within-group': (writer, node, place) =>
    `${writer.write(node.function, place)} WITHIN GROUP (ORDER BY ${writeList(writer, node.orderBy, ', ', place)})`,
  cast: (writer, node, place) => {
    // A collation is no part of the type that is cast to: it follows.
    const [, type, collation] = /^(.*?)( COLLATE .*)?$/s.exec(typeSql(writer, node.type))!;
    return `CAST(${writer.write(node.element, place)} AS ${type})${collation ?? ''}`;
  },
  'try-cast': (writer, node, place) => {
    if (writer.postgresql) throw unsupported(writer, 'sqlalchemy.sql.elements.TryCast');
    return `TRY_CAST(${writer.write(node.element, place)} AS ${typeSql(writer, node.type)})`;
  },
  'type-coerce': (writer, node, place) => writer.write(node.element, place),
  case: writeCase,
  extract: (writer, node, place) => `EXTRACT(${node.field} FROM ${writer.write(node.element, place)})`,
  collation: (writer, node) => writer.quote(node.name),
  'scalar-select': (writer, node, place) => `(${writer.write(node.element, subquery(place))})`,
  exists: (writer, node, place) => {
    const text = `EXISTS (${writer.write(node.element, subquery(place))})`;
    return node.negated ? `NOT (${text})` : text;
  },
  'table-valued-column': (writer, node) => writer.quote(tableName(writer, node.alias)),
  collection: (writer, node, place) => {
    const text = writer.write(node.element, place);
    return ['grouping', 'scalar-select'].includes(node.element.kind)
      ? `${node.quantifier} ${text}`
      : `${node.quantifier} (${text})`;
  },
  array: (writer, node, place) => `ARRAY[${writeList(writer, node.items, ', ', place)}]`,
  slice: (writer, node, place) => {
    if (!writer.postgresql) throw unsupported(writer, 'sqlalchemy.sql.elements.Slice');
    const part = (one: Element | undefined) => (one ? writer.write(one, place) : '');
    return `${part(node.start)}:${part(node.stop)}`;
  },
  'aggregate-order-by': (writer, node, place) =>
    `${writer.write(node.target, place)} ORDER BY ${writeList(writer, node.orderBy, ', ', place)}`,
  'next-value': (writer, node) => {
    const { name, schema } = node.sequence;
    const text = qualifiedName({ ...node.sequence, name, schema: schema ?? null });
    return writer.postgresql ? `nextval('${text}')` : `<next sequence value: ${text}>`;
  },
  'inline-literal': (writer, node) => literalText(writer, node.value, node.type),
  custom: (writer, node, place) =>
    node.compile((inner, more) => writer.write(inner, { ...place, ...more }), place),
};

const subquery = ({
  labels: _labels,
  inOperator: _operator,
  underOperator: _under,
  ...place
}: Place): Place => ({
  ...place,
  asFrom: false,
});

export const writeList = (
  writer: Writer,
  elements: readonly Element[],
  separator: string,
  place: Place,
): string =>
  elements
    .map((one) => writer.write(one, place))
    .filter((text) => text !== '')
    .join(separator);

export function unsupported(writer: Writer, type: string): Raise {
  const compiler = writer.postgresql
    ? 'sqlalchemy.dialects.postgresql.base.PGCompiler'
    : 'sqlalchemy.sql.compiler.StrSQLCompiler';
  return new Raise('sqlalchemy.exc.UnsupportedCompilationError', [
    `Compiler <${compiler} object at 0x7f0000000000> can't render element of type <class '${type}'>`,
  ]);
}

function writeColumn(writer: Writer, node: ColumnNode | ColumnClause, place: Place): string {
  const literal = node.kind === 'column-clause' && node.literal;
  const plain = writer.name(node.name);
  const name = literal ? writer.escape(plain) : writer.quote(plain, node.quote);
  if (place.bare || writer.options.includeTable === false || !node.table) return name;
  const prefix = columnPrefix(writer, node.table as FromClause);
  return prefix ? `${prefix}.${name}` : name;
}

function columnPrefix(writer: Writer, from: FromClause): string {
  if (from.kind === 'table' || from.kind === 'table-clause') return tableSql(writer, from);
  const name = tableName(writer, from);
  return name && writer.quote(name);
}

/** `schema.name` of a table, its schema replaced as `schema_translate_map` says. */
export function tableSql(
  writer: Writer,
  table: Extract<FromClause, { kind: 'table' | 'table-clause' }>,
): string {
  const map = writer.options.schemaMap;
  const schema = translated(table.schema, map);
  return qualifiedName({ ...named(table), schema }, { doublePercents: writer.doublePercents });
}

const named = ({ name, quote, quoteSchema }: Extract<FromClause, { kind: 'table' | 'table-clause' }>) => ({
  name,
  quote,
  quoteSchema,
});

/** The name under which an alias, subquery or CTE is known; not quoted. */
export function tableName(writer: Writer, from: FromClause): string {
  switch (from.kind) {
    case 'alias':
    case 'tablesample':
      return writer.name(from.name ?? { stem: aliasStem(from.element as FromClause), owner: from });
    case 'subquery':
    case 'lateral':
      return writer.name(from.name ?? { stem: 'anon', owner: from });
    case 'cte': {
      if (from.aliasOf)
        return writer.name(from.name ?? { stem: tableName(writer, from.aliasOf), owner: from });
      let first = from;
      while (first.restates) first = first.restates;
      return writer.name(from.name ?? { stem: 'anon', owner: first });
    }
    case 'values':
      return from.named ? writer.name(from.name ?? '') : from.name ? writer.name(from.name) : '';
    case 'table':
    case 'table-clause':
      return from.name;
    case 'entity':
      return tableName(writer, from.table);
    default:
      return '';
  }
}

const BIND = /(?<![:\w\\]):(\w+)(?!:)/g;
const ESCAPED_COLON = /\\([:\\])/g;

function writeText(writer: Writer, node: TextClause, place: Place): string {
  const text = writer.escape(node.sql).replace(BIND, (_all, name: string) => {
    const bind = node.binds.get(name);
    return bind ? writer.write(bind, place) : `:${name}`;
  });
  return text.replace(/\\(?=:)/g, '').replace(ESCAPED_COLON, '\\$1');
}

function writeBind(writer: Writer, node: BindParameter, place: Place): string {
  const literal = writer.options.literalBinds || place.literalBinds;
  if (literal && !node.callable) {
    if (node.expanding) return literalList(writer, node);
    return literalBind(writer, node, place);
  }
  const name = writer.bindName(node);
  if (node.expanding || node.literalExecute) {
    writer.placeholder(node, name);
    const mark = `__[POSTCOMPILE_${name}]`;
    return node.expanding ? `(${mark})` : mark;
  }
  return writer.placeholder(node, name) + bindCast(writer, node.type);
}

function literalBind(writer: Writer, node: BindParameter, place: Place): string {
  if ((node.value === undefined || node.value === null) && place.underOperator) {
    if (!['is', 'is-not'].includes(place.underOperator)) {
      host().warn(
        'sqlalchemy.exc.SAWarning',
        `Bound parameter '${writer.bindName(node)}' rendering literal NULL in a SQL expression; comparisons to NULL ` +
          "should not use operators outside of 'is' or 'is not'",
      );
    }
  }
  return literalText(writer, node.value ?? null, node.type);
}

/** The values of IN, written out. */
export function literalList(writer: Writer, node: BindParameter, value: unknown = node.value): string {
  const items = (host().items(value) ?? [null]) as readonly unknown[];
  if (items.length === 0) return emptyList(node, writer.postgresql);
  const one = (item: unknown): string => {
    const parts = affinity(node.type) === 'tuple' ? host().items(item) : undefined;
    const types = node.type.options.types as readonly SqlType[] | undefined;
    return parts
      ? `(${parts.map((part, at) => literalText(writer, part, types?.[at] ?? node.type)).join(', ')})`
      : literalText(writer, item, node.type);
  };
  return `(${items.map(one).join(', ')})`;
}

/** `x IN ()` is written as a condition that is never (always) true. */
export function emptyList(node: BindParameter, postgresql: boolean): string {
  const width = (node.type.options.types as readonly unknown[] | undefined)?.length ?? 1;
  const nulls = Array.from({ length: width }, () => 'NULL').join(', ');
  const inner = affinity(node.type) === 'tuple' ? `(${nulls})` : nulls;
  if (node.expandOperator === 'not-in') return `(${inner}) OR (1 = 1)`;
  if (node.expandOperator === 'in') return `(${inner}) AND (1 != 1)`;
  if (!postgresql) return '(SELECT 1 WHERE 1!=1)';
  const types = (node.type.options.types as readonly SqlType[] | undefined) ?? [node.type];
  const casts = types.map((type) => `CAST(NULL AS ${isNullType(type) ? 'INTEGER' : compileType(type)})`);
  return `(SELECT ${casts.join(', ')} WHERE 1!=1)`;
}

/** `::UUID` after a parameter: psycopg2 needs it for some types, asyncpg for most. */
export function bindCast(writer: Writer, type: SqlType): string {
  if (!writer.postgresql || isNullType(type)) return '';
  const real = postgresType(type);
  if (real.is(UUID_TYPE) && real.options.native_uuid === false) return '';
  const needed =
    writer.options.paramstyle === 'dollar'
      ? castsWithAsyncpg(real)
      : real.is(JSON_TYPE) || real.is(UUID_TYPE) || real.is(ARRAY) || real.is(ABSTRACT_RANGE);
  if (!needed) return '';
  return `::${asyncpgName(writer, real)}`;
}

const NO_CAST = new Set([
  'HSTORE',
  'INET',
  'CIDR',
  'MACADDR',
  'MACADDR8',
  'TSVECTOR',
  'TSQUERY',
  'MONEY',
  'CITEXT',
  'JSONPATH',
  'DOMAIN',
  'REGCONFIG',
]);

const castsWithAsyncpg = (type: SqlType): boolean =>
  !NO_CAST.has(type.definition.name) &&
  !(type.definition.name === 'Enum' && type.options.native_enum === false);

function asyncpgName(writer: Writer, type: SqlType): string {
  if (writer.options.paramstyle !== 'dollar') return typeSql(writer, type);
  const text = typeSql(writer, type);
  if (affinity(type) === 'string' && !['enum', 'ENUM'].includes(type.definition.visit)) return 'VARCHAR';
  return affinity(type) === 'float' ? 'FLOAT' : text;
}

function writeLabelReference(writer: Writer, node: LabelReference, place: Place): string {
  const found = place.labels?.resolve(node.text);
  if (typeof found === 'string') return found;
  if (found) return writer.write(found, place);
  // Outside a SELECT it is text, as in an index over desc('name').
  if (!place.labels) return writer.escape(node.text);
  throw new Raise('sqlalchemy.exc.CompileError', [
    `Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. ${textualMessage(node.text)}`,
  ]);
}

function writeFunction(writer: Writer, node: FunctionElement, place: Place): string {
  const inner = { ...place, underOperator: undefined } as Place;
  if (node.form === 'bare') return node.name.toUpperCase();
  if (node.form === 'grouping') {
    return `${groupingKeyword(node.name)}(${writeList(writer, node.args, ', ', inner)})`;
  }
  const known = node.packages.length === 0;
  const name = [...node.packages, node.name].map((part) => functionName(writer, part)).join('.');
  if (known && node.name === 'count' && node.args.length === 0) return 'count(*)';
  return `${name}(${writeList(writer, node.args, ', ', inner)})`;
}

/** Names of functions keep their case; only odd characters are quoted. */
const functionName = (writer: Writer, name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_$]*$/.test(name) ? name : writer.quote(name, true);

function writeOver(writer: Writer, node: OverClause, place: Place): string {
  const parts: string[] = [];
  if (node.partitionBy.length > 0)
    parts.push(`PARTITION BY ${writeList(writer, node.partitionBy, ', ', place)}`);
  if (node.orderBy.length > 0) parts.push(`ORDER BY ${writeList(writer, node.orderBy, ', ', place)}`);
  if (node.frame) {
    const { unit, from, to } = node.frame;
    parts.push(
      `${unit} BETWEEN ${writeBound(writer, from, 'from', place)} AND ${writeBound(writer, to, 'to', place)}`,
    );
  }
  return `${writer.write(node.element, place)} OVER (${parts.join(' ')})`;
}

function writeBound(writer: Writer, bound: Element | 0 | null, side: 'from' | 'to', place: Place): string {
  if (bound === null) return side === 'from' ? 'UNBOUNDED PRECEDING' : 'UNBOUNDED FOLLOWING';
  if (bound === 0) return 'CURRENT ROW';
  const value = (bound as BindParameter).value as number;
  const size = { ...(bound as BindParameter), value: Math.abs(value) };
  return `${writer.write(size, place)} ${value < 0 ? 'PRECEDING' : 'FOLLOWING'}`;
}

function writeCase(writer: Writer, node: Case, place: Place): string {
  let text = 'CASE ';
  if (node.value) text += `${writer.write(node.value, place)} `;
  for (const [test, result] of node.whens) {
    text += `WHEN ${writer.write(test, place)} THEN ${writer.write(result, place)} `;
  }
  if (node.otherwise) text += `ELSE ${writer.write(node.otherwise, place)} `;
  return `${text}END`;
}
