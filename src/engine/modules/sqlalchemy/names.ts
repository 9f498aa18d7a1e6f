/** quoted_name and conv as Python strings, and names on their way into the schema room. Answers to: sqlalchemy/sql/elements.py. */
import { strClass } from '../../python/values/classes/classes.ts';
import { raise } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { PyBoxed, type PyClass, type Value } from '../../python/values/value.ts';
import { type GivenName, QuotedName } from '../../sqlalchemy/schema/names.ts';

const textOf = (call: Interpreter, value: Value): string =>
  typeof value === 'string' ? value : call.str(value);

/** @throws AssertionError for None, which is no name */
function madeOf(call: Interpreter, cls: PyClass, value: Value, quote: Value): PyBoxed {
  if (value === null) throw raise('AssertionError', 'use quoted_name.construct() for None passthrough');
  const boxed = new PyBoxed(cls, textOf(call, value));
  boxed.attrs = new Map([['quote', quote]]);
  return boxed;
}

export const quotedNameClass: PyClass = nativeClass({
  name: 'quoted_name',
  module: 'sqlalchemy.sql.elements',
  bases: [strClass],
  signature: 'value, quote',
  construct: madeOf,
});

export const truncatedLabelClass: PyClass = nativeClass({
  name: '_truncated_label',
  module: 'sqlalchemy.sql.elements',
  bases: [quotedNameClass],
  signature: 'value, quote=None',
  construct: madeOf,
});

/** What `op.f()` gives: a name that no naming convention touches again. */
export const convClass: PyClass = nativeClass({
  name: 'conv',
  module: 'sqlalchemy.sql.elements',
  bases: [truncatedLabelClass],
});

/** A conv of Python's: what `op.f()` makes of a value. */
export const makeConv = (call: Interpreter, value: Value): PyBoxed => madeOf(call, convClass, value, null);

/** A name as the learner gave it. Anything but a string is taken by its `str()`. */
export function givenName(call: Interpreter, value: Value | undefined): GivenName {
  if (value === undefined || value === null) return value;
  if (!(value instanceof PyBoxed) || !value.cls.isSubclassOf(quotedNameClass)) return textOf(call, value);
  const quote = value.attrs?.get('quote');
  const form = value.cls.isSubclassOf(convClass)
    ? 'conv'
    : value.cls.isSubclassOf(truncatedLabelClass)
      ? 'truncated_label'
      : 'quoted_name';
  return new QuotedName(value.value as string, typeof quote === 'boolean' ? quote : null, form);
}

/** A conv whose text is known. */
export function plainConv(text: string): PyBoxed {
  const boxed = new PyBoxed(convClass, text);
  boxed.attrs = new Map<string, Value>([['quote', null]]);
  return boxed;
}

/** A name of the schema room as Python sees it. */
export function nameValue(name: string | null, conv = false): Value {
  return name !== null && conv ? plainConv(name) : name;
}
