/** Values of the driver as the declared type wants them. Answers to: `result_processor` in sqlalchemy/sql/sqltypes.py, dialects/postgresql. */
import { type PythonWorld, Raise } from '../../machine.ts';
import { Float } from '../../stdlib/float.ts';
import { host } from '../expression/host.ts';
import { affinity, isNullType } from '../expression/operators/type-rules.ts';
import { valueKind } from '../expression/operators/value-kind.ts';
import { postgresType } from '../postgresql/type-compiler.ts';
import { ABSTRACT_SINGLE_RANGE } from '../postgresql/types.ts';
import { ENUM, TYPE_DECORATOR } from '../types/index.ts';
import type { SqlType } from '../types/type.ts';
import { readArray } from './driver/read.ts';
import { rangeOfDriver } from './range-values.ts';

export type ResultProcessor = (value: unknown) => unknown;

/** What turns a cell into the value that the type promises; undefined where nothing has to be done. */
export function resultProcessor(
  type: SqlType,
  python: PythonWorld,
  dialect: unknown,
): ResultProcessor | undefined {
  if (isNullType(type)) return undefined;
  if (type.is(TYPE_DECORATOR) && type.custom) {
    const convert = type.custom.method('process_result_value');
    const impl = type.options.impl as SqlType | undefined;
    const inner = impl && impl !== type ? resultProcessor(impl, python, dialect) : undefined;
    if (!convert) return inner;
    return (value) => convert(inner ? inner(value) : value, dialect);
  }
  const own = type.custom?.method('result_processor')?.(dialect, null);
  if (own) return (value) => python.call(own, [value]);
  return byFamily(postgresType(type), python, dialect);
}

function byFamily(type: SqlType, python: PythonWorld, dialect: unknown): ResultProcessor | undefined {
  if (type.is(ABSTRACT_SINGLE_RANGE)) return (value) => rangeOfDriver(value, python);
  if (type.is(ENUM)) return type.options.enum_class ? (value) => enumObject(value, type) : undefined;
  const make = (expression: string, value: unknown) => python.evaluate(expression, new Map([['v', value]]));
  switch (affinity(type)) {
    case 'float':
      if (type.options.asdecimal === true) {
        return (value) =>
          valueKind(value) === 'float' ? make("__import__('decimal').Decimal('%.10f' % v)", value) : value;
      }
      return (value) => (valueKind(value) === 'decimal' ? new Float(Number(host().str(value))) : value);
    case 'numeric':
      if (type.options.asdecimal === false) {
        return (value) => (valueKind(value) === 'decimal' ? new Float(Number(host().str(value))) : value);
      }
      return (value) =>
        valueKind(value) === 'float' ? make("__import__('decimal').Decimal('%.10f' % v)", value) : value;
    case 'uuid':
      return type.options.as_uuid === false
        ? (value) => (value === null ? null : host().str(value))
        : undefined;
    case 'array':
      return arrayProcessor(type, python, dialect);
    default:
      return undefined;
  }
}

function enumObject(value: unknown, type: SqlType): unknown {
  if (value === null) return null;
  const labels = type.options.enums as readonly string[];
  const at = labels.indexOf(value as string);
  if (at >= 0) return (type.options.objects as readonly unknown[])[at];
  throw new Raise('builtins.LookupError', [
    `${host().repr(value)} is not among the defined enum values. Enum name: ${String(host().name(type.options.name))}. Possible values: ${labels.join(', ')}`,
  ]);
}

function arrayProcessor(type: SqlType, python: PythonWorld, dialect: unknown): ResultProcessor | undefined {
  const parts = itemsProcessor(type, python, dialect);
  const itemType = type.options.item_type as SqlType;
  if (!itemType.is(ENUM)) return parts;
  // The driver knows no arrays of the database's own types: they come as text.
  return (value) => {
    const read = typeof value === 'string' ? readArray(value, (part) => part, python) : value;
    return parts ? parts(read) : read;
  };
}

function itemsProcessor(type: SqlType, python: PythonWorld, dialect: unknown): ResultProcessor | undefined {
  const item = resultProcessor(type.options.item_type as SqlType, python, dialect);
  const asTuple = type.options.as_tuple === true;
  if (!item && !asTuple) return undefined;
  const convert = (value: unknown): unknown => {
    const items = valueKind(value) === 'other' ? host().items(value) : undefined;
    if (!items) return item ? item(value) : value;
    const parts = items.map(convert);
    return asTuple ? python.tuple(parts) : python.list(parts);
  };
  return (value) => (value === null ? null : convert(value));
}
