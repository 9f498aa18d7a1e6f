/** property, staticmethod and classmethod. */
import { findAttribute } from '../../python/values/attributes/attributes.ts';
import { bindToClass, callValue, PyClassMethod, PyStaticMethod } from '../../python/values/callable.ts';
import { classOf } from '../../python/values/classes/class-of.ts';
import { classmethodClass, propertyClass, staticmethodClass } from '../../python/values/classes/classes.ts';
import { fillNativeClass } from '../../python/values/native/native.ts';
import { PyProperty } from '../../python/values/property.ts';
import { repr } from '../../python/values/text.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { makeNew } from './make.ts';

/** The qualified name of a callable, for messages. */
export const nameOf = (callable: Value) => {
  const name = findAttribute(callable, '__qualname__');
  return typeof name === 'string' ? name : '?';
};

fillNativeClass(staticmethodClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew(
      'staticmethod',
      'function, /',
      (_call, cls, callable: Value) => new PyStaticMethod(callable, cls),
    ),
  },
  methods: {
    __init__: ['*args', () => null],
    __get__: ['instance, owner=None, /', (_call, self: PyStaticMethod) => self.function],
    __call__: [
      '*args, **kwargs',
      (_call, self: PyStaticMethod, args: Value[], keywords: Map<string, Value>) =>
        callValue(self.function, args, keywords),
    ],
  },
  getters: {
    __func__: (self: PyStaticMethod) => self.function,
    __wrapped__: (self: PyStaticMethod) => self.function,
    ...abstractGetter<PyStaticMethod>(),
  },
  repr: (self: PyStaticMethod) => `<staticmethod(${repr(self.function)})>`,
  getattr: (self: PyStaticMethod, name) => findAttribute(self.function, name),
});

function abstractGetter<T extends { function: Value }>() {
  return { __isabstractmethod__: (self: T) => findAttribute(self.function, '__isabstractmethod__') ?? false };
}

fillNativeClass(classmethodClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew(
      'classmethod',
      'function, /',
      (_call, cls, callable: Value) => new PyClassMethod(callable, cls),
    ),
  },
  methods: {
    __init__: ['*args', () => null],
    __get__: [
      'instance, owner=None, /',
      (_call, self: PyClassMethod, instance: Value, owner: PyClass | null) =>
        bindToClass(self, owner ?? classOf(instance)),
    ],
  },
  getters: {
    __func__: (self: PyClassMethod) => self.function,
    __wrapped__: (self: PyClassMethod) => self.function,
    ...abstractGetter<PyClassMethod>(),
  },
  repr: (self: PyClassMethod) => `<classmethod(${repr(self.function)})>`,
  getattr: (self: PyClassMethod, name) => findAttribute(self.function, name),
});

const copied = (self: PyProperty, change: Partial<Pick<PyProperty, 'getter' | 'setter' | 'deleter'>>) => {
  const made = new PyProperty(
    change.getter ?? self.getter,
    change.setter ?? self.setter,
    change.deleter ?? self.deleter,
    self.doc,
    self.cls,
  );
  made.name = self.name;
  return made;
};

fillNativeClass(propertyClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew(
      'property',
      'fget=None, fset=None, fdel=None, doc=None',
      (_call, cls, get: Value, set: Value, del: Value, doc: Value) => {
        const text = doc ?? (get === null ? null : (findAttribute(get, '__doc__') ?? null));
        const made = new PyProperty(get, set, del, text, cls);
        // A class of the learner's has a docstring of its own, or none; its properties still have theirs.
        if (cls !== propertyClass) made.attrs = new Map([['__doc__', text]]);
        return made;
      },
    ),
  },
  methods: {
    __init__: ['*args, **kwargs', () => null],
    getter: ['fget, /', (_call, self: PyProperty, getter: Value) => copied(self, { getter })],
    setter: ['fset, /', (_call, self: PyProperty, setter: Value) => copied(self, { setter })],
    deleter: ['fdel, /', (_call, self: PyProperty, deleter: Value) => copied(self, { deleter })],
    __get__: [
      'instance, owner=None, /',
      (_call, self: PyProperty, instance: Value) =>
        instance === null ? self : callValue(self.getter, [instance]),
    ],
    __set__: [
      'instance, value, /',
      (_call, self: PyProperty, instance: Value, value: Value) => callValue(self.setter, [instance, value]),
    ],
  },
  getters: {
    fget: (self: PyProperty) => self.getter,
    fset: (self: PyProperty) => self.setter,
    fdel: (self: PyProperty) => self.deleter,
    __doc__: (self: PyProperty) => self.doc,
    __isabstractmethod__: (self: PyProperty) =>
      self.getter === null ? false : (findAttribute(self.getter, '__isabstractmethod__') ?? false),
  },
});
