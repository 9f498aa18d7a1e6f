/** alembic.op, alembic.operations, alembic.autogenerate and alembic.ddl. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { lazyModule, type NativeModule } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { AUTOGENERATE_NAMES } from '../autogenerate/autogenerate-names.ts';
import { COMPARE_MODULES, PRIVATE_NAMES } from '../autogenerate/compare-names.ts';
import { comparisonModule } from '../autogenerate/comparison-result.ts';
import { RENDER_NAMES } from '../autogenerate/render-names.ts';
import { revisionContextClass } from '../autogenerate/revision-context-class.ts';
import { rewriterClass } from '../autogenerate/rewriter-class.ts';
import { postgresqlColumnTypeClass } from '../ddl/alter-classes.ts';
import { DDL_BASE_NAMES, visitors } from '../ddl/base-names.ts';
import { defaultImplClass, postgresqlImplClass } from '../runtime/impl-class.ts';
import {
  downgradeOpsClass,
  migrationScriptClass,
  modifyTableClass,
  opContainerClass,
  upgradeOpsClass,
} from './container-classes.ts';
import { OPERATION_CLASSES } from './op-classes.ts';
import { OP_NAMES, opAttribute } from './op-names.ts';
import { abstractOperationsClass, batchOperationsClass, operationsClass } from './operations-class.ts';

type Names = NativeModule['names'];

const submodules = (parent: string, ...names: readonly string[]): Names =>
  Object.fromEntries(
    names.map((name) => [name, (call: Interpreter) => call.importModule(`${parent}.${name}`)]),
  );

const values = (table: Readonly<Record<string, Value>>): Names =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, () => value]));

const only = (...names: readonly string[]): Names =>
  Object.fromEntries(names.map((name) => [name, AUTOGENERATE_NAMES[name]!]));

const OPS = values({
  ...Object.fromEntries([...OPERATION_CLASSES].filter(([name]) => name !== 'CreateExcludeConstraintOp')),
  OpContainer: opContainerClass,
  ModifyTableOps: modifyTableClass,
  UpgradeOps: upgradeOpsClass,
  DowngradeOps: downgradeOpsClass,
  MigrationScript: migrationScriptClass,
});
const OPERATIONS = values({
  AbstractOperations: abstractOperationsClass,
  Operations: operationsClass,
  BatchOperations: batchOperationsClass,
});
const PACKAGE = 'alembic.autogenerate.compare';
const REWRITER = values({ Rewriter: rewriterClass });

const TABLE: Readonly<Record<string, Names>> = {
  'alembic.operations': {
    ...OPERATIONS,
    ...values({ MigrateOperation: OPERATION_CLASSES.get('MigrateOperation')! }),
    ...submodules('alembic.operations', 'ops', 'base'),
  },
  'alembic.operations.base': {
    ...OPERATIONS,
    conv: (call) => call.importName('sqlalchemy.sql.elements.conv'),
  },
  'alembic.operations.ops': OPS,
  'alembic.autogenerate': {
    ...AUTOGENERATE_NAMES,
    ...PRIVATE_NAMES,
    ...submodules('alembic.autogenerate', 'rewriter', 'api', 'render', 'compare'),
  },
  'alembic.autogenerate.api': {
    ...only('compare_metadata', 'produce_migrations', 'render_python_code', 'AutogenContext'),
    ...values({ RevisionContext: revisionContextClass }),
    ...PRIVATE_NAMES,
  },
  'alembic.autogenerate.render': {
    ...RENDER_NAMES,
    ...only('render_op_text', 'renderers', 'render_python_code'),
  },
  'alembic.autogenerate.compare': {
    ...only('comparators'),
    ...submodules(PACKAGE, ...Object.keys(COMPARE_MODULES).map((name) => name.slice(PACKAGE.length + 1))),
  },
  ...COMPARE_MODULES,
  'alembic.autogenerate.rewriter': REWRITER,
  'alembic.ddl': submodules('alembic.ddl', '_autogen', 'base', 'impl', 'postgresql'),
  'alembic.ddl.base': DDL_BASE_NAMES,
  'alembic.ddl.impl': { ...values({ DefaultImpl: defaultImplClass }), ...comparisonModule.names },
  'alembic.ddl.postgresql': {
    ...values({
      PostgresqlImpl: postgresqlImplClass,
      PostgresqlColumnType: postgresqlColumnTypeClass,
      CreateExcludeConstraintOp: OPERATION_CLASSES.get('CreateExcludeConstraintOp')!,
    }),
    ...visitors(
      'alembic.ddl.postgresql',
      'visit_rename_table',
      'visit_column_type',
      'visit_column_comment',
      'visit_identity_column',
    ),
    ...comparisonModule.names,
  },
};

export const OP_MODULES: readonly NativeModule[] = [
  { ...comparisonModule, distribution: 'alembic' },
  ...Object.entries(TABLE).map(([name, names]) => lazyModule(name, names, { distribution: 'alembic' })),
  lazyModule('alembic.op', OP_NAMES, { distribution: 'alembic', getattr: opAttribute }),
];
