/** A column type as a value. Answers to: sqlalchemy/sql/type_api.py (TypeEngine). */
import { Raise } from '../../machine.ts';
import type { TypeDefinition } from './definition.ts';
import { type PythonRepr, plainRepr } from './repr.ts';

/** Attributes of a type under their Python names: length, collation, timezone, item_type … */
export type TypeOptions = Record<string, unknown>;

/**
 * What the learner's own class adds to a type: made by the room that knows Python.
 * Methods come back bound; undefined where the class (below SQLAlchemy's own) does not define them.
 */
export interface CustomType {
  readonly name: string;
  readonly module: string;
  /** A method that the learner wrote, such as get_col_spec, load_dialect_impl, process_bind_param. */
  method(name: string): ((...args: readonly unknown[]) => unknown) | undefined;
  /** A value as the learner's `literal_processor` writes it; undefined where there is none. */
  literal(dialect: unknown, value: unknown): string | undefined;
  /** The SQL that `@compiles` gives; undefined where it gives none. */
  compiled(): (() => unknown) | undefined;
  /** An attribute of the instance or its class; undefined where there is none. */
  attribute(name: string): unknown;
  /** An attribute that the learner's class itself holds. */
  written(name: string): unknown;
  /** Parameters of the learner's `__init__`; undefined where the class inherits SQLAlchemy's. */
  parameters(): TypeDefinition['parameters'] | undefined;
}

const NO_VARIANTS: ReadonlyMap<string, SqlType> = new Map();

/** Any instance of TypeEngine, whatever its class: `definition` says which. */
export class SqlType {
  readonly kind = 'type';
  readonly definition: TypeDefinition;
  options: TypeOptions;
  /** `with_variant`: dialect name to type. */
  variants: ReadonlyMap<string, SqlType> = NO_VARIANTS;
  /** Set where the class is the learner's own: what it adds to an instance. */
  customClass: ((type: SqlType) => CustomType) | undefined;

  /** @param options attributes that differ from the constructor's defaults */
  constructor(definition: TypeDefinition, options: TypeOptions = {}) {
    this.definition = definition;
    this.options = { ...options };
    for (const { name, kind, default: fallback } of definition.parameters) {
      if (fallback !== undefined && kind !== 'variadic') this.options[name] ??= fallback;
    }
  }

  /** What the learner's own class adds. */
  get custom(): CustomType | undefined {
    return this.customClass?.(this);
  }

  /** The same type of SQLAlchemy's own class. */
  plain(): SqlType {
    return new SqlType(this.definition, this.options);
  }

  /** `isinstance(self, …)` for SQLAlchemy's own classes. */
  is(definition: TypeDefinition): boolean {
    return this.definition.lineage.has(definition);
  }

  /** `type(self).__name__` */
  get className(): string {
    return this.custom?.name ?? this.definition.name;
  }

  /** `type(self).__module__` */
  get moduleName(): string {
    return this.custom?.module ?? this.definition.module;
  }

  /** A copy that uses another type on the named dialects. */
  withVariant(type: SqlType, ...dialects: readonly string[]): SqlType {
    if (dialects.length === 0) {
      throw new Raise('sqlalchemy.exc.ArgumentError', ['At least one dialect name is required']);
    }
    const variants = new Map(this.variants);
    for (const dialect of dialects) {
      if (variants.has(dialect)) {
        throw new Raise('sqlalchemy.exc.ArgumentError', [
          `Dialect ${plainRepr(dialect)} is already present in the mapping for this ${plainRepr(this)}`,
        ]);
      }
      variants.set(dialect, type);
    }
    const copy = this.copy();
    copy.variants = variants;
    return copy;
  }

  /** A copy of the same class, also of what the learner's world hung on it. */
  copy(options: TypeOptions = this.options): SqlType {
    const own = Object.getOwnPropertyDescriptors(this);
    for (const key of Object.getOwnPropertySymbols(this)) {
      const value = Reflect.get(this, key) as unknown;
      if (value instanceof Map) Reflect.set(own, key, { value: new Map(value) });
    }
    const copy = Object.create(Object.getPrototypeOf(this), own) as SqlType;
    copy.options = { ...options };
    return copy;
  }

  /** `repr(self)` */
  repr(python: PythonRepr = plainRepr): string {
    return genericRepr(this, python);
  }
}

/** Families whose `repr()` is not the general one. */
const reprRules = new Map<TypeDefinition, (type: SqlType, python: PythonRepr) => string>();

/** Registers a family's own `__repr__`. */
export function ownRepr(
  definition: TypeDefinition,
  rule: (type: SqlType, python: PythonRepr) => string,
): void {
  reprRules.set(definition, rule);
}

function genericRepr(type: SqlType, python: PythonRepr): string {
  for (const definition of type.definition.lineage) {
    const rule = reprRules.get(definition);
    if (rule) return rule(type, python);
  }
  const parameters = type.custom?.parameters() ?? type.definition.parameters;
  return `${type.className}(${reprArguments(type, parameters, python).join(', ')})`;
}

/**
 * The arguments that `repr()` shows: required ones by place, others by keyword where they differ from their default.
 * Keyword-only ones are never shown.
 * @param around the learner's decorator, whose class may have attributes of these names
 */
export function reprArguments(
  type: SqlType,
  parameters: TypeDefinition['parameters'],
  python: PythonRepr,
  around?: SqlType,
): string[] {
  const places: string[] = [];
  const keywords: string[] = [];
  for (const parameter of parameters) {
    const { name, kind } = parameter;
    if (kind === 'keyword' || kind === 'keywords') continue;
    const value = around?.custom?.written(name) ?? type.custom?.attribute(name) ?? type.options[name];
    if (kind === 'variadic') {
      if (Array.isArray(value)) places.push(...value.map(python));
    } else if (!('default' in parameter)) places.push(python(value ?? null));
    else if (value !== undefined && value !== parameter.default) keywords.push(`${name}=${python(value)}`);
  }
  return [...places, ...keywords];
}
