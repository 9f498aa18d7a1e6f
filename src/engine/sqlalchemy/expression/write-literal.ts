/**
 * Values written into SQL, by type. Answers to: `literal_processor` in sqlalchemy/sql/sqltypes.py and
 * dialects/postgresql, render_literal_value in sql/compiler.py.
 */
import { type LibraryFrame, Raise } from '../../machine.ts';
import { Float, reprFloat } from '../../stdlib/float.ts';
import { postgresType } from '../postgresql/type-compiler.ts';
import { JSONPATH } from '../postgresql/types.ts';
import { ENUM } from '../types/index.ts';
import { typeText } from '../types/text-of.ts';
import type { SqlType } from '../types/type.ts';
import { host } from './host.ts';
import { affinity, isNullType } from './type-rules.ts';
import { valueKind } from './value-kind.ts';
import type { Writer } from './writer.ts';

/** @throws CompileError where the type cannot write the value */
export function literalText(writer: Writer, value: unknown, type: SqlType): string {
  if (value === null || value === undefined) return 'NULL';
  const bound = decorated(writer, value, type);
  if (bound === null) return 'NULL';
  const text = byType(writer, bound, writer.postgresql ? postgresType(type) : type);
  if (text !== undefined) return text;
  throw noRenderer(value, typeName(type));
}

export const noRenderer = (value: unknown, type: string): Raise =>
  new Raise('sqlalchemy.exc.CompileError', [
    `No literal value renderer is available for literal value "${host().repr(value)}" with datatype ${type}`,
  ]);

/** A TypeDecorator's process_literal_param or process_bind_param comes first. */
function decorated(_writer: Writer, value: unknown, type: SqlType): unknown {
  const own = type.custom;
  const convert = own?.method('process_literal_param') ?? own?.method('process_bind_param');
  return convert ? convert(value, null) : value;
}

/** `str(type)`, whatever the dialect. */
const typeName = (type: SqlType): string => (isNullType(type) ? 'NULL' : typeText(type));

function byType(writer: Writer, value: unknown, type: SqlType): string | undefined {
  const fail = (cause: string, message: string) => unrenderable(value, type, cause, message);
  if (type.is(JSONPATH)) return quoted(writer, pathText(value));
  switch (affinity(type)) {
    case 'integer':
      return value === true ? '1' : value === false ? '0' : numberText(value);
    case 'float':
    case 'numeric':
      return numberText(value);
    case 'boolean':
      if (value === true || value === 1) return 'true';
      if (value === false || value === 0) return 'false';
      if (typeof value === 'number') throw fail('ValueError', `Value ${value} is not None, True, or False`);
      throw fail('TypeError', `Not a boolean value: ${host().repr(value)}`);
    case 'string': {
      const label = type.is(ENUM) && type.options.enum_class ? enumLabel(value, type) : value;
      if (typeof label === 'string') return quoted(writer, label);
      throw fail('AttributeError', `'${pythonType(label)}' object has no attribute 'replace'`);
    }
    case 'date':
    case 'datetime':
    case 'time': {
      const text = isoText(value);
      if (text !== undefined) return quoted(writer, text);
      throw fail('AttributeError', `'${pythonType(value)}' object has no attribute 'isoformat'`);
    }
    case 'interval': {
      const seconds = secondsText(value);
      if (seconds !== undefined) return `make_interval(secs=>${seconds})`;
      throw fail('AttributeError', `'${pythonType(value)}' object has no attribute 'total_seconds'`);
    }
    case 'uuid':
      return quoted(writer, host().str(value));
    case 'binary':
      return quoted(writer, new TextDecoder().decode(value as Uint8Array));
    case 'array':
      return arrayText(writer, value, type);
    default:
      return undefined;
  }
}

/** The path of `document[('a', 1)]`. */
export function pathText(value: unknown): string {
  const items = typeof value === 'string' ? undefined : host().items(value);
  return items ? `{${items.map((item) => host().str(item)).join(', ')}}` : String(value);
}

/** Where the library stands when a value cannot be written. */
const RENDERING: readonly LibraryFrame[] = [
  {
    file: '/home/learner/.venv/lib/python3.11/site-packages/sqlalchemy/sql/compiler.py',
    line: 3926,
    name: 'render_literal_value',
  },
];

function unrenderable(value: unknown, type: SqlType, cause: string, message: string): Raise {
  return new Raise(
    'sqlalchemy.exc.CompileError',
    [
      `Could not render literal value "${host().repr(value)}" with datatype ${typeName(type)}; ` +
        'see parent stack trace for more detail.',
    ],
    { cause: new Raise(`builtins.${cause}`, [message], { frames: RENDERING }) },
  );
}

function numberText(value: unknown): string {
  if (value instanceof Float) return reprFloat(value.value);
  return value === true ? 'True' : value === false ? 'False' : host().str(value);
}

const pythonType = (value: unknown): string => {
  const kind = valueKind(value);
  return kind === 'none' ? 'NoneType' : kind === 'other' ? host().typeName(value) : kind;
};

function enumLabel(value: unknown, type: SqlType): unknown {
  const objects = type.options.objects as readonly unknown[] | undefined;
  const at = objects?.indexOf(value) ?? -1;
  return at >= 0 ? (type.options.enums as readonly unknown[])[at] : value;
}

/** A string literal as PostgreSQL's dialect writes it: backslashes doubled for servers that read escapes. */
export function quoted(writer: Writer, text: string): string {
  const doubled = text.replaceAll("'", "''");
  const percents = writer.doublePercents ? doubled.replaceAll('%', '%%') : doubled;
  return `'${writer.postgresql && (writer.options.backslashEscapes ?? true) ? percents.replaceAll('\\', '\\\\') : percents}'`;
}

const isoText = (value: unknown): string | undefined =>
  host().isoformat(value, valueKind(value) === 'datetime' ? ' ' : undefined);

function secondsText(value: unknown): string | undefined {
  const seconds = host().totalSeconds(value);
  return seconds === undefined ? undefined : reprFloat(seconds);
}

function arrayText(writer: Writer, value: unknown, type: SqlType): string | undefined {
  const items = host().items(value);
  if (!items) return undefined;
  const inner = type.options.item_type as SqlType;
  const part = (item: unknown): string =>
    host().items(item) ? `[${host().items(item)!.map(part).join(', ')}]` : literalText(writer, item, inner);
  return `ARRAY[${items.map(part).join(', ')}]`;
}
