/** `RevisionContext`, with which a program makes revision files as the command does. Answers to: alembic/autogenerate/api.py. */
import { RevisionContext } from '../../../alembic/commands/revision-context.ts';
import type { Config } from '../../../alembic/config/config.ts';
import type { MigrationContext } from '../../../alembic/runtime/migration-context.ts';
import type { ScriptDirectory } from '../../../alembic/script/script-directory.ts';
import { list } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { NativeIterator } from '../../../python/values/native/iterator.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import type { Value } from '../../../python/values/value.ts';
import { asIdentifier } from '../script/identifier.ts';

/** The dict of arguments that a program gave, for `command_args`. */
const given = new WeakMap<RevisionContext, Value>();

/** @throws KeyError for an argument that is missing */
function makeContext(
  call: Interpreter,
  _cls: Value,
  config: Config,
  directory: ScriptDirectory,
  args: Value,
  hook: Value,
): RevisionContext {
  const argument = (name: string): Value => call.callMethod(args, '__getitem__', name);
  const reference = (name: string) => asIdentifier(call, argument(name)) as string | null;
  const made = new RevisionContext(
    config,
    directory,
    {
      revisionId: argument('rev_id') as string | null,
      message: argument('message') as string | null,
      head: reference('head'),
      splice: call.truth(argument('splice')),
      branchLabel: reference('branch_label'),
      versionPath: argument('version_path') as string | null,
      dependsOn: reference('depends_on'),
    },
    hook,
  );
  given.set(made, args);
  return made;
}

/** `run_autogenerate` and `run_no_autogenerate`, which env.py's migrations call with what the database holds. */
const running = (autogenerate: boolean): NativeMethod => [
  'rev, migration_context',
  (call: Interpreter, self: RevisionContext, rows: Value, context: MigrationContext) => {
    self.run(
      [...call.iterate(rows)].map((row) => call.str(row)),
      context,
      autogenerate,
    );
    return null;
  },
];

export const revisionContextClass = nativeClass({
  name: 'RevisionContext',
  module: 'alembic.autogenerate.api',
  host: RevisionContext,
  signature: 'config, script_directory, command_args, process_revision_directives=None',
  construct: makeContext,
  getters: {
    config: (self: RevisionContext) => self.config as unknown as Value,
    script_directory: (self: RevisionContext) => self.directory as unknown as Value,
    command_args: (self: RevisionContext) => given.get(self) ?? null,
    template_args: (self: RevisionContext) => dict([...self.templateNames] as [string, Value][]),
    process_revision_directives: (self: RevisionContext) => self.hook as Value,
    generated_revisions: (self: RevisionContext) => list(self.scripts as unknown as Value[]),
  },
  methods: {
    run_autogenerate: running(true),
    run_no_autogenerate: running(false),
    generate_scripts: [
      '',
      (_call, self: RevisionContext) =>
        new NativeIterator(
          (function* () {
            for (const script of self.scripts) yield self.write(script) as unknown as Value;
          })(),
        ),
    ],
  },
});
