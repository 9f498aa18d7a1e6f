/** `Any`, which may be a base class since Python 3.11. */
import { classOf } from '../../python/values/classes/class-of.ts';
import { objectClass, typeClass } from '../../python/values/classes/classes.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { type PyClass, PyObject, type Value } from '../../python/values/value.ts';

const anyMetaclass = nativeClass({
  name: '_AnyMeta',
  module: 'typing',
  bases: [typeClass],
  repr: (self: PyClass) =>
    self.name === 'Any' && self.module === 'typing'
      ? 'typing.Any'
      : `<class '${self.module}.${self.qualname}'>`,
  methods: {
    __instancecheck__: [
      'obj, /',
      (_call, self: PyClass, value: Value) => {
        if (self.name === 'Any') throw typeError('typing.Any cannot be used with isinstance()');
        return classOf(value).isSubclassOf(self);
      },
    ],
  },
});

export const anyClass: PyClass = nativeClass({
  name: 'Any',
  module: 'typing',
  metaclass: anyMetaclass,
  bases: [objectClass],
  signature: '*args, **kwargs',
  construct: (_call, cls) => {
    if (cls === anyClass) throw typeError('Any cannot be instantiated');
    return new PyObject(cls);
  },
});
