/** Numbers and truth. Answers to: sqlalchemy/sql/sqltypes.py. */
import { EMULATED, generic, SCHEMA_TYPE, sqlType, TYPE_ENGINE } from './base.ts';

export const INTEGER = generic('Integer', [TYPE_ENGINE], { visit: 'integer' });
export const SMALL_INTEGER = generic('SmallInteger', [INTEGER], { visit: 'small_integer' });
export const BIG_INTEGER = generic('BigInteger', [INTEGER], { visit: 'big_integer' });
export const SQL_INTEGER = sqlType('INTEGER', INTEGER);
export const SMALLINT = sqlType('SMALLINT', SMALL_INTEGER);
export const BIGINT = sqlType('BIGINT', BIG_INTEGER);

export const NUMERIC = generic('Numeric', [TYPE_ENGINE], {
  visit: 'numeric',
  parameters: [
    { name: 'precision', default: null },
    { name: 'scale', default: null },
    { name: 'decimal_return_scale', default: null },
    { name: 'asdecimal', default: true },
  ],
});
export const FLOAT = generic('Float', [NUMERIC], {
  visit: 'float',
  parameters: [
    { name: 'precision', default: null },
    { name: 'asdecimal', default: false },
    { name: 'decimal_return_scale', default: null },
  ],
});
export const DOUBLE = generic('Double', [FLOAT], { visit: 'double' });
export const SQL_NUMERIC = sqlType('NUMERIC', NUMERIC);
export const DECIMAL = sqlType('DECIMAL', NUMERIC);
export const SQL_FLOAT = sqlType('FLOAT', FLOAT);
export const REAL = sqlType('REAL', FLOAT);
export const SQL_DOUBLE = sqlType('DOUBLE', DOUBLE);
export const DOUBLE_PRECISION = sqlType('DOUBLE_PRECISION', DOUBLE);

export const BOOLEAN = generic('Boolean', [SCHEMA_TYPE, EMULATED, TYPE_ENGINE], {
  visit: 'boolean',
  parameters: [
    { name: 'create_constraint', default: false },
    { name: 'name', default: null },
    { name: '_create_events', default: true },
  ],
});
export const SQL_BOOLEAN = sqlType('BOOLEAN', BOOLEAN);
export const MATCH_TYPE = generic('MatchType', [BOOLEAN]);
