/** Attributes and methods that elements of some types have. Answers to: the comparators of dialects/postgresql. */

import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { arrayLiteral, bindparam, cast } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf, operandOf } from '../../../sqlalchemy/expression/coerce.ts';
import type { BinaryExpression, Element } from '../../../sqlalchemy/expression/elements.ts';
import { group, typeOf } from '../../../sqlalchemy/expression/group.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import { customOperation } from '../../../sqlalchemy/expression/operators/operate.ts';
import { isArray, postgresql } from '../../../sqlalchemy/expression/operators/operate-postgresql.ts';
import { against } from '../../../sqlalchemy/expression/operators/operators.ts';
import { affinity, TYPES } from '../../../sqlalchemy/expression/operators/type-rules.ts';
import { ABSTRACT_RANGE, ARRAY, HSTORE, JSONB } from '../../../sqlalchemy/postgresql/types.ts';
import { makeType } from '../../../sqlalchemy/types/make.ts';
import { NUMERIC } from '../../../sqlalchemy/types/number.ts';
import { TEXT } from '../../../sqlalchemy/types/text.ts';
import { SqlType } from '../../../sqlalchemy/types/type.ts';
import { asText, asType } from './json-operators.ts';

type Code = (call: Interpreter, ...bound: never[]) => unknown;
interface Operation {
  readonly signature: string;
  readonly run: (self: Element) => Code;
}

const symbol = (sign: string, operand?: (self: Element) => SqlType): Operation => ({
  signature: 'other, **kwargs',
  run: (self) => (_call: Interpreter, other: Value) =>
    postgresql(self, sign, other, TYPES.boolean, operand?.(self)),
});

const own = (self: Element): SqlType => typeOf(self);
const string = (): SqlType => TYPES.string;

const QUANTIFIED = (quantifier: 'ANY' | 'ALL'): Operation => ({
  signature: 'other, operator=None',
  run: (self) => (_call: Interpreter, other: Value) => quantified(self, quantifier, other),
});

/** `array.any(5)`: `5 = ANY (array)`. */
function quantified(self: Element, quantifier: 'ANY' | 'ALL', other: unknown): Element {
  const type = typeOf(self);
  const item = type.options.item_type as SqlType;
  const key = self.kind === 'column' || self.kind === 'column-clause' ? self.key : null;
  const left = operandOf(other) ?? bindparam(key, other, { unique: true, type: item });
  return {
    kind: 'binary',
    operator: 'eq',
    negate: 'ne',
    left: group(left, against('eq')),
    right: { kind: 'collection', quantifier, element: group(self, against('any')), type: item },
    type: TYPES.boolean,
    modifiers: {},
  };
}

/** What `sqlalchemy.ARRAY` has of itself. */
const BASE_ARRAY_OPERATIONS: Readonly<Record<string, Operation>> = {
  any: QUANTIFIED('ANY'),
  all: QUANTIFIED('ALL'),
  contains: {
    signature: '*arg, **kw',
    run: () => () => {
      throw raise(
        'NotImplementedError',
        'ARRAY.contains() not implemented for the base ARRAY type; please use the dialect-specific ARRAY type',
      );
    },
  },
};

const ARRAY_OPERATIONS: Readonly<Record<string, Operation>> = {
  ...BASE_ARRAY_OPERATIONS,
  contains: symbol('@>', own),
  contained_by: symbol('<@', own),
  overlap: symbol('&&', own),
};

const JSONB_OPERATIONS: Readonly<Record<string, Operation>> = {
  has_key: symbol('?', string),
  has_any: symbol('?|'),
  has_all: symbol('?&'),
  contains: symbol('@>', own),
  contained_by: symbol('<@', own),
  path_exists: symbol('@?', string),
  path_match: symbol('@@', string),
  delete_path: {
    signature: 'array',
    run: (self) => (_call: Interpreter, array: Value) =>
      customOperation(
        self,
        { symbol: '#-', precedence: 5, isComparison: false, returnType: typeOf(self) },
        (clauseOf(array) ?? pathArray(array)) as Value,
      ),
  },
};

const HSTORE_OPERATIONS: Readonly<Record<string, Operation>> = {
  has_key: symbol('?', string),
  has_any: symbol('?|'),
  has_all: symbol('?&'),
  contains: symbol('@>', own),
  contained_by: symbol('<@', own),
};

const RANGE_OPERATIONS: Readonly<Record<string, Operation>> = {
  contains: symbol('@>'),
  contained_by: symbol('<@', own),
  overlaps: symbol('&&', own),
  strictly_left_of: symbol('<<', own),
  strictly_right_of: symbol('>>', own),
  not_extend_right_of: symbol('&<', own),
  not_extend_left_of: symbol('&>', own),
  adjacent_to: symbol('-|-', own),
};

/** A path of keys: `CAST(ARRAY[…] AS TEXT[])`. */
const pathArray = (keys: Value): Element =>
  cast(arrayLiteral(host().items(keys) ?? [keys]), makeType(ARRAY, { item_type: new SqlType(TEXT) }));

function operationsOf(type: SqlType): Readonly<Record<string, Operation>> | undefined {
  if (type.is(ARRAY)) return ARRAY_OPERATIONS;
  if (isArray(type)) return BASE_ARRAY_OPERATIONS;
  if (type.is(JSONB)) return JSONB_OPERATIONS;
  if (type.is(HSTORE)) return HSTORE_OPERATIONS;
  return type.is(ABSTRACT_RANGE) ? RANGE_OPERATIONS : undefined;
}

const CASTS: Readonly<Record<string, SqlType>> = {
  as_string: TYPES.unicode,
  as_integer: TYPES.integer,
  as_boolean: TYPES.boolean,
  as_float: TYPES.float,
};

/**
 * The attribute or method of this name, or (with `args`) what calling it gives; undefined where the type has none.
 */
export function ofType(
  call: Interpreter,
  self: Element,
  name: string,
  args: readonly Value[] | undefined,
): Value | undefined {
  const type = typeOf(self);
  if (affinity(type) === 'json') {
    const found = documentAttribute(self, name);
    if (found !== undefined) return found;
  }
  const operations = operationsOf(type);
  const operation = operations && Object.hasOwn(operations, name) ? operations[name]! : undefined;
  if (!operation) return undefined;
  const code = operation.run(self) as never;
  if (args) return (code as (call: Interpreter, ...bound: readonly Value[]) => Value)(call, ...args);
  return nativeFunction(`Comparator.${name}`, operation.signature, code);
}

function documentAttribute(self: Element, name: string): Value | undefined {
  const item =
    self.kind === 'binary' && self.operator.startsWith('json') ? (self as BinaryExpression) : undefined;
  if (!item) return undefined;
  if (name === 'astext') return asText(item) as Value;
  if (name === 'as_json') return nativeFunction('Comparator.as_json', '', () => item as Value);
  if (name === 'as_numeric') {
    return nativeFunction(
      'Comparator.as_numeric',
      'precision, scale, asdecimal=True',
      (_call, precision: Value, scale: Value, asdecimal: Value) =>
        asType(item, new SqlType(NUMERIC, { precision, scale, asdecimal })) as Value,
    );
  }
  const type = Object.hasOwn(CASTS, name) ? CASTS[name] : undefined;
  return type && nativeFunction(`Comparator.${name}`, '', () => asType(item, type) as Value);
}
