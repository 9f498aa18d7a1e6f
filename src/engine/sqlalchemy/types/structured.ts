/** Types of several values, documents and identifiers. Answers to: sqlalchemy/sql/sqltypes.py. */
import {
  CONCATENABLE,
  EMULATED,
  generic,
  INDEXABLE,
  NATIVE_FOR_EMULATED,
  SCHEMA_TYPE,
  TYPE_DECORATOR,
  TYPE_ENGINE,
} from './base.ts';
import { STRING } from './text.ts';

export const ENUM = generic('Enum', [STRING, SCHEMA_TYPE, EMULATED, TYPE_ENGINE], {
  visit: 'enum',
  parameters: [
    { name: 'enums', kind: 'variadic' },
    { name: 'kw', kind: 'keywords' },
  ],
});
export const JSON_TYPE = generic('JSON', [INDEXABLE, TYPE_ENGINE], {
  visit: 'JSON',
  parameters: [{ name: 'none_as_null', default: false }],
});
export const ARRAY = generic('ARRAY', [INDEXABLE, CONCATENABLE, TYPE_ENGINE], {
  visit: 'ARRAY',
  parameters: [
    { name: 'item_type' },
    { name: 'as_tuple', default: false },
    { name: 'dimensions', default: null },
    { name: 'zero_indexes', default: false },
  ],
});
export const UUID_TYPE = generic('Uuid', [EMULATED, TYPE_ENGINE], {
  visit: 'uuid',
  parameters: [
    { name: 'as_uuid', default: true },
    { name: 'native_uuid', default: true },
  ],
});
export const SQL_UUID = generic('UUID', [UUID_TYPE, NATIVE_FOR_EMULATED], {
  visit: 'UUID',
  parameters: [{ name: 'as_uuid', default: true }],
});
export const PICKLE_TYPE = generic('PickleType', [TYPE_DECORATOR], {
  parameters: [
    { name: 'protocol', default: 5 },
    { name: 'pickler', default: null },
    { name: 'comparator', default: null },
    { name: 'impl', default: null },
  ],
});
