/** Answers the expression language's questions about values of the learner's world. */

import { classOf } from '../../../python/values/classes/class-of.ts';
import { PyList, PyTuple } from '../../../python/values/containers/containers.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import { type Interpreter, interpreter } from '../../../python/values/interpreter.ts';
import { PyBoxed, PyClass, PyObject, type Value } from '../../../python/values/value.ts';
import { type ExpressionHost, useHost } from '../../../sqlalchemy/expression/host.ts';
import { type ValueKind, valueKind } from '../../../sqlalchemy/expression/operators/value-kind.ts';
import type { SqlType } from '../../../sqlalchemy/types/index.ts';
import { learnersDdl, learnersTypeText } from '../compiler-extension.ts';
import { toPython } from '../convert.ts';
import { tableListeners } from '../engine/event-call.ts';
import { parametersText } from '../exc-parameters.ts';
import { givenName } from '../names.ts';
import { ownColumn } from '../schema/own-column.ts';

const KINDS: readonly (readonly [string, ValueKind])[] = [
  ['datetime.datetime', 'datetime'],
  ['datetime.date', 'date'],
  ['datetime.time', 'time'],
  ['datetime.timedelta', 'timedelta'],
  ['decimal.Decimal', 'decimal'],
  ['uuid.UUID', 'uuid'],
];

const kinds = new WeakMap<PyClass, ValueKind>();

/** By the classes that a value's class derives from. */
function kindOf(value: unknown): ValueKind {
  const cls = classOf(value as Value);
  const known = kinds.get(cls);
  if (known) return known;
  const names = new Set(cls.mro.map((one) => `${one.module}.${one.name}`));
  const kind =
    KINDS.find(([name]) => names.has(name))?.[1] ??
    (value instanceof PyBoxed ? valueKind(value.value) : 'other');
  kinds.set(cls, kind);
  return kind;
}

/** What `__clause_element__()` gives; a mapped class stands for its table. */
function clauseOf(value: unknown): unknown {
  const own = (value as { clauseElement?(call: Interpreter): unknown } | null)?.clauseElement;
  if (typeof own === 'function') return own.call(value, interpreter());
  if (!(value instanceof PyObject)) return undefined;
  if (
    value instanceof PyList ||
    value instanceof PyTuple ||
    value instanceof PyDict ||
    value instanceof PySet
  )
    return undefined;
  const call = interpreter();
  if (value instanceof PyClass) {
    if (value.native) return undefined;
    const mapper = call.getAttribute(value, '__mapper__') ?? call.getAttribute(value, '_sa_deferred_mapper');
    const mapped = (mapper as { entity?(call: Interpreter, cls: PyClass): unknown } | undefined)?.entity?.(
      call,
      value,
    );
    if (mapped) return mapped;
    const table = call.getAttribute(value, '__table__');
    return table === undefined || table === null ? undefined : { kind: 'entity', table, entity: value };
  }
  if (value instanceof PyBoxed) return undefined;
  const method = classOf(value).lookup('__clause_element__');
  return method === undefined ? undefined : call.callMethod(value, '__clause_element__');
}

function items(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  if (value instanceof PySet) return [...value];
  if (typeof value !== 'object' || value === null || value instanceof PyBoxed || value instanceof Uint8Array)
    return undefined;
  if (typeof (value as { kind?: unknown }).kind === 'string') return undefined;
  const call = interpreter();
  if (value instanceof PyClass || classOf(value).lookup('__iter__') === undefined) return undefined;
  return [...call.iterate(value)];
}

/** Set where mapped classes are first selected: what shows eager joins. */
let showMapped: (clause: object) => object = (clause) => clause;

/** The ORM tells how a clause with mapped classes in it is shown. */
export const useMapped = (show: (clause: object) => object): void => {
  showMapped = show;
};

const HOST: ExpressionHost = {
  shown: (clause) => showMapped(clause) as typeof clause,
  repr: (value) => interpreter().repr(toPython(value)),
  clauseOf,
  items,
  kind: kindOf,
  isoformat: (value, separator) => {
    const call = interpreter();
    if (call.getAttribute(value as Value, 'isoformat') === undefined) return undefined;
    return call.callMethod(
      value as Value,
      'isoformat',
      ...(separator === undefined ? [] : [separator]),
    ) as string;
  },
  evaluate: (expression, it) =>
    interpreter().process.python.evaluate(expression, new Map([['it', toPython(it)]])),
  isException: (error) => interpreter().process.python.thrown(error) !== undefined,
  parameters: (value, several) => parametersText(interpreter(), value as Value, several),
  str: (value) => interpreter().str(value as Value),
  name: (value) => (value instanceof PyBoxed ? givenName(interpreter(), value) : value),
  typeName: (value) => classOf(toPython(value)).name,
  ownClasses: (value) => classOf(toPython(value)).mro.filter((cls) => !cls.native),
  ddlText: (ddl, plain, options) => learnersDdl(ddl, plain, options),
  typeText: (type) => learnersTypeText(type as SqlType),
  listeners: (value, name) => tableListeners(interpreter(), toPython(value ?? null), name as Value),
  ownColumn,
  loadDialect: (name) => {
    if (name !== 'postgresql') interpreter().importModule(`sqlalchemy.dialects.${name}`);
  },
  warn: (category, message) => interpreter().process.warn(category, message),
};

let connected = false;

/** Called where expressions are first bound. */
export function connectHost(): void {
  if (!connected) useHost(HOST);
  connected = true;
}
