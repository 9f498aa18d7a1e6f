/** What was added to an attribute and what left it. Answers to: sqlalchemy/orm/attributes.py (History, get_history). */
import { list, tuple } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { stateOf } from './instance-state.ts';
import { membersOf } from './instance-values.ts';
import { statusNames } from './loader-status.ts';
import { inheritedMapper } from './mapped-class.ts';
import { Relationship } from './property.ts';

type Part = readonly Value[];

function made(call: Interpreter, added: Part, unchanged: Part, deleted: Part): Value {
  const part = (items: Part) => (items.length > 0 ? list([...items]) : tuple([]));
  return call.call(statusNames.History!(call), [part(added), part(unchanged), part(deleted)]);
}

/** The history of an attribute since its row was read or written; nothing is loaded for it. */
export function historyOf(call: Interpreter, instance: PyObject, key: string): Value {
  const property = inheritedMapper(instance.cls)?.properties.get(key);
  const { changed, committed } = stateOf(instance);
  const value = instance.attrs?.get(key);
  if (property instanceof Relationship && property.useList) {
    const now = membersOf(call, value);
    const before = committed.get(key) ?? [];
    // A collection that is in memory has three lists, if empty ones.
    const part = (items: Part) => (value === undefined ? tuple([]) : list([...items]));
    return call.call(statusNames.History!(call), [
      part(now.filter((one) => !before.includes(one))),
      part(now.filter((one) => before.includes(one))),
      part(before.filter((one) => !now.includes(one))),
    ]);
  }
  if (value === undefined) return made(call, [], [], []);
  if (!changed.has(key))
    return stateOf(instance).identity ? made(call, [], [value], []) : made(call, [value], [], []);
  const before = changed.get(key);
  if (before === undefined) return made(call, [value], [], []);
  return before === value ? made(call, [], [value], []) : made(call, [value], [], [before]);
}
