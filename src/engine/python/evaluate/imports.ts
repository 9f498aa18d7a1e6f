/** The import system: learners' files along sys.path, native modules from the table. Answers to: importlib._bootstrap. */
import { findAttribute, getAttribute } from '../values/attributes/attributes.ts';
import { typeName } from '../values/classes/class-of.ts';
import { list } from '../values/containers/containers.ts';
import { toArray } from '../values/containers/iterate.ts';
import { isException, type PyException, raise, typeError } from '../values/exceptions/exceptions.ts';
import { PyModule } from '../values/module.ts';
import type { NativeModule } from '../values/native/native.ts';
import { str } from '../values/text.ts';
import type { Value } from '../values/value.ts';
import type { Runtime } from './frame.ts';

/** What the import system needs from its interpreter. */
export interface ImportHost extends Runtime {
  readonly natives: ModuleTable;
  /** Executes a file's text in a module. */
  executeFile(module: PyModule, path: string, source: string): void;
}

/** The native modules. */
export interface ModuleTable {
  find(name: string): NativeModule | undefined;
  /** True where the table has modules below this one. */
  isPackage(name: string): boolean;
  /** A stand-in for an installed distribution that is not known, if this name belongs to one. */
  unknown(name: string, installed: ReadonlySet<string>): NativeModule | undefined;
  /** Whether the distribution that a module belongs to is among the installed ones, or comes with one of them. */
  installed(native: NativeModule, installed: ReadonlySet<string>): boolean;
  /** The path that a native module claims to come from. */
  file(name: string): string | undefined;
  /** Whether a program has a native module loaded before it runs anything of the learner's: no file can take its place. */
  loadedAtStart(name: string, program: string): boolean;
}

export class Importer {
  readonly #python: ImportHost;
  readonly #initialising = new Set<Value>();
  /** Modules that were found in files and folders: what is below them is there, too. */
  readonly #own = new Set<Value>();

  constructor(python: ImportHost) {
    this.#python = python;
  }

  isInitialising(module: Value): boolean {
    return this.#initialising.has(module);
  }

  /** `import name` or the module part of `from name import …`, `level` dots up from `globals`. */
  import(name: string, level: number, globals: ReadonlyMap<string, Value>): string {
    const absolute = level === 0 ? name : this.absolute(name, level, globals);
    this.load(absolute);
    return absolute;
  }

  private absolute(name: string, level: number, globals: ReadonlyMap<string, Value>): string {
    const parent = packageOf(globals);
    if (!parent) throw importError('attempted relative import with no known parent package');
    const parts = parent.split('.');
    if (level > parts.length) throw importError('attempted relative import beyond top-level package');
    const base = parts.slice(0, parts.length - level + 1).join('.');
    return name ? `${base}.${name}` : base;
  }

