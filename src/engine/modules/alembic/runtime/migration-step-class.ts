/** Steps between revisions and what keeps the version table in line with them. Answers to: alembic/runtime/migration.py. */
import { HeadMaintainer, type Heads } from '../../../alembic/runtime/head-maintainer.ts';
import type { MigrationContext } from '../../../alembic/runtime/migration-context.ts';
import { MigrationInfo } from '../../../alembic/runtime/run-step.ts';
import { assertionError } from '../../../alembic/script/errors.ts';
import {
  downgradeStep,
  type MigrationStep,
  shortLog,
  stampStep,
  upgradeStep,
} from '../../../alembic/script/migration-step.ts';
import type { RevisionMap } from '../../../alembic/script/revision-map.ts';
import type { Script } from '../../../alembic/script/script.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import type { Value } from '../../../python/values/value.ts';
import { nothing } from '../bound.ts';
import { asIdentifier } from '../script/identifier.ts';

const MODULE = 'alembic.runtime.migration';

const script = (step: MigrationStep) => step.revision as Script | undefined;

/** What a step calls itself: the name of the function that it runs. */
const nameOf = (call: Interpreter, step: MigrationStep): string => {
  const run = script(step) && call.getAttribute(script(step)!.module as Value, step.name);
  return run === undefined || run === null
    ? step.name
    : call.str(call.getAttribute(run, '__name__') as Value);
};

const shown = (call: Interpreter, step: MigrationStep): string => {
  const doc = script(step)?.doc;
  return shortLog(step, nameOf(call, step)) + (doc ? `, ${doc}` : '');
};

const change = (call: Interpreter, self: MigrationStep, heads: Value) =>
  self.versionChange(new Set([...call.iterate(heads)] as string[]));

const is =
  (kind: string) =>
  (call: Interpreter, self: MigrationStep, heads: Value): Value =>
    change(call, self, heads).kind === kind;

/** The one end of a stamp. @throws AssertionError where there are several */
function only(ids: readonly string[]): string {
  if (ids.length !== 1) throw assertionError();
  return ids[0]!;
}

/** What a step means for the version table, given the heads that are there. */
const VERSION_CHANGES: Readonly<Record<string, NativeMethod>> = {
  should_delete_branch: ['heads', is('delete') as never],
  should_create_branch: ['heads', is('insert') as never],
  should_merge_branches: ['heads', is('merge') as never],
  should_unmerge_branches: ['heads', is('unmerge') as never],
  update_version_num: [
    'heads',
    (call, self: MigrationStep, heads: Value) => {
      const found = change(call, self, heads);
      return tuple(found.kind === 'update' ? [found.from, found.to] : [only(self.from), only(self.to)]);
    },
  ],
  merge_branch_idents: [
    'heads',
    (call, self: MigrationStep, heads: Value) => {
      const found = change(call, self, heads);
      const { deleted, from, to } =
        found.kind === 'merge'
          ? found
          : { deleted: self.from.slice(0, -1), from: self.from.at(-1)!, to: self.to[0]! };
      return tuple([list([...deleted]), from, to]);
    },
  ],
  unmerge_branch_idents: [
    'heads',
    (call, self: MigrationStep, heads: Value) => {
      const found = change(call, self, heads);
      const { inserted, from, to } =
        found.kind === 'unmerge'
          ? found
          : { inserted: self.to.slice(0, -1), from: self.from[0]!, to: self.to.at(-1)! };
      return tuple([from, to, self.kind === 'revision-step' ? tuple([...inserted]) : list([...inserted])]);
    },
  ],
};

const migrationStepClass = nativeClass({
  name: 'MigrationStep',
  module: MODULE,
  getters: {
    name: (self: MigrationStep, call) => nameOf(call, self),
    doc: (self: MigrationStep) => script(self)?.doc ?? null,
    is_upgrade: (self: MigrationStep) => self.isUpgrade,
    is_downgrade: (self: MigrationStep) => !self.isUpgrade,
    short_log: (self: MigrationStep, call) => shortLog(self, nameOf(call, self)),
    from_revisions: (self: MigrationStep) => tuple([...self.from]),
    to_revisions: (self: MigrationStep) => tuple([...self.to]),
    from_revisions_no_deps: (self: MigrationStep) => tuple([...self.fromShown]),
    to_revisions_no_deps: (self: MigrationStep) => tuple([...self.toShown]),
    info: (self: MigrationStep) => new MigrationInfo(self),
  },
  methods: VERSION_CHANGES,
  str: (self: MigrationStep, call) => shown(call, self),
});

