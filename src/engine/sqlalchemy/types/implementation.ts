/** What a type really is on a dialect. Answers to: TypeEngine.dialect_impl, TypeDecorator.load_dialect_impl. */
import { TYPE_DECORATOR, TYPE_ENGINE } from './base.ts';
import type { TypeDefinition } from './definition.ts';
import { ABSTRACT_INTERVAL, INTERVAL } from './temporal.ts';
import { SqlType } from './type.ts';

/** The dialect that a type is asked for. `default` is what `str(type)` uses. */
export interface TypeDialect {
  readonly name: string;
  /** The dialect's object in the learner's world, handed to `load_dialect_impl`. */
  readonly handle?: unknown;
}

export const POSTGRESQL: TypeDialect = { name: 'postgresql' };
export const DEFAULT_DIALECT: TypeDialect = { name: 'default' };

/**
 * The type after variants and decorators: what is compiled, and what reads and writes values.
 * @param native makes PostgreSQL's own type for one that stands for several, such as Interval
 */
export function implementation(
  type: SqlType,
  dialect: TypeDialect,
  native?: (type: SqlType) => SqlType | undefined,
): SqlType {
  const variant = type.variants.get(dialect.name);
  if (variant) return implementation(variant, dialect, native);
  const own = native?.(type);
  if (own) return own;
  if (!type.is(TYPE_DECORATOR)) return type;
  const loaded = type.custom?.method('load_dialect_impl')?.(dialect.handle ?? dialect.name);
  const inner = loaded instanceof SqlType ? loaded : type.options.impl;
  return inner instanceof SqlType && inner !== type ? implementation(inner, dialect, native) : type;
}

/**
 * `type._type_affinity`: the most general class of the same family, for comparing types.
 * Two types are of one kind where this is the same.
 */
export function typeAffinity(type: SqlType): TypeDefinition {
  if (type.is(ABSTRACT_INTERVAL)) return INTERVAL;
  if (type.is(TYPE_DECORATOR) && type.options.impl instanceof SqlType) return typeAffinity(type.options.impl);
  let affinity = type.definition;
  for (const base of type.definition.lineage) {
    if (base.mixin || base === TYPE_ENGINE) break;
    affinity = base;
  }
  return affinity;
}
