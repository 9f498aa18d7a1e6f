/** The Python classes of typing's objects. */
import { findAttribute, genericSetAttribute } from '../../python/values/attributes.ts';
import { classOf, registerFamily } from '../../python/values/class-of.ts';
import { noneClass, objectClass, typeClass } from '../../python/values/classes.ts';
import { Ellipsis, list, NotImplemented, PyList, PyTuple, tuple } from '../../python/values/containers.ts';
import { typeError } from '../../python/values/exceptions.ts';
import { hashAll, idOf } from '../../python/values/hash.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native.ts';
import { PyGenericAlias, PySuper, PyUnion } from '../../python/values/property.ts';
import { repr } from '../../python/values/text.ts';
import { PyClass, PyObject, type Value } from '../../python/values/value.ts';
import {
  aliasText,
  ContainerForm,
  ForwardRef,
  itemsOf,
  SpecialForm,
  sameAlias,
  TypeVariable,
  TypingAlias,
  variablesOf,
} from './forms.ts';
import { remembered } from './remembered.ts';
import {
  ANNOTATED,
  callAlias,
  checkedType,
  LITERAL,
  subscriptContainer,
  subscriptForm,
  substitute,
  UNION,
  unionOf,
} from './subscript.ts';

type Frames = { readonly frame: { readonly globals: Map<string, Value> } | undefined };

const callerName = ({ frame }: Frames): Value => frame?.globals.get('__name__') ?? 'builtins';

const UNION_METHODS = {
  __or__: ['right, /', (_call: Interpreter, self: Value, other: Value) => either(self, other)],
  __ror__: ['left, /', (_call: Interpreter, self: Value, other: Value) => either(other, self)],
} as const;

function either(left: Value, right: Value): Value {
  return unionOf([left, right]);
}

const CHECK = 'Subscripted generics cannot be used with class and instance checks';

function isInstanceOf(call: Interpreter, value: Value, cls: Value): boolean {
  return call.truth(call.call(call.builtins.get('isinstance')!, [value, cls]));
}

export const specialFormClass = nativeClass({
  name: '_SpecialForm',
  module: 'typing',
  host: SpecialForm,
  final: true,
  noDict: true,
  repr: (self: SpecialForm) => (self === ANNOTATED ? "<class 'typing.Annotated'>" : `typing.${self.name}`),
  getItem: (self: SpecialForm, key: Value, call) => remembered(call, self, key, subscriptForm),
  getters: { _name: (self: SpecialForm) => self.name, __name__: (self: SpecialForm) => self.name },
  methods: {
    ...UNION_METHODS,
    __call__: [
      '*args, **kwds',
      (_call, self: SpecialForm) => {
        throw typeError(`Cannot instantiate typing.${self.name}`);
      },
    ],
    __mro_entries__: [
      'bases, /',
      (_call, self: SpecialForm) => {
        throw typeError(`Cannot subclass typing.${self.name}`);
      },
    ],
    __instancecheck__: [
      'obj, /',
      (_call, self: SpecialForm) => {
        throw typeError(`typing.${self.name} cannot be used with isinstance()`);
      },
    ],
  },
});

export const containerFormClass = nativeClass({
  name: '_SpecialGenericAlias',
  module: 'typing',
  host: ContainerForm,
  noDict: true,
  repr: (self: ContainerForm) => `typing.${self.name}`,
  getItem: (self: ContainerForm, key: Value, call) => remembered(call, self, key, subscriptContainer),
  getters: {
    __origin__: (self: ContainerForm) => self.origin,
    __name__: (self: ContainerForm) => self.name,
    _name: (self: ContainerForm) => self.name,
  },
  getattr: (self: ContainerForm, name, call) =>
    name.startsWith('__') ? undefined : call.getAttribute(self.origin, name),
  methods: {
    ...UNION_METHODS,
    __call__: [
      '*args, **kwargs',
      (_call, self: ContainerForm) => {
        throw typeError(`Type ${self.name} cannot be instantiated; use ${containerHint(self)}() instead`);
      },
    ],
    __mro_entries__: ['bases, /', (_call, self: ContainerForm) => tuple([self.origin])],
    __instancecheck__: [
      'obj, /',
      (call, self: ContainerForm, value: Value) => isInstanceOf(call, value, self.origin),
    ],
    __subclasscheck__: [
      'cls, /',
      (call, self: ContainerForm, cls: Value) =>
        call.call(call.builtins.get('issubclass')!, [cls, self.origin]),
    ],
  },
});

