/** Containers of operations, and the script. Answers to: alembic/operations/ops.py (OpContainer and its kind, MigrationScript). */
import {
  type MigrationScript,
  migrationScript,
  onlyOps,
} from '../../../alembic/operations/migration-script.ts';
import {
  type Container,
  type DowngradeOps,
  downgradeOps,
  isEmpty,
  modifyTable,
  type UpgradeOps,
  upgradeOps,
} from '../../../alembic/operations/modify-table.ts';
import type { GivenName, Name } from '../../../alembic/operations/operation.ts';
import { asDiffs, reverse, reverseInto } from '../../../alembic/operations/reverse.ts';
import { list } from '../../../python/values/containers/containers.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { NativeIterator } from '../../../python/values/native/iterator.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { MODULE, migrateOperationClass } from './op-bases.ts';
import { fromRecord, intoArgument, intoRecord } from './operation-values.ts';
import { recordClass } from './record-class.ts';

const opsFrom = (call: Interpreter, value: Value): object[] => {
  const items = intoRecord(call, value);
  return (Array.isArray(items) ? items : [...call.iterate(value)]) as object[];
};

export const opContainerClass = recordClass({
  name: 'OpContainer',
  module: MODULE,
  bases: [migrateOperationClass],
  kind: 'op_container',
  signature: 'ops=()',
  construct: (call, _cls, ops: Value) =>
    ({ kind: 'op_container', ops: ops === undefined ? [] : opsFrom(call, ops) }) as Value,
  fields: 'ops',
  methods: {
    is_empty: ['', (_call, self: Container) => isEmpty(self)],
    as_diffs: ['', (call, self: Container) => list(asDiffs(self, call.process.python) as Value[])],
    reverse: ['', (call, self: Container) => reverse(self, call.process.python)],
  },
  classMethods: {
    _ops_as_diffs: [
      'migrations',
      (call, _cls: PyClass, migrations: Container) =>
        new NativeIterator(asDiffs(migrations, call.process.python) as Value[]),
    ],
  },
});

export const modifyTableClass = recordClass({
  name: 'ModifyTableOps',
  module: MODULE,
  bases: [opContainerClass],
  kind: 'modify_table',
  signature: 'table_name, ops, *, schema=None',
  construct: (call, _cls, table: Value, ops: Value, schema: Value) =>
    modifyTable(intoRecord(call, table) as Name, opsFrom(call, ops), intoRecord(call, schema) as GivenName),
  fields: 'table_name ops schema',
});

export const upgradeOpsClass = recordClass({
  name: 'UpgradeOps',
  module: MODULE,
  bases: [opContainerClass],
  kind: 'upgrade_ops',
  signature: "ops=(), upgrade_token='upgrades'",
  construct: (call, _cls, ops: Value, token: string) =>
    upgradeOps(ops === undefined ? [] : opsFrom(call, ops), token),
  fields: 'ops upgrade_token',
  methods: {
    reverse_into: [
      'downgrade_ops',
      (call, self: Container, downgrade: DowngradeOps) => reverseInto(self, downgrade, call.process.python),
    ],
  },
});

export const downgradeOpsClass = recordClass({
  name: 'DowngradeOps',
  module: MODULE,
  bases: [opContainerClass],
  kind: 'downgrade_ops',
  signature: "ops=(), downgrade_token='downgrades'",
  construct: (call, _cls, ops: Value, token: string) =>
    downgradeOps(ops === undefined ? [] : opsFrom(call, ops), token),
  fields: 'ops downgrade_token',
});

/** One list of operations, or several. @throws AssertionError for anything else */
function opsList<T extends Container>(call: Interpreter, value: Value, kind: T['kind']): T[] {
  const single = (value as { kind?: unknown } | null)?.kind === kind;
  const all = (single ? [value] : [...call.iterate(value)]) as T[];
  if (all.some((one) => (one as { kind?: unknown } | null)?.kind !== kind)) throw raise('AssertionError');
  return all;
}

const SCRIPT =
  'rev_id, upgrade_ops, downgrade_ops, *, message=None, imports=None, head=None, splice=None, branch_label=None, ' +
  'version_path=None, depends_on=None';

export const migrationScriptClass = recordClass({
  name: 'MigrationScript',
  module: MODULE,
  bases: [migrateOperationClass],
  kind: 'migration_script',
  signature: SCRIPT,
  construct: (call, _cls, ...bound: Value[]) => {
    const [revId, upgrade, downgrade, message, imports, head, splice, label, path, depends] = bound;
    return migrationScript(
      revId as string | null,
      opsList<UpgradeOps>(call, upgrade!, 'upgrade_ops'),
      opsList<DowngradeOps>(call, downgrade!, 'downgrade_ops'),
      {
        message: message as string | null,
        imports: new Set(imports === null ? [] : ([...call.iterate(imports!)] as string[])),
        head: head as string | null,
        splice: splice as boolean | null,
        branchLabel: intoArgument(call, label),
        versionPath: path,
        dependsOn: intoArgument(call, depends),
      },
    );
  },
  fields: 'rev_id message head splice branch_label version_path depends_on',
  getters: {
    imports: importsOf,
    upgrade_ops: (self: MigrationScript) => onlyOps(self, 'upgrade'),
    downgrade_ops: (self: MigrationScript) => onlyOps(self, 'downgrade'),
    upgrade_ops_list: (self: MigrationScript) => fromRecord(self.upgradeOpsList),
    downgrade_ops_list: (self: MigrationScript) => fromRecord(self.downgradeOpsList),
  },
  setters: {
    imports: (self: MigrationScript, value: Value) => {
      self.imports = value as unknown as Set<string>;
    },
    upgrade_ops: (self: MigrationScript, value: Value, call) => {
      self.upgradeOpsList = opsList<UpgradeOps>(call, value, 'upgrade_ops');
    },
    downgrade_ops: (self: MigrationScript, value: Value, call) => {
      self.downgradeOpsList = opsList<DowngradeOps>(call, value, 'downgrade_ops');
    },
  },
});

/** A set of Python, which from then on is the script's own: both are iterated and added to alike. */
function importsOf(self: { imports: Set<string> }): Value {
  if (!(self.imports instanceof PySet)) self.imports = new PySet(self.imports) as unknown as Set<string>;
  return self.imports as unknown as PySet;
}

export { importsOf };
