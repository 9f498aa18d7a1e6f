/** `importlib` and its parts, `pkgutil`. */
import { raise } from '../../python/values/exceptions.ts';
import { type NativeModule, nativeFunction } from '../../python/values/native.ts';
import type { Value } from '../../python/values/value.ts';
import { pythonModule } from '../library.ts';
import { FILE_NATIVES } from './files.ts';

const importByName = nativeFunction('_import', 'name', (call, name: string) => call.importModule(name));

const forget = nativeFunction('_forget', 'name', (call, name: string) => {
  call.modules.delete(name);
  return null;
});

const loaded = nativeFunction('_loaded', 'name', (call, name: string) => call.modules.get(name) ?? null);

const register = nativeFunction('_register', 'name, module', (call, name: string, module: Value) => {
  call.modules.set(name, module);
  return null;
});

const executeFile = nativeFunction('_execute', 'path, name', (call, path: string, name: string) => {
  const module = call.process.python.runFile(path, name) as Value;
  return module;
});

const VERSIONS: Readonly<Record<string, string>> = {
  alembic: '1.19.1',
  sqlalchemy: '2.0.52',
  sqlacodegen: '3.0.0',
  psycopg2: '2.9.10',
  mako: '1.3.10',
  markupsafe: '3.0.2',
};

const version = nativeFunction('_version', 'name', (call, name: string) => {
  const plainName = name.toLowerCase().replaceAll('_', '-');
  const { installed } = call.process.machine;
  if (!installed.has(plainName) && !installed.has(plainName.replaceAll('-', '_'))) return null;
  return VERSIONS[plainName] ?? '1.0.0';
});

const absoluteName = nativeFunction('_absolute', 'name, package', (_call, name: string, parent: Value) => {
  const level = /^\.*/.exec(name)![0].length;
  if (level === 0) return name;
  if (typeof parent !== 'string') {
    throw raise(
      'TypeError',
      `the 'package' argument is required to perform a relative import for ${JSON.stringify(name).replaceAll('"', "'")}`,
    );
  }
  const parts = parent.split('.');
  if (level > parts.length) throw raise('ImportError', 'attempted relative import beyond top-level package');
  const base = parts.slice(0, parts.length - level + 1).join('.');
  const rest = name.slice(level);
  return rest === '' ? base : `${base}.${rest}`;
});

const natives: NativeModule['names'] = {
  ...FILE_NATIVES,
  _import: () => importByName,
  _forget: () => forget,
  _loaded: () => loaded,
  _register: () => register,
  _execute: () => executeFile,
  _absolute: () => absoluteName,
  _version: () => version,
};

export const importlibModule = pythonModule(
  'importlib',
  String.raw`
def import_module(name, package=None):
    return _import(_absolute(name, package))


def reload(module):
    name = module.__name__
    if _loaded(name) is not module:
        raise ImportError("module %s not in sys.modules" % name)
    _forget(name)
    try:
        fresh = _import(name)
    except BaseException:
        _register(name, module)
        raise
    module.__dict__.update(fresh.__dict__)
    _register(name, module)
    return module


def invalidate_caches():
    pass


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    return _import(name)
`,
  natives,
);

export const importlibUtilModule = pythonModule(
  'importlib.util',
  String.raw`
import types as _types


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.submodule_search_locations = [] if is_package else None
        self.has_location = origin is not None

    @property
    def parent(self):
        return self.name if self.submodule_search_locations is not None else self.name.rpartition(".")[0]

    def __repr__(self):
        shown = ["name=%r" % self.name, "loader=%r" % (self.loader,)]
        if self.origin is not None:
            shown.append("origin=%r" % self.origin)
        if self.submodule_search_locations is not None:
            shown.append("submodule_search_locations=%r" % self.submodule_search_locations)
        return "ModuleSpec(%s)" % ", ".join(shown)

    def __eq__(self, other):
        return isinstance(other, ModuleSpec) and vars(self) == vars(other)


ModuleSpec.__module__ = "_frozen_importlib"


class _Loader:
    def __init__(self, name, path):
        self.name = name
        self.path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        if self.path is None:
            found = _import(self.name)
        else:
            if not _is_file(self.path):
                raise FileNotFoundError(2, "No such file or directory", self.path)
            found = _execute(self.path, module.__name__)
        module.__dict__.update(found.__dict__)

    def get_filename(self, name=None):
        return self.path


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    import os

    location = os.fspath(location)
    if not location.endswith(".py"):
        return None
    return ModuleSpec(name, loader or _Loader(name, location), origin=location)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def module_from_spec(spec):
    module = _types.ModuleType(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    if spec.origin is not None:
        module.__file__ = spec.origin
    return module


def find_spec(name, package=None):
    name = _absolute(name, package)
    module = _loaded(name)
    if module is None:
        try:
            module = _import(name)
        except ModuleNotFoundError as error:
            if error.name == name or "." not in name:
                return None
            raise
    path = getattr(module, "__file__", None)
    spec = ModuleSpec(name, _Loader(name, path), origin=path, is_package=hasattr(module, "__path__"))
    if hasattr(module, "__path__"):
        spec.submodule_search_locations = list(module.__path__)
    return spec


def resolve_name(name, package):
    return _absolute(name, package)
`,
  natives,
);