  /** Imports every part of a dotted name; the innermost module. @throws ModuleNotFoundError, and what the modules raise */
  load(name: string): Value {
    const present = this.#python.modules.get(name);
    if (present === null) throw notFound(name, `import of ${name} halted; None in sys.modules`);
    if (present !== undefined) return present;
    const dot = name.lastIndexOf('.');
    if (dot < 0) return this.loadPart(name, undefined);
    const parentName = name.slice(0, dot);
    const parent = this.load(parentName);
    const again = this.#python.modules.get(name);
    if (again !== undefined && again !== null) return again;
    if (!isPackage(parent) && !this.#python.natives.find(name))
      throw notFound(name, `No module named '${name}'; '${parentName}' is not a package`);
    const module = this.loadPart(name, parent);
    if (parent instanceof PyModule) parent.globals.set(name.slice(dot + 1), module);
    return module;
  }

  private loadPart(name: string, parent: Value | undefined): Value {
    const { natives, process } = this.#python;
    const { installed } = process.machine;
    const within = parent !== undefined && this.#own.has(parent);
    const native = within ? undefined : natives.find(name);
    const standard = native !== undefined && isStandard(native);
    if (native && ((parent !== undefined && standard) || natives.loadedAtStart(name, process.argv[0] ?? '')))
      return this.loadNative(native);
    const last = name.slice(name.lastIndexOf('.') + 1);
    const folders = parent === undefined ? this.#python.path : toArray(getAttribute(parent, '__path__'));
    const found = this.findFile(last, folders);
    if (found && 'file' in found) return this.loadFile(name, found.file, found.isPackage);
    if (native && (standard || natives.installed(native, installed))) return this.loadNative(native);
    const unknown = native || within ? undefined : natives.unknown(name, installed);
    if (unknown) return this.loadNative(unknown);
    if (found) return this.loadNamespace(name, found.folders);
    throw notFound(name);
  }

  private findFile(
    name: string,
    folders: readonly Value[],
  ): { file: string; isPackage: boolean } | { folders: string[] } | undefined {
    const { files } = this.#python.process.machine;
    const namespaces: string[] = [];
    for (const folder of folders) {
      const base = `${absoluteFolder(str(folder), this.#python.process.cwd)}/${name}`;
      if (files.isFile(`${base}/__init__.py`)) return { file: `${base}/__init__.py`, isPackage: true };
      if (files.isFile(`${base}.py`)) return { file: `${base}.py`, isPackage: false };
      if (files.isDirectory(base)) namespaces.push(base);
    }
    return namespaces.length > 0 ? { folders: namespaces } : undefined;
  }

  private loadFile(name: string, file: string, asPackage: boolean): Value {
    const module = new PyModule(name);
    const folder = file.slice(0, file.lastIndexOf('/'));
    module.globals.set('__doc__', null);
    module.globals.set('__package__', asPackage ? name : name.slice(0, Math.max(0, name.lastIndexOf('.'))));
    module.globals.set('__loader__', null);
    module.globals.set('__spec__', null);
    if (asPackage) module.globals.set('__path__', list([folder]));
    module.globals.set('__file__', file);
    this.execute(module, file);
    return this.#python.modules.get(name) ?? module;
  }

  private execute(module: PyModule, file: string): void {
    const { modules } = this.#python;
    modules.set(module.name, module);
    this.#own.add(module);
    this.#initialising.add(module);
    try {
      this.#python.executeFile(module, file, this.#python.process.machine.files.read(file) ?? '');
    } catch (error) {
      modules.delete(module.name);
      throw error;
    } finally {
      this.#initialising.delete(module);
    }
  }

  private loadNamespace(name: string, folders: string[]): Value {
    const module = new PyModule(name);
    module.globals.set('__path__', list(folders));
    module.globals.set('__package__', name);
    module.globals.set('__file__', null);
    this.#own.add(module);
    this.#python.modules.set(name, module);
    return module;
  }

  private loadNative(native: NativeModule): Value {
    const { natives } = this.#python;
    const module = new PyModule(native.name, new Map(), native.names);
    const isPackage = native.package ?? natives.isPackage(native.name);
    module.globals.set('__doc__', null);
    module.globals.set(
      '__package__',
      isPackage ? native.name : native.name.slice(0, Math.max(0, native.name.lastIndexOf('.'))),
    );
    const file = natives.file(native.name);
    if (file) module.globals.set('__file__', file);
    if (isPackage) module.globals.set('__path__', list(file ? [file.slice(0, file.lastIndexOf('/'))] : []));
    if (native.all) module.globals.set('__all__', list([...native.all]));
    module.more = native.more;
    if (native.getattr) module.missing = (missing) => native.getattr!(this.#python, missing);
    this.#python.modules.set(native.name, module);
    for (const other of this.#python.process.machine.preloaded ?? [])
      if (other.startsWith(`${native.name}.`)) this.load(other);
    return module;
  }

  /** `from module import name` @throws ImportError in CPython's words */
  importFrom(module: Value, name: string): Value {
    const value = findAttribute(module, name);
    if (value !== undefined) return value;
    const moduleName = findAttribute(module, '__name__');
    const submodule = this.submodule(moduleName, module, name);
    if (submodule !== undefined) return submodule;
    throw cannotImport(
      module,
      typeof moduleName === 'string' ? moduleName : '<unknown module name>',
      name,
      this.isInitialising(module),
    );
  }

  /** A submodule that is imported because it is asked for by name. */
  private submodule(parentName: Value | undefined, module: Value, name: string): Value | undefined {
    if (typeof parentName !== 'string' || !isPackage(module)) return undefined;
    const full = `${parentName}.${name}`;
    try {
      return this.load(full);
    } catch (error) {
      if (isException(error, 'ModuleNotFoundError') && error.attrs?.get('name') === full) return undefined;
      throw error;
    }
  }

  /** `from module import *` */
  importStar(module: Value, into: Map<string, Value>): void {
    const all = findAttribute(module, '__all__');
    const names = all === undefined ? publicNames(module) : toArray(all);
    for (const name of names) {
      if (typeof name !== 'string')
        throw typeError(
          `Item in ${str(findAttribute(module, '__name__') ?? '')}.__all__ must be str, not ${typeName(name)}`,
        );
      into.set(name, all === undefined ? getAttribute(module, name) : this.starName(module, name));
    }
  }

  private starName(module: Value, name: string): Value {
    const value =
      findAttribute(module, name) ?? this.submodule(findAttribute(module, '__name__'), module, name);
    return value === undefined ? getAttribute(module, name) : value;
  }
}

const isStandard = (native: NativeModule) => native.distribution === undefined;

const isPackage = (module: Value) => findAttribute(module, '__path__') !== undefined;

function publicNames(module: Value): string[] {
  return module instanceof PyModule ? module.names().filter((name) => !name.startsWith('_')) : [];
}

/** The package that relative imports of a module start from. */
function packageOf(globals: ReadonlyMap<string, Value>): string | undefined {
  const given = globals.get('__package__');
  if (typeof given === 'string') return given;
  const name = globals.get('__name__');
  if (typeof name !== 'string') return undefined;
  return globals.has('__path__') ? name : name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

/** An entry of sys.path as an absolute folder without a slash at its end. */
export function absoluteFolder(folder: string, cwd: string): string {
  const path = folder.startsWith('/') ? folder : `${cwd}/${folder}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? '' : `/${parts.join('/')}`;
}

function notFound(name: string, message = `No module named '${name}'`): PyException {
  return named(raise('ModuleNotFoundError', message), name, null);
}

const importError = (message: string) => raise('ImportError', message);

function named(error: PyException, name: Value, path: Value): PyException {
  error.attrs = new Map([
    ['name', name],
    ['path', path],
    ['msg', error.args[0] ?? null],
  ]);
  return error;
}

function cannotImport(module: Value, moduleName: string, name: string, initialising: boolean): PyException {
  const file = findAttribute(module, '__file__');
  const place = typeof file === 'string' ? file : 'unknown location';
  const message = initialising
    ? `cannot import name '${name}' from partially initialized module '${moduleName}' (most likely due to a circular import) (${place})`
    : `cannot import name '${name}' from '${moduleName}' (${place})`;
  const error = named(raise('ImportError', message), moduleName, typeof file === 'string' ? file : null);
  error.attrs!.set('name_from', name);
  return error;
}
