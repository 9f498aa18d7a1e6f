/** `importlib`, `importlib.util`, and the parts that are only named. */
import { pythonModule } from '../../../library.ts';
import { natives } from './natives.ts';

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
  // Python's own start has imported it.
  { ...natives, util: (call) => call.importModule('importlib.util') },
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
    if not location.startswith("/"):
        location = os.path.join(os.getcwd(), location)
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
