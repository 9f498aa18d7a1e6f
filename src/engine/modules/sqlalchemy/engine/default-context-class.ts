/** The context that defaults of columns are called with. Answers to: sqlalchemy/engine/default.py. */
import { dict } from '../../../python/values/containers/dict.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { DefaultContext } from '../../../sqlalchemy/engine/default-context.ts';

const parametersOf = (self: DefaultContext): Value => dict([...self.parameters] as [string, Value][]);

const is = (self: DefaultContext, kind: string): boolean => self.compiled.statement.kind === kind;

nativeClass({
  name: 'PGExecutionContext_psycopg2',
  module: 'sqlalchemy.dialects.postgresql.psycopg2',
  host: DefaultContext,
  methods: {
    get_current_parameters: [
      'isolate_multiinsert_groups=True',
      (_call, self: DefaultContext) => parametersOf(self),
    ],
  },
  getters: {
    current_parameters: parametersOf,
    connection: (self: DefaultContext) => self.connection,
    root_connection: (self: DefaultContext) => self.connection,
    engine: (self: DefaultContext) => self.connection.engine,
    dialect: (self: DefaultContext) => self.connection.dialect,
    statement: (self: DefaultContext) => self.compiled.sql,
    isinsert: (self: DefaultContext) => is(self, 'insert'),
    isupdate: (self: DefaultContext) => is(self, 'update'),
    isdelete: (self: DefaultContext) => is(self, 'delete'),
  },
});
