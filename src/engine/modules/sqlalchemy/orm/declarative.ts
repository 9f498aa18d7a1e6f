/** Maps a class: attributes to properties, properties to a table, the table to a mapper. Answers to: sqlalchemy/orm/decl_base.py. */
import { Raise } from '../../../machine.ts';
import { PyFunction } from '../../../python/evaluate/function.ts';
import { PyTuple } from '../../../python/values/containers.ts';
import { PyDict } from '../../../python/values/dict.ts';
import { typeError } from '../../../python/values/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { Column } from '../../../sqlalchemy/schema/column.ts';
import { Table } from '../../../sqlalchemy/schema/table.ts';
import { evaluate, forwardText, type MappedAnnotation, withoutNone } from './annotation.ts';
import { InstrumentedAttribute } from './attribute.ts';
import { makeDataclass } from './dataclass.ts';
import { configuredEntity } from './entity.ts';
import { mapperOf } from './mapped-class.ts';
import { completeMappedColumn, nameColumn } from './mapped-column.ts';
import { completeMapper, Mapper } from './mapper.ts';
import {
  ColumnProperty,
  isMappable,
  isProperty,
  MappedColumn,
  type Property,
  Relationship,
} from './property.ts';
import type { Registry } from './registry.ts';
import { type Scan, scanClass } from './scan.ts';

/** Columns and properties of a class, before there is a table. */
interface Declaration {
  readonly columns: {
    readonly column: Column;
    readonly order: number;
    readonly mapped: MappedColumn | undefined;
  }[];
  readonly properties: Map<string, Property>;
}

/**
 * Maps a class unless it is abstract.
 * @throws ArgumentError, InvalidRequestError with declarative's texts
 */
export function mapDeclaratively(call: Interpreter, registry: Registry, cls: PyClass): void {
  if (cls.own.get('__abstract__') === true) return;
  if (registry.addClass(cls)) {
    call.process.warn(
      'sqlalchemy.exc.SAWarning',
      'This declarative base already contains a class with the same class name and module name as ' +
        `${cls.module}.${cls.name}, and will be replaced in the string-lookup table.`,
    );
  }
  const scan = scanClass(call, cls);
  makeDataclass(call, cls, scan);
  const declaration = extract(call, registry, cls, scan);
  const args = mapperArguments(scan);
  const inherits = inheritedFrom(cls, args);
  const table = tableFor(call, registry, cls, scan, declaration, inherits, args);
  mapOnto(call, registry, cls, table, {
    inherits,
    args,
    properties: declaration.properties,
    copies: scan.copies,
  });
}

function extract(call: Interpreter, registry: Registry, cls: PyClass, scan: Scan): Declaration {
  const declaration: Declaration = { columns: [], properties: new Map() };
  for (const [key, value] of scan.attributes) {
    if (value instanceof PyTuple && value.items.length === 1 && isDeclared(value.items[0]!)) {
      call.process.warn(
        'sqlalchemy.exc.SAWarning',
        `Ignoring declarative-like tuple value of attribute '${key}': possibly a copy-and-paste error with a comma ` +
          'accidentally placed at the end of the line?',
      );
      continue;
    }
    if (!isDeclared(value)) continue;
    if (key === 'metadata') {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        "Attribute name 'metadata' is reserved when using the Declarative API.",
      ]);
    }
    extractOne(call, registry, cls, declaration, key, value, scan.annotations.get(key));
  }
  return declaration;
}

const isDeclared = (value: Value): value is Column | MappedColumn | Property =>
  value instanceof Column || isMappable(value);

function extractOne(
  call: Interpreter,
  registry: Registry,
  cls: PyClass,
  declaration: Declaration,
  key: string,
  value: Column | MappedColumn | Property,
  annotation: MappedAnnotation | undefined,
): void {
  if (value instanceof Column) {
    nameColumn(value, key);
    addColumn(declaration, key, value, 0, undefined);
  } else if (value instanceof MappedColumn) {
    completeMappedColumn(call, value, annotation, { cls, key, registry });
    addColumn(declaration, key, value.column, value.sortOrder, value);
  } else {
    if (value instanceof ColumnProperty) {
      for (const column of value.columns) {
        if (!(column instanceof Column) || column.table) continue;
        nameColumn(column, key);
        declaration.columns.push({ column, order: 0, mapped: undefined });
      }
    }
    if (value instanceof Relationship) readRelationship(call, cls, key, value, annotation);
    declaration.properties.set(key, value);
  }
}

