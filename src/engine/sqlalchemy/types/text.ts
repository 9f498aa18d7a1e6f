/** Strings and bytes. Answers to: sqlalchemy/sql/sqltypes.py. */
import { CONCATENABLE, generic, sqlType, TYPE_ENGINE } from './base.ts';

export const STRING = generic('String', [CONCATENABLE, TYPE_ENGINE], {
  visit: 'string',
  parameters: [
    { name: 'length', default: null },
    { name: 'collation', default: null },
  ],
});
export const TEXT = generic('Text', [STRING], { visit: 'text' });
export const UNICODE = generic('Unicode', [STRING], { visit: 'unicode' });
export const UNICODE_TEXT = generic('UnicodeText', [TEXT], { visit: 'unicode_text' });
export const VARCHAR = sqlType('VARCHAR', STRING);
export const NVARCHAR = sqlType('NVARCHAR', UNICODE);
export const CHAR = sqlType('CHAR', STRING);
export const NCHAR = sqlType('NCHAR', UNICODE);
export const SQL_TEXT = sqlType('TEXT', TEXT);
export const CLOB = sqlType('CLOB', TEXT);

const ANY_BINARY = generic('_Binary', [TYPE_ENGINE], { parameters: [{ name: 'length', default: null }] });
export const LARGE_BINARY = generic('LargeBinary', [ANY_BINARY], { visit: 'large_binary' });
export const BLOB = sqlType('BLOB', LARGE_BINARY);
export const BINARY = sqlType('BINARY', ANY_BINARY);
export const VARBINARY = sqlType('VARBINARY', ANY_BINARY);
export { ANY_BINARY };
