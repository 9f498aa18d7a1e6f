/** From Python types to column types. Answers to: sqlalchemy/orm/decl_api.py (registry._resolve_type). */
import { Raise } from '../../../../machine.ts';
import { PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { ENUM } from '../../../../sqlalchemy/types/structured.ts';
import { SqlType } from '../../../../sqlalchemy/types/type.ts';
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
  'builtins.NoneType': 'types.NullType',
};

/**
 * @param type the annotation without None and, where nothing is registered for it as a whole, without Annotated.
 * @param fallback whether a NewType may stand for what it is made of, with a warning
 * @returns undefined where no column type belongs to it.
 */
export function typeFor(
  call: Interpreter,
  registry: Registry,
  type: Value,
  fallback: boolean,
): SqlType | undefined {
  for (const candidate of candidatesOf(call, type)) {
    const found = registeredFor(call, registry, candidate) ?? usualFor(call, candidate);
    const resolved = found && fitting(call, found, type, candidate);
    if (resolved) return resolved;
  }
  return fallback ? newTypeFor(call, registry, type) : undefined;
}

/** Where a type may be registered: as itself, as a class above it, as any Literal. */
function candidatesOf(call: Interpreter, type: Value): readonly Value[] {
  if (type instanceof PyClass) return type.mro;
  return isLiteral(call, type) ? [type, call.importName('typing.Literal')] : [type];
}

const isLiteral = (call: Interpreter, type: Value): boolean =>
  type !== null &&
  typeof type === 'object' &&
  !(type instanceof PyClass) &&
  call.getAttribute(type, '__origin__') === call.importName('typing.Literal');

/** What SQLAlchemy itself has for a Python type. */
function usualFor(call: Interpreter, type: Value): SqlType | undefined {
  const name = type instanceof PyClass ? DEFAULTS[`${type.module}.${type.name}`] : undefined;
  if (name) return instantiated(call, call.importName(`sqlalchemy.${name}`));
  const enumClass = call.importName('enum.Enum');
  if (type !== enumClass && type !== call.importName('typing.Literal')) return undefined;
  return call.call(call.importName('sqlalchemy.Enum'), [enumClass]) as SqlType;
}

/** What was found for `candidate`, for `type`: a class above says nothing of those below it, but for enums. */
function fitting(call: Interpreter, found: SqlType, type: Value, candidate: Value): SqlType | undefined {
  if (type === candidate) return found;
  return found.is(ENUM) ? enumFor(call, found, type) : undefined;
}

function newTypeFor(call: Interpreter, registry: Registry, type: Value): SqlType | undefined {
  let inner = superOf(call, type);
  if (inner === undefined) return undefined;
  for (let next: Value | undefined = inner; next !== undefined; next = superOf(call, next)) inner = next;
  const found = typeFor(call, registry, inner, false);
  if (found)
    call.process.warn(
      'sqlalchemy.exc.SADeprecationWarning',
      `Matching the provided NewType '${call.str(type)}' on its resolved value without matching it in the type_annotation_map ` +
        'is deprecated; add this type to the type_annotation_map to allow it to match explicitly.',
    );
  return found;
}

const superOf = (call: Interpreter, type: Value): Value | undefined =>
  type === null || typeof type !== 'object' || type instanceof PyClass
    ? undefined
    : call.getAttribute(type, '__supertype__');

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

/** An enum class, or Literal["a", "b"], becomes an Enum with the options of the general one. */
function enumFor(call: Interpreter, general: SqlType, type: Value): SqlType {
  const literal = isLiteral(call, type);
  const labels = literal ? argumentsOf(call, type) : [type];
  if (literal && labels.some((label) => typeof label !== 'string')) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Can't create string-based Enum datatype from non-string values: ${labels
        .filter((label) => typeof label !== 'string')
        .map((label) => call.repr(label))
        .join(', ')}.  Please provide an explicit Enum datatype for this Python type`,
    ]);
  }
  const keywords = new Map<string, Value>(enumKeywords(general));
  if (literal) keywords.set('native_enum', false);
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
    // The longest name of no names at all says nothing.
    const said = value !== undefined && value !== null && !(name === 'length' && value === 0);
    return said ? [[name, value as Value]] : [];
  });
}
