/** `pkgutil`. */
import { pythonModule } from '../../library.ts';
import { natives } from './importlib/natives.ts';

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
