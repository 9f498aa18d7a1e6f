/** Python classes of column types, made from their definitions. Answers to: sqlalchemy/sql/type_api.py, sqltypes.py. */
import { Raise } from '../../../machine.ts';
import { NativeFunction, PyStaticMethod } from '../../../python/values/callable.ts';
import { registerFamily, typeName } from '../../../python/values/classes/class-of.ts';
import { functionClass } from '../../../python/values/classes/classes.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeClassSpec } from '../../../python/values/native/spec.ts';
import { PY_CLASS, PyClass, type Value } from '../../../python/values/value.ts';
import { TYPE_ENGINE } from '../../../sqlalchemy/types/base.ts';
import { signatureOf, type TypeDefinition } from '../../../sqlalchemy/types/definition.ts';
import { makeType } from '../../../sqlalchemy/types/make.ts';
import { plainRepr } from '../../../sqlalchemy/types/repr.ts';
import { SqlType, type TypeOptions } from '../../../sqlalchemy/types/type.ts';
import { visitableClass } from '../bases.ts';
import { toPython } from '../convert.ts';
import { ownComparator } from './comparator-class.ts';
import { learnerType } from './learner-type.ts';

/** What a class has beside its constructor and the attributes of its arguments. */
export interface TypeBinding {
  /** Without self, where the definition's parameters do not say it exactly. */
  readonly signature?: string;
  /** The attributes of a new instance, from bound arguments. */
  readonly initialise?: (call: Interpreter, self: SqlType, ...bound: never[]) => TypeOptions;
  readonly spec?: Omit<
    Partial<NativeClassSpec>,
    'name' | 'module' | 'bases' | 'host' | 'construct' | 'signature'
  >;
}

const bindings = new Map<TypeDefinition, TypeBinding>();
const classes = new Map<TypeDefinition, PyClass>();
const definitions = new Map<PyClass, TypeDefinition>();

/** Says what a type's class has of its own; before the class is first used. */
export function bindType(definition: TypeDefinition, binding: TypeBinding): void {
  bindings.set(definition, binding);
}

/** The Python class of a definition. */
export function typeClassOf(definition: TypeDefinition): PyClass {
  let cls = classes.get(definition);
  if (!cls) {
    cls = makeClass(definition);
    classes.set(definition, cls);
    definitions.set(cls, definition);
  }
  return cls;
}

registerFamily(SqlType, (type) => typeClassOf(type.definition));

/** The definition behind a class of SQLAlchemy's, or behind a learner's subclass of one; undefined for other classes. */
export function definitionOf(cls: PyClass): TypeDefinition | undefined {
  for (const one of cls.mro) {
    const definition = definitions.get(one);
    if (definition) return definition;
  }
  return undefined;
}

function makeClass(definition: TypeDefinition): PyClass {
  const binding = bindings.get(definition) ?? {};
  const root = definition.bases.length === 0;
  return nativeClass({
    ...binding.spec,
    name: definition.name,
    module: definition.module,
    bases: root ? [visitableClass] : definition.bases.map(typeClassOf),
    attributes: {
      ...(definition.visit && { __visit_name__: () => definition.visit }),
      ...comparators(definition),
      ...binding.spec?.attributes,
      ...constructors(definition, binding),
    },
    getters: { ...argumentGetters(definition), ...binding.spec?.getters },
    setters: { ...argumentSetters(definition), ...binding.spec?.setters },
  });
}

function comparators({ name, module }: TypeDefinition): Record<string, () => Value> {
  const comparator = ownComparator(name, module);
  return comparator ? { Comparator: () => comparator, comparator_factory: () => comparator } : {};
}

/** `__new__` makes the instance, also of a learner's class; `__init__` gives it its arguments. */
function constructors(definition: TypeDefinition, binding: TypeBinding): Record<string, () => Value> {
  const made: Record<string, () => Value> = {};
  const add = (name: string, signature: string, code: NativeFunction['code']) => {
    made[name] = () => {
      const method = name === '__init__';
      const qualname = `${definition.name}.${name}`;
      const { module } = definition;
      const callable = new NativeFunction({ qualname, signature, method, module, cls: functionClass, code });
      return method ? callable : new PyStaticMethod(callable);
    };
  };
  if (definition === TYPE_ENGINE) {
    add('__new__', 'cls, /, *args, **kwargs', (_call, cls: PyClass) => newType(cls));
    add('__init__', '*args, **kwargs', (call, self: SqlType, args: Value[], keywords: Map<string, Value>) => {
      if (args.length === 0 && keywords.size === 0) return null;
      const { name } = call.getAttribute(self, '__class__') as PyClass;
      throw new Raise('builtins.TypeError', [`${name}() takes no arguments`]);
    });
  } else if (definition.constructs) {
    const signature = binding.signature ?? signatureOf(definition.parameters, plainRepr);
    const initialise =
      binding.initialise ??
      ((_call: Interpreter, _self: SqlType, ...bound: Value[]) => named(definition, bound));
    add('__init__', signature, (call, self: SqlType, ...bound: Value[]) => {
      const options = (initialise as (call: Interpreter, self: SqlType, ...bound: Value[]) => TypeOptions)(
        call,
        self,
        ...bound,
      );
      self.options = options;
      return null;
    });
  }
  return made;
}

/** Arguments by the parameters' names, with what the class adds to them. */
function named(definition: TypeDefinition, bound: readonly Value[]): TypeOptions {
  const given: TypeOptions = {};
  definition.parameters.forEach(({ name }, at) => {
    given[name] = bound[at];
  });
  return makeType(definition, given).options;
}

function newType(cls: PyClass): SqlType {
  const definition = definitionOf(cls)!;
  const type = makeType(definition);
  if (cls !== typeClassOf(definition)) {
    Object.defineProperty(type, PY_CLASS, { value: cls, configurable: true, writable: true });
    type.customClass = (one) => learnerType(cls, one);
  }
  return type;
}

function argumentGetters(definition: TypeDefinition): Record<string, (self: SqlType) => Value> {
  const getters: Record<string, (self: SqlType) => Value> = {};
  for (const { name, kind } of definition.constructs ? definition.parameters : []) {
    if (kind !== 'variadic' && kind !== 'keywords') getters[name] = (self) => toPython(self.options[name]);
  }
  return getters;
}

function argumentSetters(definition: TypeDefinition): Record<string, (self: SqlType, value: Value) => void> {
  const setters: Record<string, (self: SqlType, value: Value) => void> = {};
  for (const { name, kind } of definition.constructs ? definition.parameters : []) {
    if (kind === 'variadic' || kind === 'keywords') continue;
    setters[name] = (self, value) => {
      self.options[name] = value;
    };
  }
  return setters;
}

/** A type from a class or an instance; undefined for anything else. */
export function typeArgument(call: Interpreter, value: Value | undefined): SqlType | undefined {
  if (value instanceof SqlType) return value;
  if (value instanceof PyClass && definitionOf(value)) return call.call(value) as SqlType;
  return undefined;
}

/** The type of a parameter; undefined for None. @throws AttributeError for what is no type */
export function parameterType(call: Interpreter, value: Value): SqlType | undefined {
  const found = typeArgument(call, value);
  if (found || value === null) return found;
  const given = value instanceof PyClass ? call.call(value) : value;
  throw raise('AttributeError', `'${typeName(given)}' object has no attribute '_is_tuple_type'`);
}
