/** Strings and callables among a relationship's arguments, read once all classes are there. Answers to: sqlalchemy/orm/clsregistry.py. */
import { Raise } from '../../../../machine.ts';
import { PyList, PyTuple } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import { isException } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyModule } from '../../../../python/values/module.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { Table } from '../../../../sqlalchemy/schema/table.ts';
import type { Registry } from '../declarative/registry.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { mapperOf } from '../mapper/mapped-class.ts';
import { MappedColumn, type Relationship } from '../mapper/property.ts';
import { nameless } from './target-name.ts';

/**
 * Evaluates a string argument with the registry's classes and tables as names.
 * @throws InvalidRequestError for names that nothing has, AttributeError for what a class does not map
 */
export function named(call: Interpreter, registry: Registry, property: Relationship, text: string): Value {
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
    return call.call(call.builtins.get('eval')!, [text, namesOf(call, registry, text)]);
  } catch (error) {
    throw explained(call, property, text, error);
  }
}

function explained(call: Interpreter, property: Relationship, text: string, error: unknown): unknown {
  const thrown = call.toException(error);
  if (isException(thrown, 'AttributeError')) {
    const { obj, name } = Object.fromEntries(thrown.attrs ?? []);
    if (!(obj instanceof PyClass) || !mapperOf(obj)) return error;
    return new Raise('builtins.AttributeError', [
      `Class ${call.repr(obj)} does not have a mapped column named '${String(name)}'`,
    ]);
  }
  if (!isException(thrown, 'NameError')) return error;
  const message = call.str(thrown);
  const missing = /name '(\w+)' is not defined/.exec(message)?.[0] ?? message;
  return nameless(call, property, text, missing);
}

/** What a text may name: classes, tables, `foreign` and `remote`, and whatever the package `sqlalchemy` has. */
function namesOf(call: Interpreter, registry: Registry, text: string): Value {
  const names = dict();
  const core = call.modules.get('sqlalchemy');
  for (const [word] of text.matchAll(/[A-Za-z_]\w*/g)) {
    const found = core instanceof PyModule ? core.get(word) : undefined;
    if (found !== undefined) names.set(word, found);
  }
  for (const name of ['foreign', 'remote']) names.set(name, call.importName(`sqlalchemy.orm.${name}`));
  for (const table of registry.metadata.tables.values()) names.set(table.name, table);
  for (const [name, classes] of registry.classes) names.set(name, classes.at(-1)!);
  return names;
}

/** An option that may be a string, or a callable, for what comes later. */
export function optionOf(
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

/**
 * `primaryjoin` or `secondaryjoin`, read.
 * @throws ArgumentError for what is no expression of columns, such as True or a `text()`
 */
export function conditionOf(
  call: Interpreter,
  registry: Registry,
  property: Relationship,
  name: 'primaryjoin' | 'secondaryjoin',
): Element | undefined {
  const given = optionOf(call, registry, property, name);
  if (given === undefined || given === null) return undefined;
  const condition = clauseOf(given);
  if (condition && condition.kind !== 'text') return condition;
  throw notOfColumns(call, name, given);
}

/** What is told of an argument that is no expression of columns. */
const notOfColumns = (call: Interpreter, name: string, given: Value): Raise =>
  new Raise('sqlalchemy.exc.ArgumentError', [
    `Column expression expected for argument '${name}'; got ${call.repr(given)}.`,
  ]);

/** `order_by`, read. @throws ArgumentError for what is no expression, such as a name that means a built-in function */
export function orderOf(call: Interpreter, registry: Registry, property: Relationship): Value | undefined {
  const given = optionOf(call, registry, property, 'order_by');
  if (given === undefined || given === null || given === false || given === true) return given;
  const items = given instanceof PyList || given instanceof PyTuple ? given.items : [given];
  const wrong = items.find((item) => typeof item !== 'string' && clauseOf(item) === undefined);
  if (wrong === undefined) return given;
  throw notOfColumns(call, 'order_by', wrong);
}

/** The columns that an option lists. @throws ArgumentError for what is no column */
export function columnsOption(
  call: Interpreter,
  registry: Registry,
  property: Relationship,
  name: 'foreign_keys' | 'remote_side',
): ReadonlySet<Value> {
  const given = optionOf(call, registry, property, name);
  if (given === undefined || given === null) return new Set();
  const single =
    given instanceof InstrumentedAttribute ||
    given instanceof MappedColumn ||
    (given as { kind?: string }).kind === 'column';
  if (!single && call.getAttribute(given, '__iter__') === undefined) throw notOfColumns(call, name, given);
  const items = single ? [given] : [...call.iterate(given)];
  const wrong = items.find((item) => !(item instanceof MappedColumn) && clauseOf(item) === undefined);
  if (wrong !== undefined) throw notOfColumns(call, name, wrong);
  return new Set(items.map((item) => columnBehind(call, item)));
}

/** The column of an attribute, or of a `mapped_column()` that a class body names. */
function columnBehind(call: Interpreter, item: Value): Value {
  if (item instanceof InstrumentedAttribute) return item.expression(call);
  return item instanceof MappedColumn ? item.column : item;
}
