/** Strings and bytes. Answers to: sqlalchemy/sql/sqltypes.py. */
import { CONCATENABLE, generic, TYPE_ENGINE } from './base.ts';

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
export const VARCHAR = generic('VARCHAR', [STRING], { visit: 'VARCHAR' });
export const NVARCHAR = generic('NVARCHAR', [UNICODE], { visit: 'NVARCHAR' });
export const CHAR = generic('CHAR', [STRING], { visit: 'CHAR' });
export const NCHAR = generic('NCHAR', [UNICODE], { visit: 'NCHAR' });
export const SQL_TEXT = generic('TEXT', [TEXT], { visit: 'TEXT' });
export const CLOB = generic('CLOB', [TEXT], { visit: 'CLOB' });

const ANY_BINARY = generic('_Binary', [TYPE_ENGINE], { parameters: [{ name: 'length', default: null }] });
export const LARGE_BINARY = generic('LargeBinary', [ANY_BINARY], { visit: 'large_binary' });
export const BLOB = generic('BLOB', [LARGE_BINARY], { visit: 'BLOB' });
export const BINARY = generic('BINARY', [ANY_BINARY], { visit: 'BINARY' });
export const VARBINARY = generic('VARBINARY', [ANY_BINARY], { visit: 'VARBINARY' });
export { ANY_BINARY };
