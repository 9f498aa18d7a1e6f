/** In which order a relationship's members come. Answers to: sqlalchemy/orm/relationships.py. */
import type { Value } from '../../../../python/values/value.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Relationship } from '../mapper/property.ts';

/** `order_by` of a relationship: columns, attributes, or one text that names them. */
export function relationshipOrder(property: Relationship): readonly Element[] {
  const given = property.order ?? null;
  if (given === null || given === false) return [];
  const items = (given as { items?: readonly Value[] }).items ?? [given];
  return items.map((one) => clauseOf(one)).filter((one) => one !== undefined);
}