function addColumn(
  declaration: Declaration,
  key: string,
  column: Column,
  order: number,
  mapped: MappedColumn | undefined,
): void {
  if (!column.table) declaration.columns.push({ column, order, mapped });
  if (key !== column.key || mapped?.deferred) {
    declaration.properties.set(key, new ColumnProperty([column], mapped?.deferred ?? false));
  }
}

/** `Mapped[list["Post"]]`: target and collection of a relationship. */
function readRelationship(
  call: Interpreter,
  cls: PyClass,
  key: string,
  property: Relationship,
  annotation: MappedAnnotation | undefined,
): void {
  if (!annotation) {
    if (property.argument !== null) return;
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Python typing annotation is required for attribute "${cls.name}.${key}" when primary argument(s) for ` +
        '"Relationship" construct are None or not present',
    ]);
  }
  const text = forwardText(call, annotation.inner);
  const found =
    text === undefined ? ofType(call, annotation.inner) : ofText(call, cls, annotation.module, text);
  property.collection =
    annotation.container === 'Mapped' ? found.collection : (call.builtins.get('list') ?? null);
  property.argument ??= found.target;
}

interface RelationshipTarget {
  readonly target: Value;
  /** The collection's class; null for a scalar. */
  readonly collection: Value;
}

function ofType(call: Interpreter, annotation: Value): RelationshipTarget {
  const { type } = withoutNone(call, annotation);
  const origin =
    type !== null && typeof type === 'object' && !(type instanceof PyClass)
      ? call.getAttribute(type, '__origin__')
      : undefined;
  if (origin === undefined) return { target: forwardText(call, type) ?? type, collection: null };
  const args = [...call.iterate(call.getAttribute(type, '__args__')!)];
  const last = args.at(-1)!;
  return { target: forwardText(call, last) ?? last, collection: origin };
}

/** Text is taken apart, since its names may not exist yet: `list[Post]`, `Optional["Post"]`, `Post | None`. */
function ofText(call: Interpreter, cls: PyClass, module: string, text: string): RelationshipTarget {
  const bare = text.replace(/["']/g, '').trim();
  const optional =
    /^(?:[\w.]*\.)?Optional\[(.*)\]$/s.exec(bare)?.[1] ??
    bare.replace(/\s*\|\s*None$/, '').replace(/^None\s*\|\s*/, '');
  const generic = /^([\w.]+)\[(.*)\]$/s.exec(optional.trim());
  if (!generic) return { target: optional.trim(), collection: null };
  const container = evaluate(call, generic[1]!, module, cls);
  const origin =
    container instanceof PyClass ? container : (call.getAttribute(container, '__origin__') ?? container);
  return { target: generic[2]!.split(',').at(-1)!.trim(), collection: origin };
}

/** What `__mapper_args__` may hold: the keywords of Mapper. */
const MAPPER_KEYWORDS = new Set(
  (
    'properties primary_key non_primary inherits inherit_condition inherit_foreign_keys always_refresh version_id_col ' +
    'version_id_generator polymorphic_on _polymorphic_map polymorphic_identity concrete with_polymorphic ' +
    'polymorphic_abstract polymorphic_load allow_partial_pks batch column_prefix include_properties exclude_properties ' +
    'passive_updates passive_deletes confirm_deleted_rows eager_defaults legacy_is_orphan _compiled_cache_size'
  ).split(' '),
);

/** @throws TypeError for a keyword that no mapper has */
function mapperArguments(scan: Scan): Map<string, Value> {
  const args = new Map<string, Value>();
  if (!(scan.mapperArgs instanceof PyDict)) return args;
  for (const [key, value] of scan.mapperArgs.entries()) {
    if (!MAPPER_KEYWORDS.has(String(key)))
      throw typeError(`Mapper.__init__() got an unexpected keyword argument '${String(key)}'`);
    const copied = scan.copies.get(value);
    args.set(String(key), copied instanceof MappedColumn ? copied.column : (copied ?? value));
  }
  return args;
}

function inheritedFrom(cls: PyClass, args: ReadonlyMap<string, Value>): Mapper | undefined {
  const given = args.get('inherits');
  if (given instanceof PyClass) return mapperOf(given);
  const found = cls.bases.flatMap((base) => nearestMapped(base) ?? []);
  const distinct = [...new Set(found)];
  if (distinct.length > 1) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `Class <class '${cls.module}.${cls.qualname}'> has multiple mapped bases: [${distinct
        .map((mapper) => `<class '${mapper.cls.module}.${mapper.cls.qualname}'>`)
        .join(', ')}]`,
    ]);
  }
  return distinct[0];
}

const nearestMapped = (cls: PyClass): Mapper | undefined =>
  cls.mro.map(mapperOf).find((mapper) => mapper !== undefined);

function tableFor(
  call: Interpreter,
  registry: Registry,
  cls: PyClass,
  scan: Scan,
  declaration: Declaration,
  inherits: Mapper | undefined,
  args: ReadonlyMap<string, Value>,
): Table {
  const given = call.getAttribute(cls, '__table__');
  if (given instanceof Table && (cls.own.has('__table__') || given !== inherits?.table)) {
    return givenTable(given, declaration);
  }
  const columns = [...declaration.columns].sort((a, b) => a.order - b.order).map(({ column }) => column);
  if (typeof scan.tablename === 'string' || (scan.tablename !== null && scan.tablename !== undefined)) {
    warnOfDoubled(call, cls, columns, declaration);
    return makeTable(call, registry, cls, scan, columns);
  }
  if (inherits && args.get('concrete') !== true) return singleTable(cls, scan, declaration, inherits);
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    `Class <class '${cls.module}.${cls.qualname}'> does not have a __table__ or __tablename__ specified and does not ` +
      'inherit from an existing table-mapped class.',
  ]);
}

/** Warns of every name that several attributes give a column; the table refuses two columns of one name afterwards. */
function warnOfDoubled(
  call: Interpreter,
  cls: PyClass,
  columns: readonly Column[],
  declaration: Declaration,
): void {
  const keys = new Map<string, string[]>();
  for (const [key, property] of declaration.properties) {
    const column = property instanceof ColumnProperty ? property.columns[0] : undefined;
    if (!(column instanceof Column) || !columns.includes(column)) continue;
    keys.set(column.name, [...(keys.get(column.name) ?? []), key]);
  }
  for (const [name, several] of keys) {
    if (several.length < 2) continue;
    call.process.warn(
      'sqlalchemy.exc.SAWarning',
      `On class '${cls.name}', Column object '${name}' named directly multiple times, only one will be used: ` +
        `${several.sort().join(', ')}. Consider using orm.synonym instead`,
    );
  }
}

function givenTable(table: Table, declaration: Declaration): Table {
  for (const { column } of declaration.columns) {
    const existing = table.columns.get(column.key);
    if (existing === column) continue;
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Can't add additional column '${column.key}' when specifying __table__`,
    ]);
  }
  return table;
}

