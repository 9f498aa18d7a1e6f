/** The most general type that says the same in DDL: VARCHAR(20) → String(20). Answers to: sqlacodegen/generators.py (get_adapted_type). */
import { Raise } from '../machine.ts';
import { compileType } from '../sqlalchemy/postgresql/type-compiler.ts';
import type { TypeDefinition } from '../sqlalchemy/types/definition.ts';
import { ARRAY, ENUM } from '../sqlalchemy/types/structured.ts';
import { SqlType, type TypeOptions } from '../sqlalchemy/types/type.ts';

/** @returns the type itself where no more general one fits */
export function adaptedType(type: SqlType): SqlType {
  const item = type.options.item_type;
  const start =
    type.is(ARRAY) && item instanceof SqlType
      ? type.copy({ ...type.options, item_type: adaptedType(item) })
      : type;
  const wanted = compiled(start);
  if (wanted === undefined) return start;
  let best = start;
  for (const definition of type.definition.lineage) {
    if (definition === type.definition || definition.mixin || definition.name.startsWith('_')) continue;
    if (!definition.visit) continue;
    const candidate = new SqlType(definition, optionsFor(definition, start.options));
    if (compiled(candidate) !== wanted) break;
    best = candidate;
  }
  return best;
}

/** undefined for types that cannot be written, such as one that was not recognized. */
function compiled(type: SqlType): string | undefined {
  try {
    return compileType(type);
  } catch (error) {
    if (error instanceof Raise) return undefined;
    throw error;
  }
}

/** What the more general class has arguments for. */
function optionsFor(definition: TypeDefinition, options: TypeOptions): TypeOptions {
  if (definition.lineage.has(ENUM)) return options;
  const names = new Set(definition.parameters.map(({ name }) => name));
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.has(name)));
}
