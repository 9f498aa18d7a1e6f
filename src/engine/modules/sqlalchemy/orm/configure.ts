/** Sets up relationships once all classes are there. Answers to: sqlalchemy/orm/mapper.py (configure_mappers), relationships.py. */
import { Raise } from '../../../machine.ts';
import { dict } from '../../../python/values/dict.ts';
import { isException } from '../../../python/values/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import type { Column } from '../../../sqlalchemy/schema/column.ts';
import { Table } from '../../../sqlalchemy/schema/table.ts';
import { InstrumentedAttribute } from './attribute.ts';
import { foreignKeyGroups } from './join.ts';
import { mapperOf } from './mapped-class.ts';
import { addProperty, Mapper } from './mapper.ts';
import { Relationship } from './property.ts';
import type { Registry } from './registry.ts';

/**
 * Resolves the relationships of every mapper of a registry that was not set up yet.
 * @throws InvalidRequestError, NoForeignKeysError, AmbiguousForeignKeysError, ArgumentError as the mapper does
 */
export function configureRegistry(call: Interpreter, registry: Registry): void {
  if (!registry.unconfigured) return;
  if (registry.failure) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      "One or more mappers failed to initialize - can't proceed with initialization of other mappers. Triggering mapper: " +
        `'${registry.failure.mapper}'. Original exception was: ${registry.failure.message}`,
    ]);
  }
  for (const mapper of [...registry.mappers]) {
    try {
      configureMapper(call, registry, mapper);
    } catch (error) {
      registry.failure = { mapper: String(mapper), message: call.str(call.toException(error) as Value) };
      throw error;
    }
  }
  registry.unconfigured = false;
}

function configureMapper(call: Interpreter, registry: Registry, mapper: Mapper): void {
  for (const property of mapper.properties.values()) {
    if (!(property instanceof Relationship) || property.target || property.parent !== mapper) continue;
    const target = targetOf(call, registry, property);
    property.target = target;
    joinTo(call, registry, property, target);
    linkReverse(call, property, target);
  }
}

const shown = (property: Relationship): string => `${property.parent!.cls.name}.${property.key}`;

function targetOf(call: Interpreter, registry: Registry, property: Relationship): Mapper {
  let argument = property.argument;
  if (typeof argument === 'string') argument = named(call, registry, property, argument);
  else if (!(argument instanceof PyClass) && !(argument instanceof Mapper)) argument = call.call(argument);
  if (typeof argument === 'string') argument = named(call, registry, property, argument);
  const mapper =
    argument instanceof Mapper ? argument : argument instanceof PyClass ? mapperOf(argument) : undefined;
  if (mapper) return mapper;
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `relationship '${property.key}' expects a class or a mapper argument (received: ${call.repr(call.call(call.builtins.get('type')!, [argument]))})`,
  ]);
}

/** Evaluates a string argument with the registry's classes and tables as names. */
function named(call: Interpreter, registry: Registry, property: Relationship, text: string): Value {
  const name = text.trim();
  const known = registry.classes.get(name.slice(name.lastIndexOf('.') + 1));
  if (/^[\w.]+$/.test(name) && known) {
    if (known.length === 1) return known[0]!;
    const exact = known.find((cls) => `${cls.module}.${cls.name}`.endsWith(`.${name}`) && name.includes('.'));
    if (exact) return exact;
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `Multiple classes found for path "${name}" in the registry of this declarative base. Please use a fully ` +
        'module-qualified path.',
    ]);
  }
  const table = registry.metadata.tables.get(name);
  if (table) return table;
  try {
    return call.call(call.builtins.get('eval')!, [text, namesOf(call, registry)]);
  } catch (error) {
    const thrown = call.toException(error);
    if (!isException(thrown, 'NameError')) throw error;
    const missing = /name '(\w+)' is not defined/.exec(call.str(thrown))?.[1] ?? name;
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `When initializing mapper ${property.parent}, expression ${call.repr(text)} failed to locate a name ` +
        `(${call.repr(missing)}). If this is a class name, consider adding this relationship() to the ` +
        `${call.repr(property.parent!.cls)} class after both dependent classes have been defined.`,
    ]);
  }
}

