/** Values on their way to the driver, by declared type. Answers to: `bind_processor` in sqlalchemy/sql/sqltypes.py, dialects/postgresql. */
import { type PythonWorld, Raise } from '../../machine.ts';
import { host } from '../expression/host.ts';
import { affinity } from '../expression/type-rules.ts';
import { valueKind } from '../expression/value-kind.ts';
import { pathText } from '../expression/write-literal.ts';
import { postgresType } from '../postgresql/type-compiler.ts';
import { HSTORE, JSONPATH } from '../postgresql/types.ts';
import { ENUM, JSON_TYPE, PICKLE_TYPE, TYPE_DECORATOR } from '../types/index.ts';
import type { SqlType } from '../types/type.ts';
import { DriverJson } from './driver/json-value.ts';
import { jsonText } from './json-text.ts';

/** A parameter's value as the driver gets it. */
export function bindValue(value: unknown, type: SqlType, python: PythonWorld, dialect: unknown): unknown {
  if (type.is(TYPE_DECORATOR) && type.custom) {
    const convert = type.custom.method('process_bind_param');
    const converted = convert ? convert(value, dialect) : value;
    const inner = type.options.impl as SqlType | undefined;
    return inner && inner !== type ? bindValue(converted, inner, python, dialect) : converted;
  }
  const own = type.custom?.method('bind_processor')?.(dialect);
  if (own) return python.call(own, [value]);
  const real = postgresType(type);
  if (real.is(JSON_TYPE)) return jsonValue(value, real, python);
  if (value === null) return null;
  if (real.is(PICKLE_TYPE)) return value;
  if (real.is(ENUM)) return enumValue(value, real, python);
  if (real.is(JSONPATH)) return pathText(value);
  if (real.is(HSTORE)) return hstoreValue(value, python);
  switch (affinity(real)) {
    case 'boolean':
      return booleanValue(value);
    case 'array':
      return arrayValue(value, real, python, dialect);
    case 'uuid':
      return real.options.as_uuid === false && valueKind(value) === 'uuid' ? host().str(value) : value;
    default:
      return value;
  }
}

/** None in a JSON column is the document `null`, unless the type says otherwise. */
function jsonValue(value: unknown, type: SqlType, python: PythonWorld): unknown {
  if (value === null && type.options.none_as_null === true) return null;
  if (value instanceof DriverJson) return value;
  return new DriverJson(jsonText(value, python));
}

function booleanValue(value: unknown): unknown {
  if (value === true || value === false) return value;
  if (value === 0 || value === 1) return value === 1;
  const kind = valueKind(value);
  if (kind === 'int') {
    throw new Raise('builtins.ValueError', [`Value ${host().repr(value)} is not None, True, or False`]);
  }
  throw new Raise('builtins.TypeError', [`Not a boolean value: ${host().repr(value)}`]);
}

/** The label of an enumeration's member. @throws LookupError for anything else */
function enumValue(value: unknown, type: SqlType, python: PythonWorld): unknown {
  const labels = type.options.enums as readonly string[];
  const objects = (type.options.objects ?? labels) as readonly unknown[];
  const at = objects.indexOf(value);
  if (at >= 0) return labels[at];
  if (valueKind(value) === 'str') {
    if (labels.includes(value as string) || type.options.validate_strings !== true) return value;
  }
  const name = type.options.enum_class
    ? python.getAttribute(type.options.enum_class, '__name__')
    : type.options.name;
  throw new Raise('builtins.LookupError', [
    `${host().repr(value)} is not among the defined enum values. Enum name: ${String(name)}. Possible values: ${shownLabels(labels)}`,
  ]);
}

function shownLabels(labels: readonly string[]): string {
  const cut = (label: string) => (label.length > 11 ? `${label.slice(0, 9)}..` : label);
  if (labels.length <= 4) return labels.map(cut).join(', ');
  return `${labels.slice(0, 3).map(cut).join(', ')}, ..., ${cut(labels.at(-1)!)}`;
}

function arrayValue(value: unknown, type: SqlType, python: PythonWorld, dialect: unknown): unknown {
  const items = host().items(value);
  if (!items || typeof value === 'string') return value;
  const inner = type.options.item_type as SqlType;
  const one = (item: unknown): unknown => {
    const nested = host().items(item);
    return nested && affinity(inner) !== 'json' ? nested.map(one) : bindValue(item, inner, python, dialect);
  };
  return items.map(one);
}

function hstoreValue(value: unknown, python: PythonWorld): unknown {
  if (!python.isInstance(value, 'builtins.dict')) return value;
  const quoted = (text: unknown) =>
    text === null ? 'NULL' : `"${String(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const entries = [...python.iterate(python.call(python.getAttribute(value, 'items'), []))];
  return entries
    .map((entry) => [...python.iterate(entry)])
    .map(([key, item]) => `${quoted(key)}=>${quoted(item)}`)
    .join(', ');
}
