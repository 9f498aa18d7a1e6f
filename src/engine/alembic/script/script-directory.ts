/** The folder of migrations: env.py, the template, the revision files. Answers to: alembic/script/base.py (ScriptDirectory). */
import { isThere } from '../../files.ts';
import { type Process, Raise } from '../../machine.ts';
import {
  absolutePath,
  baseName,
  folderOf,
  joinPath,
  pathAbsolute,
  pathText,
} from '../../stdlib/posix-path.ts';
import type { Config } from '../config/config.ts';
import { status } from '../config/messaging.ts';
import { catchingRevisionErrors, commandError, type Wording } from './errors.ts';
import { graphHost } from './graph-host.ts';
import { iterateRevisions } from './iterate-revisions.ts';
import type { Place } from './revision.ts';
import { type Identifier, RevisionMap } from './revision-map.ts';
import { loadScript, type Script } from './script.ts';
import { warnFrom } from './warn.ts';
import type { HookOptions } from './write-hooks.ts';

/** What the settings say of the folder. */
export interface ScriptDirectoryOptions {
  /** Text, but for what else stands in pyproject.toml. */
  readonly fileTemplate?: unknown;
  readonly truncateSlugLength?: number;
  readonly versionLocations?: readonly string[] | undefined;
  readonly outputEncoding?: unknown;
  readonly timezone?: unknown;
  readonly hooks?: readonly HookOptions[];
  readonly recursive?: boolean;
  /** Compiled files count too: there are none, but a file may be called like one. */
  readonly sourceless?: boolean;
  readonly quiet?: boolean;
}

export const DEFAULT_FILE_TEMPLATE = '%(rev)s_%(slug)s';

export class ScriptDirectory {
  readonly process: Process;
  /** As given: perhaps relative. */
  readonly dir: string;
  readonly options: ScriptDirectoryOptions;
  /** `version_locations` as given; env.py may change it before the revisions are read. Empty for the folder `versions`. */
  givenLocations: string[];
  readonly revisionMap: RevisionMap;

  /** @throws CommandError where the folder does not exist */
  constructor(process: Process, dir: string, options: ScriptDirectoryOptions = {}) {
    this.process = process;
    this.dir = dir;
    this.options = options;
    this.givenLocations = [...(options.versionLocations ?? [])];
    if (!isThere(process.machine.files, absolutePath(process.cwd, dir))) {
      throw commandError(
        `Path doesn't exist: ${dir}.  Please use the 'init' command to create a new scripts folder.`,
      );
    }
    this.revisionMap = new RevisionMap(
      () => this.#load(),
      graphHost(process.python, (message, line) => warnFrom(process, `script/revision.py:${line}`, message)),
    );
  }

  /** Absolute folders of revision files, as they are named: `..` stays in them. */
  get versionLocations(): readonly string[] {
    const given = this.givenLocations;
    const folders = given.length
      ? given.map((each) => resourcePath(this.process, each))
      : [joinPath(this.dir, 'versions')];
    return folders.map((folder) => pathAbsolute(this.process.cwd, folder));
  }

  /** The only one of them. @throws CommandError where there are several */
  get versions(): string {
    const folders = this.versionLocations;
    if (folders.length > 1) throw commandError('Multiple version_locations present');
    return folders[0]!;
  }

  get envPyLocation(): string {
    return pathText(joinPath(this.dir, 'env.py'));
  }

  /** Every revision between two ends, newest first, each looked up when it is asked for. @throws CommandError */
  *walkRevisions(base: Identifier = 'base', head: Identifier = 'heads'): Generator<Script> {
    const options = { inclusive: true, assertRelativeLength: false };
    const walk = iterateRevisions(this.revisionMap, head, base, options);
    const next = () => this.catching({ start: base, end: head }, () => walk.next());
    for (let found = next(); !found.done; found = next()) yield found.value as Script;
  }

  /** @throws CommandError */
  getRevisions(id: Identifier): Place[] {
    return this.catching({}, () => this.revisionMap.getRevisions(id));
  }

  /** @throws CommandError */
  getRevision(id: Identifier): Script | null {
    return this.catching({}, () => this.revisionMap.getRevision(id)) as Script | null;
  }

  getAllCurrent(id: Identifier): Script[] {
    return this.catching({}, () => this.revisionMap.allCurrent(id)) as Script[];
  }

  getHeads(): readonly string[] {
    return this.revisionMap.heads;
  }

  getBases(): readonly string[] {
    return this.revisionMap.bases;
  }

  /** `get_base()`. @throws CommandError where there are several */
  getBase(): string | null {
    const bases = this.getBases();
    if (bases.length > 1)
      throw commandError('The script directory has multiple bases. Please use get_bases().');
    return bases[0] ?? null;
  }

  /** `get_current_head()`. @throws CommandError where there are several */
  getCurrentHead(): string | null {
    const multipleHeads =
      'The script directory has multiple heads (due to branching).Please use get_heads(), or merge the branches using alembic merge.';
    return this.catching({ multipleHeads }, () => this.revisionMap.currentHead(undefined) ?? null);
  }

