/** Sets up relationships once all classes are there. Answers to: sqlalchemy/orm/mapper.py (configure_mappers), relationships.py. */
import { Raise } from '../../../../machine.ts';
import type { PyTuple } from '../../../../python/values/containers/containers.ts';
import { keywordsOf } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import type { Registry } from '../declarative/registry.ts';
import { makeCollection } from '../relationships/collection.ts';
import { viewOf } from '../relationships/collection-view.ts';
import { directionOf } from '../relationships/direction.ts';
import { joinTo, shown } from '../relationships/join-conditions.ts';
import { checkOverlaps } from '../relationships/overlaps.ts';
import { named, optionOf } from '../relationships/relationship-arguments.ts';
import { InstrumentedAttribute } from './attribute.ts';
import { mapperOf } from './mapped-class.ts';
import { addProperty, Mapper } from './mapper.ts';
import { Relationship } from './property.ts';

/**
 * Resolves the relationships of every mapper of a registry that was not set up yet.
 * @param automatic something else was asked for, and needs them
 * @throws InvalidRequestError, NoForeignKeysError, AmbiguousForeignKeysError, ArgumentError as the mapper does
 */
export function configureRegistry(call: Interpreter, registry: Registry, automatic = true): void {
  if (!registry.unconfigured) return;
  if (registry.failure) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      "One or more mappers failed to initialize - can't proceed with initialization of other mappers. Triggering mapper: " +
        `'${registry.failure.mapper}'. Original exception was: ${registry.failure.message}`,
    ]);
  }
  const mappers = [...registry.mappers];
  callDeclared(call, mappers, '__declare_first__');
  for (const mapper of mappers) {
    try {
      configureMapper(call, registry, mapper, automatic);
    } catch (error) {
      registry.failure = { mapper: String(mapper), message: call.str(call.toException(error) as Value) };
      throw error;
    }
  }
  registry.unconfigured = false;
  callDeclared(call, mappers, '__declare_last__');
}

/** What classes want done before or after all of them are set up. */
function callDeclared(call: Interpreter, mappers: readonly Mapper[], name: string): void {
  for (const { cls } of mappers) if (cls.lookup(name) !== undefined) call.callMethod(cls, name);
}

function configureMapper(call: Interpreter, registry: Registry, mapper: Mapper, automatic: boolean): void {
  for (const property of mapper.properties.values()) {
    if (!(property instanceof Relationship) || property.target || property.parent !== mapper) continue;
    const target = targetOf(call, registry, property);
    property.target = target;
    joinTo(call, registry, property, target);
    property.order = optionOf(call, registry, property, 'order_by');
    property.view = viewOf(property);
    property.collect = collecting(property);
    checkOrphans(property);
    const made = linkReverse(call, registry, property, target);
    if (made) checkOverlaps(call, made, automatic);
    checkOverlaps(call, property, automatic);
    checkStrategy(call, property);
  }
}

const collecting =
  (property: Relationship): NonNullable<Relationship['collect']> =>
  (call, instance, items) =>
    makeCollection(call, instance, property, items);

function targetOf(call: Interpreter, registry: Registry, property: Relationship): Mapper {
  let argument = property.argument;
  if (typeof argument === 'string') argument = named(call, registry, property, argument, true);
  else if (!(argument instanceof PyClass) && !(argument instanceof Mapper)) argument = call.call(argument);
  if (typeof argument === 'string') argument = named(call, registry, property, argument, true);
  const mapper =
    argument instanceof Mapper ? argument : argument instanceof PyClass ? mapperOf(argument) : undefined;
  if (mapper) return mapper;
  if (argument instanceof PyClass) {
    throw new Raise('sqlalchemy.orm.exc.UnmappedClassError', [
      `Class '${call.repr(argument).slice(8, -2)}' is not mapped`,
    ]);
  }
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `relationship '${property.key}' expects a class or a mapper argument (received: ${call.repr(call.call(call.builtins.get('type')!, [argument]))})`,
  ]);
}

