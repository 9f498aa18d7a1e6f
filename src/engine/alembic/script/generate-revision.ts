/** Writes new revision files. Answers to: alembic/script/base.py (ScriptDirectory.generate_revision). */
import { Raise } from '../../machine.ts';
import {
  absolutePath,
  baseName,
  folderOf,
  joinPath,
  pathAbsolute,
  pathText,
} from '../../stdlib/posix-path.ts';
import { status } from '../config/messaging.ts';
import { renderTemplate } from '../templates/mako.ts';
import { createDate } from './create-date.ts';
import { commandError, messageOf } from './errors.ts';
import { verifyRevisionId } from './revision.ts';
import { loadScript, type Script } from './script.ts';
import type { ScriptDirectory } from './script-directory.ts';
import { runHooks } from './write-hooks.ts';

/** What a new file is to say. */
export interface NewRevision {
  readonly id: string;
  readonly message: string | null;
  readonly head?: string | readonly string[] | null;
  readonly splice?: boolean;
  readonly branchLabels?: string | readonly string[] | null;
  readonly versionPath?: string | null;
  readonly dependsOn?: string | readonly string[] | null;
  /** Names for the template: upgrades, downgrades, imports, config … */
  readonly names: ReadonlyMap<string, unknown>;
}

/**
 * Writes a file and reads it back; null where the name that `file_template` gives is none of a revision.
 * @throws CommandError; whatever the template or the written file raises
 */
export function generateRevision(directory: ScriptDirectory, asked: NewRevision): Script | null {
  const heads = headsOf(directory, asked);
  const { process } = directory;
  const date = createDate(process, directory.options.timezone ?? null);
  const folder = folderFor(directory, asked, heads);
  if (directory.givenLocations.length) directory.ensureDirectory(folder);
  const path = pathText(joinPath(folder, fileName(directory, asked, date)));
  directory.ensureDirectory(folderOf(path));
  if (!asked.splice) {
    const blocked = heads.find((head) => head !== null && !head.isHead);
    if (blocked) {
      throw commandError(
        `Revision ${blocked.revision} is not a head revision; please specify --splice to create a new branch from this revision`,
      );
    }
  }
  const names = templateNames(directory, asked, heads, date);
  writeFromTemplate(directory, pathText(joinPath(directory.dir, 'script.py.mako')), path, names);
  const { hooks } = directory.options;
  if (hooks) runHooks(process, path, hooks);
  return adopt(directory, asked, path);
}

/** Renders a template to a file, saying so. @throws CommandError where rendering fails */
function writeFromTemplate(
  directory: ScriptDirectory,
  template: string,
  path: string,
  names: ReadonlyMap<string, unknown>,
): void {
  const { process } = directory;
  const absolute = absolutePath(process.cwd, path);
  const quiet = directory.options.quiet ?? false;
  status(
    process,
    `Generating ${path}`,
    () => {
      const text = process.machine.files.read(absolutePath(process.cwd, template));
      if (text === undefined)
        throw new Raise('builtins.FileNotFoundError', [2, 'No such file or directory', template]);
      const filled = rendered(directory, text, names, template);
      process.machine.files.write(absolute, filled);
    },
    { quiet },
  );
}

/** Files are text here; what an encoding cannot write is refused nevertheless. @throws LookupError, UnicodeEncodeError */
function checkEncoding({ options, process }: ScriptDirectory, text: string): void {
  const encoding = options.outputEncoding ?? 'utf-8';
  if (encoding === 'utf-8') return;
  process.python.evaluate(
    'text.encode(encoding)',
    new Map([
      ['encoding', encoding],
      ['text', text],
    ]),
  );
}

function rendered(
  directory: ScriptDirectory,
  text: string,
  names: ReadonlyMap<string, unknown>,
  file: string,
): string {
  const { process } = directory;
  try {
    const filled = renderTemplate(process, text, names, file);
    checkEncoding(directory, filled);
    return filled;
  } catch (error) {
    if (error instanceof Raise && error.type.startsWith('mako.')) throw error;
    const thrown = process.python.thrown(error);
    if (!thrown) throw error;
    // The report is written in that encoding, too: one that is not known ends the command here.
    checkEncoding(directory, '');
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789_';
    const name = [...process.machine.randomBytes(8)].map((byte) => letters[byte % letters.length]).join('');
    const place = `/tmp/tmp${name}.txt`;
    process.machine.files.write(place, `${thrown.types[0]}: ${thrown.message}\n`);
    throw commandError(`Template rendering failed; see ${place} for a template-oriented traceback.`);
  }
}

function headsOf(directory: ScriptDirectory, asked: NewRevision): (Script | null)[] {
  try {
    verifyRevisionId(asked.id);
  } catch (error) {
    throw error instanceof Raise ? commandError(messageOf(error)) : error;
  }
  const multipleHeads =
    'Multiple heads are present; please specify the head revision on which the new revision should be based, or perform a merge.';
  const heads = directory.catching({ multipleHeads }, () => {
    const found = directory.revisionMap.getRevisions(asked.head ?? 'head');
    if (found.includes('base')) throw new Raise('builtins.AssertionError', []);
    return found as (Script | null)[];
  });
  if (new Set(heads).size !== heads.length) throw commandError('Duplicate head revisions specified');
  return heads;
}

