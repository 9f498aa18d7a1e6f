/** From Python types to column types. Answers to: sqlalchemy/orm/decl_api.py (registry._resolve_type). */
import { Raise } from '../../../machine.ts';
import { PyDict } from '../../../python/values/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { SqlType } from '../../../sqlalchemy/types/type.ts';
import { argumentsOf } from './annotation.ts';
import type { Registry } from './registry.ts';

/** Python's own types, by dotted name, and the type that a column gets. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'builtins.int': 'Integer',
  'builtins.float': 'Float',
  'builtins.bool': 'Boolean',
  'builtins.str': 'String',
  'builtins.bytes': 'LargeBinary',
  'decimal.Decimal': 'Numeric',
  'datetime.date': 'Date',
  'datetime.datetime': 'DateTime',
  'datetime.time': 'Time',
  'datetime.timedelta': 'Interval',
  'uuid.UUID': 'Uuid',
};

/**
 * @param type the annotation without None and, where nothing is registered for it as a whole, without Annotated.
 * @returns undefined where no column type belongs to it.
 */
export function typeFor(call: Interpreter, registry: Registry, type: Value): SqlType | undefined {
  const registered = registeredFor(call, registry, type);
  if (registered) return registered;
  const generic = enumFor(call, registry, type);
  if (generic) return generic;
  if (type instanceof PyClass) {
    const name = DEFAULTS[`${type.module}.${type.name}`];
    if (name) return instantiated(call, call.importName(`sqlalchemy.${name}`));
  }
  const supertype =
    type !== null && typeof type === 'object' && !(type instanceof PyClass)
      ? call.getAttribute(type, '__supertype__')
      : undefined;
  return supertype === undefined ? undefined : typeFor(call, registry, supertype);
}

function registeredFor(call: Interpreter, registry: Registry, type: Value): SqlType | undefined {
  if (!(registry.typeAnnotationMap instanceof PyDict)) return undefined;
  const found = registry.typeAnnotationMap.get(type);
  return found === undefined || found === null ? undefined : instantiated(call, found);
}

function instantiated(call: Interpreter, found: Value): SqlType {
  const made = found instanceof SqlType ? found : call.call(found);
  if (made instanceof SqlType) return made;
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `Unexpected type ${call.repr(found)} in type_annotation_map`,
  ]);
}

/** An enum class, or Literal["a", "b"], becomes an Enum. A registered `enum.Enum` gives the options. */
function enumFor(call: Interpreter, registry: Registry, type: Value): SqlType | undefined {
  const isClass = type instanceof PyClass;
  const literal =
    !isClass && type !== null && typeof type === 'object'
      ? call.getAttribute(type, '__origin__') === call.importName('typing.Literal')
      : false;
  if (!literal && !(isClass && type.isSubclassOf(call.importName('enum.Enum') as PyClass))) return undefined;
  const labels = literal ? argumentsOf(call, type) : [type];
  if (literal && labels.some((label) => typeof label !== 'string')) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Can't create string-based Enum datatype from non-string values: ${labels
        .filter((label) => typeof label !== 'string')
        .map((label) => call.repr(label))
        .join(', ')}.  Please provide an explicit Enum datatype for this Python type`,
    ]);
  }
  const general = registeredFor(call, registry, call.importName(literal ? 'typing.Literal' : 'enum.Enum'));
  const keywords = new Map<string, Value>(general ? enumKeywords(general) : []);
  if (literal && !keywords.has('native_enum')) keywords.set('native_enum', false);
  return call.call(call.importName('sqlalchemy.Enum'), labels, keywords) as SqlType;
}

const ENUM_KEYWORDS = [
  'native_enum',
  'length',
  'create_constraint',
  'schema',
  'inherit_schema',
  'validate_strings',
  'values_callable',
  'name',
];

function enumKeywords(type: SqlType): [string, Value][] {
  return ENUM_KEYWORDS.flatMap((name): [string, Value][] => {
    const value = type.options[name];
    return value === undefined || value === null ? [] : [[name, value as Value]];
  });
}