function makeTable(
  call: Interpreter,
  registry: Registry,
  cls: PyClass,
  scan: Scan,
  columns: readonly Column[],
): Table {
  const { items, keywords } = tableArguments(scan.tableArgs);
  const own = call.getAttribute(cls, 'metadata');
  const metadata = own === undefined || own === null ? registry.metadata : own;
  const maker = call.getAttribute(cls, '__table_cls__') ?? call.importName('sqlalchemy.Table');
  const table = call.call(maker, [scan.tablename, metadata, ...columns, ...items], keywords);
  cls.setOwn('__table__', table);
  return table as Table;
}

function tableArguments(args: Value): { items: readonly Value[]; keywords: Map<string, Value> } {
  const asKeywords = (given: PyDict) =>
    new Map([...given.entries()].map(([key, value]): [string, Value] => [String(key), value]));
  if (args instanceof PyDict) return { items: [], keywords: asKeywords(args) };
  if (!(args instanceof PyTuple)) return { items: [], keywords: new Map() };
  const last = args.items.at(-1);
  if (last instanceof PyDict) return { items: args.items.slice(0, -1), keywords: asKeywords(last) };
  return { items: args.items, keywords: new Map() };
}

/** A subclass without a table of its own adds its columns to its parent's. */
function singleTable(cls: PyClass, scan: Scan, declaration: Declaration, inherits: Mapper): Table {
  const { table } = inherits;
  if (scan.tableArgs !== null && cls.own.has('__table_args__')) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      "Can't place __table_args__ on an inherited class with no table.",
    ]);
  }
  for (const { column, mapped } of declaration.columns) {
    if (column.primaryKey) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        "Can't place primary key columns on an inherited class with no table.",
      ]);
    }
    const existing = table.columns.get(column.key);
    if (!existing) table.appendColumn(column);
    else if (mapped?.useExisting) declaration.properties.set(column.key, new ColumnProperty([existing]));
    else if (existing !== column) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        `Column '${column.key}' on class ${cls.name} conflicts with existing column '${table.fullname}.${existing.name}'.  ` +
          'If using Declarative, consider using the use_existing_column parameter of mapped_column() to resolve conflicts.',
      ]);
    }
  }
  return table;
}

