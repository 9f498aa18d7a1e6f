/**
 * Types of MySQL, SQLite, SQL Server and Oracle, as migrations name them in `with_variant` and in files that were made for
 * those databases. They have classes and `repr()`; PostgreSQL refuses to write those that only they know.
 * Answers to: sqlalchemy/dialects/{mysql,sqlite,mssql,oracle}.
 */
import * as base from './base.ts';
import { type DefinitionRow, defineType, type Parameter, type TypeDefinition } from './definition.ts';
import { showAsMysql } from './mysql-repr.ts';
import * as number from './number.ts';
import * as structured from './structured.ts';
import * as temporal from './temporal.ts';
import * as text from './text.ts';

/** "file NAME base parameters": a parameter is `name=default`; `**` ends a list that takes more. */
const TABLE: Readonly<Record<string, string>> = {
  mysql: `types BIGINT BIGINT display_width=None **
types BIT TypeEngine length=None
types CHAR CHAR length=None **
types DATETIME DATETIME timezone=False fsp=None
types DECIMAL DECIMAL precision=None scale=None asdecimal=True **
types DOUBLE DOUBLE precision=None scale=None asdecimal=True **
enumerated ENUM Enum *enums **
types FLOAT FLOAT precision=None scale=None asdecimal=False **
types INTEGER INTEGER display_width=None **
json JSON JSON
types LONGBLOB _Binary
types LONGTEXT String **
types MEDIUMBLOB _Binary
types MEDIUMINT Integer display_width=None **
types MEDIUMTEXT String **
types NCHAR NCHAR length=None **
types NUMERIC NUMERIC precision=None scale=None asdecimal=True **
types NVARCHAR NVARCHAR length=None **
types REAL REAL precision=None scale=None asdecimal=True **
enumerated SET String *values **
types SMALLINT SMALLINT display_width=None **
types TEXT TEXT length=None **
types TIME TIME timezone=False fsp=None
types TIMESTAMP TIMESTAMP timezone=False fsp=None
types TINYBLOB _Binary
types TINYINT Integer display_width=None **
types TINYTEXT String **
types VARCHAR VARCHAR length=None **
types YEAR TypeEngine display_width=None`,
  sqlite: `base DATE Date **
base DATETIME DateTime **
json JSON JSON
base TIME Time **`,
  mssql: `base BIT Boolean
base DATETIME2 DateTime precision=None **
base DATETIMEOFFSET DateTime precision=None **
base DOUBLE_PRECISION DOUBLE_PRECISION
base IMAGE LargeBinary
json JSON JSON
base MONEY TypeEngine
base NTEXT UnicodeText
base REAL REAL
base ROWVERSION _Binary
base SMALLDATETIME DateTime
base SMALLMONEY TypeEngine
base SQL_VARIANT TypeEngine
base TIME TIME precision=None **
base TIMESTAMP _Binary convert_int=False
base TINYINT Integer
base UNIQUEIDENTIFIER Uuid as_uuid=True
base VARBINARY VARBINARY length=None filestream=False
base XML Text`,
  oracle: `types BFILE LargeBinary
types BINARY_DOUBLE Double
types BINARY_FLOAT Float
types DATE DateTime
types FLOAT FLOAT binary_precision=None asdecimal=False decimal_return_scale=None
types INTERVAL _AbstractInterval day_precision=None second_precision=None
types LONG Text
types NCLOB Text
types NUMBER Numeric precision=None scale=None asdecimal=None
types RAW _Binary
types ROWID TypeEngine
types TIMESTAMP TIMESTAMP timezone=False local_timezone=False
types VARCHAR2 VARCHAR`,
};

/** Upper-case types of sqlalchemy.types that the dialects show under their own name. */
const SHARED: Readonly<Record<string, string>> = {
  mysql: 'BINARY BLOB BOOLEAN DATE VARBINARY',
  sqlite: 'BLOB BOOLEAN CHAR DECIMAL FLOAT INTEGER NUMERIC REAL SMALLINT TEXT TIMESTAMP VARCHAR',
  mssql:
    'BIGINT BINARY CHAR DATE DATETIME DECIMAL FLOAT INTEGER NCHAR NUMERIC NVARCHAR SMALLINT TEXT VARCHAR',
  oracle: 'BLOB CHAR CLOB DOUBLE_PRECISION NCHAR NVARCHAR REAL VARCHAR',
};

const DEFAULTS: Readonly<Record<string, unknown>> = { None: null, True: true, False: false };

const byName: ReadonlyMap<string, TypeDefinition> = new Map(
  [base, number, structured, temporal, text]
    .flatMap((family) => Object.values(family) as unknown[])
    .filter(
      (one): one is TypeDefinition =>
        typeof one === 'object' && (one as TypeDefinition | null)?.kind === 'type-definition',
    )
    .map((definition) => [definition.name, definition]),
);

function parameterOf(word: string): Parameter {
  if (word === '**') return { name: 'kw', kind: 'keywords' };
  if (word.startsWith('*')) return { name: word.slice(1), kind: 'variadic' };
  const [name, fallback] = word.split('=') as [string, string];
  return { name, default: DEFAULTS[fallback] };
}

function definitionOf(dialect: string, line: string): TypeDefinition {
  const [file, name, parent, ...parameters] = line.split(' ') as [string, string, string, ...string[]];
  const row: DefinitionRow = parameters.length > 0 ? { parameters: parameters.map(parameterOf) } : {};
  const general = byName.get(parent)!;
  const visit = general.name === name || dialect === 'sqlite' ? general.visit : name;
  return defineType(`sqlalchemy.dialects.${dialect}.${file}`, name, [general], { visit, ...row });
}

/** Types by dialect and name. */
export const OTHER_DIALECTS: Readonly<Record<string, Readonly<Record<string, TypeDefinition>>>> =
  Object.fromEntries(
    Object.entries(TABLE).map(([dialect, lines]) => {
      const own = lines.split('\n').map((line) => definitionOf(dialect, line));
      if (dialect === 'mysql') own.forEach(showAsMysql);
      const shared = SHARED[dialect]!.split(' ').map((name) => byName.get(name)!);
      return [
        dialect,
        Object.fromEntries([...shared, ...own].map((definition) => [definition.name, definition])),
      ];
    }),
  );
