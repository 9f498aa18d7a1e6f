/** What is wrong with a relationship once its target is known. Answers to: sqlalchemy/orm/relationships.py, strategies.py, collections.py. */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { mapperOf } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { type Property, Relationship } from '../mapper/property.ts';
import { directionOf } from './direction.ts';
import { comparesUnequally, hasForeignColumns } from './join.ts';

/** A relationship as messages name it. */
export const shown = (property: Property): string => `${property.parent!.cls.name}.${property.key}`;

const argumentError = (message: string) => new Raise('sqlalchemy.exc.ArgumentError', [message]);

/** @throws ArgumentError for delete-orphan on the side that does not own */
export function checkOrphans(property: Relationship): void {
  const cascade = property.options.get('cascade');
  const orphans = typeof cascade === 'string' && /\bdelete-orphan\b/.test(cascade);
  if (!orphans || property.direction === 'one-to-many' || property.options.get('single_parent') === true)
    return;
  const kind = property.direction;
  const [one, other] = [property.parent!.cls.name, property.target!.cls.name];
  throw new Raise(
    'sqlalchemy.exc.ArgumentError',
    [
      `For ${kind} relationship ${shown(property)}, delete-orphan cascade is normally configured only on the "one" side of a ` +
        'one-to-many relationship, and not on the "many" side of a many-to-one or many-to-many relationship.  To force this ' +
        `relationship to allow a particular "${other}" object to be referenced by only a single "${one}" object at a time via ` +
        `the ${shown(property)} relationship, which would allow delete-orphan cascade to take place in this direction, set the ` +
        'single_parent=True flag.',
    ],
    { attributes: { code: 'bbf0' } },
  );
}

/** @throws ArgumentError where members are to be left alone and to be deleted */
export function checkPassive(property: Relationship): void {
  const cascade = property.options.get('cascade');
  if (property.options.get('passive_deletes') !== 'all' || typeof cascade !== 'string') return;
  if (!/\b(all|delete)\b/.test(cascade)) return;
  throw argumentError(
    `On ${shown(property)}, can't set passive_deletes='all' in conjunction with 'delete' or 'delete-orphan' cascade`,
  );
}

const STRATEGIES: ReadonlySet<Value> = new Set<Value>([
  ...['select', 'joined', 'subquery', 'selectin', 'immediate', 'noload', 'raise', 'raise_on_sql'],
  ...['write_only', 'dynamic', true, false, null],
]);

/** @throws LoaderStrategyException for a way of loading that does not exist, InvalidRequestError for a dynamic scalar */
export function checkStrategy(call: Interpreter, property: Relationship): void {
  const lazy = property.options.get('lazy') ?? null;
  call.call(call.builtins.get('hash')!, [lazy]);
  if (!STRATEGIES.has(lazy)) {
    throw new Raise('sqlalchemy.orm.exc.LoaderStrategyException', [
      `Can't find strategy (('lazy', ${call.repr(lazy)}),) for ${shown(property)}`,
    ]);
  }
  const way = property.annotatedLazy ?? lazy;
  if (
    (way !== 'dynamic' && way !== 'write_only') ||
    (property.useList && property.direction !== 'many-to-one')
  )
    return;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    `On relationship ${shown(property)}, 'dynamic' loaders cannot be used with many-to-one/one-to-one relationships ` +
      'and/or uselist=False.',
  ]);
}

/** @throws ArgumentError for a mapped class in the place of a table, and for what is no table */
export function checkSecondary(
  call: Interpreter,
  property: Relationship,
  secondary: Value | undefined,
): void {
  if (typeof secondary === 'number' || typeof secondary === 'boolean')
    throw argumentError(
      `FROM expression, such as a Table or alias() object expected, got ${call.repr(secondary)}.`,
    );
  if (!(secondary instanceof PyClass) || !mapperOf(secondary)) return;
  throw argumentError(
    `secondary argument ${call.repr(secondary)} passed to to relationship() ${shown(property)} must be a Table object or other ` +
      "FROM clause; can't send a mapped class directly as rows in 'secondary' are persisted independently of a class that is " +
      'mapped to that same table.',
  );
}

/** @throws ArgumentError for `secondaryjoin` without a table in between */
export function checkSecondJoin(property: Relationship): void {
  if (!property.options.has('secondaryjoin') || property.options.has('secondary')) return;
  throw argumentError(
    `Property ${shown(property)} specified with secondary join condition but no secondary argument`,
  );
}

/** @throws ArgumentError for a condition in which nothing is a foreign key, or none is held equal to anything */
export function checkForeignColumns(
  call: Interpreter,
  property: Relationship,
  condition: Element | undefined,
): void {
  if (condition === undefined || property.options.has('foreign_keys')) return;
  const isForeign = hasForeignColumns(condition);
  const isWritten = property.options.get('viewonly') !== true;
  if (isForeign && !(isWritten && comparesUnequally(condition))) return;
  const what = isForeign ? 'simple equality expressions involving locally mapped' : 'relevant';
  const more = isForeign
    ? " To allow comparison operators other than '==', the relationship can be marked as viewonly=True."
    : '';
  throw argumentError(
    `Could not locate any ${what} foreign key columns for primary join condition ` +
      `'${call.str(condition as unknown as Value)}' on relationship ${shown(property)}.  Ensure that referencing columns are ` +
      'associated with a ForeignKey or ForeignKeyConstraint, or are annotated in the join condition with the foreign() ' +
      `annotation.${more}`,
  );
}

/** The relationship that `back_populates` names. @throws InvalidRequestError where it is something else */
export function otherSide(property: Relationship, target: Mapper, name: string): Relationship {
  const other = target.properties.get(name);
  if (!other) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `Mapper '${target}' has no property '${name}'.  If this property was indicated from other mappers or configure events, ensure registry.configure() has been called.`,
    ]);
  }
  if (other instanceof Relationship) return other;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    `back_populates on relationship '${shown(property)}' refers to attribute '${shown(other)}' that is not a relationship.  ` +
      'The back_populates parameter should refer to the name of a relationship on the target class.',
  ]);
}

/** @throws ArgumentError where the other side leads elsewhere */
export function checkReverseTarget(
  call: Interpreter,
  property: Relationship,
  other: Relationship,
  target: Mapper,
): void {
  const root = (mapper: Mapper): Mapper => (mapper.inherits ? root(mapper.inherits) : mapper);
  if (root(target) === root(property.parent!)) return;
  throw argumentError(
    `reverse_property ${call.repr(other.key)} on relationship ${shown(property)} references relationship ${shown(other)}, ` +
      `which does not reference mapper ${property.parent}`,
  );
}

/** @throws ArgumentError where both sides look the same way */
export function checkDirections(call: Interpreter, property: Relationship, other: Relationship): void {
  if (property.direction === 'many-to-many' || property.direction !== other.direction) return;
  throw argumentError(
    `${shown(other)} and back-reference ${shown(property)} are both of the same direction ` +
      `${call.repr(directionOf(call, property))}.  Did you mean to set remote_side on the many-to-one side ?`,
  );
}
