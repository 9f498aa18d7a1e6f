/** Sets up relationships once all classes are there. Answers to: sqlalchemy/orm/mapper.py (configure_mappers), relationships.py. */
import { Raise } from '../../../../machine.ts';
import { typeName } from '../../../../python/values/classes/class-of.ts';
import { typeError, valueError } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import type { Registry } from '../declarative/registry.ts';
import { makeCollection } from '../relationships/collection.ts';
import { checkCollection } from '../relationships/collection-checks.ts';
import { viewOf } from '../relationships/collection-view.ts';
import { joinTo } from '../relationships/join-conditions.ts';
import { checkOverlaps } from '../relationships/overlaps.ts';
import { orderOf } from '../relationships/relationship-arguments.ts';
import {
  checkDirections,
  checkOrphans,
  checkPassive,
  checkReverseTarget,
  checkStrategy,
  otherSide,
  shown,
} from '../relationships/relationship-checks.ts';
import { backrefKeywords } from '../relationships/relationship-function.ts';
import { namedTarget } from '../relationships/target-name.ts';
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
    property.order = orderOf(call, registry, property);
    property.view = viewOf(property);
    property.collect = collecting(property);
    checkOrphans(property);
    checkPassive(property);
    const made = linkReverse(call, registry, property, target);
    if (made) checkOverlaps(call, made, automatic);
    checkOverlaps(call, property, automatic);
    checkStrategy(call, property);
    checkCollection(call, property);
  }
}

const collecting =
  (property: Relationship): NonNullable<Relationship['collect']> =>
  (call, instance, items) =>
    makeCollection(call, instance, property, items);

function targetOf(call: Interpreter, registry: Registry, property: Relationship): Mapper {
  let { argument } = property;
  const isLater =
    typeof argument !== 'string' && !(argument instanceof PyClass) && !(argument instanceof Mapper);
  if (isLater && call.process.python.isCallable(argument)) argument = call.call(argument);
  if (typeof argument === 'string') argument = namedTarget(call, registry, property, argument);
  const mapper =
    argument instanceof Mapper ? argument : argument instanceof PyClass ? mapperOf(argument) : undefined;
  if (mapper) return mapper;
  if (argument instanceof PyClass) {
    throw new Raise('sqlalchemy.orm.exc.UnmappedClassError', [
      `Class '${argument.module}.${argument.name}' is not mapped`,
    ]);
  }
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `relationship '${property.key}' expects a class or a mapper argument (received: ${call.repr(call.call(call.builtins.get('type')!, [argument]))})`,
  ]);
}

/** @returns the other side, where `backref` made it */
function linkReverse(
  call: Interpreter,
  registry: Registry,
  property: Relationship,
  target: Mapper,
): Relationship | undefined {
  const named_ = property.options.get('back_populates') ?? null;
  if (typeof named_ === 'string' || typeof named_ === 'number') {
    const other = otherSide(property, target, String(named_));
    checkReverseTarget(call, property, other, other.target ?? targetOf(call, registry, other));
    checkDirections(call, property, other);
    property.reverse = other;
    other.reverse ??= property;
    return undefined;
  }
  const backref = property.options.get('backref') ?? null;
  if (backref === null) return undefined;
  const [given, keywords] = typeof backref === 'string' ? [backref, undefined] : pairOf(call, backref);
  const name = call.str(given);
  if (target.properties.has(name)) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Error creating backref '${name}' on relationship '${shown(property)}': property of that name exists on mapper '${target}'`,
    ]);
  }
  if (keywords !== undefined && call.getAttribute(keywords, 'pop') === undefined)
    throw call.missingAttribute(keywords, 'pop');
  const reverse = new Relationship(property.parent!, backrefOptions(property, keywords));
  addProperty(target, name, reverse);
  reverse.target = property.parent;
  reverse.order = orderOf(call, registry, reverse);
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

/** Name and keywords of a backref, as Python unpacks them. @throws TypeError, ValueError for what is no pair */
function pairOf(call: Interpreter, given: Value): readonly [Value, Value] {
  if (call.getAttribute(given, '__iter__') === undefined)
    throw typeError(`cannot unpack non-iterable ${typeName(given)} object`);
  const items = [...call.iterate(given)];
  if (items.length > 2) throw valueError('too many values to unpack (expected 2)');
  if (items.length < 2) throw valueError(`not enough values to unpack (expected 2, got ${items.length})`);
  return [items[0]!, items[1]!];
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
  for (const [name, value] of backrefKeywords(keywords)) options.set(name, value);
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
