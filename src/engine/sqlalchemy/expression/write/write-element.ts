/** Expressions as SQL: which writer a kind has. Answers to: sqlalchemy/sql/compiler.py (SQLCompiler). */
import { Raise } from '../../../machine.ts';
import { qualifiedName } from '../../postgresql/identifiers.ts';
import { compileType } from '../../postgresql/type-compiler.ts';
import type { SqlType } from '../../types/type.ts';
import { textualMessage } from '../coerce.ts';
import type { Element, LabelReference, ValueElement } from '../elements.ts';
import { OPERATORS } from '../operators/operators.ts';
import { isNullType } from '../operators/type-rules.ts';
import { writeBind, writeText } from './write-bind.ts';
import { writeCase, writeFunction, writeOver } from './write-function.ts';
import { writeList } from './write-list.ts';
import { literalText } from './write-literal.ts';
import { tableName, writeColumn } from './write-name.ts';
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
  array: (writer, node, place) =>
    node.items.length === 0 && !isNullType(node.type.options.item_type as SqlType)
      ? `ARRAY[]::${compileType(node.type)}`
      : `ARRAY[${writeList(writer, node.items, ', ', place)}]`,
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
  'inline-literal': (writer, node) => {
    writer.hasCacheKey = false;
    return literalText(writer, node.value, node.type);
  },
  custom: (writer, node, place) =>
    node.compile(
      (inner, more) => writer.write(inner, { ...place, ...more }),
      place,
      writer.postgresql ? 'postgresql' : 'default',
    ),
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

/** The error for an element that this compiler does not know. @param type the name of its class */
export function unsupported(writer: Writer, type: string): Raise {
  const compiler = writer.postgresql
    ? 'sqlalchemy.dialects.postgresql.base.PGCompiler'
    : 'sqlalchemy.sql.compiler.StrSQLCompiler';
  return new Raise('sqlalchemy.exc.UnsupportedCompilationError', [
    `Compiler <${compiler} object at 0x7f0000000000> can't render element of type <class '${type}'>`,
  ]);
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
