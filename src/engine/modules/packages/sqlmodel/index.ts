/** `sqlmodel`: its modules, and what it passes on from SQLAlchemy. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { NativeModule } from '../../../python/values/native/native.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Select } from '../../../sqlalchemy/expression/select/selectables.ts';
import { pythonModule } from '../../library.ts';
import { SQLMODEL_SOURCE } from './source/index.ts';
import { SQLTYPES_SOURCE } from './source/sqltypes.ts';

const D = { distribution: 'sqlmodel' };

const sqltypes = pythonModule('sqlmodel.sql.sqltypes', SQLTYPES_SOURCE, {}, D);
const main = pythonModule('sqlmodel.main', SQLMODEL_SOURCE, {}, D);

/** Names that `sqlmodel` has from `sqlalchemy`. */
const PASSED_ON =
  'ARRAY BIGINT BINARY BLANK_SCHEMA BLOB BOOLEAN BigInteger Boolean CHAR CLOB CheckConstraint Column ColumnDefault Computed ' +
  'Constraint DATE DATETIME DDL DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime DefaultClause Double Enum FLOAT FetchedValue Float ' +
  'ForeignKey ForeignKeyConstraint INT INTEGER Identity Index Integer Interval JSON LargeBinary MetaData NCHAR NUMERIC NVARCHAR ' +
  'Numeric PickleType PrimaryKeyConstraint QueuePool REAL SMALLINT Sequence SmallInteger StaticPool String TEXT TIME TIMESTAMP ' +
  'Table Text Time TupleType TypeDecorator UUID Unicode UnicodeText UniqueConstraint Uuid VARBINARY VARCHAR alias all_ and_ any_ ' +
  'asc between bindparam case cast collate column create_engine create_mock_engine delete desc distinct engine_from_config ' +
  'except_ except_all exists extract false func funcfilter insert inspect intersect intersect_all join lambda_stmt lateral ' +
  'literal literal_column modifier not_ null nulls_first nulls_last nullsfirst nullslast or_ outerjoin outparam over select table ' +
  'tablesample text true tuple_ type_coerce union union_all update values within_group';

const passedOn: NativeModule['names'] = Object.fromEntries(
  PASSED_ON.split(' ').map((name) => [name, (call: Interpreter) => call.importName(`sqlalchemy.${name}`)]),
);

const isOfScalar = (statement: Value): boolean => (statement as unknown as Select | null)?.ofScalar === true;

/** SQLModel's own: of one thing, `exec` gives that thing and no rows. */
const selectOf = (): Value =>
  nativeFunction(
    'select',
    '*entities',
    (call, entities: Value[]) => {
      const made = call.call(call.importName('sqlalchemy.select'), entities) as unknown as Select;
      return { ...made, ofScalar: entities.length === 1 } as unknown as Value;
    },
    'sqlmodel.sql._expression_select_gen',
  );

/** `Session` with `exec`, which gives scalars for a statement of one entity. */
const session = pythonModule(
  'sqlmodel.orm.session',
  String.raw`
from sqlalchemy.orm import Session as _Session


class Session(_Session):
    def exec(self, statement, *, params=None, **kw):
        result = self.execute(statement, params)
        return result.scalars() if _of_scalar(statement) else result
`,
  { _of_scalar: () => nativeFunction('_of_scalar', 'statement', (_call, one: Value) => isOfScalar(one)) },
  D,
);
const asyncSession = pythonModule(
  'sqlmodel.ext.asyncio.session',
  String.raw`
from sqlalchemy.ext.asyncio import AsyncSession as _AsyncSession
from sqlmodel.orm.session import Session as _Session


class AsyncSession(_AsyncSession):
    sync_session_class = _Session

    async def exec(self, statement, *, params=None, **kw):
        return self.sync_session.exec(statement, params=params)
`,
  {},
  D,
);
const expression: NativeModule['names'] = { ...passedOn, select: selectOf, col: main.names.col! };
const own = 'AutoString Field Relationship SQLModel UTCDateTime col'.split(' ');

/** The modules of sqlmodel. */
export const SQLMODEL_MODULES: readonly NativeModule[] = [
  {
    ...D,
    name: 'sqlmodel',
    package: true,
    names: {
      ...passedOn,
      select: selectOf,
      __version__: () => '0.0.50',
      ...Object.fromEntries(own.map((name) => [name, main.names[name] ?? sqltypes.names[name]!])),
      Session: session.names.Session!,
      main: (call) => call.importModule('sqlmodel.main'),
      sql: (call) => call.importModule('sqlmodel.sql'),
      orm: (call) => call.importModule('sqlmodel.orm'),
    },
  },
  main,
  {
    ...D,
    name: 'sqlmodel.sql',
    package: true,
    names: {
      sqltypes: (call) => call.importModule('sqlmodel.sql.sqltypes'),
      expression: (call) => call.importModule('sqlmodel.sql.expression'),
    },
  },
  { ...sqltypes, names: { ...sqltypes.names, types: (call) => call.importModule('sqlalchemy.types') } },
  { ...D, name: 'sqlmodel.sql.expression', names: expression },
  { ...D, name: 'sqlmodel.orm', package: true, names: {} },
  session,
  { ...D, name: 'sqlmodel.ext', package: true, names: {} },
  { ...D, name: 'sqlmodel.ext.asyncio', package: true, names: {} },
  asyncSession,
  {
    ...D,
    name: 'sqlmodel.pool',
    names: { StaticPool: passedOn.StaticPool!, QueuePool: passedOn.QueuePool! },
  },
];
