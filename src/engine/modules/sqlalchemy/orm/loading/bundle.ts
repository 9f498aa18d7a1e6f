/** `Bundle("name", User.id, User.name)`: columns of a row under one name. Answers to: sqlalchemy/orm/util.py (Bundle). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { Row, shapeOf } from '../../../../sqlalchemy/engine/row.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { ClauseList, Element } from '../../../../sqlalchemy/expression/elements.ts';
import { TYPES } from '../../../../sqlalchemy/expression/operators/type-rules.ts';
import type { SelectedTogether } from './reading.ts';

/** Columns side by side, where one expression is asked for. */
export const sideBySide = (clauses: readonly Element[]): ClauseList => ({
  kind: 'clause-list',
  operator: 'comma',
  clauses,
  type: TYPES.null,
  group: false,
});

const keyOf = (element: Element): string => (element as { key?: string; name?: string }).key ?? '';

export class Bundle implements SelectedTogether {
  readonly key: string;
  readonly given: readonly Value[];
  readonly columns: readonly Element[];

  constructor(key: string, given: readonly Value[]) {
    this.key = key;
    this.given = given;
    this.columns = given.map((one) => clauseOf(one)).filter((one) => one !== undefined);
  }

  build = (_call: Interpreter, values: readonly Value[]): Value => {
    const shape = shapeOf(
      this.columns.map(keyOf),
      this.columns.map((one) => [one]),
    );
    return new Row(shape, [...values]) as unknown as Value;
  };

  clauseElement(): ClauseList {
    return sideBySide(this.columns);
  }
}

/** `bundle.c.name` */
class BundleColumns {
  readonly bundle: Bundle;
  constructor(bundle: Bundle) {
    this.bundle = bundle;
  }
}

const columnNamed = (bundle: Bundle, name: string): Value | undefined => {
  const at = bundle.columns.findIndex((one) => keyOf(one) === name);
  return at < 0 ? undefined : bundle.given[at];
};

nativeClass({
  name: 'ReadOnlyColumnCollection',
  module: 'sqlalchemy.sql.base',
  host: BundleColumns,
  getattr: (self: BundleColumns, name) => columnNamed(self.bundle, name),
  getItem: (self: BundleColumns, name: string) => {
    const found = columnNamed(self.bundle, name);
    if (found === undefined) throw new Raise('builtins.KeyError', [name]);
    return found;
  },
});

export const bundleClass = nativeClass({
  name: 'Bundle',
  module: 'sqlalchemy.orm.util',
  host: Bundle,
  signature: 'name, *exprs, **kw',
  construct: (_call, _cls, name: string, given: Value[]) => new Bundle(name, given),
  getters: {
    name: (self: Bundle) => self.key,
    c: (self: Bundle) => new BundleColumns(self),
    columns: (self: Bundle) => new BundleColumns(self),
  },
});
