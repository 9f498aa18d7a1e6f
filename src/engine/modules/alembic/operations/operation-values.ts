/** Values between Python and Alembic's records: names, lists, dictionaries. */
import { PyList, PyTuple, tuple } from '../../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../../python/values/containers/dict.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyBoxed, plain, type Value } from '../../../python/values/value.ts';
import { QuotedName } from '../../../sqlalchemy/schema/index.ts';
import { PlainTuple } from '../../../sqlalchemy/types/plain-tuple.ts';
import { givenName, plainConv, quotedNameClass } from '../../sqlalchemy/names.ts';
import { LiveKeywords } from './live-keywords.ts';

/** Lists that Python has seen, by the array behind them: both stay the same thing. */
const lists = new WeakMap<readonly unknown[], PyList>();

/** An argument as a record keeps it: arrays, Maps, names with their flags. */
export function intoRecord(call: Interpreter, value: Value): unknown {
  if (value instanceof PyBoxed)
    return value.cls.isSubclassOf(quotedNameClass)
      ? givenName(call, value)
      : (ownName(call, value) ?? plain(value));
  if (value instanceof PyList) {
    const { items } = value;
    items.forEach((item, at) => {
      items[at] = intoRecord(call, item) as Value;
    });
    lists.set(items, value);
    return items;
  }
  if (value instanceof PyTuple) return PlainTuple.holding(value.items.map((item) => intoRecord(call, item)));
  if (value instanceof PyDict)
    return new Map(
      [...value.entries()].map(([key, item]) => [intoRecord(call, key), intoRecord(call, item)]),
    );
  if (value instanceof PySet) return new Set(value);
  return value;
}

/** A str of a class that has a `__repr__` of its own: rendered Python shows it by that. */
function ownName(call: Interpreter, value: PyBoxed): QuotedName | undefined {
  if (typeof value.value !== 'string') return undefined;
  const holder = value.cls.mro.find((cls) => cls.own.has('__repr__'));
  if (!holder || holder.native) return undefined;
  return new QuotedName(value.value, null, 'quoted_name', { value, repr: call.repr(value) });
}

/** The same for bound arguments, among which are arrays of `*args` and Maps of `**kw`. */
export function intoArgument(call: Interpreter, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => intoRecord(call, item));
  if (value instanceof Map)
    return new Map([...value].map(([key, item]) => [key, intoRecord(call, item as Value)]));
  return intoRecord(call, (value ?? null) as Value);
}

/** What a record keeps, as Python sees it. An array is one and the same list each time. */
export function fromRecord(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (value instanceof QuotedName) return fromName(value);
  if (value instanceof PlainTuple) return tuple(value.map(fromRecord));
  if (Array.isArray(value)) return listOver(value);
  if (value instanceof LiveKeywords) return value.dictionary;
  if (value instanceof Map)
    return dict([...value].map(([key, item]) => [fromRecord(key), fromRecord(item)] as const));
  if (value instanceof Set) return new PySet(value as Set<Value>);
  return value as Value;
}

function listOver(items: Value[]): PyList {
  let known = lists.get(items);
  if (known?.items !== items) {
    items.forEach((item, at) => {
      if (item instanceof QuotedName) items[at] = fromName(item);
    });
    known = new PyList(items);
    lists.set(items, known);
  }
  return known;
}

function fromName(name: QuotedName): Value {
  if (name.own) return name.own.value as Value;
  if (name.form === 'conv') return plainConv(name.text);
  const boxed = new PyBoxed(quotedNameClass, name.text);
  boxed.attrs = new Map([['quote', name.quote]]);
  return boxed;
}