interface MappingInput {
  readonly inherits: Mapper | undefined;
  readonly args: ReadonlyMap<string, Value>;
  readonly properties: ReadonlyMap<string, Property>;
  readonly copies?: ReadonlyMap<Value, Value>;
}

/** Makes the mapper and puts its attributes on the class. */
export function mapOnto(
  call: Interpreter,
  registry: Registry,
  cls: PyClass,
  table: Table,
  { inherits, args, properties, copies }: MappingInput,
): Mapper {
  const mapper = new Mapper(cls, registry, table, {
    inherits,
    concrete: args.get('concrete') === true,
    args,
  });
  const declared = new Map(properties);
  const given = args.get('properties');
  if (given instanceof PyDict) {
    for (const [key, value] of given.entries()) {
      if (isProperty(value)) declared.set(String(key), value);
      else if (value instanceof Column) declared.set(String(key), new ColumnProperty([value]));
    }
  }
  for (const property of declared.values()) {
    if (!(property instanceof ColumnProperty) || !copies) continue;
    property.columns.forEach((column, index) => {
      const copy = copies.get(column);
      if (copy) property.columns[index] = copy instanceof MappedColumn ? copy.column : copy;
    });
  }
  completeMapper(call, mapper, declared);
  instrument(cls, mapper);
  mapper.entity = (inner) => configuredEntity(inner, mapper);
  registry.mappers.add(mapper);
  registry.unconfigured = true;
  return mapper;
}

function instrument(cls: PyClass, mapper: Mapper): void {
  for (const one of cls.mro) {
    for (const value of one.native ? [] : one.own.values()) {
      const keys = validatedKeys(value);
      for (const key of keys) if (!mapper.validators.has(key)) mapper.validators.set(key, value);
    }
  }
  for (const [key, property] of mapper.properties) {
    if (property.parent !== mapper && cls.lookup(key) instanceof InstrumentedAttribute) continue;
    cls.setOwn(key, new InstrumentedAttribute(mapper, property, key));
  }
  // The mapper wraps a class's own __init__; its TypeErrors then lack the class's name.
  const own = cls.own.get('__init__');
  if (own instanceof PyFunction) own.qualname = '__init__';
  cls.setOwn('__table__', mapper.table);
  cls.setOwn('__mapper__', mapper);
}

/** Names that `@validates("a", "b")` was given, kept on the function. */
function validatedKeys(value: Value): readonly string[] {
  const attrs = (value as { attrs?: Map<string, Value> } | null)?.attrs;
  const keys = attrs instanceof Map ? attrs.get('__sa_validators__') : undefined;
  return keys instanceof PyTuple ? (keys.items as readonly string[]) : [];
}
