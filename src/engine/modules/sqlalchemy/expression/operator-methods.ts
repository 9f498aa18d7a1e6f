/** Operators and methods as they are written in Python, and the operation each stands for. */
import { PySlice } from '../../../python/values/containers/containers.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import type { Value } from '../../../python/values/value.ts';
import type { CustomOperator, Element } from '../../../sqlalchemy/expression/elements.ts';
import { typeOf } from '../../../sqlalchemy/expression/group.ts';
import { arithmetic, compare, customOperation } from '../../../sqlalchemy/expression/operators/operate.ts';
import {
  arrayItem,
  arraySlice,
  isArray,
} from '../../../sqlalchemy/expression/operators/operate-postgresql.ts';
import { likeAround } from '../../../sqlalchemy/expression/operators/operate-text.ts';
import type { OperatorName } from '../../../sqlalchemy/expression/operators/operators.ts';
import { affinity } from '../../../sqlalchemy/expression/operators/type-rules.ts';
import { typeArgument } from '../types/type-class.ts';
import { jsonItem } from './json-operators.ts';

/** A method of elements, with the type of its code left to who writes it. */
export const method = (
  signature: string,
  code: (call: Interpreter, self: Element, ...bound: never[]) => unknown,
): NativeMethod => [signature, code as never];

/** `==`, `<` and the like. */
export const comparison = (operator: OperatorName): NativeMethod =>
  method('other', (_call, self, other: Value) => compare(self, operator, other));

/** `+`, `-` and the like. @param reversed whether the element is the right side */
export const arithmeticOf = (operator: OperatorName, reversed = false): NativeMethod =>
  method('other', (_call, self, other: Value) => arithmetic(self, operator, other, reversed));

export const ARITHMETIC: Readonly<Record<string, OperatorName>> = {
  add: 'add',
  sub: 'sub',
  mul: 'mul',
  truediv: 'truediv',
  floordiv: 'floordiv',
  mod: 'mod',
};

export const COMPARISONS: Readonly<Record<string, OperatorName>> = {
  __eq__: 'eq',
  __ne__: 'ne',
  __lt__: 'lt',
  __le__: 'le',
  __gt__: 'gt',
  __ge__: 'ge',
  is_: 'is',
  is_not: 'is-not',
  isnot: 'is-not',
  is_distinct_from: 'is-distinct-from',
  is_not_distinct_from: 'is-not-distinct-from',
  isnot_distinct_from: 'is-not-distinct-from',
};

export const BITS: Readonly<Record<string, OperatorName>> = {
  bitwise_and: 'bitwise-and',
  bitwise_or: 'bitwise-or',
  bitwise_xor: 'bitwise-xor',
  bitwise_lshift: 'bitwise-lshift',
  bitwise_rshift: 'bitwise-rshift',
  concat: 'concat',
};

export const LIKES: Readonly<Record<string, OperatorName>> = {
  like: 'like',
  ilike: 'ilike',
  not_like: 'not-like',
  notlike: 'not-like',
  not_ilike: 'not-ilike',
  notilike: 'not-ilike',
};

export const AROUND: Readonly<Record<string, OperatorName>> = {
  startswith: 'startswith',
  endswith: 'endswith',
  icontains: 'icontains',
  istartswith: 'istartswith',
  iendswith: 'iendswith',
};

export const MODIFIERS: Readonly<Record<string, OperatorName>> = {
  asc: 'asc',
  desc: 'desc',
  nulls_first: 'nulls-first',
  nullsfirst: 'nulls-first',
  nulls_last: 'nulls-last',
  nullslast: 'nulls-last',
};

/** An argument that is text, or None. */
export const textOrNull = (value: Value): string | null => (value === null ? null : String(value));

/** `contains`, `startswith`, `endswith` and their kin: LIKE with % around the other side. */
export const around = (operator: OperatorName): NativeMethod =>
  method(
    'other, escape=None, autoescape=False',
    (_call, self, other: Value, sign: Value, autoescape: Value) =>
      likeAround(self, operator, other, textOrNull(sign), autoescape === true),
  );

/** `x[…]` */
export function item(_call: Interpreter, self: Element, index: Value): Value {
  const type = typeOf(self);
  if (affinity(type) === 'json') {
    return jsonItem(self, index) as Value;
  }
  if (isArray(type)) {
    if (index instanceof PySlice) return arraySlice(self, index.start, index.stop, index.step) as Value;
    return arrayItem(self, index) as Value;
  }
  if (type.definition.name === 'HSTORE') return jsonItem(self, index) as Value;
  throw raise('NotImplementedError', "Operator 'getitem' is not supported on this expression");
}

/** `x.op('…')` gives something to call with the other side. */
export function customOperator(
  call: Interpreter,
  self: Element,
  symbol: string,
  precedence: Value,
  isComparison: Value,
  returnType: Value,
): Value {
  const type = typeArgument(call, returnType);
  return operatorCall(self, {
    symbol,
    precedence: Number(precedence),
    isComparison: isComparison === true,
    ...(type ? { returnType: type } : {}),
  });
}

/** What `column.op('…')` answers: a function of the other side. */
export const operatorCall = (self: Element, custom: CustomOperator): Value =>
  nativeFunction(
    'custom_op.against',
    'other',
    (_call, other: Value) => customOperation(self, custom, other) as Value,
  );
