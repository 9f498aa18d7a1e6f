/** alembic.ddl.base: what a compiling function of one's own borrows. Answers to: the functions of that module. */

import type { AlterRecord, Name } from '../../../alembic/ddl/alter-statement.ts';
import {
  addColumnText,
  alterText,
  dropColumnText,
  nameSql,
  serverDefaultText,
  tableSql,
} from '../../../alembic/ddl/alter-text.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { type DdlOptions, typeInDdl } from '../../../sqlalchemy/postgresql/ddl/index.ts';
import type { Column } from '../../../sqlalchemy/schema/index.ts';
import type { SqlType } from '../../../sqlalchemy/types/index.ts';
import { ddlOptionsOf } from '../../sqlalchemy/learners-compiler.ts';
import { intoArgument } from '../operations/operation-values.ts';
import { ALTER_CLASSES, VISITORS } from './alter-classes.ts';

type Names = NativeModule['names'];
type Write = (options: DdlOptions, call: Interpreter, ...bound: Value[]) => string;

const name = (call: Interpreter, value: Value): Name => intoArgument(call, value) as Name;
const flag = (call: Interpreter, value: Value) => value !== null && call.truth(value);

/** By name: what stands after the compiler in the signature, and the text. */
const TEXTS: Readonly<Record<string, readonly [string, Write]>> = {
  alter_table: [
    'name, schema',
    (options, call, table, schema) =>
      `ALTER TABLE ${tableSql(name(call, table), name(call, schema) || null, options)}`,
  ],
  format_table_name: [
    'name, schema',
    (options, call, table, schema) => tableSql(name(call, table), name(call, schema) || null, options),
  ],
  alter_column: ['name', (options, call, column) => `ALTER COLUMN ${nameSql(name(call, column), options)}`],
  format_column_name: ['name', (options, call, column) => nameSql(name(call, column), options)],
  add_column: [
    'column, if_not_exists=None, inline_references=None, inline_primary_key=None, **kw',
    (options, call, column, ifNotExists, references, key) =>
      addColumnText(
        column as unknown as Column,
        {
          ifNotExists: flag(call, ifNotExists),
          inlineReferences: flag(call, references),
          inlinePrimaryKey: flag(call, key),
        },
        options,
      ),
  ],
  drop_column: [
    'name, if_exists=None, **kw',
    (options, call, column, ifExists) => dropColumnText(name(call, column), flag(call, ifExists), options),
  ],
  format_type: ['type_', (options, _call, type) => typeInDdl(type as unknown as SqlType, options)],
  format_server_default: [
    'default',
    (options, call, value) => serverDefaultText(intoArgument(call, value), options),
  ],
};

const writer = (label: string, signature: string, write: Write) =>
  nativeFunction(
    label,
    `compiler, ${signature}`,
    (call, compiler: Value, ...bound: Value[]) => write(ddlOptionsOf(compiler), call, ...bound),
    'alembic.ddl.base',
  );

const visitor = (label: string, module: string) =>
  nativeFunction(
    label,
    'element, compiler, **kw',
    (_call, element: AlterRecord, compiler: Value) => alterText(element, ddlOptionsOf(compiler)),
    module,
  );

/** The functions that write a statement as Alembic does, under a module's name. */
export const visitors = (module: string, ...names: readonly string[]): Names =>
  Object.fromEntries(names.map((label) => [label, () => visitor(label, module)]));

const quoteDotted = nativeFunction(
  'quote_dotted',
  'name, quote',
  (call, given: Value, quote: Value) => {
    const one = intoArgument(call, given);
    if (typeof one !== 'string') return call.call(quote, [given]);
    return one
      .split('.')
      .map((part) => call.str(call.call(quote, [part])))
      .join('.');
  },
  'alembic.ddl.base',
);

/** Names of alembic.ddl.base. */
export const DDL_BASE_NAMES: Names = {
  ...Object.fromEntries(Object.entries(ALTER_CLASSES).map(([label, cls]) => [label, () => cls])),
  ...Object.fromEntries(
    Object.entries(TEXTS).map(([label, [signature, write]]) => [
      label,
      () => writer(label, signature, write),
    ]),
  ),
  ...visitors('alembic.ddl.base', ...VISITORS),
  quote_dotted: () => quoteDotted,
};
