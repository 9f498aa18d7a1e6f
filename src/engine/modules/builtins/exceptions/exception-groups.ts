/** Exception groups. */
import { callValue } from '../../../python/values/callable.ts';
import { typeName } from '../../../python/values/classes/class-of.ts';
import { tracebackClass } from '../../../python/values/classes/classes.ts';
import { list, PyList, PyTuple, tuple } from '../../../python/values/containers/containers.ts';
import { toArray } from '../../../python/values/containers/iterate.ts';
import { groupOf, membersOf, splitGroup } from '../../../python/values/exceptions/exception-group.ts';
import {
  exceptionClass,
  exceptionGroupClass,
  PyException,
  typeError,
  valueError,
} from '../../../python/values/exceptions/exceptions.ts';
import { PyTraceback } from '../../../python/values/exceptions/traceback-object.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import { repr, str } from '../../../python/values/text.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { makeNew } from '../make.ts';

function newGroup(_call: Interpreter, cls: PyClass, message: Value, members: Value): Value {
  if (typeof message !== 'string')
    throw typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(message)}`);
  if (!(members instanceof PyList) && !(members instanceof PyTuple))
    throw typeError('second argument (exceptions) must be a sequence');
  if (members.items.length === 0)
    throw valueError('second argument (exceptions) must be a non-empty sequence');
  for (const [index, member] of members.items.entries()) {
    if (!(member instanceof PyException))
      throw valueError(`Item ${index} of second argument (exceptions) is not an exception`);
  }
  if (cls === exceptionClass('BaseExceptionGroup')) return groupOf(exceptionGroupClass, message, members);
  const plain = (members.items as PyException[]).every((each) =>
    each.cls.isSubclassOf(exceptionClass('Exception')),
  );
  if (!plain && cls.isSubclassOf(exceptionGroupClass))
    throw typeError(
      `Cannot nest BaseExceptions in ${cls === exceptionGroupClass ? 'an ExceptionGroup' : repr(cls.name)}`,
    );
  return new PyException(cls, [message, members]);
}

/** The test of `split` and `subgroup`: a class, a tuple of classes, or a function. */
function groupTest(condition: Value): (exception: PyException) => boolean {
  if (condition instanceof PyClass) return (exception) => exception.cls.isSubclassOf(condition);
  if (condition instanceof PyTuple)
    return (exception) =>
      condition.items.some((cls) => cls instanceof PyClass && exception.cls.isSubclassOf(cls));
  return (exception) => callValue(condition, [exception]) === true;
}

fillNativeClass(exceptionClass('BaseExceptionGroup'), {
  style: 'builtin',
  attributes: {
    __new__: makeNew('BaseExceptionGroup', '*args', (call, cls, args: Value[]) => {
      if (args.length !== 2)
        throw typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
      return newGroup(call, cls, args[0]!, args[1]!);
    }),
  },
  methods: {
    split: [
      'condition, /',
      (_call, self: PyException, condition: Value) => tuple(splitGroup(self, groupTest(condition))),
    ],
    subgroup: [
      'condition, /',
      (_call, self: PyException, condition: Value) => splitGroup(self, groupTest(condition))[0],
    ],
    derive: [
      'excs, /',
      (_call, self: PyException, members: Value) =>
        groupOf(exceptionGroupClass, self.args[0] as string, list(toArray(members))),
    ],
  },
  str: (self: PyException) => {
    const count = membersOf(self).length;
    return `${str(self.args[0]!)} (${count} sub-exception${count === 1 ? '' : 's'})`;
  },
  getters: {
    message: (self: PyException) => self.args[0]!,
    exceptions: (self: PyException) => tuple(membersOf(self)),
  },
});

fillNativeClass(tracebackClass, {
  style: 'builtin',
  getters: {
    tb_lineno: (self: PyTraceback) => self.entries[0]!.span.lineno,
    tb_frame: (self: PyTraceback) => self.entries[0]!.frame,
    tb_next: (self: PyTraceback) => (self.entries.length > 1 ? new PyTraceback(self.entries.slice(1)) : null),
    tb_lasti: () => 0,
  },
});
