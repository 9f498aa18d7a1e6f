/** Mapped classes that are dataclasses. Answers to: sqlalchemy/orm/decl_base.py (_setup_dataclasses_transforms). */
import { Raise } from '../../../../machine.ts';
import { keywordsOf, PyDict } from '../../../../python/values/containers/dict.ts';
import { PyException } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import { isCallable } from '../../../builtins/functions/class-functions.ts';
import { isMappable } from '../mapper/property.ts';
import type { MappedAnnotation } from './annotation.ts';
import type { Scan } from './scan.ts';

/** Where a class keeps the arguments of MappedAsDataclass, or of mapped_as_dataclass. */
export const DATACLASS_ARGUMENTS = '_sa_apply_dc_transforms';

/**
 * A default that `__init__` does not take is made by a factory, so that it may be mutable. One that can be called is warned of:
 * nobody knows whose default it is.
 */
function neverAnArgument(call: Interpreter, key: string, keywords: Map<string, Value>): void {
  const value = keywords.get('default');
  if (value === undefined) return;
  if (isCallable(value)) {
    call.process.warn(
      'sqlalchemy.exc.SADeprecationWarning',
      `Callable object passed to the \`\`default\`\` parameter for attribute ${call.repr(key)} in a ORM-mapped Dataclasses ` +
        'context is ambiguous, and this use will raise an error in a future release.  If this callable is intended to produce ' +
        'Core level INSERT default values for an underlying ``Column``, use the ``mapped_column.insert_default`` parameter ' +
        'instead.  To establish this callable as providing a default value for instances of the dataclass itself, use the ' +
        '``default_factory`` dataclasses parameter. (deprecated since: 2.0)',
    );
  } else if (keywords.get('init') === false && !keywords.has('default_factory')) {
    keywords.delete('default');
    keywords.set(
      'default_factory',
      nativeFunction('default', '', () => value),
    );
  }
}

/**
 * Runs `dataclasses.dataclass` over the class with a field for every mapped attribute, where the class asks for it.
 * @throws InvalidRequestError around what dataclasses complains of
 */
export function makeDataclass(call: Interpreter, cls: PyClass, scan: Scan): void {
  const given = call.getAttribute(cls, DATACLASS_ARGUMENTS);
  if (!(given instanceof PyDict)) return;
  const before = new Map<string, Value | undefined>();
  const annotations = new PyDict();
  const own = ownAnnotations(cls);
  // Annotations of mixins are met before those of the class.
  for (const name of new Set([...scan.annotations.keys(), ...scan.attributes.keys()])) {
    const value = scan.attributes.get(name);
    const options = isMappable(value) ? value.dataclass : undefined;
    const annotation = fieldType(call, own.get(name), scan.annotations.get(name));
    if (annotation === undefined || !options) continue;
    before.set(name, cls.own.get(name));
    annotations.set(name, annotation);
    setField(call, cls, name, options);
  }
  for (const [name, annotation] of own.entries())
    if (!annotations.has(name)) annotations.set(name, annotation);
  decorate(call, cls, given, annotations, before);
}

/**
 * What `dataclasses.field` knows as its type: what stands inside `Mapped[…]`, unless that is false.
 * @throws TypeError where it has no truth, as `column | None` (a clause) has none
 */
function fieldType(
  call: Interpreter,
  raw: Value | undefined,
  mapped: MappedAnnotation | undefined,
): Value | undefined {
  if (!mapped || (mapped.container !== 'Mapped' && raw !== undefined)) return raw;
  if (!call.truth(mapped.inner)) return raw;
  // What is between quotes may name a class that comes later.
  return typeof mapped.inner === 'string'
    ? call.call(call.importName('typing.ForwardRef'), [mapped.inner])
    : mapped.inner;
}

/**
 * A mixin, an abstract class or a base that is a dataclass without being mapped: its fields come before those of the classes below it.
 * @throws InvalidRequestError around what dataclasses complains of
 */
export function makeUnmappedDataclass(call: Interpreter, cls: PyClass): void {
  const given = call.getAttribute(cls, DATACLASS_ARGUMENTS);
  if (!(given instanceof PyDict)) return;
  const before = new Map<string, Value | undefined>();
  const own = ownAnnotations(cls);
  for (const [name] of own.entries()) {
    const value = cls.own.get(String(name));
    if (!isMappable(value)) continue;
    before.set(String(name), value as Value);
    setField(call, cls, String(name), value.dataclass ?? {});
  }
  decorate(call, cls, given, own, before);
}

function ownAnnotations(cls: PyClass): PyDict {
  const kept = cls.own.get('__annotations__');
  return kept instanceof PyDict ? kept : new PyDict();
}

/** Always a field: without one dataclasses would take an attribute of a base, such as `registry`, for the default. */
function setField(call: Interpreter, cls: PyClass, name: string, options: object): void {
  const given = Object.entries(options).filter(([, one]) => one !== undefined) as [string, Value][];
  const keywords = new Map(given);
  neverAnArgument(call, name, keywords);
  cls.setOwn(name, call.call(call.importName('dataclasses.field'), [], keywords));
}

/** `dataclass(cls)`; what was put on the class for it is taken away again. @param before values by name */
function decorate(
  call: Interpreter,
  cls: PyClass,
  given: PyDict,
  annotations: PyDict,
  before: ReadonlyMap<string, Value | undefined>,
): void {
  const kept = cls.own.get('__annotations__');
  cls.setOwn('__annotations__', annotations);
  try {
    call.call(call.importName('dataclasses.dataclass'), [cls], keywordsOf(given));
  } catch (error) {
    const thrown = call.toException(error);
    if (!(thrown instanceof PyException)) throw error;
    thrown.raised = true;
    throw new Raise(
      'sqlalchemy.exc.InvalidRequestError',
      [
        `Python dataclasses error encountered when creating dataclass for '${cls.name}': ${call.repr(thrown)}. Please ` +
          'refer to Python dataclasses documentation for additional information.',
      ],
      { attributes: { code: 'dcte' }, cause: thrown },
    );
  } finally {
    cls.setOwn('__annotations__', kept);
    for (const [name, value] of before) cls.setOwn(name, value);
  }
}
