/** Python classes over Alembic's records. */
import { attributesOf } from '../../../python/values/attributes/attributes.ts';
import { dict, PyDict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeClassSpec } from '../../../python/values/native/spec.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { LiveKeywords } from './live-keywords.ts';
import { fromRecord, intoRecord } from './operation-values.ts';

type Fields = Record<string, unknown>;

/** The field behind a Python name: `table_name` is `tableName`. */
export const camel = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The record's field behind a Python attribute; `_reverse` is `reverse`. */
const fieldOf = (name: string): string => camel(name.replace(/^_/, ''));

/** What Python gets of a field. Keywords become a dictionary that stays the operation's own. */
function fieldValue(call: Interpreter, self: Fields, field: string): Value {
  const value = self[field];
  if (value instanceof Map && !(value instanceof LiveKeywords)) {
    self[field] = new LiveKeywords(fromRecord(value) as PyDict, (one) => intoRecord(call, one));
  }
  return fromRecord(self[field]);
}

/** Getters and setters for attributes that are fields under the same name in camel case. */
function attributes(names: string): Pick<NativeClassSpec, 'getters' | 'setters'> {
  const all = names.split(' ').filter((name) => name !== '');
  const getters: Record<string, (self: never, call: Interpreter) => Value> = {};
  const setters: Record<string, (self: never, value: never, call: Interpreter) => void> = {};
  for (const name of all) {
    const field = fieldOf(name);
    getters[name] = (self: Fields, call) => fieldValue(call, self, field);
    setters[name] = (self: Fields, value: Value, call) => {
      self[field] = intoRecord(call, value);
    };
  }
  return { getters, setters };
}

/** `operation.info`, a dictionary made on first use. */
const infoOf = (self: Fields): Value => {
  if (!(self.info instanceof PyDict)) self.info = dict();
  return self.info as PyDict;
};

/** `__dict__`: the fields in the order in which the real constructor sets them, and what was set beside them. */
const dictOf =
  (names: readonly string[]) =>
  (self: Fields): Value =>
    dict([
      ...names.map((name) => [name, fromRecord(self[fieldOf(name)])] as const),
      ...(self.info instanceof PyDict ? [['info', self.info as Value] as const] : []),
      ...(attributesOf(self as never) ?? []),
    ]);

/** A class over records of a kind, with plain fields and more. */
export function recordClass(spec: NativeClassSpec & { readonly fields: string }): PyClass {
  const { fields, ...rest } = spec;
  const plain = attributes(fields);
  return nativeClass({
    ...rest,
    getters: {
      info: infoOf,
      __dict__: dictOf(fields.split(' ').filter((name) => name !== '')),
      ...plain.getters,
      ...rest.getters,
    },
    setters: { ...plain.setters, ...rest.setters },
  });
}
