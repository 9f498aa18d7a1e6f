/** Collections of related instances that are sets: they refuse what is no instance. Answers to: sqlalchemy/orm/collections.py (InstrumentedSet). */
import { setClass } from '../../../../python/values/classes/classes.ts';
import { PySet } from '../../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../../python/values/native/spec.ts';
import type { Value } from '../../../../python/values/value.ts';
import { requireInstance } from './require-instance.ts';

/** A method of set whose arguments come in: one member, or several. */
const checked = (name: string, single: boolean): NativeMethod => [
  '*args',
  (call: Interpreter, self: PySet, args: Value[]) => {
    const given = single ? args : args.map((one) => new PySet([...call.iterate(one)]));
    for (const one of single ? args : (given as PySet[]).flatMap((members) => [...members]))
      requireInstance(call, one);
    return call.call(call.getAttribute(call.getAttribute(setClass, name)!, '__call__')!, [self, ...given]);
  },
];

/** What a relationship over a set holds. */
export const instrumentedSetClass = nativeClass({
  name: 'InstrumentedSet',
  module: 'sqlalchemy.orm.collections',
  bases: [setClass],
  methods: {
    add: checked('add', true),
    update: checked('update', false),
    __ior__: checked('__ior__', false),
  },
});
