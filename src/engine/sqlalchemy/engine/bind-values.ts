/** Values on their way to the driver, by declared type. Answers to: `bind_processor` in sqlalchemy/sql/sqltypes.py, dialects/postgresql. */
import { type PythonWorld, Raise } from '../../machine.ts';
import { host } from '../expression/host.ts';
import { enumLabel } from '../expression/operators/enum-label.ts';
import { affinity } from '../expression/operators/type-rules.ts';
import { valueKind } from '../expression/operators/value-kind.ts';
import { pathText } from '../expression/write/write-literal.ts';
import { postgresType } from '../postgresql/type-compiler.ts';
import { ABSTRACT_SINGLE_RANGE, HSTORE, JSONPATH } from '../postgresql/types.ts';
import { ENUM, JSON_TYPE, PICKLE_TYPE, TYPE_DECORATOR } from '../types/index.ts';
import type { SqlType } from '../types/type.ts';
import { DriverBinary } from './driver/binary-value.ts';
import { DriverJson } from './driver/json-value.ts';
import { jsonText } from './json-text.ts';
import { rangeForDriver } from './range-values.ts';

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
  if (real.is(ENUM)) return enumLabel(value, real);
  if (real.is(JSONPATH)) return pathText(value);
  if (real.is(HSTORE)) return hstoreValue(value, python);
  if (real.is(ABSTRACT_SINGLE_RANGE)) return rangeForDriver(value, real, python);
  switch (affinity(real)) {
    case 'boolean':
      return booleanValue(value);
    case 'binary':
      return ofPsycopg2(dialect) && !(value instanceof DriverBinary) ? new DriverBinary(value) : value;
    case 'array':
      return arrayValue(value, real, python, dialect);
    case 'uuid':
      return real.options.as_uuid === false && valueKind(value) === 'uuid' ? host().str(value) : value;
    default:
      return value;
  }
}

/** asyncpg takes bytes as they are. */
const ofPsycopg2 = (dialect: unknown): boolean =>
  (dialect as { paramstyle?: string } | null)?.paramstyle !== 'dollar';

/** None in a JSON column is the document `null`, unless the type says otherwise; `sa.null()` is SQL's NULL. */
function jsonValue(value: unknown, type: SqlType, python: PythonWorld): unknown {
  if (value === null && type.options.none_as_null === true) return null;
  if (value instanceof DriverJson) return value;
  if ((value as { kind?: unknown } | null)?.kind === 'null') return null;
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
