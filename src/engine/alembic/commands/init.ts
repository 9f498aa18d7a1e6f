/** init and list_templates. Answers to: alembic/command.py. */
import { isThere } from '../../files.ts';
import { Raise } from '../../machine.ts';
import { absolutePath, folderOf, joinPath, pathAbsolute, pathText } from '../../stdlib/posix-path.ts';
import { parseToml } from '../../stdlib/toml.ts';
import type { Config } from '../config/config.ts';
import { say, status } from '../config/messaging.ts';
import { commandError } from '../script/errors.ts';
import { type ProjectTemplate, TEMPLATES } from '../templates/templates.ts';

const TEMPLATE_FOLDER = '/home/learner/.venv/lib/python3.11/site-packages/alembic/templates';

/** `alembic list_templates` */
export function listTemplates(config: Config): void {
  config.print('Available templates:\n');
  for (const [name, { summary }] of Object.entries(TEMPLATES)) config.print(`${name} - ${summary}`);
  config.print("\nTemplates are used via the 'init' command, e.g.:");
  config.print('\n  alembic init --template generic ./scripts');
}

/** Options of `alembic init`. */
export interface InitOptions {
  readonly template: string;
  readonly package: boolean;
}

/** @throws CommandError where the folder holds something, or there is no such template */
export function init(config: Config, directory: string, options: InitOptions): void {
  const template = checked(config, directory, options.template);
  const { process } = config;
  const absolute = pathAbsolute(process.cwd, directory);
  const versions = `${absolute}/versions`;
  makeFolders(config, directory);
  const ini = pathAbsolute(process.cwd, config.configFileName ?? 'alembic.ini');
  write(config, `${absolute}/README`, `${template.summary}\n`, false);
  writeIni(config, ini, template.ini, scriptLocation(directory, absolute, ini));
  write(config, `${absolute}/env.py`, template.env, false);
  const toml =
    template.pyproject === undefined ? undefined : writeToml(config, template.pyproject, directory, absolute);
  write(config, `${absolute}/script.py.mako`, template.script, false);
  if (options.package) for (const folder of [absolute, versions]) addPackage(config, folder);
  const settings = `configuration/connection/logging settings in ${ini} before proceeding.`;
  const message = toml
    ? `Please edit configuration settings in ${toml} and ${settings}`
    : `Please edit ${settings}`;
  say(process, message, { quiet: config.quiet });
}

function checked(config: Config, directory: string, name: string): ProjectTemplate {
  const { files } = config.process.machine;
  const path = absolutePath(config.process.cwd, directory);
  if (files.isFile(path)) {
    throw new Raise('builtins.NotADirectoryError', [20, 'Not a directory', directory]);
  }
  if ((files.list(path) ?? []).length > 0)
    throw commandError(`Directory ${directory} already exists and is not empty`);
  const template = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined;
  if (!template) throw commandError(`No such template ${joinPath(TEMPLATE_FOLDER, name)}`);
  return template;
}

/** @throws NotADirectoryError where one is to stand below a file */
function makeFolders(config: Config, directory: string): void {
  const { process, quiet } = config;
  const { files } = process.machine;
  for (const path of [directory, joinPath(directory, 'versions')]) {
    const absolute = absolutePath(process.cwd, path);
    if (path === directory && isThere(files, absolute)) continue;
    const blocked = belowFile(config, path);
    const make = () => {
      if (blocked === undefined) return files.makeDirectory(absolute);
      throw new Raise('builtins.NotADirectoryError', [20, 'Not a directory', blocked]);
    };
    status(process, `Creating directory ${pathAbsolute(process.cwd, path)}`, make, { quiet });
  }
}

/** The first part of a path that stands below a file, as it is written; undefined where none does. */
function belowFile({ process }: Config, directory: string): string | undefined {
  const parts = pathText(directory).split('/');
  const paths = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  const at = paths.findIndex((path) => process.machine.files.isFile(absolutePath(process.cwd, path)));
  return at < 0 ? undefined : paths[at + 1];
}

/** `%(here)s` and the way from the settings file; an absolute folder stays as it is. */
function scriptLocation(directory: string, absolute: string, settings: string): string {
  if (directory.startsWith('/')) return pathText(directory);
  return ['%(here)s', ...wayFrom(absolute, folderOf(settings))].join('/');
}

/** The names that lead to a path from a folder, or else from the nearest one above it: before Python 3.12 no step up is written. */
function wayFrom(path: string, folder: string): string[] {
  const parts = path.split('/');
  const start = folder.split('/');
  const common = start.findIndex((part, at) => part !== parts[at]);
  return parts.slice(common < 0 ? start.length : common);
}

function writeIni(config: Config, path: string, template: string, location: string): void {
  if (isThere(config.process.machine.files, absolutePath('/', path))) {
    say(config.process, `File ${path} already exists, skipping`, { quiet: config.quiet });
    return;
  }
  write(config, path, filled(template, location), config.quiet);
}

function writeToml(config: Config, template: string, directory: string, absolute: string): string {
  const { process, quiet } = config;
  const path = pathAbsolute(process.cwd, config.tomlFileName ?? 'pyproject.toml');
  const text = filled(template, scriptLocation(directory, absolute, path));
  const place = absolutePath('/', path);
  const before = process.machine.files.read(place);
  if (before === undefined) {
    write(config, path, text, quiet);
    return path;
  }
  const tool = parseToml(before).tool as Readonly<Record<string, unknown>> | undefined;
  if (tool?.alembic !== undefined) {
    say(process, `File ${path} already exists and already has a [tool.alembic] section, skipping`);
    return path;
  }
  status(
    process,
    `Appending to existing ${path}`,
    () => process.machine.files.write(place, `${before}\n\n${text}`),
    { quiet },
  );
  return path;
}

const filled = (template: string, location: string) =>
  template.replaceAll('$' + '{script_location}', location);

function write(config: Config, path: string, text: string, quiet: boolean): void {
  const { process } = config;
  const { files } = process.machine;
  const place = absolutePath('/', path);
  const work = () => {
    if (files.isDirectory(folderOf(place))) return files.write(place, text);
    throw new Raise('builtins.FileNotFoundError', [2, 'No such file or directory', path]);
  };
  status(process, `Generating ${path}`, work, { quiet });
}

function addPackage(config: Config, folder: string): void {
  const { process, quiet } = config;
  const path = `${folder}/__init__.py`;
  const work = () => process.machine.files.write(absolutePath('/', path), '');
  status(process, `Adding ${path}`, work, { quiet });
}
