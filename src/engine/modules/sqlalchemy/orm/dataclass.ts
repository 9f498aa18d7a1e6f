/** Mapped classes that are dataclasses. Answers to: sqlalchemy/orm/decl_base.py (_setup_dataclasses_transforms). */
import { Raise } from '../../../machine.ts';
import { PyDict } from '../../../python/values/dict.ts';
import { PyException } from '../../../python/values/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { isMappable } from './property.ts';
import type { Scan } from './scan.ts';

/** Where a class keeps the arguments of MappedAsDataclass, or of mapped_as_dataclass. */
export const DATACLASS_ARGUMENTS = '_sa_apply_dc_transforms';

/**
 * Runs `dataclasses.dataclass` over the class with a field for every mapped attribute, where the class asks for it.
 * @throws InvalidRequestError around what dataclasses complains of
 */
export function makeDataclass(call: Interpreter, cls: PyClass, scan: Scan): void {
  const given = call.getAttribute(cls, DATACLASS_ARGUMENTS);
  if (!(given instanceof PyDict)) return;
  const field = call.importName('dataclasses.field');
  const before = new Map<string, Value | undefined>();
  const annotations = new PyDict();
  const kept = cls.own.get('__annotations__');
  const own = kept instanceof PyDict ? kept : new PyDict();
  for (const [name, value] of scan.attributes) {
    const options = isMappable(value) ? value.dataclass : undefined;
    const annotation = own.get(name) ?? scan.annotations.get(name)?.inner;
    if (annotation === undefined || !options) continue;
    before.set(name, cls.own.get(name));
    annotations.set(name, annotation);
    const keywords = new Map(Object.entries(options).filter(([, one]) => one !== undefined)) as Map<
      string,
      Value
    >;
    if (keywords.size === 0) cls.setOwn(name, undefined);
    else cls.setOwn(name, call.call(field, [], keywords));
  }
  for (const [name, annotation] of own.entries())
    if (!annotations.has(name)) annotations.set(name, annotation);
  cls.setOwn('__annotations__', annotations);
  try {
    const keywords = new Map(
      [...given.entries()].map(([key, value]): [string, Value] => [String(key), value]),
    );
    call.call(call.importName('dataclasses.dataclass'), [cls], keywords);
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
