/** What the constructors do with their arguments. Answers to: sqlalchemy/sql/_elements_constructors.py. */
import { Raise } from '../../../machine.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { raise, typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyBoxed, PyObject, type Value } from '../../../python/values/value.ts';
import { bindparam, caseOf, table, text } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf, operandOf } from '../../../sqlalchemy/expression/coerce.ts';
import type { ColumnClause, Element } from '../../../sqlalchemy/expression/elements.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import type { OperatorName } from '../../../sqlalchemy/expression/operators/operators.ts';
import { QuotedName } from '../../../sqlalchemy/schema/names.ts';
import type { SqlType } from '../../../sqlalchemy/types/type.ts';
import { quotedNameClass } from '../names.ts';
import { parameterType, typeArgument } from '../types/type-class.ts';
import { withData } from './from-classes.ts';

/** A name that may be a `quoted_name`. */
export const given = (name: Value): never => {
  if (name instanceof PyBoxed && name.cls.isSubclassOf(quotedNameClass)) {
    const quote = name.attrs?.get('quote') ?? null;
    return new QuotedName(String(name.value), quote as boolean | null) as never;
  }
  if (name !== null && typeof name !== 'string' && !(name instanceof PyBoxed)) {
    throw raise('AttributeError', `'${host().typeName(name)}' object has no attribute 'lower'`);
  }
  return (name instanceof PyBoxed ? String(name.value) : name) as never;
};

export const unaryModifiers: Readonly<Record<string, OperatorName>> = {
  asc: 'asc',
  desc: 'desc',
  nullsfirst: 'nulls-first',
  nulls_first: 'nulls-first',
  nullslast: 'nulls-last',
  nulls_last: 'nulls-last',
};

/** A type or a refusal as Python would come across it. */
export function requireType(call: Interpreter, type: Value, asksFor = '_variant_mapping'): SqlType {
  const found = typeArgument(call, type);
  if (found) return found;
  throw raise('AttributeError', `'${host().typeName(type)}' object has no attribute '${asksFor}'`);
}

/** `text(sql)`. @throws TypeError */
export function makeText(_call: Interpreter, sql: Value): unknown {
  const plain = sql instanceof PyBoxed ? sql.value : sql;
  if (typeof plain !== 'string')
    throw typeError(`expected string or bytes-like object, got '${host().typeName(sql)}'`);
  return text(plain);
}

/** `bindparam(key, value, type_, …)`. @throws ArgumentError */
export function makeBind(
  call: Interpreter,
  key: Value,
  value: Value | undefined,
  type: Value,
  unique: Value,
  required: Value,
  callable: Value,
  expanding: Value,
  literalExecute: Value,
): unknown {
  const sqlType = parameterType(call, type);
  return bindparam(key === null ? null : String(key), value === NOT_GIVEN ? undefined : value, {
    ...(sqlType ? { type: sqlType } : {}),
    unique: unique === true || key === null,
    ...(required === null || required === NOT_GIVEN ? {} : { required: required === true }),
    expanding: expanding === true,
    literalExecute: literalExecute === true,
    ...(callable === null ? {} : { callable }),
  });
}

/** Stands for `_NoArg.NO_ARG`. */
export const NOT_GIVEN = new PyObject(nativeClass({ name: '_NoArg', module: 'sqlalchemy.sql.base' }));

/** `case((test, value), …, else_=…)`, or `case({…}, value=…)`. @throws ArgumentError */
export function makeCase(call: Interpreter, whens: Value[], value: Value, otherwise: Value): unknown {
  const pairs: (readonly [unknown, unknown])[] = [];
  const [first] = whens;
  if (whens.length === 1 && first instanceof PyDict) pairs.push(...first.entries());
  else if (
    whens.length === 1 &&
    first !== undefined &&
    clauseOf(first) === undefined &&
    isListOfPairs(first)
  ) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      'The "whens" argument to case(), when referring to a sequence of items, is now passed as a series of positional elements, rather than as a list. ',
    ]);
  } else {
    for (const when of whens) {
      const parts = host().items(when);
      if (!parts) throw typeError(`cannot unpack non-iterable ${host().typeName(when)} object`);
      pairs.push([parts[0], parts[1]]);
    }
  }
  void call;
  return caseOf(pairs, value, otherwise);
}

const isListOfPairs = (value: Value): boolean => host().typeName(value) === 'list';

/** `table(name, *columns, schema=…)` */
export function makeTable(
  _call: Interpreter,
  name: Value,
  columns: Value[],
  keywords: Map<string, Value>,
): unknown {
  return table(
    given(name),
    columns.map((one) => clauseOf(one) as ColumnClause),
    given(keywords.get('schema') ?? null),
  );
}

/** `values(*columns, name=…)`; its rows come by `.data(…)`. */
export function makeValues(_call: Interpreter, columns: Value[], name: Value, literalBinds: Value): unknown {
  const own = columns.map((one) => ({ ...(clauseOf(one) as ColumnClause) }));
  return withData(
    {
      kind: 'values',
      columns: own,
      name: name === null ? undefined : String(name),
      named: name !== null,
      literalBinds: literalBinds === true,
      data: [],
      lateral: false,
    },
    {},
  );
}

/** One operand: an expression, or a parameter for any other value. */
export const single = (value: Value): Element => operandOf(value) ?? bindparam(null, value);