const containerHint = (form: ContainerForm): string => form.target.replace('builtins.', '');

export const aliasClass = nativeClass({
  name: '_GenericAlias',
  module: 'typing',
  host: TypingAlias,
  repr: aliasText,
  eq: (self: TypingAlias, other: Value) =>
    other instanceof PyUnion && self.form === UNION
      ? sameAlias(self, new TypingAlias(UNION, other.args))
      : other instanceof TypingAlias
        ? sameAlias(self, other)
        : NotImplemented,
  hash: (self: TypingAlias) =>
    self.form === UNION
      ? self.args.length + idOf(UNION)
      : hashAll([...self.args.filter((arg) => !(arg instanceof PyList))]),
  getItem: (self: TypingAlias, key: Value) => substitute(self, key),
  getters: {
    __origin__: (self: TypingAlias) => self.origin,
    __args__: (self: TypingAlias) => tuple(self.args),
    __parameters__: (self: TypingAlias) => tuple(variablesOf(self.args)),
    __name__: (self: TypingAlias, call) => nameOf(self, call),
    _name: (self: TypingAlias) =>
      self.form instanceof ContainerForm || self.form instanceof SpecialForm ? self.form.name : null,
  },
  getattr: (self: TypingAlias, name, call) => {
    if (name === '__metadata__') return self.metadata && tuple(self.metadata);
    if (name.startsWith('__') && name !== '__doc__' && name !== '__module__') return undefined;
    return self.origin instanceof SpecialForm ? undefined : call.getAttribute(self.origin, name);
  },
  methods: {
    ...UNION_METHODS,
    __call__: [
      '*args, **kwargs',
      (_call, self: TypingAlias, args: Value[], keywords: Map<string, Value>) =>
        callAlias(self, args, keywords),
    ],
    __mro_entries__: ['bases, /', (_call, self: TypingAlias, bases: PyTuple) => mroEntries(self, bases)],
    __instancecheck__: [
      'obj, /',
      (call, self: TypingAlias, value: Value) => {
        if (self.form !== UNION) throw typeError(CHECK);
        return self.args.some((member) => isInstanceOf(call, value, member));
      },
    ],
    __subclasscheck__: [
      'cls, /',
      () => {
        throw typeError(CHECK);
      },
    ],
  },
});

function nameOf({ form, origin }: TypingAlias, call: Interpreter): Value {
  if (form instanceof SpecialForm || form instanceof ContainerForm) return form.name;
  return call.getAttribute(origin, '__name__') ?? '';
}

/** Which classes stand for `Model[int]`, `List[int]` or `Generic[T]` among bases. */
function mroEntries(alias: TypingAlias, bases: PyTuple): PyTuple {
  const { form, origin } = alias;
  if (form instanceof SpecialForm && !alias.metadata) throw typeError(`Cannot subclass ${repr(alias)}`);
  if (origin === genericClass) {
    const later = bases.items.slice(bases.items.indexOf(alias) + 1);
    const covered = later.some((base) => base instanceof TypingAlias || base instanceof PyGenericAlias);
    return tuple(covered ? [] : [origin]);
  }
  if (!(form instanceof ContainerForm)) return tuple([origin]);
  const generic = bases.items.some(
    (base) =>
      base !== alias &&
      ((base instanceof PyClass && base.isSubclassOf(genericClass)) ||
        (base instanceof TypingAlias && base.origin === genericClass)),
  );
  return tuple(generic || variablesOf(alias.args).length === 0 ? [origin] : [origin, genericClass]);
}

const variableGetters = {
  __name__: (self: TypeVariable) => self.name,
  __bound__: (self: TypeVariable) => self.bound,
  __constraints__: (self: TypeVariable) => tuple(self.constraints),
  __covariant__: (self: TypeVariable) => self.covariant,
  __contravariant__: (self: TypeVariable) => self.contravariant,
};

const variableText = (self: TypeVariable): string => {
  if (self.variable === 'TypeVarTuple') return self.name;
  return (self.covariant ? '+' : self.contravariant ? '-' : '~') + self.name;
};

