/** Relationships that write the same column. Answers to: sqlalchemy/orm/relationships.py (JoinCondition). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { Relationship } from '../mapper/property.ts';

/** Which relationships fill a column, each with the column that it copies from. */
const writers = new WeakMap<Column, Map<Relationship, Column>>();

type Copy = readonly [from: Column, to: Column];

function copiesOf(property: Relationship): readonly Copy[] {
  if (property.options.get('viewonly') === true || property.unclear) return [];
  if (property.direction === 'many-to-one') return property.pairs.map(([here, there]) => [there, here]);
  return [...property.pairs, ...property.secondaryPairs];
}

const baseOf = (mapper: Mapper): Mapper => (mapper.inherits ? baseOf(mapper.inherits) : mapper);

const descends = (mapper: Mapper | undefined, from: Mapper): boolean =>
  mapper !== undefined && (mapper === from || descends(mapper.inherits, from));

/** Both inherit from one class, and neither from the other. */
const areSiblings = (one: Mapper, other: Mapper): boolean =>
  baseOf(one) === baseOf(other) && !descends(one, other) && !descends(other, one);

const allowed = (property: Relationship): readonly string[] => {
  const given = property.options.get('overlaps');
  return typeof given === 'string' ? given.split(/\s*,\s*/) : [];
};

function conflicts(property: Relationship, other: Relationship): boolean {
  if (other === property.reverse || other.reverse === property) return false;
  if (allowed(property).includes(other.key) || allowed(other).includes(property.key)) return false;
  const mappers = (one: Relationship): readonly Mapper[] => [one.parent!, one.target!];
  if (mappers(property).some((one) => mappers(other).some((two) => areSiblings(one, two)))) return false;
  return property.key !== other.key || baseOf(property.parent!) !== baseOf(other.parent!);
}

const nameOf = (property: Relationship): string => `${property.parent!.cls.name}.${property.key}`;
const columnName = (column: Column): string => `${column.table?.name}.${column.name}`;
const described = ([from, to]: Copy): string => `${columnName(from)} to ${columnName(to)}`;

/**
 * Remembers what a relationship writes, and warns where another one writes the same column and neither knows of the other.
 * @param automatic nobody asked for the mappers to be configured
 */
export function checkOverlaps(call: Interpreter, property: Relationship, automatic: boolean): void {
  for (const copy of copiesOf(property)) {
    const [from, to] = copy;
    const known = writers.get(to) ?? new Map<Relationship, Column>();
    writers.set(to, known);
    const others = [...known].filter(([other]) => conflicts(property, other));
    if (others.length > 0) {
      const shown = others.map(([other, source]) => `'${nameOf(other)}' (copies ${described([source, to])})`);
      const keys = others.map(([other]) => other.key).sort();
      call.process.warn('sqlalchemy.exc.SAWarning', message(property, copy, shown.sort(), keys, automatic));
    }
    known.set(property, from);
  }
}

const message = (
  property: Relationship,
  [from, to]: Copy,
  others: readonly string[],
  keys: readonly string[],
  automatic: boolean,
): string =>
  `relationship '${nameOf(property)}' will copy column ${columnName(from)} to column ${columnName(to)}, which conflicts with ` +
  `relationship(s): ${others.join(', ')}. If this is not the intention, consider if these relationships should be linked with ` +
  'back_populates, or if viewonly=True should be applied to one or more if they are read-only. For the less common case that ' +
  'foreign key constraints are partially overlapping, the orm.foreign() annotation can be used to isolate the columns that ' +
  `should be written towards.   To silence this warning, add the parameter 'overlaps="${keys.join(',')}"' to the ` +
  `'${nameOf(property)}' relationship. (Background on this warning at: https://sqlalche.me/e/20/qzyx)` +
  (automatic
    ? ' (This warning originated from the `configure_mappers()` process, which was invoked automatically in response to a ' +
      'user-initiated operation.)'
    : '');
