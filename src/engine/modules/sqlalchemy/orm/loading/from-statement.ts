/** `select(User).from_statement(text(…))`: rows of any statement as instances. Answers to: sqlalchemy/orm/context.py (FromStatement). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { Result } from '../../../../sqlalchemy/engine/result.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { OrmSession } from '../session/session.ts';
import type { LoadedRows } from './loaded-rows.ts';
import { planOf } from './plan.ts';

export class FromStatement {
  /** What the rows are read as. */
  readonly select: Select;
  readonly statement: Element;

  constructor(select: Select, statement: Element) {
    this.select = select;
    this.statement = statement;
  }

  /** Runs it; columns are found by their elements, else by their names. */
  read(call: Interpreter, session: OrmSession, parameters: Value = null): LoadedRows | undefined {
    const plan = planOf(this.select);
    if (!plan) return undefined;
    const result = session.run(call, this.statement as unknown as Value, parameters) as unknown as Result;
    const { shape } = result.cursor;
    const places = plan.select.entities.map((element) => {
      const { name } = element as { readonly name?: unknown };
      return shape.byElement.get(element) ?? shape.byName.get(String(name)) ?? -1;
    });
    const cells = result.fetchAll().map((row) => {
      const { values } = row as { values: readonly Value[] };
      return places.map((at) => (at < 0 ? null : values[at]!));
    });
    const rows = session.loader.build(call, plan.readings, cells, this.select);
    return { rows, plan, keys: plan.readings.map((one) => one.name ?? '') };
  }
}

nativeClass({
  name: 'FromStatement',
  module: 'sqlalchemy.orm.context',
  host: FromStatement,
  methods: {
    options: ['*options', (_call, self: FromStatement) => self],
    execution_options: ['**kw', (_call, self: FromStatement) => self],
  },
  str: (self: FromStatement, call) => call.str(self.statement as unknown as Value),
});

/** What `Select.from_statement` finds: the ORM's side of it. */
export const fromStatementMaker = nativeClass({
  name: '_FromStatement',
  module: 'sqlalchemy.orm.context',
  statics: {
    of: [
      'select, statement',
      (_call, select: Value, statement: Value) =>
        new FromStatement(select as unknown as Select, clauseOf(statement)!) as unknown as Value,
    ],
  },
});
