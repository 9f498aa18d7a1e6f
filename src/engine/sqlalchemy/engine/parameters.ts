/** The values of a statement's parameters when it runs. Answers to: sqlalchemy/sql/compiler.py (construct_params), engine/default.py. */
import { type PythonWorld, Raise } from '../../machine.ts';
import type { Compiled } from '../expression/compiled.ts';
import type { DefaultedColumn } from '../expression/dml/dml-values.ts';
import type { BindParameter } from '../expression/elements.ts';
import { host } from '../expression/host.ts';
import { affinity } from '../expression/operators/type-rules.ts';
import { mark, namesIn, numbered } from '../expression/write/numbered-parameters.ts';
import { bindCast, emptyList } from '../expression/write/write-bind.ts';
import { literalText } from '../expression/write/write-literal.ts';
import type { Writer } from '../expression/write/writer.ts';
import type { SqlType } from '../types/type.ts';
import { bindValue } from './bind-values.ts';
import type { Connection } from './connection.ts';
import { DefaultContext } from './default-context.ts';
import { DriverJson } from './driver/json-value.ts';
import { isHeard } from './events.ts';

export type ParameterSet = ReadonlyMap<string, unknown>;

/**
 * Values by parameter name, before types convert them.
 * @param group the number of the set among several; undefined where there is one.
 * @throws InvalidRequestError where a value is missing
 */
export function valuesFor(
  connection: Connection,
  compiled: Compiled,
  given: ParameterSet,
  group: number | undefined,
): Map<string, unknown> {
  const { python } = connection.engine.process;
  const out = new Map<string, unknown>();
  const defaults = new Map(compiled.columnBinds.map((one) => [one.name, one]));
  // Defaults come last: they may ask for what the row has besides.
  const fallbacks: (readonly [string, DefaultedColumn['default']])[] = [];
  for (const [name, bind] of compiled.binds) {
    const key = given.has(bind.key) && !bind.unique ? bind.key : name;
    const from = defaults.get(bind.key)?.from;
    // Of several rows the first says which columns have their default: in all of them.
    const defaulted = group !== undefined && from === 'default';
    if (given.has(key) && !defaulted) out.set(name, given.get(key));
    else if (bind.callable !== undefined) out.set(name, python.call(bind.callable, []));
    else {
      if (from === 'default' || from === 'onupdate') {
        const column = defaults.get(bind.key)!.column as DefaultedColumn;
        out.set(name, null);
        fallbacks.push([name, from === 'default' ? column.default : column.onupdate]);
      } else if (bind.required) throw missing(name, group);
      else out.set(name, bind.value === undefined ? null : bind.value);
    }
  }
  for (const [name, fallback] of fallbacks)
    out.set(
      name,
      defaultValue(fallback, python, () => new DefaultContext(connection, compiled, out)),
    );
  return out;
}

function missing(name: string, group: number | undefined): Raise {
  const where = group === undefined ? '' : `, in parameter group ${group}`;
  return new Raise(
    'sqlalchemy.exc.InvalidRequestError',
    [`A value is required for bind parameter '${name}'${where}`],
    {
      attributes: { code: 'cd3x' },
    },
  );
}

/** A Python-side default: a plain value, or a callable that may want the execution context. */
function defaultValue(
  fallback: DefaultedColumn['default'],
  python: PythonWorld,
  context: () => DefaultContext,
): unknown {
  const argument = fallback?.arg;
  if (!python.isCallable(argument)) return argument ?? null;
  const code = python.getAttribute(argument, '__code__');
  const wanted = code === undefined ? 0 : Number(python.getAttribute(code, 'co_argcount') ?? 0);
  const optional = python.getAttribute(argument, '__defaults__');
  const count =
    wanted - (optional === undefined || optional === null ? 0 : [...python.iterate(optional)].length);
  return python.call(argument, count > 0 ? [context()] : []);
}

export interface Expanded {
  readonly sql: string;
  /** What the driver fills values into. */
  readonly template: string;
  /** The same before the items of IN were written out: its parameters have the first numbers. */
  readonly before?: string;
  readonly values: ReadonlyMap<string, unknown>;
  /** Before types converted them. */
  readonly plain: ReadonlyMap<string, unknown>;
}

