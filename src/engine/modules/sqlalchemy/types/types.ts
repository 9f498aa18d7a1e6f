/** sqlalchemy.types: the generic and upper-case types with what learners ask of them. Answers to: sqlalchemy/sql/sqltypes.py. */

import { Raise } from '../../../machine.ts';
import { findAttribute, getAttribute } from '../../../python/values/attributes/attributes.ts';
import { genericSetAttribute } from '../../../python/values/attributes/set-attribute.ts';
import { classOf } from '../../../python/values/classes/class-of.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { namedTypeOf } from '../../../sqlalchemy/postgresql/named-types.ts';
import { compileType, postgresType } from '../../../sqlalchemy/postgresql/type-compiler.ts';
import * as base from '../../../sqlalchemy/types/base.ts';
import type { TypeDefinition } from '../../../sqlalchemy/types/definition.ts';
import { implementation, typeAffinity } from '../../../sqlalchemy/types/implementation.ts';
import { makeType } from '../../../sqlalchemy/types/make.ts';
import * as number from '../../../sqlalchemy/types/number.ts';
import * as structured from '../../../sqlalchemy/types/structured.ts';
import * as temporal from '../../../sqlalchemy/types/temporal.ts';
import * as text from '../../../sqlalchemy/types/text.ts';
import { typeText } from '../../../sqlalchemy/types/text-of.ts';
import { SqlType } from '../../../sqlalchemy/types/type.ts';
import { createNamedType, dropNamedType } from '../schema/named-type.ts';
import {
  attribute,
  ENUM_ATTRIBUTES,
  enumOptions,
  MORE_ENUM_ATTRIBUTES,
  optionGetters,
  optionSetters,
} from './enum-type.ts';
import { pythonTypeName } from './python-type.ts';
import { bindType, definitionOf, typeArgument, typeClassOf } from './type-class.ts';

/** Every type that `sqlalchemy.types` names, by its name there. */
export const GENERIC_TYPES: Readonly<Record<string, TypeDefinition>> = Object.fromEntries([
  ...[base, number, structured, temporal, text]
    .flatMap((family) => Object.values(family) as unknown[])
    .filter(
      (one): one is TypeDefinition =>
        typeof one === 'object' && (one as TypeDefinition | null)?.kind === 'type-definition',
    )
    .map((definition) => [definition.name, definition] as const),
  ['INT', number.SQL_INTEGER] as const,
]);

/** The name of the dialect that an argument stands for. */
function dialectName(call: Interpreter, dialect: Value): string {
  const name = dialect === null ? undefined : call.getAttribute(dialect, 'name');
  return typeof name === 'string' ? name : 'default';
}

const compiled = (call: Interpreter, self: SqlType, dialect: Value): string => {
  const name = dialectName(call, dialect);
  return name === 'postgresql'
    ? compileType(self, { dialect: { name, handle: dialect } })
    : typeText(self, { name, handle: dialect });
};

