/** init and list_templates. Answers to: alembic/command.py. */
import { isThere } from '../../files.ts';
import { Raise } from '../../machine.ts';
import { absolutePath, folderOf, joinPath, relativePath } from '../../stdlib/posix-path.ts';
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
  const absolute = absolutePath(process.cwd, directory);
  const versions = `${absolute}/versions`;
  makeFolders(config, directory, absolute, versions);
  const ini = absolutePath(process.cwd, config.configFileName ?? 'alembic.ini');
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

function makeFolders(config: Config, directory: string, absolute: string, versions: string): void {
  const { process, quiet } = config;
  const { files } = process.machine;
  const make = (path: string) =>
    status(process, `Creating directory ${path}`, () => files.makeDirectory(path), { quiet });
  if (!isThere(process.machine.files, absolutePath(process.cwd, directory))) make(absolute);
  make(versions);
}

/** `%(here)s` and the way from the settings file; an absolute folder stays as it is. */
function scriptLocation(directory: string, absolute: string, settings: string): string {
  if (directory.startsWith('/')) return directory;
  return `%(here)s/${relativePath(absolute, folderOf(settings))}`;
}

function writeIni(config: Config, path: string, template: string, location: string): void {
  if (isThere(config.process.machine.files, path)) {
    say(config.process, `File ${path} already exists, skipping`, { quiet: config.quiet });
    return;
  }
  write(config, path, filled(template, location), config.quiet);
}

function writeToml(config: Config, template: string, directory: string, absolute: string): string {
  const { process, quiet } = config;
  const path = absolutePath(process.cwd, config.tomlFileName ?? 'pyproject.toml');
  const text = filled(template, scriptLocation(directory, absolute, path));
  const before = process.machine.files.read(path);
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
    () => process.machine.files.write(path, `${before}\n\n${text}`),
    { quiet },
  );
  return path;
}

const filled = (template: string, location: string) =>
  template.replaceAll('$' + '{script_location}', location);

function write(config: Config, path: string, text: string, quiet: boolean): void {
  const { process } = config;
  status(process, `Generating ${path}`, () => process.machine.files.write(path, text), { quiet });
}

function addPackage(config: Config, folder: string): void {
  const { process, quiet } = config;
  const path = `${folder}/__init__.py`;
  status(process, `Adding ${path}`, () => process.machine.files.write(path, ''), { quiet });
}
