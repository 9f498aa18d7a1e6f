import { DEFINITIONS } from '../../../alembic/operations/index.ts';
import { type AnyDefinition, givenBy } from '../../../alembic/operations/operation.ts';
import { describe, reverse } from '../../../alembic/operations/reverse.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { addConstraintClass, alterTableClass, MODULE, migrateOperationClass } from './op-bases.ts';
import { ROWS, type Row } from './op-rows.ts';
import { fromRecord, intoArgument } from './operation-values.ts';
import { recordClass } from './record-class.ts';

/** Rows of bulk_insert stay Python's own. */
const converts = (kind: string) => kind !== 'bulk_insert';

function makeClass(definition: AnyDefinition, { fields, base, spec }: Row): PyClass {
  return recordClass({
    name: definition.className,
    module: definition.kind === 'create_exclude_constraint' ? 'alembic.ddl.postgresql' : MODULE,
    bases: [base ?? migrateOperationClass],
    kind: definition.kind,
    signature: definition.signature,
    construct: (call: Interpreter, _cls: PyClass, ...bound: unknown[]) => {
      const given = givenBy(definition.signature, bound);
      const values = converts(definition.kind)
        ? Object.entries(given).map(([name, value]) => [
            name,
            definition.asGiven?.includes(name) ? value : intoArgument(call, value),
          ])
        : Object.entries(given);
      return definition.create(Object.fromEntries(values), call.process.python) as Value;
    },
    fields,
    ...spec,
    methods: {
      reverse: ['', (call: Interpreter, self: object) => reverse(self, call.process.python)],
      to_diff_tuple: [
        '',
        (call: Interpreter, self: object) => fromRecord(describe(self, call.process.python)),
      ],
      ...spec?.methods,
    },
  } as Parameters<typeof recordClass>[0]);
}

const classes = new Map<string, PyClass>(
  (Object.keys(ROWS) as (keyof typeof DEFINITIONS)[]).map((kind) => [
    DEFINITIONS[kind].className,
    makeClass(DEFINITIONS[kind], ROWS[kind]),
  ]),
);

/** Every class of an operation that does something, by name. */
export const OPERATION_CLASSES: ReadonlyMap<string, PyClass> = new Map([
  ['MigrateOperation', migrateOperationClass],
  ['AddConstraintOp', addConstraintClass],
  ['AlterTableOp', alterTableClass],
  ...classes,
]);
