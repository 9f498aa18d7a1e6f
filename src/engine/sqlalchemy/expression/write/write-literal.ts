/**
 * Values written into SQL, by type. Answers to: `literal_processor` in sqlalchemy/sql/sqltypes.py and
 * dialects/postgresql, render_literal_value in sql/compiler.py.
 */
import { type LibraryFrame, Raise } from '../../../machine.ts';
import { Float } from '../../../stdlib/float.ts';
import { postgresType } from '../../postgresql/type-compiler.ts';
import { JSONPATH } from '../../postgresql/types.ts';
import { ENUM, INTERVAL, TYPE_DECORATOR } from '../../types/index.ts';
import { typeText } from '../../types/text-of.ts';
import { SqlType } from '../../types/type.ts';
import { host } from '../host.ts';
import { enumLabel } from '../operators/enum-label.ts';
import { type Affinity, affinity, isNullType } from '../operators/type-rules.ts';
import type { Writer } from './writer.ts';

/** @throws CompileError where the type cannot write the value */
export function literalText(writer: Writer, value: unknown, type: SqlType): string {
  if (value === null || value === undefined) return 'NULL';
  const bound = decorated(writer, value, type);
  if (bound === null) return 'NULL';
  const text = wrapped(
    bound,
    type,
    () =>
      ownText(writer, bound, type) ?? rawText(writer, bound, writer.postgresql ? postgresType(type) : type),
  );
  if (text !== undefined) return text;
  throw noRenderer(value, typeName(type));
}

/** The error for a value that cannot be written into SQL. */
export const noRenderer = (value: unknown, type: string): Raise =>
  new Raise('sqlalchemy.exc.CompileError', [
    `No literal value renderer is available for literal value "${host().repr(value)}" with datatype ${type}`,
  ]);

/** A TypeDecorator's process_literal_param or process_bind_param comes first. */
function decorated(writer: Writer, value: unknown, type: SqlType): unknown {
  const own = type.custom;
  const convert = own?.method('process_literal_param') ?? own?.method('process_bind_param');
  return convert ? convert(value, dialectOf(writer)) : value;
}

/** What stands for the dialect where the learner's methods get one. */
const dialectOf = (writer: Writer): 'default' | null => (writer.postgresql ? null : 'default');

/** What a learner's type, or the one that its TypeDecorator stands for, writes by itself. */
function ownText(writer: Writer, value: unknown, type: SqlType): string | undefined {
  const text = type.custom?.literal(dialectOf(writer), value);
  const { impl } = type.options;
  if (text !== undefined || !type.is(TYPE_DECORATOR) || !(impl instanceof SqlType) || impl === type)
    return text;
  return ownText(writer, value, impl);
}

/** `str(type)`, whatever the dialect: that of Interval is what databases without one use. */
function typeName(type: SqlType): string {
  if (isNullType(type)) return 'NULL';
  return type.definition === INTERVAL ? 'DATETIME' : typeText(type);
}

/** What is asked of Python to write a value of a type; text is put between quotes where `quoted` says so. */
interface Rule {
  readonly expression: string;
  readonly quoted: boolean;
}

const RULES: Partial<Record<Affinity, Rule>> = {
  integer: { expression: 'str(int(it))', quoted: false },
  float: { expression: '(__import__("decimal").Decimal(it), str(it))[1]', quoted: false },
  numeric: { expression: '(__import__("decimal").Decimal(it), str(it))[1]', quoted: false },
  date: { expression: 'it.isoformat().split("T")[0]', quoted: true },
  datetime: { expression: 'it.isoformat().replace("T", " ")', quoted: true },
  time: { expression: 'it.isoformat().split("T")[-1]', quoted: true },
  interval: { expression: '"make_interval(secs=>%s)" % it.total_seconds()', quoted: false },
};

