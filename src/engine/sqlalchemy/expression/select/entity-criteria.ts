/** What a statement asks of rows because of the classes that it speaks of. Answers to: sqlalchemy/orm/context.py (_adjust_for_extra_criteria). */
import { conjunction } from '../build.ts';
import type { Element } from '../elements.ts';
import type { FromClause, Select } from './selectables.ts';

/** A mapped class or one of its attributes, as it was given. */
interface SpeaksOfClass {
  /** The class, or the alias of it. */
  readonly entity: unknown;
  readonly criteria?: readonly Element[];
}

/** An expression made of attributes speaks of their class, too. @param parts what it was made of */
export function speakingOf<E extends Element>(element: E, parts: readonly unknown[]): E {
  for (const part of parts as readonly (Partial<SpeaksOfClass> | null | undefined)[]) {
    if (part?.entity !== undefined && part.criteria)
      return { ...element, entity: part.entity, criteria: part.criteria };
  }
  return element;
}

/** What a SELECT adds to WHERE for the classes whose rows or attributes it reads: once for each class. */
export function criteriaOf({ entities, given, from }: Select): readonly Element[] {
  const byClass = new Map<unknown, readonly Element[]>();
  for (const one of [...entities, ...given, ...from] as Partial<SpeaksOfClass>[])
    if (one?.criteria && one.criteria.length > 0) byClass.set(one.entity, one.criteria);
  return [...byClass.values()].flat();
}

/** What a class asks of rows that UPDATE, DELETE or a join takes from its table. */
export const criteriaOfTable = (table: FromClause): readonly Element[] =>
  table.kind === 'entity' ? (table.criteria ?? []) : [];

/** The condition of a join to a class. */
export function joinedOn(on: Element, target: FromClause): Element {
  const criteria = criteriaOfTable(target);
  return criteria.length === 0 ? on : conjunction('and', [on, ...criteria]);
}
