/** alembic.script: ScriptDirectory and Script. Answers to: alembic/script/base.py. */
import type { Config } from '../../../alembic/config/config.ts';
import { createDate } from '../../../alembic/script/create-date.ts';
import { fileName, generateRevision } from '../../../alembic/script/generate-revision.ts';
import type { MigrationStep } from '../../../alembic/script/migration-step.ts';
import { downgradeSteps, stampSteps, upgradeSteps } from '../../../alembic/script/migration-steps.ts';
import { loadScript, Script } from '../../../alembic/script/script.ts';
import {
  DEFAULT_FILE_TEMPLATE,
  ScriptDirectory,
  scriptDirectoryOf,
} from '../../../alembic/script/script-directory.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import { frozenset } from '../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { NativeIterator } from '../../../python/values/native/iterator.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { absolutePath, baseName, folderOf, joinPath } from '../../../stdlib/posix-path.ts';
import { immutableDict } from '../../sqlalchemy/engine/immutable-dict.ts';
import { nothing } from '../bound.ts';
import { asIdentifier, idValue, idValues } from './identifier.ts';
import { revisionClass } from './revision-class.ts';
import { REVISION_FUNCTIONS } from './revision-functions.ts';
import { iterate, lazily, revisionMapClass } from './revision-map-class.ts';

/** A `pathlib.Path`. */
const pathOf = (call: Interpreter, path: string): Value => call.call(call.importName('pathlib.Path'), [path]);

const scriptClass = nativeClass({
  name: 'Script',
  module: 'alembic.script.base',
  bases: [revisionClass],
  host: Script,
  signature: 'module, rev_id, path',
  construct: (call, _cls, module: Value, id: Value, path: Value) =>
    new Script(call.process, module, id, call.str(path)),
  getters: {
    module: (self: Script) => self.module as Value,
    path: (self: Script) => self.path,
    doc: (self: Script) => self.doc,
    longdoc: (self: Script) => self.longDoc,
    log_entry: (self: Script) => self.logEntry(),
    _script_path: (self: Script, call) => pathOf(call, self.path),
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
    _format_down_revision: ['', (_call, self: Script) => self.downText()],
  },
  classMethods: {
    _from_path: [
      'scriptdir, path',
      (call, _cls, directory: ScriptDirectory, path: Value) => {
        const found = call.str(path);
        const absolute = absolutePath(call.process.cwd, found);
        const { sourceless } = directory.options;
        return (loadScript(call.process, folderOf(absolute), baseName(absolute), sourceless ?? false) ??
          null) as Value;
      },
    ],
  },
  str: (self: Script) => self.toString(),
});

const steps = (made: readonly MigrationStep[]): Value => list(made as unknown as Value[]);

function fromConfig(_call: Interpreter, _cls: Value, config: Config): ScriptDirectory {
  return scriptDirectoryOf(config);
}

/** A program's own `ScriptDirectory(…)`; its hooks are none. @throws CommandError where the folder does not exist */
function makeDirectory(
  call: Interpreter,
  _cls: Value,
  dir: Value,
  template: string,
  length: number,
  locations: Value,
  sourceless: Value,
  encoding: string,
  timezone: string | null,
  _hooks: Value,
  recursive: Value,
): ScriptDirectory {
  return new ScriptDirectory(call.process, call.str(dir), {
    fileTemplate: template,
    truncateSlugLength: length,
    versionLocations:
      locations === null ? undefined : [...call.iterate(locations)].map((each) => call.str(each)),
    sourceless: call.truth(sourceless),
    outputEncoding: encoding,
    timezone,
    recursive: call.truth(recursive),
  });
}

const scriptDirectoryClass = nativeClass({
  name: 'ScriptDirectory',
  module: 'alembic.script.base',
  host: ScriptDirectory,
  signature:
    'dir, file_template="%(rev)s_%(slug)s", truncate_slug_length=40, version_locations=None, sourceless=False, output_encoding="utf-8", timezone=None, hooks=None, recursive_version_locations=False, messaging_opts=None',
  construct: makeDirectory,
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
    get_heads: [
      'consider_depends_on=False',
      (call, self: ScriptDirectory, consider: Value) =>
        list(
          (call.truth(consider) ? self.revisionMap.graph.realHeads : self.getHeads()).map((id) =>
            idValue(self.revisionMap, id),
          ),
        ),
    ],
    get_base: ['', (_call, self: ScriptDirectory) => self.getBase()],
    get_bases: [
      '',
      (_call, self: ScriptDirectory) => list(self.getBases().map((id) => idValue(self.revisionMap, id))),
    ],
    as_revision_number: [
      'id_',
      (_call, self: ScriptDirectory, id: string) => idValues(self.revisionMap, self.asRevisionNumber(id)),
    ],
    _load_revisions: [
      '',
      (_call, self: ScriptDirectory) => new NativeIterator(lazily(() => self.revisionMap.map.values())),
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
    _rev_path: [
      'path, rev_id, message, create_date',
      (call, self: ScriptDirectory, path: Value, id: string, message: string | null, date: Value) =>
        pathOf(call, joinPath(call.str(path), fileName(self, { id, message }, date))),
    ],
    _generate_create_date: [
      '',
      (call, self: ScriptDirectory) => createDate(call.process, self.options.timezone ?? null) as Value,
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
    versions: (self: ScriptDirectory) => self.versions,
    // The list shares its items with the directory: what env.py appends is read.
    version_locations: (self: ScriptDirectory) => list(self.givenLocations),
    revision_map: (self: ScriptDirectory) => self.revisionMap,
    _version_locations: (self: ScriptDirectory, call) =>
      list(self.versionLocations.map((path) => pathOf(call, path))),
    hooks: (self: ScriptDirectory) => list((self.options.hooks ?? []).map((hook) => dict(hook))),
    messaging_opts: (self: ScriptDirectory) => immutableDict([['quiet', self.options.quiet ?? false]]),
    file_template: (self: ScriptDirectory) => (self.options.fileTemplate ?? DEFAULT_FILE_TEMPLATE) as Value,
    truncate_slug_length: (self: ScriptDirectory) => self.options.truncateSlugLength || 40,
    timezone: (self: ScriptDirectory) => (self.options.timezone ?? null) as Value,
    output_encoding: (self: ScriptDirectory) => (self.options.outputEncoding ?? 'utf-8') as Value,
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
export const REVISION_NAMES = {
  RevisionMap: () => revisionMapClass,
  Revision: () => revisionClass,
  ...REVISION_FUNCTIONS,
};
