/** alembic.script: ScriptDirectory, Script, RevisionMap. */
import type { Config } from '../../../alembic/config/config.ts';
import { iterateRevisions } from '../../../alembic/script/collect.ts';
import { generateRevision } from '../../../alembic/script/generate-revision.ts';
import { ancestorsOf, descendantsOf } from '../../../alembic/script/lineage.ts';
import type { MigrationStep } from '../../../alembic/script/migration-step.ts';
import type { Revision } from '../../../alembic/script/revision.ts';
import { RevisionMap } from '../../../alembic/script/revision-map.ts';
import { Script } from '../../../alembic/script/script.ts';
import {
  DEFAULT_FILE_TEMPLATE,
  ScriptDirectory,
  scriptDirectoryOf,
} from '../../../alembic/script/script-directory.ts';
import { downgradeSteps, stampSteps, upgradeSteps } from '../../../alembic/script/stamp.ts';
import { topologicalSort } from '../../../alembic/script/topological-sort.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import { frozenset } from '../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { NativeIterator } from '../../../python/values/native/iterator.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { nothing } from '../bound.ts';
import { asIdentifier, specifier } from './identifier.ts';
import { reference, revisionClass } from './revision-class.ts';

const scriptClass = nativeClass({
  name: 'Script',
  module: 'alembic.script.base',
  bases: [revisionClass],
  host: Script,
  getters: {
    module: (self: Script) => self.module as Value,
    path: (self: Script) => self.path,
    doc: (self: Script) => self.doc,
    longdoc: (self: Script) => self.longDoc,
    log_entry: (self: Script) => self.logEntry(),
  },
  methods: {
    cmd_format: [
      'verbose, include_branches=False, include_doc=False, include_parents=False, tree_indicators=True',
      (call, self: Script, verbose: Value, branches: Value, doc: Value, parents: Value, tree: Value) =>
        self.format(call.truth(verbose), {
          branches: call.truth(branches),
          doc: call.truth(doc),
          parents: call.truth(parents),
          tree: call.truth(tree),
        }),
    ],
  },
  str: (self: Script) => self.toString(),
});

/** Nothing is asked before the first item is. */
function* lazily(work: () => Iterable<Revision>): Generator<Revision> {
  yield* work();
}

/** From the upper end down; the lower end itself only where it is asked for. */
function iterate(
  call: Interpreter,
  map: RevisionMap,
  upper: Value,
  lower: Value,
  keywords: ReadonlyMap<string, Value>,
): Value {
  const said = (name: string, usual = false) => call.truth(keywords.get(name) ?? usual);
  const options = {
    implicitBase: said('implicit_base'),
    inclusive: said('inclusive'),
    assertRelativeLength: said('assert_relative_length', true),
    selectForDowngrade: said('select_for_downgrade'),
  };
  return new NativeIterator(
    lazily(() => iterateRevisions(map, asIdentifier(call, upper), asIdentifier(call, lower), options)),
  );
}

const ITERATING = ['implicit_base', 'inclusive', 'assert_relative_length', 'select_for_downgrade'];

