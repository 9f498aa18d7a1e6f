/** The metaclass of mapped classes, and their constructor. Answers to: sqlalchemy/orm/decl_api.py (DeclarativeMeta), decl_base.py. */
import { Raise } from '../../../../machine.ts';
import { genericSetAttribute } from '../../../../python/values/attributes/set-attribute.ts';
import { typeClass } from '../../../../python/values/classes/classes.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../../python/values/native/spec.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { isMappable } from '../mapper/property.ts';
import { addAttribute } from './add-attribute.ts';
import { mapDeclaratively } from './declarative.ts';
import { Registry } from './registry.ts';

/** `Class.name = value` */
const SET_ATTRIBUTE: NativeMethod = [
  'key, value',
  (_call, cls: PyClass, key: string, value: Value) => {
    addAttribute(cls, key, value);
    return null;
  },
];

/** `del Class.name` @throws NotImplementedError for what is mapped */
const DELETE_ATTRIBUTE: NativeMethod = [
  'key',
  (_call, cls: PyClass, key: string) => {
    const value = cls.own.get(key);
    const isMapped = isMappable(value) || value instanceof Column || value instanceof InstrumentedAttribute;
    if (cls.own.has('__mapper__') && isMapped) {
      throw new Raise('builtins.NotImplementedError', [
        "Can't un-map individual mapped attributes on a mapped class.",
      ]);
    }
    genericSetAttribute(cls, key, undefined);
    return null;
  },
];

/** The metaclass of bases that `declarative_base()` makes. */
export const declarativeMetaClass: PyClass = nativeClass({
  name: 'DeclarativeMeta',
  module: 'sqlalchemy.orm.decl_api',
  bases: [typeClass],
  methods: {
    __init__: [
      'classname, bases, dict_, **kw',
      (call, cls: PyClass) => {
        const registry = registryOf(call, cls);
        if (registry) mapDeclaratively(call, registry, cls);
        return null;
      },
    ],
    __setattr__: SET_ATTRIBUTE,
    __delattr__: DELETE_ATTRIBUTE,
  },
});

/** The metaclass of `DeclarativeBase`. */
export const attributeInterceptClass: PyClass = nativeClass({
  name: 'DeclarativeAttributeIntercept',
  module: 'sqlalchemy.orm.decl_api',
  bases: [typeClass],
  methods: { __setattr__: SET_ATTRIBUTE, __delattr__: DELETE_ATTRIBUTE },
});

function registryOf(call: Interpreter, cls: PyClass): Registry | undefined {
  const kept = call.getAttribute(cls, '_sa_registry');
  if (kept instanceof Registry) return kept;
  const given = cls.own.get('registry');
  const registry = given instanceof Registry ? given : undefined;
  if (registry) cls.setOwn('_sa_registry', registry);
  return registry;
}
