/** super. */
import { Cell, type Frame } from '../../python/evaluate/frame.ts';
import { classOf, typeName } from '../../python/values/classes/class-of.ts';
import { superClass } from '../../python/values/classes/classes.ts';
import { runtimeError, typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { fillNativeClass } from '../../python/values/native/native.ts';
import { PySuper } from '../../python/values/property.ts';
import { PyClass, type Value } from '../../python/values/value.ts';
import { makeNew } from './make.ts';

/** `super()` without arguments: the class and the first argument of the method that runs. */
function implicitSuper(call: Interpreter): [PyClass, Value] {
  const frame = call.frame as Frame | undefined;
  const at = frame?.code.freeNames.indexOf('__class__') ?? -1;
  const first = frame?.slots[0] as Value | Cell | undefined;
  if (!frame || frame.code.argumentCount === 0) throw runtimeError('super(): no arguments');
  if (at < 0) throw runtimeError('super(): __class__ cell not found');
  const self = first instanceof Cell ? first.value : first;
  return [frame.free[at]!.value as PyClass, self ?? null];
}

function makeSuper(call: Interpreter, cls: PyClass, args: readonly Value[]): Value {
  const [start, self] = args.length === 0 ? implicitSuper(call) : [args[0] as Value, args[1]];
  if (!(start instanceof PyClass))
    throw typeError(`super() argument 1 must be a type, not ${typeName(start)}`);
  if (self === undefined) return new PySuper(start, undefined, undefined, cls);
  if (self instanceof PyClass && self.isSubclassOf(start)) return new PySuper(start, self, self, cls);
  const type = classOf(self);
  if (!type.isSubclassOf(start))
    throw typeError('super(type, obj): obj must be an instance or subtype of type');
  return new PySuper(start, self, type, cls);
}

fillNativeClass(superClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('super', '*args', (call, cls, args: Value[]) => makeSuper(call, cls, args)),
  },
  methods: { __init__: ['*args', () => null] },
  repr: (self: PySuper) => `<super: <class '${self.start.name}'>, <${self.type?.name ?? 'NULL'} object>>`,
});
