/** Names for variables, classes, attributes and relationships. Answers to: sqlacodegen/generators.py (generate_model_name …). */
import { plural, singular } from './inflect.ts';
import type { ClassModel, Model, Relationship } from './models.ts';
import { className, freeName } from './names.ts';
import type { GeneratorOptions } from './options.ts';

/**
 * Names every model with its attributes and relationships, one model after the other.
 * @param isImported whether an import line has the name
 */
export function nameModels(
  models: readonly Model[],
  options: GeneratorOptions,
  isImported: (name: string) => boolean,
): void {
  const used = new Set<string>();
  const isGlobal = (name: string) => used.has(name) || isImported(name);
  for (const model of models) {
    model.name = freeName(preferredModelName(model, options), isGlobal);
    if (model.kind === 'class') nameMembers(model, options, isGlobal);
    used.add(model.name);
  }
}

function preferredModelName(model: Model, options: GeneratorOptions): string {
  if (model.kind === 'table') return `t_${model.table.name}`;
  const name = className(model.table.name);
  return options.inflect ? (singular(name) ?? name) : name;
}

/** Names of this class and of later ones are not in the way. */
function nameMembers(
  model: ClassModel,
  options: GeneratorOptions,
  isGlobal: (name: string) => boolean,
): void {
  const local = new Set<string>();
  const free = (preferred: string): string => {
    const name = freeName(preferred, (one) => local.has(one) || isGlobal(one));
    local.add(name);
    return name;
  };
  for (const column of model.table.columns) model.attributes.set(column, free(column.name));
  for (const relationship of model.relationships) {
    relationship.name = free(preferredRelationshipName(relationship, options));
  }
}

function preferredRelationshipName(relationship: Relationship, options: GeneratorOptions): string {
  const { direction, reverseOf, source, target } = relationship;
  const isLink = direction === 'many-to-many';
  if (reverseOf && !isLink && source === target) return `${reverseOf.name}_reverse`;
  const name = reverseOf && !isLink ? target.table.name : nameByKey(relationship);
  if (!options.inflect) return name;
  const isList = direction === 'one-to-many' || isLink;
  return isList ? plural(name) : (singular(name) ?? name);
}

/** "author_id" → "author"; the target's table where the key's columns do not say it. */
function nameByKey({ key, target }: Relationship): string {
  const [column, ...others] = key.columns;
  if (column && others.length === 0 && column.name.endsWith('_id')) return column.name.slice(0, -3);
  return target.table.name;
}
