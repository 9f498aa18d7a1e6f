/** Row and RowMapping in Python. Answers to: sqlalchemy/engine/row.py. */
import { Raise } from '../../../machine.ts';
import { richCompare } from '../../../python/values/compare.ts';
import {
  list,
  NotImplemented,
  PySlice,
  PyTuple,
  tuple,
} from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import { hashValue } from '../../../python/values/containers/hash.ts';
import { getItem } from '../../../python/values/containers/iterate.ts';
import {
  attributeError,
  indexError,
  keyError,
  typeError,
} from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { Row, RowMapping, type RowShape } from '../../../sqlalchemy/engine/row.ts';
import { clauseOf } from '../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../sqlalchemy/expression/elements.ts';
import { clauseText } from '../expression/clause.ts';

const MODULE = 'sqlalchemy.engine.row';

const missing = (name: string): string => `Could not locate column in row for column '${name}'`;

/** A value by name or by column of the statement. @throws NoSuchColumnError */
export function rowItem(call: Interpreter, { shape, values }: Row, key: Value): Value {
  const clause = typeof key === 'string' ? undefined : (clauseOf(key) as Element | undefined);
  const at = clause ? placeOf(shape, clause) : shape.byName.get(String(key));
  if (at !== undefined) return values[at] as Value;
  if (shape.isLoaded && !clause) throw keyError(key);
  const shown = clause ? clauseText(call, clause) : call.str(key);
  throw new Raise('sqlalchemy.exc.NoSuchColumnError', [missing(shown)]);
}

/** The place of an element of the statement, a mapped class among them. */
function placeOf({ byElement, entities }: RowShape, clause: Element): number | undefined {
  const known = byElement.get(clause);
  if (known !== undefined || clause.kind !== 'entity') return known;
  const at = entities?.indexOf(clause.entity) ?? -1;
  return at < 0 ? undefined : at;
}

const tupleOf = (self: Row): PyTuple => tuple(self.values as readonly Value[]);

const plainTuple = (value: Value): PyTuple | undefined =>
  value instanceof PyTuple ? value : value instanceof Row ? tupleOf(value) : undefined;

type Order = '<' | '<=' | '>' | '>=';

const ordering = (operator: Order) =>
  [
    'other',
    (_call: Interpreter, self: Row, other: Value) => {
      const right = plainTuple(other);
      return right ? richCompare(ORDERS[operator], tupleOf(self), right) : NotImplemented;
    },
  ] as const;

const ORDERS = { '<': 'Lt', '<=': 'LtE', '>': 'Gt', '>=': 'GtE' } as const;

/** `row.count` is a column of that name where there is one, else the tuple's method. */
const tupleMethod = (name: string) => (self: Row, call: Interpreter) => {
  const at = self.shape.byName.get(name);
  return at === undefined ? call.getAttribute(tupleOf(self), name)! : (self.values[at] as Value);
};

export const rowClass = nativeClass({
  name: 'Row',
  module: MODULE,
  host: Row,
  methods: {
    _asdict: ['', (_call: Interpreter, self: Row) => mappingDict(self)],
    _tuple: ['', (_call: Interpreter, self: Row) => self],
    tuple: ['', (_call: Interpreter, self: Row) => self],
    __lt__: ordering('<'),
    __le__: ordering('<='),
    __gt__: ordering('>'),
    __ge__: ordering('>='),
  },
  getters: {
    _mapping: (self: Row) => new RowMapping(self),
    count: tupleMethod('count'),
    index: tupleMethod('index'),
    _fields: (self: Row) => tuple([...self.shape.keys]),
    _t: (self: Row) => self,
    t: (self: Row) => self,
    _data: tupleOf,
  },
  len: (self: Row) => self.values.length,
  iterate: (self: Row) => self.values as readonly Value[],
  contains: (self: Row, item: Value, call) =>
    call.truth(call.callMethod(tupleOf(self), '__contains__', item)),
  getItem: (self: Row, key: Value) => {
    if (typeof key === 'number') {
      const found = self.values.at(key);
      if (found === undefined) throw indexError('tuple index out of range');
      return found as Value;
    }
    if (key instanceof PySlice) return getItem(tupleOf(self), key);
    throw typeError(
      `tuple indices must be integers or slices, not ${typeof key === 'string' ? 'str' : 'object'}`,
    );
  },
  eq: (self: Row, other: Value) => {
    const right = plainTuple(other);
    return right ? richCompare('Eq', tupleOf(self), right) : false;
  },
  hash: (self: Row) => hashValue(tupleOf(self)),
  repr: (self: Row, call) => call.repr(tupleOf(self)),
  getattr: (self: Row, name) => {
    const at = self.shape.byName.get(name);
    if (at !== undefined) return self.values[at] as Value;
    throw attributeError(self.shape.isLoaded ? name : missing(name), self, name);
  },
});

const mappingDict = ({ shape, values }: Row) =>
  dict(shape.keys.map((key) => [key, values[shape.byName.get(key)!] as Value] as const));

const unique = ({ shape }: Row): readonly string[] => [...new Set(shape.keys)];

const names = ({ row }: RowMapping): readonly Value[] => unique(row);

export const rowMappingClass = nativeClass({
  name: 'RowMapping',
  module: MODULE,
  host: RowMapping,
  methods: {
    keys: ['', (_call: Interpreter, self: RowMapping) => new KeyView(self.row.shape.keys)],
    values: [
      '',
      (_call: Interpreter, self: RowMapping) =>
        list(unique(self.row).map((key) => self.row.values[self.row.shape.byName.get(key)!] as Value)),
    ],
    items: [
      '',
      (_call: Interpreter, self: RowMapping) =>
        list([...mappingDict(self.row).entries()].map(([key, value]) => tuple([key, value]))),
    ],
    get: [
      'key, default=None',
      (call: Interpreter, self: RowMapping, key: Value, fallback: Value) =>
        holds(self, key) ? rowItem(call, self.row, key) : fallback,
    ],
  },
  len: (self: RowMapping) => names(self).length,
  iterate: (self: RowMapping) => names(self),
  contains: (self: RowMapping, key: Value) => holds(self, key),
  getItem: (self: RowMapping, key: Value, call) => rowItem(call, self.row, key),
  getattr: (self: RowMapping, name) => {
    const at = self.row.shape.byName.get(name);
    if (at !== undefined) return self.row.values[at] as Value;
    if (name.startsWith('__')) return undefined;
    throw attributeError(missing(name), self, name);
  },
  eq: (self: RowMapping, other: Value) =>
    richCompare('Eq', mappingDict(self.row), other instanceof RowMapping ? mappingDict(other.row) : other),
  repr: (self: RowMapping, call) => call.repr(mappingDict(self.row)),
});

const holds = ({ row }: RowMapping, key: Value): boolean =>
  typeof key === 'string' ? row.shape.byName.has(key) : row.shape.byElement.has(clauseOf(key) as Element);

/** `result.keys()` */
export class KeyView {
  readonly keys: readonly string[];
  constructor(keys: readonly string[]) {
    this.keys = keys;
  }
}

nativeClass({
  name: 'RMKeyView',
  module: 'sqlalchemy.engine.result',
  host: KeyView,
  len: (self: KeyView) => self.keys.length,
  iterate: (self: KeyView) => self.keys,
  contains: (self: KeyView, key: Value) => self.keys.includes(String(key)),
  eq: (self: KeyView, other: Value, call) =>
    richCompare('Eq', list([...self.keys]), list([...call.iterate(other)])),
  repr: (self: KeyView, call) => `RMKeyView(${call.repr(list([...self.keys]))})`,
});