export const typeVarClass = nativeClass({
  name: 'TypeVar',
  module: 'typing',
  signature: 'name, *constraints, bound=None, covariant=False, contravariant=False',
  construct: (
    call,
    _cls,
    name: string,
    constraints: Value[],
    bound: Value,
    covariant: boolean,
    contravariant: boolean,
  ) => {
    if (covariant && contravariant) throw raiseValue(call, 'Bivariant types are not supported.');
    if (constraints.length === 1) throw typeError('A single constraint is not allowed');
    const message = 'TypeVar(name, constraint, ...): constraints must be types.';
    const made = new TypeVariable('TypeVar', name, {
      bound: bound === null ? null : checkedType(bound, 'Bound must be a type.'),
      constraints: constraints.map((constraint) => checkedType(constraint, message)),
      covariant,
      contravariant,
    });
    genericSetAttribute(made, '__module__', callerName(call));
    return made;
  },
  repr: variableText,
  getters: variableGetters,
  methods: UNION_METHODS,
});

const raiseValue = (call: Interpreter, message: string) =>
  call.call(call.builtins.get('ValueError')!, [message]);

/** `P.args` and `P.kwargs`, as a signature names them. */
class ParamSpecPart {
  readonly spec: TypeVariable;
  readonly part: 'args' | 'kwargs';
  constructor(spec: TypeVariable, part: 'args' | 'kwargs') {
    this.spec = spec;
    this.part = part;
  }
}

const partClass = (name: string) =>
  nativeClass({
    name,
    module: 'typing',
    repr: (self: ParamSpecPart) => `${self.spec.name}.${self.part}`,
    getters: { __origin__: (self: ParamSpecPart) => self.spec },
  });

/** What `P.args` is, and `P.kwargs`. */
export const paramSpecParts = { args: partClass('ParamSpecArgs'), kwargs: partClass('ParamSpecKwargs') };

registerFamily(ParamSpecPart, ({ part }) => paramSpecParts[part]);

export const paramSpecClass = nativeClass({
  name: 'ParamSpec',
  module: 'typing',
  signature: 'name, *, bound=None, covariant=False, contravariant=False',
  construct: (_call, _cls, name: string) => new TypeVariable('ParamSpec', name),
  repr: variableText,
  methods: UNION_METHODS,
  getters: {
    ...variableGetters,
    args: (self: TypeVariable) => new ParamSpecPart(self, 'args'),
    kwargs: (self: TypeVariable) => new ParamSpecPart(self, 'kwargs'),
  },
});

export const typeVarTupleClass = nativeClass({
  name: 'TypeVarTuple',
  module: 'typing',
  signature: 'name',
  construct: (_call, _cls, name: string) => new TypeVariable('TypeVarTuple', name),
  repr: variableText,
  getters: variableGetters,
  methods: UNION_METHODS,
  iterate: (self: TypeVariable) => [new TypingAlias(new SpecialForm('Unpack'), [self])],
});

const VARIABLE_CLASSES = {
  TypeVar: typeVarClass,
  ParamSpec: paramSpecClass,
  TypeVarTuple: typeVarTupleClass,
};

registerFamily(TypeVariable, ({ variable }) => VARIABLE_CLASSES[variable]);

export const forwardRefClass = nativeClass({
  name: 'ForwardRef',
  module: 'typing',
  host: ForwardRef,
  signature: 'arg, is_argument=True, module=None, *, is_class=False',
  construct: (call, _cls, text: Value) => {
    if (typeof text === 'string') return new ForwardRef(text);
    throw typeError(`Forward reference must be a string -- got ${call.repr(text)}`);
  },
  repr: (self: ForwardRef, call) => `ForwardRef(${call.repr(self.text)})`,
  eq: (self: ForwardRef, other: Value) =>
    other instanceof ForwardRef ? self.text === other.text : NotImplemented,
  hash: (self: ForwardRef) => hashAll([self.text]),
  getters: { __forward_arg__: (self: ForwardRef) => self.text },
  methods: UNION_METHODS,
});

