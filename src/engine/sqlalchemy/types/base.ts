/** The roots of the type system. Answers to: sqlalchemy/sql/type_api.py and the mixins of sqltypes.py. */
import { type DefinitionRow, defineType, type TypeDefinition } from './definition.ts';

const SQLTYPES = 'sqlalchemy.sql.sqltypes';
const TYPE_API = 'sqlalchemy.sql.type_api';

const mixin = (module: string, name: string, ...bases: TypeDefinition[]) =>
  defineType(module, name, bases, { mixin: true });

/** A class of sqlalchemy.sql.sqltypes. */
export const generic = (name: string, bases: readonly TypeDefinition[], row: DefinitionRow = {}) =>
  defineType(SQLTYPES, name, bases, row);

/** One whose name is a word of SQL, and is written as such. */
export const sqlType = (name: string, base: TypeDefinition, row: DefinitionRow = {}) =>
  generic(name, [base], { visit: name, ...row });

export const TYPE_ENGINE = defineType(TYPE_API, 'TypeEngine', []);
const TYPE_ENGINE_MIXIN = mixin(TYPE_API, 'TypeEngineMixin');
const EXTERNAL_TYPE = mixin(TYPE_API, 'ExternalType', TYPE_ENGINE_MIXIN);
export const EMULATED = mixin(TYPE_API, 'Emulated', TYPE_ENGINE_MIXIN);
export const NATIVE_FOR_EMULATED = mixin(TYPE_API, 'NativeForEmulated', TYPE_ENGINE_MIXIN);
export const CONCATENABLE = mixin(SQLTYPES, 'Concatenable', TYPE_ENGINE_MIXIN);
export const INDEXABLE = mixin(SQLTYPES, 'Indexable', TYPE_ENGINE_MIXIN);

export const SCHEMA_TYPE = defineType(SQLTYPES, 'SchemaType', [TYPE_ENGINE_MIXIN], {
  mixin: true,
  parameters: [
    { name: 'name', default: null },
    { name: 'schema', default: null },
    { name: 'metadata', default: null },
    { name: 'inherit_schema', default: false },
    { name: 'quote', default: null },
  ],
});

/** The type of values of which nothing is known. */
export const NULL_TYPE = generic('NullType', [TYPE_ENGINE], { visit: 'null' });

export const USER_DEFINED_TYPE = defineType(TYPE_API, 'UserDefinedType', [EXTERNAL_TYPE, TYPE_ENGINE], {
  visit: 'user_defined',
});
export const TYPE_DECORATOR = defineType(TYPE_API, 'TypeDecorator', [EXTERNAL_TYPE, TYPE_ENGINE], {
  visit: 'type_decorator',
  parameters: [
    { name: 'args', kind: 'variadic' },
    { name: 'kwargs', kind: 'keywords' },
  ],
});
export const TUPLE_TYPE = generic('TupleType', [TYPE_ENGINE], {
  parameters: [{ name: 'types', kind: 'variadic' }],
});
export const TABLE_VALUE_TYPE = generic('TableValueType', [TYPE_ENGINE], {
  parameters: [{ name: 'elements', kind: 'variadic' }],
});
