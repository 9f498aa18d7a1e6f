/** A process without Python: enough of PythonWorld for plain values and the engine's own objects. */

import { TextualIndexElement } from '../../../../src/engine/alembic/operations/indexes/textual-index-element.ts';
import type { MigrationContext } from '../../../../src/engine/alembic/runtime/context.ts';
import type { Connection, Process, PythonWorld } from '../../../../src/engine/machine.ts';
import { Row } from '../../../../src/engine/sqlalchemy/engine/row.ts';
import { compile } from '../../../../src/engine/sqlalchemy/expression/compile.ts';
import { plainRepr } from '../../../../src/engine/sqlalchemy/types/repr.ts';

class Tuple {
  readonly items: readonly unknown[];
  constructor(items: readonly unknown[]) {
    this.items = items;
  }
}

const CLASSES: Readonly<Record<string, string>> = {
  text: 'sqlalchemy.sql.elements.TextClause',
  unary: 'sqlalchemy.sql.elements.UnaryExpression',
  binary: 'sqlalchemy.sql.elements.BinaryExpression',
  true: 'sqlalchemy.sql.elements.True_',
  false: 'sqlalchemy.sql.elements.False_',
};

/** `repr()` of what the tests meet. */
export function repr(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (value instanceof Tuple) {
    const items = value.items.map(repr);
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
  }
  if (value instanceof Map)
    return `{${[...value].map(([key, one]) => `${repr(key)}: ${repr(one)}`).join(', ')}}`;
  if (typeof value !== 'object' || value === null) return plainRepr(value);
  if (value instanceof TextualIndexElement)
    return '<alembic.util.sqla_compat._textual_index_element object at 0x0>';
  if ('repr' in value && typeof value.repr === 'function') {
    return (value.repr as (python: typeof repr) => string)(repr).replace(/0x[0-9a-f]{6,}/g, '0x0');
  }
  const { kind, name } = value as { kind?: string; name?: string };
  if (kind === 'quoted-name') return plainRepr(String(value));
  if (kind === 'function') return `<sqlalchemy.sql.functions.${name} at 0x0; ${name}>`;
  return `<${CLASSES[kind ?? ''] ?? kind} object at 0x0>`;
}

export const python: PythonWorld = {
  isCallable: (value) => typeof value === 'function',
  call: (callable, args) => (callable as (...all: unknown[]) => unknown)(...args),
  forget: () => {},
  getAttribute: (value, name) => (value as Record<string, unknown> | null)?.[name],
  setAttribute: () => {},
  repr,
  str: (value) => (typeof value === 'string' ? value : repr(value)),
  truth: (value) => value !== null && value !== false && value !== 0 && value !== '',
  typeName: (value) => (typeof value === 'string' ? 'str' : typeof value === 'number' ? 'int' : 'object'),
  isInstance: (value, dotted) =>
    dotted === 'builtins.list' ? Array.isArray(value) : dotted === 'builtins.dict' && value instanceof Map,
  iterate: (value) => (value instanceof Tuple ? value.items : (value as Iterable<unknown>)),
  list: (items) => [...items],
  tuple: (items) => new Tuple(items),
  dict: (entries) => new Map(entries),
  runFile: () => null,
  evaluate: () => null,
  execute: () => new Map(),
  syntaxProblem: () => undefined,
  thrown: () => undefined,
};

/** A context over a connection, or one that prints. `lines` gets what is logged, `printed` the statements of an offline run. */
export function contextOver(
  connection: Connection | null,
  opts: Readonly<Record<string, unknown>>,
  lines: string[] = [],
  printed: string[] = [],
  print: (construct: unknown) => string = String,
): MigrationContext {
  const process = {
    machine: { emit: () => {} },
    python,
    log: (logger: string, _level: string, message: string) => lines.push(`[${logger}] ${message}`),
    warn: () => {},
  } as unknown as Process;
  const bound = connection && {
    dialect: { name: 'postgresql' },
    execute: (statement: unknown) => {
      const { sql, resultColumns } = compile(statement as never, {
        dialect: 'postgresql',
        literalBinds: true,
      });
      const found = connection.execute(sql.replaceAll('%%', '%'))[0]!.rows;
      const keys = resultColumns.map((one) => one.key);
      const shape = { keys, byName: new Map(), ambiguous: new Set<string>(), byElement: new Map() };
      const value = (cell: string | null) => (cell === 't' ? true : cell === 'f' ? false : cell);
      const rows = found.map((row) => new Row(shape, row.map(value)));
      return { first: () => rows[0], fetchAll: () => rows };
    },
  };
  const exec = (construct: unknown) => {
    printed.push(print(construct).trim());
    return null;
  };
  const context: MigrationContext = {
    process,
    dialect: { name: 'postgresql' },
    opts,
    asSql: connection === null,
    connection: bound,
    bind: bound,
    config: null,
    execute: exec,
    currentScriptPath: undefined,
    impl: {
      get context() {
        return context;
      },
      dialect: { name: 'postgresql' },
      asSql: connection === null,
      transactionalDdl: true,
      commandTerminator: ';',
      exec,
      execute: exec,
      staticOutput: (text) => printed.push(text),
    },
  };
  return context;
}
