/** Which mapped classes a statement is about. Answers to: sqlalchemy/orm/context.py (compile_state_plugin "orm"). */
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { entityOfNode } from './entity.ts';

/** The mappers of what a statement selects, reads from or writes, each once, in the order in which they are named. */
export function entitiesOf(statement: unknown): readonly Mapper[] {
  const { given, entities, from, table, select } = (statement ?? {}) as Partial<Select> & {
    readonly table?: unknown;
    readonly select?: unknown;
  };
  if (select && !entities) return entitiesOf(select);
  const found = new Set<Mapper>();
  const note = (mapper: Mapper | undefined) => mapper && found.add(mapper);
  (entities ?? []).forEach((element, at) => {
    const own = given?.[at];
    note(own instanceof InstrumentedAttribute ? own.mapper : mapperIn(element));
  });
  for (const one of from ?? []) note(mapperIn(one));
  note(mapperIn(table));
  return [...found];
}

const mapperIn = (element: unknown): Mapper | undefined =>
  entityOfNode(element)?.mapper ?? entityOfNode(clauseOf(element))?.mapper;

/** What it asks of rows is written by the plan; the element does not ask again. */
export const withoutCriteria = (element: Element): Element =>
  (element as { criteria?: readonly Element[] }).criteria?.length
    ? ({ ...element, criteria: [] } as Element)
    : element;

/** A mapped class, an alias of one, or an expression over its attributes. */
export const isAboutClass = (element: unknown): boolean =>
  entityOfNode(element) !== undefined || (element as { entity?: unknown } | undefined)?.entity !== undefined;