/** `Generic` */
export const genericClass: PyClass = nativeClass({
  name: 'Generic',
  module: 'typing',
  attributes: { __slots__: () => tuple([]) },
  classMethods: {
    __class_getitem__: ['params, /', (_call, cls: PyClass, key: Value) => subscriptClass(cls, key)],
    __init_subclass__: [
      '*args, **kwargs',
      (call, cls: PyClass, args: Value[], keywords: Map<string, Value>) => {
        const next = new PySuper(genericClass, cls, cls);
        call.call(call.getAttribute(next, '__init_subclass__')!, args, keywords);
        initGeneric(cls);
        return null;
      },
    ],
  },
});

function subscriptClass(cls: PyClass, key: Value): Value {
  const items = itemsOf(key);
  if (cls === genericClass || cls.name === 'Protocol') {
    if (items.length === 0) throw typeError(`Parameter list to ${cls.qualname}[...] cannot be empty`);
    if (!items.every((item) => item instanceof TypeVariable || item instanceof TypingAlias)) {
      throw typeError(
        `Parameters to ${cls.name}[...] must all be type variables or parameter specification variables.`,
      );
    }
    if (new Set(items).size !== items.length)
      throw typeError(`Parameters to ${cls.name}[...] must all be unique`);
    return new TypingAlias(cls, items);
  }
  const args = items.map((item) =>
    item === Ellipsis || item instanceof PyList
      ? item
      : checkedType(item, 'Parameters to generic types must be types.'),
  );
  const parameters = cls.lookup('__parameters__');
  const expected = parameters instanceof PyTuple ? parameters.items.length : 0;
  if (expected === 0) throw typeError(`${repr(cls)} is not a generic class`);
  const open = (parameters as PyTuple).items.some(
    (parameter) => parameter instanceof TypeVariable && parameter.variable !== 'TypeVar',
  );
  if (!open && args.length !== expected) {
    const what = args.length > expected ? 'many' : 'few';
    throw typeError(`Too ${what} arguments for ${repr(cls)}; actual ${args.length}, expected ${expected}`);
  }
  return new TypingAlias(cls, args);
}

/** Gives a generic class its `__parameters__`. */
function initGeneric(cls: PyClass): void {
  const written = cls.own.get('__orig_bases__');
  const bases = written instanceof PyTuple ? written.items : [];
  if (bases.includes(genericClass)) throw typeError('Cannot inherit from plain Generic');
  const own = bases.find(
    (base) => base instanceof TypingAlias && (base.origin === genericClass || isProtocol(base.origin)),
  );
  const all = variablesOf(bases.filter((base) => base !== genericClass));
  const listed = own instanceof TypingAlias ? variablesOf(own.args) : all;
  const missing = all.filter((variable) => !listed.includes(variable));
  if (missing.length > 0) {
    const names = (variables: readonly TypeVariable[]) => variables.map(variableText).join(', ');
    throw typeError(`Some type variables (${names(missing)}) are not listed in Generic[${names(listed)}]`);
  }
  cls.setOwn('__parameters__', tuple(listed));
}

const isProtocol = (origin: Value) =>
  origin instanceof PyClass && origin.name === 'Protocol' && origin.module === 'typing';

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

/** What `get_origin` answers. */
export function originOf(type: Value): Value {
  if (type instanceof TypingAlias) return type.metadata ? ANNOTATED : type.origin;
  if (type instanceof ContainerForm) return type.origin;
  if (type === genericClass) return genericClass;
  if (type instanceof PyGenericAlias) return type.origin;
  if (type instanceof PyUnion) return classOf(type);
  return null;
}

/** What `get_args` answers. */
export function argsOf(type: Value): PyTuple {
  if (type instanceof TypingAlias) {
    if (type.metadata) return tuple([...type.args, ...type.metadata]);
    const isCallable = type.form instanceof ContainerForm && type.form.name === 'Callable';
    if (!isCallable || type.args[0] === Ellipsis) return tuple(type.args);
    return tuple([list([...type.args.slice(0, -1)]), type.args.at(-1)!]);
  }
  const args = type === null ? undefined : findAttribute(type, '__args__');
  return args instanceof PyTuple ? args : tuple([]);
}

/** Whether a type is a union with None. */
export const isNoneType = (type: Value): boolean => type === null || type === noneClass;

export { LITERAL };
