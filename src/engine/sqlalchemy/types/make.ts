/** Types from the arguments of their constructors. Answers to: the `__init__` methods of sqlalchemy/sql/sqltypes.py. */
import { Raise } from '../../machine.ts';
import { TYPE_DECORATOR } from './base.ts';
import type { TypeDefinition } from './definition.ts';
import { enumOfLabels, makeEnum } from './enum.ts';
import { ARRAY, ENUM, PICKLE_TYPE } from './structured.ts';
import { DATETIME, INTERVAL } from './temporal.ts';
import { LARGE_BINARY } from './text.ts';
import { ownRepr, reprArguments, SqlType, type TypeOptions } from './type.ts';

/** Adds to the attributes of a new type, or refuses them. */
type Completion = (options: TypeOptions) => TypeOptions;

const completions = new Map<TypeDefinition, Completion>([
  [ARRAY, completeArray],
  [PICKLE_TYPE, (options) => ({ ...options, impl: options.impl ?? new SqlType(LARGE_BINARY) })],
  [INTERVAL, (options) => ({ ...options, impl: new SqlType(DATETIME) })],
]);

/** Registers what a class adds to its attributes; PostgreSQL's types do. */
export function completeWith(definition: TypeDefinition, completion: Completion): void {
  completions.set(definition, completion);
}

/**
 * A new type of a class.
 * @param options arguments under Python's names; for Enum `enums` is the list of labels
 * @throws ValueError and others, as the class's constructor does
 */
export function makeType(definition: TypeDefinition, options: TypeOptions = {}): SqlType {
  if (definition.lineage.has(ENUM)) {
    const { enums, ...keywords } = options;
    return makeEnum(definition, enumOfLabels((enums ?? []) as readonly unknown[]), keywords);
  }
  let complete = options;
  for (const base of definition.lineage) complete = completions.get(base)?.(complete) ?? complete;
  return new SqlType(definition, complete);
}

function completeArray(options: TypeOptions): TypeOptions {
  const item = asInstance(options.item_type);
  if (item instanceof SqlType && item.is(ARRAY)) {
    throw new Raise('builtins.ValueError', [
      'Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional arrays of basetype',
    ]);
  }
  return { ...options, item_type: item };
}

/** A class stands for an instance without arguments. */
export function asInstance(type: unknown): unknown {
  const isClass =
    typeof type === 'object' && type !== null && (type as TypeDefinition).kind === 'type-definition';
  return isClass ? makeType(type as TypeDefinition) : type;
}

/** A decorator shows the arguments of the type that it wraps. */
ownRepr(TYPE_DECORATOR, (type, python) => {
  const impl = type.options.impl;
  const shown = impl instanceof SqlType ? reprArguments(impl, impl.definition.parameters, python, type) : [];
  return `${type.className}(${shown.join(', ')})`;
});
