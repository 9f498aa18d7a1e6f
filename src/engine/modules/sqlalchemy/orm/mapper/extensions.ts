/** Extensions that models use: hybrids, association proxies, mutable types. Answers to: sqlalchemy/ext/. */
import { Raise } from '../../../../machine.ts';
import { unknownPackage } from '../../../../python/unsupported.ts';
import { list, PyList } from '../../../../python/values/containers/containers.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';

/** `hybrid_property`: a property on instances, an expression on the class. */
class HybridProperty {
  readonly getter: Value;
  readonly setter: Value;
  readonly expression: Value;
  constructor(getter: Value, setter: Value = null, expression: Value = null) {
    this.getter = getter;
    this.setter = setter;
    this.expression = expression;
  }
}

export const hybridPropertyClass = nativeClass({
  name: 'hybrid_property',
  module: 'sqlalchemy.ext.hybrid',
  host: HybridProperty,
  signature: 'fget, fset=None, fdel=None, expr=None, custom_comparator=None, update_expr=None',
  construct: (_call, _cls, fget: Value, fset: Value, _fdel: Value, expr: Value) =>
    new HybridProperty(fget, fset, expr),
  methods: {
    __get__: [
      'instance, owner=None, /',
      (call, self: HybridProperty, instance: Value, owner: Value) => {
        if (instance !== null) return call.call(self.getter, [instance]);
        const expression = call.getAttribute(self.expression, '__func__') ?? self.expression;
        return call.call(expression ?? self.getter, [owner]);
      },
    ],
    __set__: [
      'instance, value, /',
      (call, self: HybridProperty, instance: Value, value: Value) => {
        if (self.setter === null) throw new Raise('builtins.AttributeError', ["can't set attribute"]);
        return call.call(self.setter, [instance, value]);
      },
    ],
    setter: [
      'fset',
      (_call, self: HybridProperty, fset: Value) => new HybridProperty(self.getter, fset, self.expression),
    ],
    expression: [
      'expr',
      (_call, self: HybridProperty, expr: Value) => new HybridProperty(self.getter, self.setter, expr),
    ],
    comparator: ['comparator', (_call, self: HybridProperty) => self],
    update_expression: ['meth', (_call, self: HybridProperty) => self],
    deleter: ['fdel', (_call, self: HybridProperty) => self],
    getter: [
      'fget',
      (_call, self: HybridProperty, fget: Value) => new HybridProperty(fget, self.setter, self.expression),
    ],
  },
  getters: { inplace: (self: HybridProperty) => self, fget: (self: HybridProperty) => self.getter },
});

class HybridMethod {
  readonly callable: Value;
  constructor(callable: Value) {
    this.callable = callable;
  }
}

export const hybridMethodClass = nativeClass({
  name: 'hybrid_method',
  module: 'sqlalchemy.ext.hybrid',
  host: HybridMethod,
  signature: 'func, expr=None',
  construct: (_call, _cls, callable: Value) => new HybridMethod(callable),
  methods: {
    __get__: [
      'instance, owner=None, /',
      (call, self: HybridMethod, instance: Value, owner: Value) =>
        call.call(call.getAttribute(self.callable, '__get__')!, [instance ?? owner]),
    ],
    expression: ['expr', (_call, self: HybridMethod) => self],
  },
});

class AssociationProxy {
  readonly target: string;
  readonly attribute: string;
  readonly creator: Value;
  constructor(target: string, attribute: string, creator: Value) {
    this.target = target;
    this.attribute = attribute;
    this.creator = creator;
  }
}

export const associationProxyClass = nativeClass({
  name: 'AssociationProxy',
  module: 'sqlalchemy.ext.associationproxy',
  host: AssociationProxy,
  signature: 'target_collection, attr, *, creator=None, **kw',
  construct: (_call, _cls, target: string, attribute: string, creator: Value) =>
    new AssociationProxy(target, attribute, creator),
  classMethods: { __class_getitem__: ['item, /', (_call, cls: PyClass) => cls] },
  methods: {
    __get__: [
      'instance, owner=None, /',
      (call, self: AssociationProxy, instance: Value) => {
        if (instance === null) return self;
        const members = call.getAttribute(instance, self.target) ?? null;
        if (members === null) return null;
        if (!(members instanceof PyList)) return call.getAttribute(members, self.attribute) ?? null;
        return list(members.items.map((member) => call.getAttribute(member, self.attribute) ?? null));
      },
    ],
    __set__: [
      'instance, value, /',
      (call, self: AssociationProxy, instance: Value, value: Value) => {
        const members = [...call.iterate(value)].map((one) =>
          self.creator === null ? one : call.call(self.creator, [one]),
        );
        call.setAttribute(instance, self.target, list(members));
        return null;
      },
    ],
  },
});

/** What a proxy of several members would give; a learner may write classes below them, which a simulated proxy does not make. */
export const associationCollections: Readonly<Record<string, PyClass>> = Object.fromEntries(
  ['_AssociationCollection', '_AssociationList', '_AssociationDict', '_AssociationSet'].map((name) => {
    const module = 'sqlalchemy.ext.associationproxy';
    const construct = () => {
      throw unknownPackage(`${module}.${name}`);
    };
    return [name, nativeClass({ name, module, signature: '*args, **kwargs', construct })];
  }),
);

/** `MutableDict.as_mutable(JSON)`: for the schema, the type itself. */
const mutable = (name: string, base: string): PyClass =>
  nativeClass({
    name,
    module: 'sqlalchemy.ext.mutable',
    classMethods: {
      as_mutable: [
        'sqltype',
        (call, _cls: PyClass, type: Value) => (type instanceof PyClass ? call.call(type) : type),
      ],
      associate_with: ['sqltype', () => null],
      coerce: ['key, value', (_call, _cls: PyClass, _key: Value, value: Value) => value],
      __class_getitem__: ['item, /', (_call, cls: PyClass) => cls],
    },
    attributes: { _python_base: () => base },
  });

export const mutableClasses: Readonly<Record<string, PyClass>> = {
  Mutable: mutable('Mutable', 'object'),
  MutableBase: mutable('MutableBase', 'object'),
  MutableComposite: mutable('MutableComposite', 'object'),
  MutableDict: mutable('MutableDict', 'dict'),
  MutableList: mutable('MutableList', 'list'),
  MutableSet: mutable('MutableSet', 'set'),
};
