/** What sqlalchemy.schema, sqlalchemy.types, sqlalchemy.exc and the modules behind them hold. */
import { list, tuple } from '../../../python/values/containers/containers.ts';
import type { NativeModule } from '../../../python/values/native/native.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { TYPES } from '../../../sqlalchemy/expression/operators/type-rules.ts';
import { sortTablesAndConstraints } from '../../../sqlalchemy/schema/sorted-tables.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';
import type { TypeDefinition } from '../../../sqlalchemy/types/definition.ts';
import { OTHER_DIALECTS } from '../../../sqlalchemy/types/other-dialects.ts';
import { excModule } from '../exc.ts';
import { columnClass, foreignKeyClass } from './column-class.ts';
import { CONSTRAINT_CLASSES } from './constraint-class.ts';
import { DDL_CLASSES, NAMED_TYPE_DDL_CLASSES } from './ddl-class.ts';
import { BLANK_SCHEMA, DEFAULT_CLASSES } from './default-class.ts';
import { excludeConstraintClass } from './exclude-constraint-class.ts';
import { inspectFunction, inspectorClass, postgresqlInspectorClass } from './inspector-class.ts';
import { metadataClass } from './metadata-class.ts';
import '../other-dialects.ts';
import { convClass, quotedNameClass, truncatedLabelClass } from '../names.ts';
import { POSTGRESQL_TYPES } from '../types/postgresql-types.ts';
import { RANGE_VALUES, RANGES_OF_DRIVER } from '../types/range-values.ts';
import { typeClassOf } from '../types/type-class.ts';
import { GENERIC_TYPES } from '../types/types.ts';
import { schemaItemClass, setOf } from './schema-base.ts';
import { tableClass } from './table-class.ts';

type Names = NativeModule['names'];

/** Names of several modules; the module table joins what all files give to one module. */
export type ModuleNames = Readonly<Record<string, Names>>;

const classes = (table: Readonly<Record<string, PyClass>>): Names =>
  Object.fromEntries(Object.entries(table).map(([name, cls]) => [name, () => cls]));
const types = (table: Readonly<Record<string, TypeDefinition>>): Names =>
  Object.fromEntries(
    Object.entries(table).map(([name, definition]) => [name, () => typeClassOf(definition)]),
  );
const only = (names: Names, ...wanted: string[]): Names =>
  Object.fromEntries(wanted.filter((name) => name in names).map((name) => [name, names[name]!]));

const schemaClasses: Names = classes({
  ...DEFAULT_CLASSES,
  ...CONSTRAINT_CLASSES,
  SchemaItem: schemaItemClass,
  Column: columnClass,
  ForeignKey: foreignKeyClass,
  Table: tableClass,
  MetaData: metadataClass,
});
const ddlClasses = classes(DDL_CLASSES);
const nameClasses = classes({
  quoted_name: quotedNameClass,
  conv: convClass,
  _truncated_label: truncatedLabelClass,
});

const sortTables = nativeFunction(
  'sort_tables',
  'tables, skip_fn=None, extra_dependencies=None',
  (call, tables: Value) => {
    const warn = (category: string, message: string) => call.process.warn(category, message);
    const sorted = sortTablesAndConstraints([...call.iterate(tables)] as Table[], { warn });
    return list(sorted.tables.map(({ table }) => table));
  },
);
const sortTablesAndKeys = nativeFunction(
  'sort_tables_and_constraints',
  'tables, filter_fn=None, extra_dependencies=None, _warn_for_cycles=False',
  (call, tables: Value) => {
    const sorted = sortTablesAndConstraints([...call.iterate(tables)] as Table[]);
    return list([
      ...sorted.tables.map(({ table, foreignKeys }) => tuple([table, setOf(foreignKeys)])),
      tuple([null, list([...sorted.remaining])]),
    ]);
  },
);
const ddlFunctions: Names = {
  sort_tables: () => sortTables,
  sort_tables_and_constraints: () => sortTablesAndKeys,
};
const constants: Names = { BLANK_SCHEMA: () => BLANK_SCHEMA };
const genericTypes = types(GENERIC_TYPES);
const postgresqlTypes: Names = { ...types(POSTGRESQL_TYPES), ...classes(NAMED_TYPE_DDL_CLASSES) };
const typeInstances: Names = {
  NULLTYPE: () => TYPES.null,
  BOOLEANTYPE: () => TYPES.boolean,
  STRINGTYPE: () => TYPES.string,
  INTEGERTYPE: () => TYPES.integer,
};
const inspection: Names = { inspect: () => inspectFunction };

