/** Dates and times. Answers to: sqlalchemy/sql/sqltypes.py. */
import { EMULATED, generic, sqlType, TYPE_DECORATOR, TYPE_ENGINE } from './base.ts';

const timezone = { parameters: [{ name: 'timezone', default: false }] };

export const DATE = generic('Date', [TYPE_ENGINE], { visit: 'date' });
export const DATETIME = generic('DateTime', [TYPE_ENGINE], { visit: 'datetime', ...timezone });
export const TIME = generic('Time', [TYPE_ENGINE], { visit: 'time', ...timezone });
export const SQL_DATE = sqlType('DATE', DATE);
export const SQL_DATETIME = sqlType('DATETIME', DATETIME);
export const SQL_TIME = sqlType('TIME', TIME);
export const TIMESTAMP = sqlType('TIMESTAMP', DATETIME, { ...timezone });
export const ABSTRACT_INTERVAL = generic('_AbstractInterval', [TYPE_ENGINE]);
export const INTERVAL = generic('Interval', [EMULATED, ABSTRACT_INTERVAL, TYPE_DECORATOR], {
  parameters: [
    { name: 'native', default: true },
    { name: 'second_precision', default: null },
    { name: 'day_precision', default: null },
  ],
});