/** Converts values by type and writes out what only the values can tell: the items of IN. */
export function expanded(
  compiled: Compiled,
  values: ReadonlyMap<string, unknown>,
  python: PythonWorld,
  dialect: unknown,
): Expanded {
  const out = new Map<string, unknown>();
  // The items of lists come after all other parameters.
  const items = new Map<string, unknown>();
  let sql = compiled.template;
  for (const [name, bind] of compiled.binds) {
    const value = values.get(name);
    if (bind.expanding) sql = expandList(sql, name, bind, value, items, compiled, python, dialect);
    else if (bind.literalExecute) {
      sql = sql.replaceAll(`__[POSTCOMPILE_${name}]`, () =>
        literalText(writerFor(compiled), value, bind.type),
      );
    } else out.set(name, bindValue(value, bind.type, python, dialect));
  }
  for (const [key, item] of items) out.set(key, item);
  const { template: before } = compiled;
  return { sql: numbered(sql, before), template: sql, before, values: out, plain: values };
}

const writerFor = (compiled: Compiled): Writer =>
  ({
    options: compiled.options,
    postgresql: compiled.options.dialect === 'postgresql',
    doublePercents: compiled.options.paramstyle === 'pyformat',
  }) as Writer;

/** Where a list goes, with what a type's `bind_expression` puts around each item. */
const LIST = /\(__\[POSTCOMPILE_((?:(?!~~|\]\)).)*)(?:~~(.*?)~~REPL~~(.*?)~~)?\]\)/gs;

function expandList(
  sql: string,
  name: string,
  bind: BindParameter,
  value: unknown,
  out: Map<string, unknown>,
  compiled: Compiled,
  python: PythonWorld,
  dialect: unknown,
): string {
  const items = host().items(value) ?? [];
  const inPlace = (write: (before: string, behind: string) => string): string =>
    sql.replace(LIST, (mark, found: string, before = '', behind = '') =>
      found === name ? write(before, behind) : mark,
    );
  if (items.length === 0)
    return inPlace((before, behind) => `(${before}${emptyList(bind, true).slice(1, -1)}${behind})`);
  const writer = writerFor(compiled);
  const place = (key: string, item: unknown, type: SqlType): string => {
    out.set(key, bindValue(item, type, python, dialect));
    const { paramstyle } = compiled.options;
    const sign = paramstyle === 'named' ? `:${key}` : paramstyle === 'dollar' ? mark(key) : `%(${key})s`;
    return sign + bindCast(writer, type);
  };
  const types = bind.type.options.types as readonly SqlType[] | undefined;
  const parts = items.map((item, at) => {
    const inner = affinity(bind.type) === 'tuple' ? (host().items(item) ?? []) : undefined;
    if (!inner) return place(`${name}_${at + 1}`, item, bind.type);
    return `(${inner.map((one, column) => place(`${name}_${at + 1}_${column + 1}`, one, types?.[column] ?? bind.type)).join(', ')})`;
  });
  return inPlace((before, behind) => `(${parts.map((part) => before + part + behind).join(', ')})`);
}

/** Parameters as errors and logs show them. */
export function shownParameters(values: ReadonlyMap<string, unknown>, python: PythonWorld): unknown {
  return python.dict([...values].map(([key, value]) => [key, shownValue(value, python)] as const));
}

/** The same by place, as asyncpg's are. */
export const shownInOrder = (
  { template, before, values }: Pick<Expanded, 'template' | 'before' | 'values'>,
  python: PythonWorld,
): unknown => python.tuple(namesIn(template, before).map((name) => shownValue(values.get(name), python)));

function shownValue(value: unknown, python: PythonWorld): unknown {
  if (value instanceof DriverJson) return value.text;
  if (Array.isArray(value)) return python.list(value.map((one) => shownValue(one, python)));
  return value;
}

/** What Alembic gives where it has no parameters: an empty immutabledict, which messages show. */
export const NO_PARAMETERS: ParameterSet = new Map();

/** A set of parameters as Python shows it; nothing given is an empty immutabledict. */
export const shownGiven = (set: ParameterSet, python: PythonWorld): unknown =>
  set === NO_PARAMETERS
    ? python.evaluate("__import__('sqlalchemy.util').util.immutabledict()", new Map())
    : shownParameters(set, python);

const CURSOR_EVENTS = ['before_cursor_execute', 'after_cursor_execute', 'do_execute'] as const;

/** Whether somebody hears of the parameters of a statement. */
export const isTold = (connection: Connection): boolean =>
  connection.dialect.paramstyle === 'pyformat' && CURSOR_EVENTS.some((name) => isHeard(connection, name));
