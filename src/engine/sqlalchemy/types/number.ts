/** Numbers and truth. Answers to: sqlalchemy/sql/sqltypes.py. */
import { EMULATED, generic, SCHEMA_TYPE, TYPE_ENGINE } from './base.ts';

export const INTEGER = generic('Integer', [TYPE_ENGINE], { visit: 'integer' });
export const SMALL_INTEGER = generic('SmallInteger', [INTEGER], { visit: 'small_integer' });
export const BIG_INTEGER = generic('BigInteger', [INTEGER], { visit: 'big_integer' });
export const SQL_INTEGER = generic('INTEGER', [INTEGER], { visit: 'INTEGER' });
export const SMALLINT = generic('SMALLINT', [SMALL_INTEGER], { visit: 'SMALLINT' });
export const BIGINT = generic('BIGINT', [BIG_INTEGER], { visit: 'BIGINT' });

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
export const SQL_NUMERIC = generic('NUMERIC', [NUMERIC], { visit: 'NUMERIC' });
export const DECIMAL = generic('DECIMAL', [NUMERIC], { visit: 'DECIMAL' });
export const SQL_FLOAT = generic('FLOAT', [FLOAT], { visit: 'FLOAT' });
export const REAL = generic('REAL', [FLOAT], { visit: 'REAL' });
export const SQL_DOUBLE = generic('DOUBLE', [DOUBLE], { visit: 'DOUBLE' });
export const DOUBLE_PRECISION = generic('DOUBLE_PRECISION', [DOUBLE], { visit: 'DOUBLE_PRECISION' });

export const BOOLEAN = generic('Boolean', [SCHEMA_TYPE, EMULATED, TYPE_ENGINE], {
  visit: 'boolean',
  parameters: [
    { name: 'create_constraint', default: false },
    { name: 'name', default: null },
    { name: '_create_events', default: true },
  ],
});
export const SQL_BOOLEAN = generic('BOOLEAN', [BOOLEAN], { visit: 'BOOLEAN' });
export const MATCH_TYPE = generic('MatchType', [BOOLEAN]);
