/** PostgreSQL's own types. Answers to: sqlalchemy/dialects/postgresql/{types,array,json,hstore,ranges,named_types}.py. */
import {
  CONCATENABLE,
  generic,
  INDEXABLE,
  NATIVE_FOR_EMULATED,
  SCHEMA_TYPE,
  TYPE_ENGINE,
} from '../types/base.ts';
import { type DefinitionRow, defineType, type TypeDefinition } from '../types/definition.ts';
import { asInstance, completeWith, makeType } from '../types/make.ts';
import { ARRAY as GENERIC_ARRAY, ENUM as GENERIC_ENUM, JSON_TYPE } from '../types/structured.ts';
import { ABSTRACT_INTERVAL, TIMESTAMP as GENERIC_TIMESTAMP, SQL_TIME } from '../types/temporal.ts';
import { LARGE_BINARY, SQL_TEXT, TEXT } from '../types/text.ts';
import type { TypeOptions } from '../types/type.ts';

const DIALECT = 'sqlalchemy.dialects.postgresql';

const native = (file: string, name: string, bases: readonly TypeDefinition[], row: DefinitionRow = {}) =>
  defineType(`${DIALECT}.${file}`, name, bases, row);
const simple = (name: string, ...bases: TypeDefinition[]) =>
  native('types', name, bases.length > 0 ? bases : [TYPE_ENGINE], { visit: name });

const withPrecision = {
  parameters: [
    { name: 'timezone', default: false },
    { name: 'precision', default: null },
  ],
};

export const BYTEA = simple('BYTEA', LARGE_BINARY);
const NETWORK_ADDRESS = native('types', '_NetworkAddressTypeMixin', [], { mixin: true });
export const INET = simple('INET', NETWORK_ADDRESS, TYPE_ENGINE);
export const CIDR = simple('CIDR', NETWORK_ADDRESS, TYPE_ENGINE);
export const MACADDR = simple('MACADDR', NETWORK_ADDRESS, TYPE_ENGINE);
export const MACADDR8 = simple('MACADDR8', NETWORK_ADDRESS, TYPE_ENGINE);
export const MONEY = simple('MONEY');
export const OID = simple('OID');
export const REGCONFIG = simple('REGCONFIG');
export const REGCLASS = simple('REGCLASS');
export const TSQUERY = simple('TSQUERY');
export const TSVECTOR = simple('TSVECTOR');
export const CITEXT = simple('CITEXT', SQL_TEXT);
export const TIMESTAMP = native('types', 'TIMESTAMP', [GENERIC_TIMESTAMP], withPrecision);
export const TIME = native('types', 'TIME', [SQL_TIME], withPrecision);
export const INTERVAL = native('types', 'INTERVAL', [NATIVE_FOR_EMULATED, ABSTRACT_INTERVAL], {
  visit: 'INTERVAL',
  parameters: [
    { name: 'precision', default: null },
    { name: 'fields', default: null },
  ],
});
export const BIT = native('types', 'BIT', [TYPE_ENGINE], {
  visit: 'BIT',
  parameters: [
    { name: 'length', default: null },
    { name: 'varying', default: false },
  ],
});

export const ARRAY = native('array', 'ARRAY', [GENERIC_ARRAY]);
export const HSTORE = native('hstore', 'HSTORE', [INDEXABLE, CONCATENABLE, TYPE_ENGINE], {
  visit: 'HSTORE',
  parameters: [{ name: 'text_type', default: null }],
});
export const PG_JSON = native('json', 'JSON', [JSON_TYPE], {
  parameters: [
    { name: 'none_as_null', default: false },
    { name: 'astext_type', default: null },
  ],
});
export const JSONB = native('json', 'JSONB', [PG_JSON], { visit: 'JSONB' });
const JSON_ELEMENT_TYPE = generic('JSONElementType', [TYPE_ENGINE]);
const JSON_PATH_TYPE = generic('JSONPathType', [JSON_ELEMENT_TYPE]);
export const JSONPATH = native('json', 'JSONPATH', [JSON_PATH_TYPE], { visit: 'JSONPATH' });

export const NAMED_TYPE = native('named_types', 'NamedType', [TYPE_ENGINE]);
export const ENUM = native('named_types', 'ENUM', [NAMED_TYPE, NATIVE_FOR_EMULATED, GENERIC_ENUM], {
  visit: 'ENUM',
  parameters: [
    { name: 'enums', kind: 'variadic' },
    { name: 'name', kind: 'keyword', default: null },
    { name: 'create_type', kind: 'keyword', default: true },
    { name: 'kw', kind: 'keywords' },
  ],
});
export const DOMAIN = native('named_types', 'DOMAIN', [NAMED_TYPE, SCHEMA_TYPE], {
  visit: 'DOMAIN',
  parameters: [
    { name: 'name' },
    { name: 'data_type' },
    { name: 'collation', kind: 'keyword', default: null },
    { name: 'default', kind: 'keyword', default: null },
    { name: 'constraint_name', kind: 'keyword', default: null },
    { name: 'not_null', kind: 'keyword', default: null },
    { name: 'check', kind: 'keyword', default: null },
    { name: 'create_type', kind: 'keyword', default: true },
    { name: 'kw', kind: 'keywords' },
  ],
});

export const ABSTRACT_RANGE = native('ranges', 'AbstractRange', [TYPE_ENGINE]);
export const ABSTRACT_SINGLE_RANGE = native('ranges', 'AbstractSingleRange', [ABSTRACT_RANGE]);
const ABSTRACT_MULTI_RANGE = native('ranges', 'AbstractMultiRange', [ABSTRACT_RANGE]);
const ranges = (base: TypeDefinition, suffix: string) =>
  ['INT4', 'INT8', 'NUM', 'DATE', 'TS', 'TSTZ'].map((stem) =>
    native('ranges', stem + suffix, [base], { visit: stem + suffix }),
  );
/** INT4RANGE … TSTZRANGE. */
export const RANGES: readonly TypeDefinition[] = ranges(ABSTRACT_SINGLE_RANGE, 'RANGE');
/** INT4MULTIRANGE … TSTZMULTIRANGE. */
export const MULTIRANGES: readonly TypeDefinition[] = ranges(ABSTRACT_MULTI_RANGE, 'MULTIRANGE');

const asText = (name: string) => (options: TypeOptions) => ({
  ...options,
  [name]: asInstance(options[name] ?? TEXT),
});
completeWith(PG_JSON, asText('astext_type'));
completeWith(HSTORE, (options) => ({ ...options, text_type: options.text_type ?? makeType(TEXT) }));
completeWith(BIT, (options) => ({
  ...options,
  length: options.varying ? (options.length ?? null) : options.length || 1,
}));
completeWith(DOMAIN, (options) => ({ ...options, data_type: asInstance(options.data_type) }));

export { PG_JSON as JSON };