/** @throws ArgumentError for delete-orphan on the side that does not own */
function checkOrphans(property: Relationship): void {
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

const STRATEGIES: ReadonlySet<Value> = new Set<Value>([
  ...['select', 'joined', 'subquery', 'selectin', 'immediate', 'noload', 'raise', 'raise_on_sql'],
  ...['write_only', 'dynamic', true, false, null],
]);

/** @throws LoaderStrategyException for a way of loading that does not exist */
function checkStrategy(call: Interpreter, property: Relationship): void {
  const lazy = property.options.get('lazy') ?? null;
  if (STRATEGIES.has(lazy)) return;
  throw new Raise('sqlalchemy.orm.exc.LoaderStrategyException', [
    `Can't find strategy (('lazy', ${call.repr(lazy)}),) for ${shown(property)}`,
  ]);
}

/** @throws ArgumentError where both sides look the same way */
function checkDirections(call: Interpreter, property: Relationship, other: Relationship): void {
  if (property.direction === 'many-to-many' || property.direction !== other.direction) return;
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `${shown(other)} and back-reference ${shown(property)} are both of the same direction ` +
      `${call.repr(directionOf(call, property))}.  Did you mean to set remote_side on the many-to-one side ?`,
  ]);
}

/** @returns the other side, where `backref` made it */
function linkReverse(
  call: Interpreter,
  registry: Registry,
  property: Relationship,
  target: Mapper,
): Relationship | undefined {
  const named_ = property.options.get('back_populates');
  if (typeof named_ === 'string') {
    const other = target.properties.get(named_);
    if (!other) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        `Mapper '${target}' has no property '${named_}'.  If this property was indicated from other mappers or configure events, ensure registry.configure() has been called.`,
      ]);
    }
    if (other instanceof Relationship) {
      checkDirections(call, property, other);
      property.reverse = other;
      other.reverse ??= property;
    }
    return undefined;
  }
  const backref = property.options.get('backref') ?? null;
  if (backref === null) return undefined;
  const [given, keywords] = typeof backref === 'string' ? [backref] : (backref as PyTuple).items;
  const name = call.str(given!);
  if (target.properties.has(name)) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Error creating backref '${name}' on relationship '${shown(property)}': property of that name exists on mapper '${target}'`,
    ]);
  }
  const reverse = new Relationship(property.parent!, backrefOptions(property, keywords));
  addProperty(target, name, reverse);
  reverse.target = property.parent;
  reverse.order = optionOf(call, registry, reverse, 'order_by');
  reverse.reverse = property;
  reverse.view = viewOf(reverse);
  reverse.collect = collecting(reverse);
  property.reverse = reverse;
  reverseJoin(property, reverse);
  if (looksTheSameWay(property, reverse)) {
    reverse.direction = property.direction;
    checkDirections(call, reverse, property);
  }
  target.cls.setOwn(name, new InstrumentedAttribute(target, reverse, name));
  return reverse;
}

/** The list of a table that refers to itself; nothing tells that the other side is not one, too. */
const looksTheSameWay = (property: Relationship, reverse: Relationship): boolean =>
  property.direction === 'one-to-many' &&
  property.parent!.table === property.target!.table &&
  !property.options.has('primaryjoin') &&
  !reverse.options.has('remote_side');

/** What `backref(name, …)` says of the other side, and what it has from this one. */
function backrefOptions(property: Relationship, keywords: Value | undefined): Map<string, Value> {
  const options = new Map<string, Value>();
  for (const name of ['viewonly', 'overlaps', 'post_update', 'passive_updates']) {
    if (property.options.has(name)) options.set(name, property.options.get(name)!);
  }
  for (const [name, value] of keywordsOf(keywords)) options.set(name, value);
  return options;
}

const OPPOSITE = {
  'one-to-many': 'many-to-one',
  'many-to-one': 'one-to-many',
  'many-to-many': 'many-to-many',
} as const;

function reverseJoin(property: Relationship, reverse: Relationship): void {
  reverse.direction = OPPOSITE[property.direction!];
  const wanted = reverse.options.get('uselist');
  reverse.useList = typeof wanted === 'boolean' ? wanted : reverse.direction !== 'many-to-one';
  reverse.unclear = property.unclear;
  if (property.direction === 'many-to-many') {
    reverse.pairs = property.secondaryPairs;
    reverse.secondaryPairs = property.pairs;
    reverse.condition = property.secondaryCondition;
    reverse.secondaryCondition = property.condition;
  } else {
    reverse.condition = property.condition;
    reverse.isFiltered = property.isFiltered;
    reverse.pairs = property.pairs.map(([here, there]) => [there, here] as const);
  }
}