export const importlibMetadataModule = pythonModule(
  'importlib.metadata',
  String.raw`
class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return "No package metadata was found for %s" % self.args[0]


def version(distribution_name):
    found = _version(distribution_name)
    if found is None:
        raise PackageNotFoundError(distribution_name)
    return found


class Distribution:
    def __init__(self, name, version):
        self.name = name
        self.version = version
        self.metadata = {"Name": name, "Version": version}
        self.entry_points = ()


def distribution(distribution_name):
    return Distribution(distribution_name, version(distribution_name))


def metadata(distribution_name):
    return distribution(distribution_name).metadata


class EntryPoint:
    def __init__(self, name, value, group):
        self.name = name
        self.value = value
        self.group = group


class EntryPoints(tuple):
    __slots__ = ()

    @property
    def names(self):
        return {point.name for point in self}

    @property
    def groups(self):
        return {point.group for point in self}

    def select(self, **params):
        return EntryPoints()


class SelectableGroups(dict):
    def select(self, **params):
        return EntryPoints()

    def get(self, name, default=None):
        return EntryPoints() if default is None else default


def entry_points(**params):
    return EntryPoints() if params else SelectableGroups()


def distributions(**kwargs):
    return []


def requires(distribution_name):
    return None
`,
  natives,
);

export const importlibOtherModules = [
  pythonModule('importlib.abc', 'class Loader:\n    pass\n\n\nclass MetaPathFinder:\n    pass\n'),
  pythonModule(
    'importlib.machinery',
    'from importlib.util import ModuleSpec, _Loader\n\nSourceFileLoader = _Loader\nSOURCE_SUFFIXES = [".py"]\nBYTECODE_SUFFIXES = [".pyc"]\n',
    {},
    { defines: ['ModuleSpec', 'SourceFileLoader', 'SOURCE_SUFFIXES', 'BYTECODE_SUFFIXES'] },
  ),
  pythonModule(
    'importlib.resources',
    String.raw`
import pathlib as _pathlib
import sys as _sys
from contextlib import contextmanager as _contextmanager
from importlib import import_module as _import_module


def files(package):
    module = _import_module(package) if isinstance(package, str) else package
    return _pathlib.Path(list(module.__path__)[0])


@_contextmanager
def as_file(path):
    yield path


def path(package, resource):
    return as_file(files(package) / resource)


def contents(package):
    return [entry.name for entry in files(package).iterdir()]


def is_resource(package, name):
    return (files(package) / name).is_file()


def open_text(package, resource, encoding="utf-8", errors="strict"):
    return open(files(package) / resource, encoding=encoding)


def open_binary(package, resource):
    return open(files(package) / resource, "rb")


def read_text(package, resource, encoding="utf-8", errors="strict"):
    return (files(package) / resource).read_text()


def read_binary(package, resource):
    return (files(package) / resource).read_bytes()
`,
  ),
];

export const pkgutilModule = pythonModule(
  'pkgutil',
  String.raw`
import os as _os
import sys as _sys
from collections import namedtuple as _namedtuple

ModuleInfo = _namedtuple("ModuleInfo", "module_finder name ispkg", module="pkgutil")


class _Finder:
    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return "FileFinder(%r)" % self.path

    def find_spec(self, name):
        from importlib.util import spec_from_file_location

        return spec_from_file_location(name, _os.path.join(self.path, name.rpartition(".")[-1] + ".py"))


def iter_modules(path=None, prefix=""):
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for folder in _sys.path if path is None else path:
        folder = _os.fspath(folder)
        if not _is_dir(folder or "."):
            continue
        for name in sorted(_os.listdir(folder or ".")):
            full = _os.path.join(folder, name)
            package = _is_file(_os.path.join(full, "__init__.py"))
            if not package:
                if not name.endswith(".py") or name == "__init__.py":
                    continue
                name = name[:-3]
            if "." in name or name == "__pycache__" or name in seen:
                continue
            seen.add(name)
            yield ModuleInfo(_Finder(folder), prefix + name, package)


def walk_packages(path=None, prefix="", onerror=None):
    for info in iter_modules(path, prefix):
        yield info
        if info.ispkg:
            try:
                _import(info.name)
            except ImportError:
                if onerror is not None:
                    onerror(info.name)
            except Exception:
                if onerror is not None:
                    onerror(info.name)
                else:
                    raise
            else:
                yield from walk_packages(list(getattr(_loaded(info.name), "__path__", [])), info.name + ".", onerror)


def extend_path(path, name):
    return path


def get_data(package, resource):
    module = _import(package)
    path = _os.path.join(_os.path.dirname(module.__file__), resource)
    with open(path, "rb") as file:
        return file.read()


def resolve_name(name):
    module, _, attribute = name.partition(":")
    found = _import(module)
    for part in attribute.split(".") if attribute else ():
        found = getattr(found, part)
    return found
`,
  natives,
);

export const IMPORT_MODULES = [
  importlibModule,
  importlibUtilModule,
  importlibMetadataModule,
  ...importlibOtherModules,
  pkgutilModule,
];
