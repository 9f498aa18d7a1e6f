/** Enumerations. Answers to: sqlalchemy/sql/sqltypes.py (Enum, SchemaType). */
import { Raise } from '../../machine.ts';
import type { TypeDefinition } from './definition.ts';
import { plainRepr } from './repr.ts';
import { ENUM } from './structured.ts';
import { ownRepr, SqlType, type TypeOptions } from './type.ts';

/** The values of an Enum, and where they come from. */
export interface EnumSource {
  /** What goes into the database: labels in order. */
  readonly values: readonly unknown[];
  /** The Python objects that the labels stand for; the labels themselves where there is no class. */
  readonly objects: readonly unknown[];
  /** Python's enum class, and its `__name__`. */
  readonly enumClass: unknown;
  readonly className: string | undefined;
}

/** `Enum('a', 'b')` */
export const enumOfLabels = (labels: readonly unknown[]): EnumSource => ({
  values: labels,
  objects: labels,
  enumClass: null,
  className: undefined,
});

const DEFAULTS: TypeOptions = {
  schema: null,
  metadata: null,
  inherit_schema: false,
  native_enum: true,
  create_constraint: false,
  validate_strings: false,
  values_callable: null,
  sort_key_function: null,
  omit_aliases: true,
  create_type: true,
  _create_events: true,
};

/**
 * `Enum(…)` and PostgreSQL's `ENUM(…)`.
 * @param keywords under Python's names; what is not given has Python's default
 * @throws TypeError, ValueError as Python does
 */
export function makeEnum(
  definition: TypeDefinition,
  source: EnumSource,
  keywords: TypeOptions = {},
): SqlType {
  const longest = Math.max(0, ...source.values.map(lengthOf));
  const length = (keywords.length as number | null | undefined) ?? longest;
  if (length < longest) {
    throw new Raise('builtins.ValueError', [
      `When provided, length must be larger or equal than the length of the longest enum value. ${length} < ${longest}`,
    ]);
  }
  // A class without members, such as enum.Enum itself, stands for classes to come and gives no name.
  const named = source.values.length > 0 ? source.className : undefined;
  const name = keywords.name === undefined ? (named?.toLowerCase() ?? null) : keywords.name;
  // `create_type` is PostgreSQL's; the generic Enum takes it, as it takes any word, and does nothing with it.
  const known = Object.fromEntries(
    Object.entries(keywords).filter(
      ([key]) =>
        (key in DEFAULTS && (key !== 'create_type' || isPostgresEnum(definition))) || key === 'quote',
    ),
  );
  return new SqlType(definition, {
    ...DEFAULTS,
    ...known,
    name,
    enums: source.values,
    objects: source.objects,
    enum_class: source.enumClass,
    length,
    default_length: longest,
    collation: null,
  });
}

const isPostgresEnum = ({ module, bases }: TypeDefinition): boolean =>
  module.startsWith('sqlalchemy.dialects.postgresql') || bases.some(isPostgresEnum);

/** Python's `len()`: a tuple that was passed for its values counts as one label. */
function lengthOf(label: unknown): number {
  if (typeof label === 'string') return [...label].length;
  if (label instanceof Uint8Array) return label.length;
  const { items, value } = (label ?? {}) as { items?: unknown; value?: unknown };
  if (Array.isArray(items)) return items.length;
  if (typeof value === 'string') return [...value].length;
  throw new Raise('builtins.TypeError', [`object of type '${pythonTypeName(label)}' has no len()`]);
}

const pythonTypeName = (value: unknown): string =>
  typeof value === 'boolean'
    ? 'bool'
    : typeof value === 'number'
      ? 'int'
      : value === null
        ? 'NoneType'
        : 'object';

/** Labels of an Enum. */
export const enumLabels = (type: SqlType): readonly string[] =>
  (type.options.enums ?? []) as readonly string[];

const SHOWN: readonly (readonly [string, unknown])[] = [
  ['name', null],
  ['schema', null],
  ['metadata', null],
  ['inherit_schema', false],
  ['native_enum', true],
  ['create_constraint', false],
  ['_create_events', true],
];

ownRepr(ENUM, (type, python) => {
  const parts = enumLabels(type).map(python);
  for (const [name, fallback] of SHOWN) {
    const value = type.options[name];
    if (value !== fallback && value !== undefined) parts.push(`${name}=${python(value)}`);
  }
  const { length, default_length: longest } = type.options;
  if (length !== longest) parts.push(`length=${plainRepr(length)}`);
  return `${type.className}(${parts.join(', ')})`;
});
