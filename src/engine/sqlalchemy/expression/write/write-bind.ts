/** Parameters. Answers to: sqlalchemy/sql/compiler.py (visit_bindparam, render_literal_value). */
import { compileType, postgresType } from '../../postgresql/type-compiler.ts';
import { ABSTRACT_RANGE } from '../../postgresql/types.ts';
import { ARRAY, JSON_TYPE, UUID_TYPE } from '../../types/index.ts';
import type { SqlType } from '../../types/type.ts';
import { clauseOf } from '../coerce.ts';
import type { BindParameter, TextClause } from '../elements.ts';
import { host } from '../host.ts';
import { affinity, isNullType, typeHook } from '../operators/type-rules.ts';
import { literalText } from './write-literal.ts';
import { typeSql } from './write-operator.ts';
import type { Place, Writer } from './writer.ts';

/** A name that is written is not part of a longer one: `:pay:` holds no parameter here, though `text()` finds `pa` in it. */
const BIND = /(?<![:\p{L}\p{N}_$\\]):([\p{L}\p{N}_$]+)(?![:\p{L}\p{N}_$])/gu;
const ESCAPED = /\\(:[\p{L}\p{N}_$]*)(?![:\p{L}\p{N}_$])/gu;

/** `text()` with its parameters in place. */
export function writeText(writer: Writer, node: TextClause, place: Place): string {
  const text = writer.escape(node.sql).replace(BIND, (_all, name: string) => {
    const bind = node.binds.get(name);
    if (bind) return writer.write(bind, place);
    return writer.postgresql ? `%(${name})s` : `:${name}`;
  });
  return text.replace(ESCAPED, '$1');
}

/** A parameter: its placeholder, or its value where values are written in. @throws CompileError */
export function writeBind(writer: Writer, node: BindParameter, place: Place): string {
  const around = bindExpression(writer, node, place);
  if (around !== undefined) return around;
  const literal = !place.marked && (writer.options.literalBinds || place.literalBinds);
  if (literal && !node.callable) {
    if (node.expanding) return literalList(writer, node, expandedAround(writer, node, place));
    return literalBind(writer, node, place);
  }
  const name = writer.bindName(node);
  if (node.expanding || node.literalExecute) {
    writer.placeholder(node, name);
    const around = expandedAround(writer, node, place);
    const mark = `__[POSTCOMPILE_${name}${around ? `~~${around.join('~~REPL~~')}~~` : ''}]`;
    return node.expanding ? `(${mark})` : mark;
  }
  return writer.placeholder(node, name) + bindCast(writer, node.type);
}

/** What a learner's type puts around a parameter: its `bind_expression`; undefined where it puts nothing. */
export function bindExpression(writer: Writer, node: BindParameter, place: Place): string | undefined {
  if (place.plainBinds || node.expanding) return undefined;
  const clause = clauseOf(typeHook(node.type, 'bind_expression')?.(node));
  return clause && writer.write(clause, { ...place, plainBinds: true });
}

/** What a learner's type puts before and behind each item of a list: its `bind_expression`. */
function expandedAround(
  writer: Writer,
  node: BindParameter,
  place: Place,
): readonly [string, string] | undefined {
  if (place.plainBinds || !node.expanding) return undefined;
  const clause = clauseOf(typeHook(node.type, 'bind_expression')?.(node));
  if (!clause) return undefined;
  const text = writer.write(clause, { ...place, marked: true, plainBinds: true });
  const mark = `(__[POSTCOMPILE_${writer.bindName(node)}])`;
  const at = text.indexOf(mark);
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + mark.length)];
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
function literalList(
  writer: Writer,
  node: BindParameter,
  [before, behind]: readonly [string, string] = ['', ''],
): string {
  const items = (host().items(node.value) ?? [null]) as readonly unknown[];
  if (items.length === 0) return emptyList(node, writer.postgresql);
  const one = (item: unknown): string => {
    const parts = affinity(node.type) === 'tuple' ? host().items(item) : undefined;
    const types = node.type.options.types as readonly SqlType[] | undefined;
    return parts
      ? `(${parts.map((part, at) => literalText(writer, part, types?.[at] ?? node.type)).join(', ')})`
      : literalText(writer, item, node.type);
  };
  return `(${items.map((item) => before + one(item) + behind).join(', ')})`;
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
