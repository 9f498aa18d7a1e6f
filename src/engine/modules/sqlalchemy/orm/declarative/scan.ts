/**
 * Reads a class that is to be mapped: its own attributes, then those of mixins and abstract bases, in the order in which
 * their columns will stand in the table. Answers to: sqlalchemy/orm/decl_base.py (_ClassScanMapperConfig).
 */
import { Raise } from '../../../../machine.ts';
import { PyTuple } from '../../../../python/values/containers/containers.ts';
import { keywordsOf, PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { copyColumn } from '../../../../sqlalchemy/schema/copy.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { mapperOf } from '../mapper/mapped-class.ts';
import { DeclaredAttr, isMappable, isProperty, MappedColumn, Relationship } from '../mapper/property.ts';
import { type MappedAnnotation, readAnnotation, refuseSplitText } from './annotation.ts';
import { copyMapped } from './column-copy.ts';
import { DATACLASS_ARGUMENTS } from './dataclass.ts';
import { mappedByField } from './dataclass-fields.ts';

export interface Scan {
  /** Attribute name to what stands there, in mapping order. */
  readonly attributes: Map<string, Value>;
  readonly annotations: Map<string, MappedAnnotation>;
  tablename: Value;
  tableArgs: Value;
  /** undefined where none were written, which None is not. */
  mapperArgs: Value | undefined;
  /** The columns of mixins and what they became on this class. */
  readonly copies: Map<Value, Value>;
}

/** @throws ArgumentError, InvalidRequestError for what declarative refuses */
export function scanClass(call: Interpreter, cls: PyClass): Scan {
  const scan: Scan = {
    attributes: new Map(),
    annotations: new Map(),
    tablename: null,
    tableArgs: null,
    mapperArgs: undefined,
    copies: new Map(),
  };
  const bases = cls.mro.filter((base) => !base.native);
  const isMapped = (base: PyClass) => base !== cls && mapperOf(base) !== undefined;
  const lent = lentColumns(
    call,
    scan,
    cls,
    bases.filter((base) => base !== cls && !isMapped(base)),
  );
  for (const base of bases) {
    for (const [name, one] of lent) if (one.base === base) scan.attributes.set(name, one.value);
    for (const name of attributeNames(base)) {
      // What a base lends stands, whatever the class itself only annotates.
      if (base === cls && !cls.own.has(name) && lent.has(name)) continue;
      readAttribute(call, scan, cls, base, name, isMapped(base));
    }
  }
  return scan;
}

/** A column that a mixin or abstract base gives to the class. */
interface Lent {
  readonly base: PyClass;
  readonly value: Value;
}

/** The columns of mixins and abstract bases, copied for the class, before its own attributes are read: their annotations count first. */
function lentColumns(
  call: Interpreter,
  scan: Scan,
  cls: PyClass,
  bases: readonly PyClass[],
): Map<string, Lent> {
  const lent = new Map<string, Lent>();
  for (const base of bases) {
    for (const name of attributeNames(base)) {
      const value = lent.has(name) ? undefined : lentColumn(call, scan, cls, base, name);
      if (value !== undefined) lent.set(name, { base, value });
    }
  }
  return lent;
}

const DIRECTIVES = ['__table_args__', '__tablename__', '__mapper_args__'];

/** Names of a class's attributes and annotations, each list in order, and as far as possible both together. */
function attributeNames(cls: PyClass): string[] {
  const values = [...cls.own.keys()].filter((name) => !isDunder(name) || DIRECTIVES.includes(name));
  const annotated = [...annotationsOf(cls).keys()].filter((name) => !isDunder(name));
  return mergeOrdered(values, annotated);
}

const isDunder = (name: string): boolean => name.startsWith('__') && name.endsWith('__');

/** `cls.__annotations__` of the class itself. */
const annotationsOf = (cls: PyClass): Map<string, Value> => keywordsOf(cls.own.get('__annotations__'));

function mergeOrdered(first: readonly string[], second: readonly string[]): string[] {
  const both = new Set(first.filter((name) => second.includes(name)));
  let current = [...first];
  let other = [...second];
  const merged: string[] = [];
  while (current.length > 0 || other.length > 0) {
    const name = current.shift();
    if (name === undefined) [current, other] = [other, current];
    else if (both.delete(name)) [current, other] = [other, current];
    else merged.push(name);
  }
  return merged;
}

/** @returns a copy of the base's column, a column for what it only annotates, or undefined where the class has something else */
function lentColumn(
  call: Interpreter,
  scan: Scan,
  cls: PyClass,
  base: PyClass,
  name: string,
): Value | undefined {
  const field = mappedByField(call, base, name);
  const value = field ?? base.own.get(name);
  const standing = field ?? cls.lookup(name);
  if (value === undefined) {
    if (standing !== undefined) return undefined;
    const annotation = collectAnnotation(call, scan, cls, base, name, undefined, false);
    return annotation && placeholder(call, annotation);
  }
  if (!(value instanceof Column || value instanceof MappedColumn) || cls.own.has(name)) return undefined;
  if (standing !== value && !(standing instanceof Column || standing instanceof MappedColumn))
    return undefined;
  const copy = value instanceof Column ? copyColumn(value) : copyMapped(value);
  scan.copies.set(value, copy);
  collectAnnotation(call, scan, cls, base, name, value, true);
  return copy;
}

function readAttribute(
  call: Interpreter,
  scan: Scan,
  cls: PyClass,
  base: PyClass,
  name: string,
  mapped: boolean,
): void {
  const value = base.own.get(name);
  const declared = value instanceof DeclaredAttr;
  if (DIRECTIVES.includes(name)) {
    if (!mapped || declared) readDirective(call, scan, cls, name);
    return;
  }
  if (mapped) return;
  if (base === cls) readOwn(call, scan, cls, name, value);
  else if (isProperty(mappedByField(call, base, name)))
    scan.attributes.set(name, mappedByField(call, base, name)!);
  else readInherited(call, scan, cls, base, name, value);
}

function readDirective(call: Interpreter, scan: Scan, cls: PyClass, name: string): void {
  const value = () => call.getAttribute(cls, name) ?? null;
  if (name === '__tablename__') scan.tablename ??= value();
  else if (name === '__mapper_args__') scan.mapperArgs ??= value();
  else if (scan.tableArgs === null) {
    scan.tableArgs = value();
    if (scan.tableArgs !== null && !(scan.tableArgs instanceof PyTuple || scan.tableArgs instanceof PyDict)) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        '__table_args__ value must be a tuple, dict, or None',
      ]);
    }
  }
}

