/** `mapped_column`. Answers to: sqlalchemy/orm/_orm_constructors.py. */
import { tuple } from '../../../../python/values/containers/containers.ts';
import { idOf } from '../../../../python/values/containers/hash.ts';
import { nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../../python/values/native/spec.ts';
import type { Value } from '../../../../python/values/value.ts';
import { MappedColumn } from '../mapper/property.ts';
import type { Keywords } from './constructs.ts';
import { makeMappedColumn } from './mapped-column.ts';

export const mappedColumnFunction = nativeFunction(
  'mapped_column',
  '__name_pos=None, __type_pos=None, /, *args, **kw',
  (call, name: Value, type: Value, args: Value[], kw: Keywords) => {
    const given = [name, type, ...args];
    while (given.length > 0 && given[0] === null && args.length === 0) given.shift();
    return makeMappedColumn(
      call,
      given.filter((one) => one !== null),
      kw,
    );
  },
  'sqlalchemy.orm._orm_constructors',
);

/** Operators in a class's body: `first + " " + last` are those of the columns. */
const OPERATORS = (
  'add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod and or lt le gt ge eq ne neg invert getitem ' +
  'lshift rshift'
)
  .split(' ')
  .map((name): [string, NativeMethod] => {
    const unary = name === 'neg' || name === 'invert';
    return [
      `__${name}__`,
      [
        unary ? '' : 'other',
        (call, self: MappedColumn, ...other: Value[]) =>
          call.callMethod(self.column, `__${name}__`, ...other),
      ],
    ];
  });

export const mappedColumnClass = nativeClass({
  name: 'MappedColumn',
  module: 'sqlalchemy.orm.properties',
  host: MappedColumn,
  methods: Object.fromEntries(OPERATORS),
  hash: (self: never) => idOf(self),
  getters: {
    column: (self: MappedColumn) => self.column,
    foreign_keys: (self: MappedColumn, call) =>
      call.call(call.builtins.get('set')!, [tuple([...self.column.foreignKeys])]),
  },
  getattr: (self: MappedColumn, name, call) => call.getAttribute(self.column, name),
});