const TOP_SCHEMA =
  'CheckConstraint Column ColumnDefault Computed Constraint DDL DDLElement DefaultClause ExecutableDDLElement FetchedValue ' +
  'ForeignKey ForeignKeyConstraint Identity Index MetaData PrimaryKeyConstraint Sequence Table UniqueConstraint BaseDDLElement';
const TOP_TYPES =
  'ARRAY BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB DATE DATETIME DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime ' +
  'Double Enum FLOAT Float INT INTEGER Integer Interval JSON LargeBinary NCHAR NUMERIC NVARCHAR Numeric PickleType REAL ' +
  'SMALLINT SmallInteger String TEXT TIME TIMESTAMP Text Time TupleType TypeDecorator UUID Unicode UnicodeText Uuid VARBINARY ' +
  'VARCHAR';

/** Parts of sqlalchemy.dialects.postgresql by file, for imports from there. */
const POSTGRESQL_FILES: Readonly<Record<string, string>> = {
  array: 'ARRAY',
  json: 'JSON JSONB JSONPATH',
  hstore: 'HSTORE',
  named_types: 'ENUM DOMAIN NamedType CreateEnumType DropEnumType CreateDomainType DropDomainType',
  types:
    'BYTEA INET CIDR MACADDR MACADDR8 MONEY OID REGCONFIG REGCLASS TIMESTAMP TIME INTERVAL BIT TSVECTOR TSQUERY CITEXT',
};
const RANGES = Object.keys(postgresqlTypes).filter((name) => /RANGE$|Range$/i.test(name));
const POSTGRESQL = 'sqlalchemy.dialects.postgresql';

/** sqlalchemy.dialects.mysql and the others: types only. */
const otherDialects: ModuleNames = Object.fromEntries(
  Object.entries(OTHER_DIALECTS).flatMap(([dialect, definitions]) => {
    const files = new Set(Object.values(definitions).map(({ module }) => module));
    const ofFile = (file: string) => Object.values(definitions).filter(({ module }) => module === file);
    return [
      [`sqlalchemy.dialects.${dialect}`, types(definitions)] as const,
      ...[...files]
        .filter((file) => file.startsWith('sqlalchemy.dialects.'))
        .map(
          (file) => [file, types(Object.fromEntries(ofFile(file).map((one) => [one.name, one])))] as const,
        ),
    ];
  }),
);

export const SCHEMA_MODULES: ModuleNames = {
  ...otherDialects,
  sqlalchemy: {
    ...only({ ...schemaClasses, ...ddlClasses }, ...TOP_SCHEMA.split(' ')),
    ...only(genericTypes, ...TOP_TYPES.split(' ')),
    ...inspection,
    ...constants,
    quoted_name: nameClasses.quoted_name!,
    Inspector: () => inspectorClass,
    __version__: () => '2.0.52',
  },
  'sqlalchemy.schema': {
    ...schemaClasses,
    ...ddlClasses,
    ...ddlFunctions,
    ...constants,
    conv: nameClasses.conv!,
  },
  'sqlalchemy.sql.schema': { ...schemaClasses, ...constants, ...nameClasses },
  'sqlalchemy.sql.ddl': { ...ddlClasses, ...ddlFunctions },
  'sqlalchemy.types': { ...genericTypes, ...typeInstances },
  'sqlalchemy.sql.sqltypes': { ...genericTypes, ...typeInstances },
  'sqlalchemy.sql.type_api': only(
    genericTypes,
    ...'TypeEngine TypeEngineMixin ExternalType Emulated NativeForEmulated TypeDecorator UserDefinedType'.split(
      ' ',
    ),
  ),
  'sqlalchemy.sql.elements': nameClasses,
  'sqlalchemy.sql.naming': { conv: nameClasses.conv! },
  'sqlalchemy.exc': excModule.names,
  'sqlalchemy.inspection': inspection,
  'sqlalchemy.engine.reflection': { Inspector: () => inspectorClass },
  [POSTGRESQL]: { ...postgresqlTypes, ...RANGE_VALUES, ExcludeConstraint: () => excludeConstraintClass },
  [`${POSTGRESQL}.base`]: { ...postgresqlTypes, PGInspector: () => postgresqlInspectorClass },
  [`${POSTGRESQL}.ext`]: { ExcludeConstraint: () => excludeConstraintClass },
  [`${POSTGRESQL}.range_values`]: RANGES_OF_DRIVER,
  [`${POSTGRESQL}.ranges`]: { ...only(postgresqlTypes, ...RANGES), ...RANGE_VALUES },
  ...Object.fromEntries(
    Object.entries(POSTGRESQL_FILES).map(([file, names]) => [
      `${POSTGRESQL}.${file}`,
      only(postgresqlTypes, ...names.split(' ')),
    ]),
  ),
};