/** What a `@declared_attr` gives for the class; what goes wrong in it comes through, an AttributeError, too. */
const declaredOn = (call: Interpreter, cls: PyClass, name: string): Value =>
  call.call(call.builtins.get('getattr')!, [cls, name]);

function readOwn(call: Interpreter, scan: Scan, cls: PyClass, name: string, value: Value | undefined): void {
  if (value instanceof DeclaredAttr) {
    if (!value.directive) scan.attributes.set(name, declaredOn(call, cls, name));
    return;
  }
  const field = mappedByField(call, cls, name);
  if (field !== undefined) {
    collectAnnotation(call, scan, cls, cls, name, field, false);
    scan.attributes.set(name, field);
    return;
  }
  const annotation = collectAnnotation(call, scan, cls, cls, name, value);
  if (value !== undefined) scan.attributes.set(name, value);
  else if (annotation) scan.attributes.set(name, placeholder(call, annotation));
}

function readInherited(
  call: Interpreter,
  scan: Scan,
  cls: PyClass,
  base: PyClass,
  name: string,
  value: Value | undefined,
): void {
  if (value instanceof Column || value instanceof MappedColumn) return;
  if (scan.attributes.has(name) || cls.own.has(name)) return;
  if (value instanceof DeclaredAttr) {
    if (!value.directive) {
      const made = declaredOn(call, cls, name);
      collectReturnAnnotation(call, scan, cls, base, name, value);
      collectAnnotation(call, scan, cls, base, name, made);
      scan.attributes.set(name, made);
    }
    return;
  }
  if (isProperty(value)) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      'Mapper properties (i.e. deferred,column_property(), relationship(), etc.) must be declared as @declared_attr ' +
        'callables on declarative mixin classes.  For dataclass field() objects, use a lambda:',
    ]);
  }
}

/**
 * A mixin's `@declared_attr` says `-> Mapped[…]`, or nothing: what it says counts as an annotation of the attribute.
 * @throws MappedAnnotationError
 */
function collectReturnAnnotation(
  call: Interpreter,
  scan: Scan,
  cls: PyClass,
  base: PyClass,
  name: string,
  declared: DeclaredAttr,
): void {
  const annotations = call.getAttribute(declared.function, '__annotations__');
  const raw = annotations instanceof PyDict ? annotations.get('return') : undefined;
  if (raw === undefined || scan.annotations.has(name)) return;
  // A text that names no Mapped[] is wrong whatever its names mean.
  const read = typeof raw === 'string' && !/Mapped\[/.test(raw) ? call.builtins.get('object')! : raw;
  const place = { cls, module: base.module, key: name, expectMapped: true };
  const annotation = readAnnotation(call, read, place);
  if (annotation) scan.annotations.set(name, annotation);
}

/** What an annotation alone stands for. */
function placeholder(call: Interpreter, annotation: MappedAnnotation): Value {
  if (annotation.container !== 'Mapped') return new Relationship(null, new Map());
  return new MappedColumn(call.call(call.importName('sqlalchemy.Column')) as Column, new Set());
}

/** @param expectMapped whether one without Mapped[] is an error; where left out, as for a class's own attributes */
function collectAnnotation(
  call: Interpreter,
  scan: Scan,
  cls: PyClass,
  origin: PyClass,
  name: string,
  value: Value | undefined,
  expectMapped?: boolean,
): MappedAnnotation | undefined {
  const known = scan.annotations.get(name);
  if (known) return known;
  const raw = annotationsOf(origin).get(name);
  if (raw === undefined || value instanceof InstrumentedAttribute) return undefined;
  const unmappedAllowed =
    call.getAttribute(cls, '__allow_unmapped__') === true ||
    call.getAttribute(cls, DATACLASS_ARGUMENTS) instanceof PyDict;
  const expected = expectMapped ?? (!unmappedAllowed && (value === undefined || isMappable(value)));
  const place = {
    cls,
    module: origin.module,
    key: name,
    // The fields of a class that is a dataclass already need not be mapped.
    expectMapped: expected && cls.lookup('__dataclass_fields__') === undefined,
  };
  const annotation = readAnnotation(call, raw, place);
  if (annotation && value === undefined && typeof raw === 'string') refuseSplitText(call, raw, place);
  if (annotation) scan.annotations.set(name, annotation);
  return annotation;
}