function namesOf(call: Interpreter, registry: Registry): Value {
  const names = dict();
  for (const table of registry.metadata.tables.values()) names.set(table.name, table);
  for (const [name, classes] of registry.classes) names.set(name, classes.at(-1)!);
  for (const name of ['and_', 'or_', 'func', 'foreign', 'remote', 'desc', 'asc']) {
    const module = name === 'foreign' || name === 'remote' ? 'sqlalchemy.orm' : 'sqlalchemy';
    names.set(name, call.importName(`${module}.${name}`));
  }
  return names;
}

/** An option that may be a string, or a callable, for what comes later. */
function optionOf(
  call: Interpreter,
  registry: Registry,
  property: Relationship,
  name: string,
): Value | undefined {
  const given = property.options.get(name) ?? null;
  if (given === null) return undefined;
  if (typeof given === 'string') return named(call, registry, property, given);
  return typeof given === 'object' && !(given instanceof Table) && call.process.python.isCallable(given)
    ? call.call(given)
    : given;
}

function joinTo(call: Interpreter, registry: Registry, property: Relationship, target: Mapper): void {
  const mapper = property.parent!;
  const secondary = optionOf(call, registry, property, 'secondary');
  if (secondary instanceof Table) joinThrough(property, mapper, target, secondary);
  else joinDirectly(call, registry, property, mapper, target);
  const given = property.options.get('uselist');
  property.useList =
    typeof given === 'boolean'
      ? given
      : property.collection !== undefined
        ? property.collection !== null
        : property.direction !== 'many-to-one';
}

function joinThrough(property: Relationship, mapper: Mapper, target: Mapper, secondary: Table): void {
  const explicit = property.options.has('primaryjoin') || property.options.has('secondaryjoin');
  property.direction = 'many-to-many';
  property.pairs = pairsOf(property, secondary, mapper, explicit, secondary).map(
    ([from, to]) => [to, from] as const,
  );
  property.secondaryPairs = pairsOf(property, secondary, target, explicit, secondary).map(
    ([from, to]) => [to, from] as const,
  );
}

function pairsOf(
  property: Relationship,
  from: Table,
  to: Mapper,
  explicit: boolean,
  secondary: Table,
): readonly (readonly [Column, Column])[] {
  const groups = to.tables.flatMap((table) => foreignKeyGroups(from, table));
  if (groups.length === 1 || explicit) return groups[0] ?? [];
  const why =
    groups.length === 0
      ? [
          'NoForeignKeysError',
          `there are no foreign keys linking these tables via secondary table '${secondary.fullname}'.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or specify 'primaryjoin' and 'secondaryjoin' expressions.`,
        ]
      : [
          'AmbiguousForeignKeysError',
          `there are multiple foreign key paths linking the tables via secondary table '${secondary.fullname}'.  Specify the 'foreign_keys' argument, providing a list of those columns which should be counted as containing a foreign key reference from the secondary table to each of the parent and child tables.`,
        ];
  throw new Raise(`sqlalchemy.exc.${why[0]}`, [
    `Could not determine join condition between parent/child tables on relationship ${shown(property)} - ${why[1]}`,
  ]);
}