const revisionMapClass = nativeClass({
  name: 'RevisionMap',
  module: 'alembic.script.revision',
  host: RevisionMap,
  signature: 'generator',
  construct: (call, _cls, generator: Value) =>
    new RevisionMap(
      () => call.iterate(call.call(generator)) as Iterable<Revision>,
      (message) => call.process.warn('builtins.UserWarning', message),
    ),
  getters: {
    heads: (self: RevisionMap) => tuple([...self.heads]),
    bases: (self: RevisionMap) => tuple([...self.bases]),
    _revision_map: (self: RevisionMap) =>
      dict([...self.map, [null, null], [tuple([]), null]] as readonly (readonly [Value, Value])[]),
    _real_heads: (self: RevisionMap) => tuple([...self.graph.realHeads]),
    _real_bases: (self: RevisionMap) =>
      tuple(self.bases.filter((id) => self.map.get(id)!.dependencies === null)),
  },
  methods: {
    add_revision: [
      'revision, _replace=False',
      (_call, self: RevisionMap, revision: Revision) => {
        self.add(revision);
        return null;
      },
    ],
    get_revision: ['id_', (call, self: RevisionMap, id: Value) => self.getRevision(specifier(call, id))],
    get_revisions: [
      'id_',
      (call, self: RevisionMap, id: Value) => tuple(self.getRevisions(specifier(call, id)) as Value[]),
    ],
    iterate_revisions: [
      'upper, lower, implicit_base=False, inclusive=False, assert_relative_length=True, select_for_downgrade=False',
      (call, self: RevisionMap, upper: Value, lower: Value, ...said: Value[]) =>
        iterate(call, self, upper, lower, new Map(ITERATING.map((name, at) => [name, said[at]!]))),
    ],
    _get_ancestor_nodes: [
      'targets, map_=None, check=False, include_dependencies=True',
      (call, self: RevisionMap, targets: Value, _map: Value, check: Value, dependencies: Value) =>
        new NativeIterator(
          lazily(() =>
            ancestorsOf([...call.iterate(targets)] as unknown as Revision[], self.map, {
              check: call.truth(check),
              dependencies: call.truth(dependencies),
            }),
          ),
        ),
    ],
    _get_descendant_nodes: [
      'targets, map_=None, check=False, omit_immediate_dependencies=False, include_dependencies=True',
      (
        call,
        self: RevisionMap,
        targets: Value,
        _map: Value,
        check: Value,
        _omit: Value,
        dependencies: Value,
      ) =>
        new NativeIterator(
          lazily(() =>
            descendantsOf([...call.iterate(targets)] as unknown as Revision[], self.map, {
              check: call.truth(check),
              dependencies: call.truth(dependencies),
            }),
          ),
        ),
    ],
    _topological_sort: [
      'revisions, heads',
      (call, self: RevisionMap, revisions: Value, heads: Value) =>
        list(
          topologicalSort(
            [...call.iterate(revisions)] as unknown as Revision[],
            [...call.iterate(heads)] as unknown as Revision[],
            self.map,
          ),
        ),
    ],
    filter_for_lineage: [
      'targets, check_against, include_dependencies=False',
      (call, self: RevisionMap, targets: Value, against: Value, dependencies: Value) =>
        tuple(
          self.filterForLineage(
            [...call.iterate(targets)] as (string | Script)[],
            asIdentifier(call, against),
            call.truth(dependencies),
          ),
        ),
    ],
    get_current_head: [
      'branch_label=None',
      (_call, self: RevisionMap, label: string | null) => self.currentHead(label ?? undefined) ?? null,
    ],
  },
});

const steps = (made: readonly MigrationStep[]): Value => list(made as unknown as Value[]);

function fromConfig(_call: Interpreter, _cls: Value, config: Config): ScriptDirectory {
  return scriptDirectoryOf(config);
}

