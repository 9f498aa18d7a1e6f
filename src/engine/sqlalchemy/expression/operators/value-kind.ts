/** What kind of Python value a JavaScript value stands for. */
import { DateTime, Date as PyDate, Time, TimeDelta } from '../../../stdlib/datetime.ts';
import { Decimal } from '../../../stdlib/decimal.ts';
import { Float } from '../../../stdlib/float.ts';
import { UUID } from '../../../stdlib/uuid.ts';
import { host } from '../host.ts';

export type ValueKind =
  | 'none'
  | 'bool'
  | 'int'
  | 'float'
  | 'str'
  | 'bytes'
  | 'datetime'
  | 'date'
  | 'time'
  | 'timedelta'
  | 'decimal'
  | 'uuid'
  | 'array'
  | 'other';

/** The kind of a value; what only the learner's world can tell (a subclass of str, say) is asked of the host. */
export function valueKind(value: unknown): ValueKind {
  if (value === null) return 'none';
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'number':
    case 'bigint':
      return 'int';
    case 'string':
      return 'str';
    case 'object':
      return objectKind(value);
    default:
      return 'other';
  }
}

function objectKind(value: object): ValueKind {
  if (value instanceof Float) return 'float';
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof DateTime) return 'datetime';
  if (value instanceof PyDate) return 'date';
  if (value instanceof Time) return 'time';
  if (value instanceof TimeDelta) return 'timedelta';
  if (value instanceof UUID) return 'uuid';
  if (value instanceof Decimal) return 'decimal';
  if (Array.isArray(value)) return 'array';
  return host().kind(value);
}
