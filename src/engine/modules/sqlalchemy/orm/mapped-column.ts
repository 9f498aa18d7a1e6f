/** `mapped_column(…)` and what its annotation adds. Answers to: sqlalchemy/orm/properties.py (MappedColumn). */
import { Raise } from '../../../machine.ts';
import { isException } from '../../../python/values/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import type { Column } from '../../../sqlalchemy/schema/column.ts';
import { NULL_TYPE } from '../../../sqlalchemy/types/base.ts';
import {
  annotatedParts,
  evaluate,
  forwardText,
  type MappedAnnotation,
  resolveText,
  withoutNone,
} from './annotation.ts';
import { mergeColumn } from './column-copy.ts';
import { MappedAlias, mappedClass } from './mapped.ts';
import { DATACLASS_KEYS, type DataclassOptions, MappedColumn } from './property.ts';
import type { Registry } from './registry.ts';
import { typeFor } from './type-map.ts';

/** Keywords that are the attribute's, not the column's. */
const ATTRIBUTE_KEYWORDS = new Set([
  ...DATACLASS_KEYS,
  'insert_default',
  'deferred',
  'deferred_group',
  'deferred_raiseload',
  'use_existing_column',
  'active_history',
  'sort_order',
  'dataclass_metadata',
]);

/** @throws TypeError, ArgumentError as Column does */
export function makeMappedColumn(
  call: Interpreter,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): MappedColumn {
  const rest = new Map([...keywords].filter(([name]) => !ATTRIBUTE_KEYWORDS.has(name)));
  const fallback = keywords.get('insert_default') ?? keywords.get('default');
  if (fallback !== undefined) rest.set('default', fallback);
  const column = call.call(call.importName('sqlalchemy.Column'), args, rest) as Column;
  return new MappedColumn(column, new Set(keywords.keys()), {
    dataclass: dataclassOptions(keywords),
    sortOrder: Number(keywords.get('sort_order') ?? 0),
    useExisting: keywords.get('use_existing_column') === true,
    deferred: keywords.get('deferred') === true,
  });
}

/** The dataclass settings among keywords. */
export function dataclassOptions(keywords: ReadonlyMap<string, Value>): DataclassOptions {
  const found: Record<string, Value> = {};
  for (const name of DATACLASS_KEYS) {
    const value = keywords.get(name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** Where a mapped_column stands. */
export interface ColumnPlace {
  readonly cls: PyClass;
  readonly key: string;
  readonly registry: Registry;
}

/**
 * Gives a column its name, and from the annotation its type and whether it takes NULL.
 * @throws ArgumentError, MappedAnnotationError
 */
export function completeMappedColumn(
  call: Interpreter,
  mapped: MappedColumn,
  annotation: MappedAnnotation | undefined,
  place: ColumnPlace,
): void {
  const { column } = mapped;
  if (annotation) takeAnnotation(call, mapped, annotation, place);
  else if (lacksType(column) && column.foreignKeys.size === 0) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Python typing annotation is required for attribute "${place.cls.name}.${place.key}" when primary argument(s) for ` +
        '"MappedColumn" construct are None or not present',
    ]);
  }
  nameColumn(column, place.key);
}

/** A column without a name of its own has its attribute's. */
export function nameColumn(column: Column, key: string): void {
  column.name ||= key;
  column.key ||= key;
}

const lacksType = (column: Column): boolean => column.ownType.is(NULL_TYPE) && !column.ownType.custom;

function takeAnnotation(
  call: Interpreter,
  mapped: MappedColumn,
  annotation: MappedAnnotation,
  place: ColumnPlace,
): void {
  const { column } = mapped;
  const resolved = resolvedInner(call, annotation, place);
  const outer = withoutNone(call, resolved);
  const parts = annotatedParts(call, outer.type);
  const raw = parts ? withoutNone(call, parts.type) : outer;
  const template = parts?.metadata.find((one) => one instanceof MappedColumn);
  if (template instanceof MappedColumn) mergeColumn(mapped, template);
  const decided =
    mapped.given.has('nullable') || (template instanceof MappedColumn && template.given.has('nullable'));
  if (!decided) column.nullable = !column.primaryKey && (outer.optional || raw.optional);
  if (!lacksType(column) || column.foreignKeys.size > 0) return;
  const type =
    typeFor(call, place.registry, outer.type) ??
    (parts ? typeFor(call, place.registry, raw.type) : undefined);
  if (!type) {
    throw new Raise('sqlalchemy.orm.exc.MappedAnnotationError', [
      `Could not locate SQLAlchemy Core type when resolving for Python type indicated by '${shownType(call, raw.type)}' ` +
        `inside the Mapped[] annotation for the '${column.key || place.key}' attribute; the type object is not resolvable by the registry`,
    ]);
  }
  column.type = type;
}

const shownType = (call: Interpreter, type: Value): string => call.repr(type);

function resolvedInner(call: Interpreter, annotation: MappedAnnotation, place: ColumnPlace): Value {
  try {
    const type = resolveText(call, annotation.inner, annotation.module, place.cls);
    refuseTextInside(call, type, annotation.module, place.cls);
    return type;
  } catch (error) {
    if (!isException(call.toException(error), 'NameError') || error instanceof Raise) throw error;
    throw new Raise('sqlalchemy.orm.exc.MappedAnnotationError', [
      `Could not resolve all types within mapped annotation: "${call.repr(new MappedAlias(mappedClass, annotation.inner))}".  ` +
        'Ensure all types are written correctly and are imported within the module in use.',
    ]);
  }
}

/** `list["Post"]` as a column's type: the text inside must be a type as well. */
function refuseTextInside(call: Interpreter, type: Value, module: string, cls: PyClass): void {
  if (type === null || typeof type !== 'object') return;
  const origin = call.getAttribute(type, '__origin__');
  if (origin === undefined || origin === call.importName('typing.Literal')) return;
  for (const argument of [...call.iterate(call.getAttribute(type, '__args__') ?? '')]) {
    const text = forwardText(call, argument);
    if (text === undefined) continue;
    try {
      evaluate(call, text, module, cls);
    } catch (error) {
      if (!isException(call.toException(error), 'NameError')) throw error;
      throw new Raise('builtins.NameError', [`Could not de-stringify annotation '${text}'`]);
    }
  }
}
