/** Collections of related instances that are sets: they refuse what is no instance. Answers to: sqlalchemy/orm/collections.py (InstrumentedSet). */
import { setClass } from '../../../../python/values/classes/classes.ts';
import { PySet } from '../../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { requireInstance } from './require-instance.ts';

/** Members that arrive together, walked once and looked at. @throws AttributeError */
function members(call: Interpreter, given: Value): PySet {
  const arriving = new PySet(call.iterate(given));
  for (const one of arriving) requireInstance(call, one);
  return arriving;
}

/** A method of set itself. */
const ofSet = (call: Interpreter, name: string, self: PySet, args: readonly Value[]): Value =>
  call.call(call.getAttribute(setClass, name)!, [self, ...args]);

/** What a relationship over a set holds. */
export const instrumentedSetClass = nativeClass({
  name: 'InstrumentedSet',
  module: 'sqlalchemy.orm.collections',
  bases: [setClass],
  methods: {
    add: [
      'object, /',
      (call, self: PySet, one: Value) => {
        requireInstance(call, one);
        return ofSet(call, 'add', self, [one]);
      },
    ],
    update: [
      '*others',
      (call, self: PySet, others: Value[]) =>
        ofSet(
          call,
          'update',
          self,
          others.map((given) => members(call, given)),
        ),
    ],
    __ior__: [
      'value, /',
      (call, self: PySet, given: Value) => ofSet(call, '__ior__', self, [members(call, given)]),
    ],
  },
});