bindType(base.TYPE_ENGINE, {
  spec: {
    repr: (self: SqlType, call) => self.repr((value) => call.repr(value as Value)),
    str: (self: SqlType) => typeText(self),
    getters: {
      python_type: (self: SqlType, call) => {
        const dotted = pythonTypeName(self);
        if (dotted) return call.importName(dotted);
        throw new Raise('builtins.NotImplementedError', []);
      },
      _type_affinity: (self: SqlType) => typeClassOf(typeAffinity(self)),
      _variant_mapping: (self: SqlType) => dict([...self.variants]),
    },
    attributes: {
      sort_key_function: () => null,
      should_evaluate_none: () => false,
      hashable: () => true,
    },
    methods: {
      with_variant: [
        'type_, *dialect_names',
        (call, self: SqlType, type: Value, names: string[]) => {
          const variant = typeArgument(call, type);
          if (variant) return self.withVariant(variant, ...names);
          throw new Raise('builtins.AttributeError', [
            `'${typeOf(call, type)}' object has no attribute '_variant_mapping'`,
          ]);
        },
      ],
      compile: ['dialect=None', compiled],
      dialect_impl: [
        'dialect',
        (call, self: SqlType, dialect: Value) => implementationOn(call, self, dialect),
      ],
      load_dialect_impl: ['dialect', (_call, self: SqlType) => self],
      copy: ['**kw', (_call, self: SqlType) => self.copy()],
      copy_value: ['value', (_call, _self: SqlType, value: Value) => value],
      evaluates_none: [
        '',
        (call, self: SqlType) => {
          const copy = self.copy();
          call.setAttribute(copy, 'should_evaluate_none', true);
          return copy;
        },
      ],
      adapt: [
        'cls, **kw',
        (call, self: SqlType, cls: PyClass, keywords: Map<string, Value>) =>
          adapted(call, self, cls, keywords),
      ],
      as_generic: ['*, allow_nulltype=False', (_call, self: SqlType) => generalised(self)],
      coerce_compared_value: ['op, value', (_call, self: SqlType) => self],
      literal_processor: ['dialect', () => null],
      bind_processor: ['dialect', () => null],
      result_processor: ['dialect, coltype', () => null],
      bind_expression: ['bindvalue', () => null],
      column_expression: ['colexpr', () => null],
      compare_values: [
        'x, y',
        (call, _self: SqlType, x: Value, y: Value) => call.truth(call.callMethod(x, '__eq__', y)),
      ],
    },
  },
});

const typeOf = (call: Interpreter, value: Value): string =>
  value instanceof PyClass ? 'type' : (call.getAttribute(value, '__class__') as PyClass).name;

function implementationOn(call: Interpreter, self: SqlType, dialect: Value): SqlType {
  const name = dialectName(call, dialect);
  return name === 'postgresql'
    ? postgresType(self, { name, handle: dialect })
    : implementation(self, { name, handle: dialect });
}

/** The same arguments under another class. */
function adapted(
  call: Interpreter,
  self: SqlType,
  cls: PyClass,
  keywords: ReadonlyMap<string, Value>,
): SqlType {
  const definition = definitionOf(cls);
  if (!definition || !cls.native) return call.call(cls, [], givenTo(call, self, cls, keywords)) as SqlType;
  return makeType(definition, { ...self.options, ...Object.fromEntries(keywords) });
}

/** What a class of the learner's takes of the type's own attributes. Answers to: sqlalchemy/util/langhelpers.py (constructor_copy). */
function givenTo(
  call: Interpreter,
  self: SqlType,
  cls: PyClass,
  keywords: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const names = self.custom && classOf(self).isSubclassOf(cls) ? (self.custom.parameters() ?? []) : [];
  const own = names
    .filter(({ kind }) => kind !== 'variadic' && kind !== 'keywords')
    .map(({ name }) => [name, call.getAttribute(self, name)] as const)
    .filter((pair): pair is readonly [string, Value] => pair[1] !== undefined);
  return new Map([...own, ...keywords]);
}

/** The CamelCase type of an upper-case one. */
function generalised(self: SqlType): SqlType {
  const isGeneral = ({ name }: TypeDefinition) => name !== name.toUpperCase() && !name.startsWith('_');
  const definition = [...self.definition.lineage].find((one) => !one.mixin && isGeneral(one));
  if (!definition || definition === base.TYPE_ENGINE) {
    throw new Raise('builtins.NotImplementedError', [
      `Default TypeEngine.as_generic() heuristic method was unsuccessful for ${self.moduleName}.${self.className}. ` +
        'A custom as_generic() method must be implemented for this type class.',
    ]);
  }
  return makeType(definition, self.options);
}

/** `Enum(…).create(bind)`: what PostgreSQL's own type of the same name does, where there is one. */
const ofSchemaType =
  (act: typeof createNamedType) =>
  (call: Interpreter, self: SqlType, bind: Value, checkFirst: Value): Value => {
    if (call.getAttribute(bind, 'dialect') === undefined) throw call.missingAttribute(bind, 'dialect');
    const named = namedTypeOf(self);
    return named ? act(call, named, bind, call.truth(checkFirst)) : null;
  };