/** @returns undefined where values of the type cannot be written @throws what Python raises */
function rawText(writer: Writer, given: unknown, type: SqlType): string | undefined {
  if (type.is(JSONPATH)) return quoted(writer, pathText(given));
  const value = type.is(ENUM) ? enumLabel(given, type) : given;
  const family = affinity(type);
  if (family === 'string' && typeof value === 'string') return quoted(writer, value);
  if (family === 'string') return `'${escaped(writer, String(host().evaluate(DOUBLED, value)))}'`;
  if (family === 'integer' && typeof value === 'number') return String(value);
  if (family === 'boolean') return booleanText(value);
  if (family === 'binary') return `'${escapesDoubled(writer, String(host().evaluate(DECODED, value)))}'`;
  if (family === 'uuid')
    return `'${escaped(writer, String(host().evaluate(uuidText(writer, type), value)))}'`;
  if (family === 'array') return arrayText(writer, value, type);
  const rule = RULES[family];
  if (!rule) return undefined;
  const text = host().evaluate(rule.expression, value);
  return rule.quoted ? quoted(writer, text as string) : String(text);
}

/** What is no text doubles its quotes itself. */
const DOUBLED = 'str(it.replace("\'", "\'\'"))';

/** A UUID that is text, or that stands in a column of text, is written without its dashes. */
function uuidText({ postgresql }: Writer, { options }: SqlType): string {
  if (options.as_uuid === false) return 'it.replace("-", "").replace("\'", "\'\'")';
  return postgresql && options.native_uuid !== false ? 'str(it).replace("\'", "\'\'")' : 'it.hex';
}

/** Bytes are written as the text that they are; percents stay single. */
const DECODED = 'it.decode("utf-8").replace("\'", "\'\'")';

function booleanText(value: unknown): string {
  const number = value instanceof Float ? value.value : value;
  if (number === true || number === 1) return 'true';
  if (number === false || number === 0) return 'false';
  host().evaluate('hash(it)', value);
  if (typeof value === 'number')
    throw new Raise('builtins.ValueError', [`Value ${value} is not None, True, or False`]);
  throw new Raise('builtins.TypeError', [`Not a boolean value: ${host().repr(value)}`]);
}

/** @throws CompileError with the exception of Python as its cause */
function wrapped<Text>(value: unknown, type: SqlType, write: () => Text): Text {
  try {
    return write();
  } catch (cause) {
    if (cause instanceof Raise && cause.type === 'sqlalchemy.exc.CompileError') throw cause;
    if (!host().isException(cause)) throw cause;
    throw new Raise(
      'sqlalchemy.exc.CompileError',
      [
        `Could not render literal value "${host().repr(value)}" with datatype ${typeName(type)}; ` +
          'see parent stack trace for more detail.',
      ],
      { cause, causeFrames: RENDERING },
    );
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

/** A string literal as PostgreSQL's dialect writes it: backslashes doubled for servers that read escapes. */
export function quoted(writer: Writer, text: string): string {
  return `'${escaped(writer, text.replaceAll("'", "''"))}'`;
}

function escaped(writer: Writer, text: string): string {
  return escapesDoubled(writer, writer.doublePercents ? text.replaceAll('%', '%%') : text);
}

function escapesDoubled(writer: Writer, text: string): string {
  const escapes = writer.postgresql && (writer.options.backslashEscapes ?? true);
  return escapes ? text.replaceAll('\\', '\\\\') : text;
}

function arrayText(writer: Writer, value: unknown, type: SqlType): string | undefined {
  const inner = type.options.item_type as SqlType;
  let writable = true;
  const part = (item: unknown): string => {
    const nested = typeof item === 'string' ? undefined : host().items(item);
    if (nested) return `[${nested.map(part).join(', ')}]`;
    const text = rawText(writer, item, writer.postgresql ? postgresType(inner) : inner);
    writable &&= text !== undefined;
    return text ?? '';
  };
  const items = host().evaluate('list(it)', value);
  const text = `ARRAY[${(host().items(items) ?? []).map(part).join(', ')}]`;
  return writable ? text : undefined;
}