const scriptDirectoryClass = nativeClass({
  name: 'ScriptDirectory',
  module: 'alembic.script.base',
  host: ScriptDirectory,
  signature:
    'dir, file_template="%(rev)s_%(slug)s", truncate_slug_length=40, version_locations=None, sourceless=False, output_encoding="utf-8", timezone=None, hooks=None, recursive_version_locations=False, messaging_opts=None',
  construct: (call, _cls, dir: Value, template: string, length: number, locations: Value) =>
    new ScriptDirectory(call.process, call.str(dir), {
      fileTemplate: template,
      truncateSlugLength: length,
      versionLocations:
        locations === null ? undefined : [...call.iterate(locations)].map((each) => call.str(each)),
    }),
  classMethods: { from_config: ['config', fromConfig as never] },
  methods: {
    walk_revisions: [
      'base="base", head="heads"',
      (call, self: ScriptDirectory, base: Value, head: Value) =>
        new NativeIterator(
          lazily(() => self.walkRevisions(asIdentifier(call, base), asIdentifier(call, head))),
        ),
    ],
    iterate_revisions: [
      'upper, lower, **kw',
      (call, self: ScriptDirectory, upper: Value, lower: Value, keywords: Map<string, Value>) =>
        iterate(call, self.revisionMap, upper, lower, keywords),
    ],
    get_revision: [
      'id_',
      (call, self: ScriptDirectory, id: Value) => self.getRevision(asIdentifier(call, id)),
    ],
    get_revisions: [
      'id_',
      (call, self: ScriptDirectory, id: Value) => tuple(self.getRevisions(asIdentifier(call, id)) as Value[]),
    ],
    get_all_current: [
      'id_',
      (call, self: ScriptDirectory, id: Value) => frozenset(self.getAllCurrent(asIdentifier(call, id))),
    ],
    get_current_head: ['', (_call, self: ScriptDirectory) => self.getCurrentHead()],
    get_heads: ['', (_call, self: ScriptDirectory) => list([...self.getHeads()])],
    get_base: ['', (_call, self: ScriptDirectory) => self.getBase()],
    get_bases: ['', (_call, self: ScriptDirectory) => list([...self.getBases()])],
    as_revision_number: [
      'id_',
      (_call, self: ScriptDirectory, id: string) => reference(self.asRevisionNumber(id)),
    ],
    _upgrade_revs: [
      'destination, current_rev',
      (call, self: ScriptDirectory, destination: Value, current: Value) =>
        steps(upgradeSteps(self.revisionMap, asIdentifier(call, destination), asIdentifier(call, current))),
    ],
    _downgrade_revs: [
      'destination, current_rev',
      (call, self: ScriptDirectory, destination: Value, current: Value) =>
        steps(downgradeSteps(self.revisionMap, asIdentifier(call, destination), asIdentifier(call, current))),
    ],
    _stamp_revs: [
      'revision, heads',
      (call, self: ScriptDirectory, revision: Value, heads: Value) =>
        steps(stampSteps(self.revisionMap, asIdentifier(call, revision), asIdentifier(call, heads))),
    ],
    run_env: ['', (_call, self: ScriptDirectory) => nothing(self.runEnv())],
    generate_revision: [
      'revid, message, head=None, splice=False, branch_labels=None, version_path=None, file_template=None, depends_on=None, **kw',
      (call, self: ScriptDirectory, ...bound: Value[]) => {
        const [id, message, head, splice, labels, path, , depends, kw] = bound;
        return generateRevision(self, {
          id: String(id),
          message: message as string | null,
          head: asIdentifier(call, head!) as string | null,
          splice: call.truth(splice!),
          branchLabels: asIdentifier(call, labels!) as string | null,
          versionPath: path === null ? null : call.str(path!),
          dependsOn: asIdentifier(call, depends!) as string | null,
          names: kw as Map<string, Value>,
        });
      },
    ],
  },
  getters: {
    dir: (self: ScriptDirectory) => self.dir,
    env_py_location: (self: ScriptDirectory) => self.envPyLocation,
    versions: (self: ScriptDirectory) => self.versionLocations[0]!,
    // The list shares its items with the directory: what env.py appends is read.
    version_locations: (self: ScriptDirectory) => list(self.givenLocations),
    revision_map: (self: ScriptDirectory) => self.revisionMap,
    file_template: (self: ScriptDirectory) => self.options.fileTemplate ?? DEFAULT_FILE_TEMPLATE,
    truncate_slug_length: (self: ScriptDirectory) => self.options.truncateSlugLength || 40,
    timezone: (self: ScriptDirectory) => self.options.timezone ?? null,
    output_encoding: (self: ScriptDirectory) => self.options.outputEncoding ?? 'utf-8',
    sourceless: (self: ScriptDirectory) => self.options.sourceless ?? false,
    recursive_version_locations: (self: ScriptDirectory) => self.options.recursive ?? false,
  },
  setters: {
    version_locations: (self: ScriptDirectory, locations: Value, call) => {
      self.givenLocations = [...call.iterate(locations)].map((each) => call.str(each));
    },
  },
});

export const SCRIPT_NAMES = { ScriptDirectory: () => scriptDirectoryClass, Script: () => scriptClass };
export const REVISION_NAMES = { RevisionMap: () => revisionMapClass, Revision: () => revisionClass };