  /** `as_revision_number()`: what the words head, heads and base stand for; other names stay as they are. */
  asRevisionNumber(id: Identifier): string | readonly string[] | null {
    const ids = this.catching({}, () => this.revisionMap.resolvedIds(id));
    if (id === 'heads') return ids;
    return ids[0] ?? null;
  }

  /** Runs env.py. @throws ImportError where there is none */
  runEnv(): void {
    const { cwd, machine, python } = this.process;
    const path = this.envPyLocation;
    const absolute = absolutePath(cwd, path);
    if (!isThere(machine.files, absolute)) {
      throw new Raise('builtins.ImportError', [`Can't find Python file ${path}`]);
    }
    python.runFile(pathAbsolute(cwd, path), 'env_py', machine.files.read(absolute));
  }

  catching<T>(wording: Wording, work: () => T): T {
    return catchingRevisionErrors(wording, work);
  }

  /** Makes a folder, saying so, unless it is there. */
  ensureDirectory(path: string): void {
    const absolute = absolutePath(this.process.cwd, path);
    if (isThere(this.process.machine.files, absolute)) return;
    status(
      this.process,
      `Creating directory ${pathAbsolute(this.process.cwd, path)}`,
      () => this.process.machine.files.makeDirectory(absolute),
      {
        quiet: this.options.quiet ?? false,
      },
    );
  }

  *#load(): Generator<Script> {
    const { files } = this.process.machine;
    const seen = new Set<string>();
    for (const location of this.versionLocations) {
      const folder = absolutePath('/', location);
      if (!files.isDirectory(folder)) continue;
      for (const path of this.#pythonFiles(folder)) {
        if (seen.has(path)) {
          const message = `File ${path} loaded twice! ignoring. Please ensure version_locations is unique.`;
          warnFrom(this.process, 'script/base.py:142', message);
          continue;
        }
        seen.add(path);
        const script = loadScript(
          this.process,
          folderOf(path),
          baseName(path),
          this.options.sourceless ?? false,
        );
        if (script) yield script;
      }
    }
  }

  #pythonFiles(folder: string): string[] {
    const { files } = this.process.machine;
    const paths = (files.list(folder) ?? []).map((name) => `${folder}/${name}`);
    const own = paths.filter((path) => files.isFile(path));
    if (!this.options.recursive) return own;
    const inner = paths.filter((path) => files.isDirectory(path) && baseName(path) !== '__pycache__');
    return [...own, ...inner.flatMap((path) => this.#pythonFiles(path))];
  }
}

/**
 * The script directory that the settings name.
 * @throws CommandError without `script_location`; ValueError for numbers and separators that cannot be read
 */
export function scriptDirectoryOf(config: Config): ScriptDirectory {
  const { process } = config;
  const location = config.alembicOption('script_location');
  if (location === null) throw commandError("No 'script_location' key found in configuration.");
  const length = config.alembicOption('truncate_slug_length');
  const truncateSlugLength = length === null ? undefined : integer(process, length);
  const paths = config.prependSysPaths();
  if (paths) {
    process.python.execute(
      'import sys\nsys.path[:0] = paths\n',
      new Map([['paths', process.python.list(paths)]]),
    );
  }
  if (typeof location !== 'string') {
    const found = typeof location === 'boolean' ? 'bool' : process.python.typeName(location);
    throw new Raise('builtins.TypeError', [`expected str, bytes or os.PathLike object, not ${found}`]);
  }
  const setting = (name: string, fallback: unknown = null) =>
    asPython(process, config.alembicOption(name, fallback));
  return new ScriptDirectory(process, pathText(resourcePath(process, location)), {
    fileTemplate: setting('file_template', DEFAULT_FILE_TEMPLATE),
    ...(truncateSlugLength === undefined ? {} : { truncateSlugLength }),
    versionLocations: config.versionLocations(),
    outputEncoding: setting('output_encoding', 'utf-8'),
    timezone: setting('timezone'),
    hooks: config.hooks(),
    recursive: config.alembicBoolean('recursive_version_locations'),
    sourceless: config.alembicBoolean('sourceless'),
    quiet: config.quiet,
  });
}

/** "package:folder/file" is a place inside an importable package; anything else is a path. */
function resourcePath(process: Process, name: string): string {
  if (name.startsWith('/') || !name.includes(':')) return name;
  const [module, ...rest] = name.split(':');
  if (module === '') throw new Raise('builtins.ValueError', ['Empty module name']);
  const source =
    'import importlib\nmodule = importlib.import_module(name)\n' +
    'if not hasattr(module, "__path__"): raise TypeError(f"{name!r} is not a package")\n' +
    'folder = list(module.__path__)[0]\n';
  const folder = process.python.execute(source, new Map([['name', module]])).get('folder');
  return [String(folder), ...rest].join('/');
}

/** A value of TOML as Python has it. */
function asPython({ python }: Process, value: unknown): unknown {
  if (Array.isArray(value)) return python.list(value);
  return typeof value === 'object' && value !== null ? python.dict(Object.entries(value)) : value;
}

/** `int(value)` @throws ValueError, TypeError */
function integer(process: Process, value: unknown): number {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  return Number(process.python.evaluate('int(given)', new Map([['given', asPython(process, value)]])));
}
