/** Maps a class: attributes to properties, properties to a table, the table to a mapper. Answers to: sqlalchemy/orm/decl_base.py. */
import { Raise } from '../../../../machine.ts';
import { PyTuple } from '../../../../python/values/containers/containers.ts';
import type { PyDict } from '../../../../python/values/containers/dict.ts';
import { typeError } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { mapperOf } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import {
  ColumnProperty,
  Composite,
  isMappable,
  MappedColumn,
  type Property,
  Relationship,
} from '../mapper/property.ts';
import type { MappedAnnotation } from './annotation.ts';
import { makeDataclass } from './dataclass.ts';
import { refuseDataclassOptions, refuseFieldsOfNone } from './dataclass-fields.ts';
import type { Declaration } from './declaration.ts';
import { readComposite } from './declared-composite.ts';
import { readRelationship } from './declared-relationship.ts';
import { tableFor } from './declared-table.ts';
import { isDeferred, waitForPrepare } from './deferred-reflection.ts';
import { mapOnto } from './map-class.ts';
import { completeMappedColumn, nameColumn } from './mapped-column.ts';
import type { Registry } from './registry.ts';
import { type Scan, scanClass } from './scan.ts';

/**
 * Maps a class unless it is abstract.
 * @throws ArgumentError, InvalidRequestError with declarative's texts
 */
export function mapDeclaratively(call: Interpreter, registry: Registry, cls: PyClass): void {
  if (cls.own.get('__abstract__') === true || isAbstractConcrete(cls)) return;
  if (registry.addClass(cls)) {
    call.process.warn(
      'sqlalchemy.exc.SAWarning',
      'This declarative base already contains a class with the same class name and module name as ' +
        `${cls.module}.${cls.name}, and will be replaced in the string-lookup table.`,
    );
  }
  refuseFieldsOfNone(call, cls);
  const scan = scanClass(call, cls);
  makeDataclass(call, cls, scan);
  const declaration = extract(call, registry, cls, scan);
  const args = mapperArguments(call, scan);
  const inherits = inheritedFrom(cls, args);
  const table = tableFor(call, registry, cls, scan, declaration, inherits, args);
  const { properties } = declaration;
  const map = () => mapOnto(call, registry, cls, table, { inherits, args, properties, copies: scan.copies });
  if (!isDeferred(cls)) {
    map();
    return;
  }
  cls.setOwn('__table__', table);
  waitForPrepare(call, { cls, table, map });
}

/** A base over tables of their own: it is mapped over all of them, once they are there, and lends its columns before. */
const isAbstractConcrete = (cls: PyClass): boolean =>
  cls.bases.some((base) => base.native && base.name === 'AbstractConcreteBase') &&
  !cls.own.has('__tablename__') &&
  !cls.own.has('__table__');

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
    refuseDataclassOptions(call, cls, key, value);
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
    addColumn(declaration, key, value.column, value.sortOrder ?? 0, value);
  } else {
    if (value instanceof ColumnProperty) {
      for (const column of value.columns) {
        if (!(column instanceof Column) || column.table) continue;
        nameColumn(column, key);
        declaration.columns.push({ column, order: 0, mapped: undefined, key });
      }
    }
    if (value instanceof Composite)
      for (const member of readComposite(call, value, annotation, { cls, key, registry }))
        addColumn(declaration, member.column.key, member.column, member.sortOrder ?? 0, member, false);
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
  named = true,
): void {
  declaration.columns.push({ column, order, mapped, ...(named && { key }) });
  if (key !== column.key || mapped?.deferred) {
    const property = new ColumnProperty([column], mapped?.deferred ?? false);
    declaration.properties.set(
      key,
      Object.assign(property, { group: mapped?.group ?? null, raises: mapped?.raises ?? false }),
    );
  }
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

/** @throws TypeError for a keyword that no mapper has, TypeError and ValueError as dict() for what is none */
function mapperArguments(call: Interpreter, scan: Scan): Map<string, Value> {
  const args = new Map<string, Value>();
  if (scan.mapperArgs === undefined) return args;
  const given = call.call(call.builtins.get('dict')!, [scan.mapperArgs]) as PyDict;
  for (const [key, value] of given.entries()) {
    if (typeof key !== 'string') throw typeError('keywords must be strings');
    if (!MAPPER_KEYWORDS.has(key))
      throw typeError(`Mapper.__init__() got an unexpected keyword argument '${key}'`);
    const copied = scan.copies.get(value);
    args.set(key, copied instanceof MappedColumn ? copied.column : (copied ?? value));
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
