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
  /** An attribute of the instance or its class; undefined where there is none. */
  attribute(name: string): unknown;
  /** Parameters of the learner's `__init__`; undefined where the class inherits SQLAlchemy's. */
  parameters(): TypeDefinition['parameters'] | undefined;
}

/** Any instance of TypeEngine, whatever its class: `definition` says which. */
export class SqlType {
  readonly kind = 'type';
  readonly definition: TypeDefinition;
  readonly options: TypeOptions;
  /** `with_variant`: dialect name to type. */
  variants: ReadonlyMap<string, SqlType> = new Map();
  /** Set where the class is the learner's own. */
  custom: CustomType | undefined;

  constructor(definition: TypeDefinition, options: TypeOptions = {}) {
    this.definition = definition;
    this.options = options;
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

  /** A shallow copy of the same class. */
  copy(options: TypeOptions = this.options): SqlType {
    const copy = new SqlType(this.definition, { ...options });
    copy.variants = this.variants;
    copy.custom = this.custom;
    return copy;
  }

  /** `repr(self)` */
  repr(python: PythonRepr = plainRepr): string {
    return genericRepr(this, python);
  }
}

/** Set by the families whose `repr()` is not the general one; keyed by definition. */
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

/** The arguments that `repr()` shows: required ones by place, others by keyword where they differ from their default. */
export function reprArguments(
  type: SqlType,
  parameters: TypeDefinition['parameters'],
  python: PythonRepr,
): string[] {
  const out: string[] = [];
  const value = (name: string) => type.custom?.attribute(name) ?? type.options[name];
  for (const parameter of parameters) {
    const current = value(parameter.name);
    if (parameter.kind === 'variadic') {
      if (Array.isArray(current)) out.push(...current.map(python));
    } else if (parameter.kind !== 'keywords' && !('default' in parameter)) {
      out.push(current === undefined ? 'None' : python(current));
    }
  }
  for (const parameter of parameters) {
    if (parameter.kind === 'variadic' || parameter.kind === 'keywords' || !('default' in parameter)) continue;
    const current = value(parameter.name);
    if (current !== undefined && current !== parameter.default)
      out.push(`${parameter.name}=${python(current)}`);
  }
  return out;
}
