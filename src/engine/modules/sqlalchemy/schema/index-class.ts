/** `Index` in Python. Answers to: sqlalchemy/sql/schema.py. */
import { list } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyBoxed, type PyClass, type Value } from '../../../python/values/value.ts';
import { ddlColumnOf } from '../../../sqlalchemy/expression/coerce.ts';
import { Index } from '../../../sqlalchemy/schema/constraints/table-index.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';
import { givenName } from '../names.ts';
import { DDL_IF, MODULE, nameGetter, setName } from './constraint-base-class.ts';
import { withConnection } from './ddl-runner.ts';
import { expressionArgument } from './default-class.ts';
import { dialectKwargsClass, dialectOptions } from './dialect-options.ts';
import { read, reprOf, same, schemaItemClass, write } from './schema-base.ts';
import { columnsOf, columnsValue } from './table-columns.ts';

function makeIndex(
  call: Interpreter,
  _cls: PyClass,
  name: Value,
  expressions: Value[],
  ...bound: Value[]
): Index {
  const [unique, quote, info, table] = bound;
  const keywords = bound.at(-1) as unknown as Map<string, Value>;
  return new Index(
    givenName(call, name),
    expressions.map((one) => ddlColumnOf(one instanceof PyBoxed ? one.value : expressionArgument(call, one))),
    {
      unique: call.truth(unique!),
      quote: quote as boolean | null,
      info,
      ...(table !== null && { table: table as Table }),
      dialectOptions: dialectOptions(call, 'Index', keywords),
    },
  );
}

export const indexClass = nativeClass({
  name: 'Index',
  module: MODULE,
  bases: [dialectKwargsClass, schemaItemClass],
  host: Index,
  signature:
    'name, *expressions, unique=False, quote=None, info=None, _table=None, _column_flag=False, **dialect_kw',
  construct: makeIndex,
  getters: {
    ...read(same('unique', 'table')),
    name: nameGetter,
    columns: (self: Index) => columnsValue(columnsOf(self)),
    expressions: (self: Index) => list(self.expressions as Value[]),
  },
  setters: { ...write(same('unique')), name: setName },
  methods: {
    ddl_if: DDL_IF,
    create: [
      'bind, checkfirst=False',
      (call, self: Index, bind: Value) => {
        withConnection(call, bind, (runner) => runner.execute({ kind: 'create-index', element: self }));
        return null;
      },
    ],
    drop: [
      'bind, checkfirst=False',
      (call, self: Index, bind: Value) => {
        withConnection(call, bind, (runner) => runner.execute({ kind: 'drop-index', element: self }));
        return null;
      },
    ],
  },
  repr: reprOf,
});
