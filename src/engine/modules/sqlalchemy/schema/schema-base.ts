/** What the Python classes of schema objects share. Answers to: sqlalchemy/sql/schema.py (SchemaItem). */

import { classOf } from '../../../python/values/classes/class-of.ts';
import { dict, PyDict } from '../../../python/values/containers/dict.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { visitableClass } from '../bases.ts';
import { toPython } from '../convert.ts';
import { learnersRepr } from './learners-repr.ts';

interface Representable {
  repr(python: (value: unknown) => string): string;
}

/** `repr()` through the object's own, with Python's for what is inside; of a learner's class with the learner's names. */
export function reprOf(self: Representable, call: Interpreter): string {
  const cls = classOf(self as unknown as Value);
  if (!cls.native && !cls.mro.some((one) => one.native && NAMED.has(one.name)))
    return (
      learnersRepr(call, self as unknown as Value, cls) ?? plainText(self, call).replace(/^\w+/, cls.name)
    );
  return plainText(self, call);
}

/** What shows its own name for learners' classes, too. */
const NAMED = new Set(['Table', 'Column', 'ForeignKey', 'Index', 'MetaData']);

const plainText = (self: Representable, call: Interpreter): string =>
  self.repr((value) => call.repr((value ?? null) as Value));

interface HasInfo {
  info: unknown;
}

/** `item.info`, a dict that is made when first asked for. */
function infoOf(self: HasInfo): Value {
  // An operation's keywords come as plain maps.
  if (!(self.info instanceof PyDict)) self.info = self.info instanceof Map ? toPython(self.info) : dict();
  return self.info as PyDict;
}

export const schemaItemClass = nativeClass({
  name: 'SchemaItem',
  module: 'sqlalchemy.sql.schema',
  bases: [visitableClass],
  getters: { info: infoOf },
  setters: {
    info: (self: HasInfo, value: Value) => {
      self.info = value;
    },
  },
  repr: reprOf,
});

/** A set of Python over the members of a JavaScript one. */
export const setOf = (members: Iterable<Value>): PySet => new PySet(members);

type Attributes = Readonly<Record<string, string>>;

/** Getters for attributes that Python and the schema room name differently: `{ primary_key: 'primaryKey' }`. */
export const read = (attributes: Attributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([python, own]) => [
      python,
      (self: Record<string, unknown>) => (self[own] ?? null) as Value,
    ]),
  );

/** Setters for the same. */
export const write = (attributes: Attributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([python, own]) => [
      python,
      (self: Record<string, unknown>, value: Value) => {
        self[own] = value;
      },
    ]),
  );

/** The same name on both sides. */
export const same = (...names: string[]): Attributes => Object.fromEntries(names.map((name) => [name, name]));