const sameEnds = (a: MigrationStep, b: MigrationStep): boolean =>
  a.kind === b.kind &&
  a.isUpgrade === b.isUpgrade &&
  a.revision === b.revision &&
  a.from.join() === b.from.join() &&
  a.to.join() === b.to.join();

const revisionStepClass = nativeClass({
  name: 'RevisionStep',
  module: MODULE,
  bases: [migrationStepClass],
  kind: 'revision-step',
  signature: 'revision_map, revision, is_upgrade',
  construct: (call, _cls, map: RevisionMap, revision: Script, isUpgrade: Value) =>
    (call.truth(isUpgrade) ? upgradeStep(map, revision) : downgradeStep(map, revision)) as unknown as Value,
  getters: {
    revision: (self: MigrationStep) => self.revision as Value,
    insert_version_num: (self: MigrationStep) => self.revision!.revision,
    delete_version_num: (self: MigrationStep) => self.revision!.revision,
    migration_fn: (self: MigrationStep, call) =>
      call.getAttribute(script(self)!.module as Value, self.name) ?? null,
  },
  repr: (self: MigrationStep, call) =>
    `RevisionStep(${call.repr(self.revision!.revision)}, is_upgrade=${call.repr(self.isUpgrade)})`,
  eq: (self: MigrationStep, other: MigrationStep) => sameEnds(self, other),
});

const names = (call: Interpreter, value: Value): string[] =>
  [asIdentifier(call, value)].flat().filter((name) => name !== null) as string[];

const stampStepClass = nativeClass({
  name: 'StampStep',
  module: MODULE,
  bases: [migrationStepClass],
  kind: 'stamp-step',
  signature: 'from_, to_, is_upgrade, branch_move, revision_map=None',
  construct: (call, _cls, from: Value, to: Value, isUpgrade: Value, branchMove: Value, map: Value) =>
    stampStep(names(call, from), names(call, to), {
      isUpgrade: call.truth(isUpgrade),
      branchMove: call.truth(branchMove),
      ...(map !== null && { map: map as unknown as RevisionMap }),
    }) as unknown as Value,
  getters: {
    from_: (self: MigrationStep) => tuple([...self.from]),
    to_: (self: MigrationStep) => tuple([...self.to]),
    insert_version_num: (self: MigrationStep) => only(self.to),
    delete_version_num: (self: MigrationStep) => only(self.from),
  },
  methods: { stamp_revision: ['**kw', () => null] },
  eq: (self: MigrationStep, other: MigrationStep) => sameEnds(self, other),
});

/** A maintainer that Python made: its heads are a set that Python may change as well. */
interface Watched {
  readonly context: MigrationContext;
  readonly heads: PySet;
}
const watched = new WeakMap<HeadMaintainer, Watched>();

const liveHeads = (heads: PySet): Heads => ({
  has: (id) => heads.has(id),
  add(id) {
    heads.add(id);
    return this as never;
  },
  delete: (id) => heads.delete(id),
  get size() {
    return heads.size;
  },
  [Symbol.iterator]: () => heads[Symbol.iterator]() as never,
});

const headMaintainerClass = nativeClass({
  name: 'HeadMaintainer',
  module: MODULE,
  host: HeadMaintainer,
  signature: 'context, heads',
  construct: (call, _cls, context: MigrationContext, given: Value) => {
    const heads = new PySet(call.iterate(given));
    const maintainer = context.maintainer(liveHeads(heads));
    watched.set(maintainer, { context, heads });
    return maintainer;
  },
  getters: {
    context: (self: HeadMaintainer) => watched.get(self)!.context,
    heads: (self: HeadMaintainer) => watched.get(self)!.heads,
  },
  methods: {
    update_to_step: [
      'step',
      (_call, self: HeadMaintainer, step: MigrationStep) => nothing(self.updateTo(step)),
    ],
    _insert_version: [
      'version',
      (_call, self: HeadMaintainer, version: string) => nothing(self.insert(version)),
    ],
    _delete_version: [
      'version',
      (_call, self: HeadMaintainer, version: string) => nothing(self.delete(version)),
    ],
    _update_version: [
      'from_, to_',
      (_call, self: HeadMaintainer, from: string, to: string) => nothing(self.update(from, to)),
    ],
  },
});

export const MIGRATION_STEP_NAMES = {
  MigrationStep: () => migrationStepClass,
  RevisionStep: () => revisionStepClass,
  StampStep: () => stampStepClass,
  HeadMaintainer: () => headMaintainerClass,
};
