/** What an Enum is made of, and how it is asked. Answers to: sqlalchemy/sql/sqltypes.py (Enum). */
import { Raise } from '../../../machine.ts';
import { findAttribute } from '../../../python/values/attributes/attributes.ts';
import { typeName } from '../../../python/values/classes/class-of.ts';
import { PyTuple } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyBoxed, type Value } from '../../../python/values/value.ts';
import { type EnumSource, enumOfLabels, makeEnum } from '../../../sqlalchemy/types/enum.ts';
import type { SqlType, TypeOptions } from '../../../sqlalchemy/types/type.ts';

export const ENUM_ATTRIBUTES = [
  'name',
  'schema',
  'metadata',
  'inherit_schema',
  'native_enum',
  'create_constraint',
  'length',
];
export const MORE_ENUM_ATTRIBUTES = [
  'validate_strings',
  'values_callable',
  'enum_class',
  'sort_key_function',
  'collation',
];

/** Reads an option of the type as an attribute. */
export const attribute = (name: string) => (self: SqlType) => (self.options[name] ?? null) as Value;
const setAttribute = (name: string) => (self: SqlType, value: Value) => {
  self.options[name] = value;
};

/** Getters for options that are no parameters of their class. */
export const optionGetters = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, attribute(name)]));

/** Attributes that set options of the type, by name. */
export const optionSetters = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, setAttribute(name)]));

/** @throws TypeError for what Python cannot measure or hash */
function refuseLabels(enums: readonly Value[]): void {
  for (const label of enums) {
    if (typeof label === 'string' || label instanceof PyBoxed || label instanceof PyTuple) continue;
    const type = typeName(label);
    const unhashable = type === 'list' || type === 'dict' || type === 'set';
    throw new Raise('builtins.TypeError', [
      unhashable ? `unhashable type: '${type}'` : `object of type '${type}' has no len()`,
    ]);
  }
}

/** The labels of an Enum's arguments: strings, or one class of Python's enum. */
function enumSource(
  call: Interpreter,
  enums: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): EnumSource {
  const [only] = enums;
  const members = enums.length === 1 && only !== null ? findAttribute(only!, '__members__') : undefined;
  if (members === undefined) {
    refuseLabels(enums);
    return enumOfLabels(enums);
  }
  const all: [Value, Value][] = [...call.iterate(members)].map((name) => [
    name,
    call.callMethod(members, '__getitem__', name),
  ]);
  const omit = keywords.get('omit_aliases') ?? true;
  const kept =
    omit === true ? all.filter(([name, member]) => call.getAttribute(member, 'name') === name) : all;
  const convert = keywords.get('values_callable') ?? null;
  const values =
    convert === null ? kept.map(([name]) => name) : [...call.iterate(call.call(convert, [only!]))];
  const className = findAttribute(only!, '__name__');
  return {
    values,
    objects: kept.map(([, member]) => member),
    enumClass: only!,
    className: typeof className === 'string' ? className : undefined,
  };
}

/** The attributes of a new Enum. */
export function enumOptions(
  call: Interpreter,
  self: SqlType,
  enums: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): TypeOptions {
  const given = Object.fromEntries([...keywords].filter(([, value]) => value !== undefined));
  return makeEnum(self.definition, enumSource(call, enums, keywords), given).options;
}