bindType(base.SCHEMA_TYPE, {
  spec: {
    methods: {
      create: ['bind, checkfirst=True', ofSchemaType(createNamedType)],
      drop: ['bind, checkfirst=True', ofSchemaType(dropNamedType)],
    },
  },
});

bindType(structured.ENUM, {
  initialise: (call, self, enums: Value[], keywords: Map<string, Value>) =>
    enumOptions(call, self, enums, keywords),
  spec: {
    getters: {
      ...optionGetters([...ENUM_ATTRIBUTES, ...MORE_ENUM_ATTRIBUTES]),
      enums: (self: SqlType) => list([...((self.options.enums ?? []) as Value[])]),
    },
    setters: optionSetters([...ENUM_ATTRIBUTES, ...MORE_ENUM_ATTRIBUTES]),
  },
});

bindType(structured.ARRAY, {
  initialise: (call, self, item: Value, asTuple: Value, dimensions: Value, zeroIndexes: Value) =>
    makeType(self.definition, {
      item_type: typeArgument(call, item) ?? item,
      as_tuple: asTuple,
      dimensions,
      zero_indexes: zeroIndexes,
    }).options,
});

bindType(base.TYPE_DECORATOR, {
  initialise: (call, self, args: Value[], keywords: Map<string, Value>) => {
    const impl = findAttribute(self, 'impl');
    if (impl === undefined || impl === null) {
      throw new Raise('builtins.AssertionError', [
        "TypeDecorator implementations require a class-level variable 'impl' which refers to the class of type being decorated",
      ]);
    }
    const inner = impl instanceof PyClass ? call.call(impl, args, keywords) : impl;
    call.setAttribute(self, 'impl', inner);
    return { impl: inner };
  },
  spec: {
    attributes: { cache_ok: () => null, coerce_to_is_types: () => tuple([]) },
    getattr: (self: SqlType, name) => {
      const { impl } = self.options;
      // What is missing is missing in what is decorated.
      return impl instanceof SqlType && name !== 'impl' ? getAttribute(impl, name) : undefined;
    },
    getters: { impl_instance: attribute('impl') },
    methods: {
      // A learner's __init__ may exchange what is decorated: self.impl = String(10).
      __setattr__: [
        'name, value, /',
        (_call, self: SqlType, name: string, value: Value) => {
          if (name === 'impl' && value instanceof SqlType) self.options.impl = value;
          genericSetAttribute(self, name, value);
          return null;
        },
      ],
      process_bind_param: ['value, dialect', unwritten],
      process_literal_param: ['value, dialect', unwritten],
      process_result_value: ['value, dialect', unwritten],
      load_dialect_impl: ['dialect', (_call, self: SqlType) => (self.options.impl ?? null) as Value],
      type_engine: [
        'dialect',
        (call, self: SqlType, dialect: Value) => implementationOn(call, self, dialect),
      ],
    },
  },
});

function unwritten(): never {
  throw new Raise('builtins.NotImplementedError', []);
}

bindType(temporal.INTERVAL, {
  spec: { getters: { impl: attribute('impl') }, attributes: { cache_ok: () => true } },
});
bindType(structured.PICKLE_TYPE, {
  initialise: (call, self, protocol: Value, pickler: Value, comparator: Value, impl: Value) =>
    makeType(self.definition, {
      protocol,
      pickler,
      comparator,
      impl: typeArgument(call, impl) ?? null,
    }).options,
  spec: { getters: { impl: attribute('impl') }, attributes: { cache_ok: () => true } },
});
bindType(base.TUPLE_TYPE, {
  initialise: (call, self, types: Value[]) =>
    makeType(self.definition, { types: types.map((type) => typeArgument(call, type) ?? type) }).options,
});
bindType(base.USER_DEFINED_TYPE, {
  spec: { attributes: { cache_ok: () => null, ensure_kwarg: () => 'get_col_spec' } },
});
bindType(structured.JSON_TYPE, {
  spec: { attributes: { NULL: () => 'JSON_NULL', hashable: () => false } },
});