function joinDirectly(
  call: Interpreter,
  registry: Registry,
  property: Relationship,
  mapper: Mapper,
  target: Mapper,
): void {
  const wanted = foreignColumns(call, optionOf(call, registry, property, 'foreign_keys'));
  const explicit = property.options.has('primaryjoin');
  const outward = mapper.tables.flatMap((from) => target.tables.flatMap((to) => foreignKeyGroups(from, to)));
  const inward = target.tables.flatMap((from) => mapper.tables.flatMap((to) => foreignKeyGroups(from, to)));
  const chosen = (groups: readonly (readonly (readonly [Column, Column])[])[]) =>
    wanted.size === 0 ? groups : groups.filter((group) => group.some(([column]) => wanted.has(column)));
  const many = chosen(outward);
  const one = chosen(inward);
  const selfReferring = mapper.table === target.table;
  const count = selfReferring ? many.length : many.length + one.length;
  if (count === 0 && !explicit) refuseJoin(property, 'NoForeignKeysError');
  if (count > 1 && !explicit) refuseJoin(property, 'AmbiguousForeignKeysError');
  const remote = foreignColumns(call, optionOf(call, registry, property, 'remote_side'));
  const toOne = selfReferring ? many[0]?.some(([, column]) => remote.has(column)) === true : many.length > 0;
  property.direction = toOne ? 'many-to-one' : 'one-to-many';
  property.pairs = toOne
    ? (many[0] ?? [])
    : ((selfReferring ? many[0] : one[0]) ?? []).map(([from, to]) => [to, from] as const);
}

function refuseJoin(property: Relationship, type: 'NoForeignKeysError' | 'AmbiguousForeignKeysError'): never {
  const why =
    type === 'NoForeignKeysError'
      ? "there are no foreign keys linking these tables.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or specify a 'primaryjoin' expression."
      : "there are multiple foreign key paths linking the tables.  Specify the 'foreign_keys' argument, providing a list of those columns which should be counted as containing a foreign key reference to the parent table.";
  throw new Raise(`sqlalchemy.exc.${type}`, [
    `Could not determine join condition between parent/child tables on relationship ${shown(property)} - ${why}`,
  ]);
}

function foreignColumns(call: Interpreter, given: Value | undefined): ReadonlySet<Value> {
  if (given === undefined || given === null) return new Set();
  const single = given instanceof InstrumentedAttribute || (given as { kind?: string }).kind === 'column';
  const items = single ? [given] : [...call.iterate(given)];
  return new Set(items.map((item) => (item instanceof InstrumentedAttribute ? item.expression(call) : item)));
}

function linkReverse(call: Interpreter, property: Relationship, target: Mapper): void {
  const named_ = property.options.get('back_populates');
  if (typeof named_ === 'string') {
    const other = target.properties.get(named_);
    if (!other) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        `Mapper '${target}' has no property '${named_}'.  If this property was indicated from other mappers or configure events, ensure registry.configure() has been called.`,
      ]);
    }
    if (other instanceof Relationship) {
      property.reverse = other;
      other.reverse ??= property;
    }
    return;
  }
  const backref = property.options.get('backref') ?? null;
  if (backref === null) return;
  const name =
    typeof backref === 'string' ? backref : call.str((backref as { items: readonly Value[] }).items[0]!);
  if (target.properties.has(name)) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Error creating backref '${name}' on relationship '${shown(property)}': property of that name exists on mapper '${target}'`,
    ]);
  }
  const reverse = new Relationship(property.parent!, new Map());
  addProperty(target, name, reverse);
  reverse.target = property.parent;
  reverse.reverse = property;
  property.reverse = reverse;
  reverseJoin(property, reverse);
  target.cls.setOwn(name, new InstrumentedAttribute(target, reverse, name));
}

const OPPOSITE = {
  'one-to-many': 'many-to-one',
  'many-to-one': 'one-to-many',
  'many-to-many': 'many-to-many',
} as const;

function reverseJoin(property: Relationship, reverse: Relationship): void {
  reverse.direction = OPPOSITE[property.direction!];
  reverse.useList = reverse.direction !== 'many-to-one';
  if (property.direction === 'many-to-many') {
    reverse.pairs = property.secondaryPairs;
    reverse.secondaryPairs = property.pairs;
  } else reverse.pairs = property.pairs.map(([here, there]) => [there, here] as const);
}