function folderFor(
  directory: ScriptDirectory,
  asked: NewRevision,
  heads: readonly (Script | null)[],
): string {
  const locations = directory.versionLocations;
  let folder = asked.versionPath ?? undefined;
  if (folder === undefined) {
    const head = heads.find((each) => each !== null);
    if (locations.length > 1 && !head) {
      throw commandError('Multiple version locations present, please specify --version-path');
    }
    folder = locations.length > 1 ? folderOf(head!.path) : locations[0]!;
  }
  const absolute = pathAbsolute(directory.process.cwd, folder);
  if (!locations.includes(absolute)) {
    throw commandError(`Path ${pathText(folder)} is not represented in current version locations`);
  }
  return absolute;
}

/** The file of a revision: what `file_template` makes of its id, message and date. */
export function fileName(
  directory: ScriptDirectory,
  asked: Pick<NewRevision, 'id' | 'message'>,
  date: unknown,
): string {
  const { python } = directory.process;
  const words = (asked.message ?? '').match(/[\p{L}\p{N}_]+/gu) ?? [];
  let slug = words.join('_').toLowerCase();
  const limit = directory.options.truncateSlugLength || 40;
  if ([...slug].length > limit)
    slug = `${[...slug]
      .slice(0, limit)
      .join('')
      .replace(/_[^_]*$/, '')}_`;
  const fields = ['year', 'month', 'day', 'hour', 'minute', 'second'].map(
    (name) => `'${name}': date.${name}`,
  );
  const expression = `template % {'rev': rev, 'slug': slug, 'epoch': int(date.timestamp()), ${fields.join(', ')}}`;
  const template = directory.options.fileTemplate ?? '';
  const names = new Map<string, unknown>([
    ['template', template],
    ['rev', asked.id],
    ['slug', slug],
    ['date', date],
  ]);
  return `${String(python.evaluate(expression, names))}.py`;
}

function templateNames(
  directory: ScriptDirectory,
  asked: NewRevision,
  heads: readonly (Script | null)[],
  date: unknown,
): Map<string, unknown> {
  const { python } = directory.process;
  const down = heads.map((head) => (head?.parts ? python.tuple(head.parts) : (head?.revision ?? null)));
  const labels = asked.branchLabels ?? null;
  const depends = dependencies(directory, asked);
  return new Map<string, unknown>([
    ['up_revision', asked.id],
    ['down_revision', scalar(down, (items) => python.tuple(items))],
    ['branch_labels', labels === null ? null : python.tuple(typeof labels === 'string' ? [labels] : labels)],
    ['depends_on', depends === null ? null : scalar(depends, (items) => python.list(items))],
    ['create_date', date],
    ['comma', commaFunction(directory)],
    ['message', asked.message ?? 'empty message'],
    ['refresh', false],
    ...asked.names,
  ]);
}

/** `util.format_as_comma` as the templates' filter. */
function commaFunction(directory: ScriptDirectory): unknown {
  const code = "lambda value: '' if value is None else value if isinstance(value, str) else ', '.join(value)";
  return directory.process.python.evaluate(code, new Map());
}

function scalar(items: readonly unknown[], many: (items: readonly unknown[]) => unknown): unknown {
  if (items.length === 0) return null;
  return items.length === 1 ? items[0] : many(items);
}

function dependencies(directory: ScriptDirectory, asked: NewRevision): string[] | null {
  const given = asked.dependsOn ?? null;
  if (given === null || given.length === 0) return null;
  const names = typeof given === 'string' ? [given] : given;
  return names.map((name) => {
    const revision = directory.catching({}, () => directory.revisionMap.getRevision(name));
    if (revision === null) throw new Raise('builtins.AssertionError', []);
    return revision.branchLabels.has(name) ? name : revision.revision;
  });
}

function adopt(directory: ScriptDirectory, asked: NewRevision, path: string): Script | null {
  let script: Script | undefined;
  try {
    script = loadScript(directory.process, folderOf(path), baseName(path), false);
  } catch (error) {
    if (!(error instanceof Raise) || !error.type.startsWith('alembic.script.revision.')) throw error;
    throw commandError(messageOf(error));
  }
  if (!script) return null;
  const labels = asked.branchLabels ?? null;
  if (labels !== null && labels.length > 0 && script.branchLabels.size === 0) {
    const shown = directory.process.python.repr(
      typeof labels === 'string' ? labels : directory.process.python.list(labels),
    );
    throw commandError(
      `Version ${script.revision} specified branch_labels ${typeof labels === 'string' ? labels : shown}, however the migration file ` +
        `${script.path} does not have them; have you upgraded your script.py.mako to include the 'branch_labels' section?`,
    );
  }
  directory.revisionMap.add(script);
  return script;
}
