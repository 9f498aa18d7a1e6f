/** `imp`, importlib's elder. */
import { pythonModule } from '../../../library.ts';

const SOURCE = String.raw`
import importlib as _importlib
import importlib.util as _util
import os as _os
import sys as _sys
import types as _types

PY_SOURCE, PKG_DIRECTORY = 1, 5


def new_module(name):
    return _types.ModuleType(name)


def reload(module):
    return _importlib.reload(module)


def load_source(name, pathname, file=None):
    spec = _util.spec_from_file_location(name, pathname)
    module = _util.module_from_spec(spec)
    _sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def find_module(name, path=None):
    for folder in _sys.path if path is None else path:
        base = _os.path.join(folder, name)
        if _os.path.isfile(_os.path.join(base, "__init__.py")):
            return None, base, ("", "", PKG_DIRECTORY)
        if _os.path.isfile(base + ".py"):
            return open(base + ".py"), base + ".py", (".py", "r", PY_SOURCE)
    spec = _util.find_spec(name) if path is None else None
    if spec is None:
        raise ImportError("No module named %r" % name, name=name)
    return None, spec.origin or name, ("", "", PKG_DIRECTORY)


def load_module(name, file, filename, details):
    path = _os.path.join(filename, "__init__.py") if details[2] == PKG_DIRECTORY else filename
    return load_source(name, path) if _os.path.isfile(path) else _importlib.import_module(name)
`;

export const impModule = pythonModule(
  'imp',
  SOURCE,
  {},
  {
    defines: [
      'PY_SOURCE',
      'PKG_DIRECTORY',
      'new_module',
      'reload',
      'load_source',
      'find_module',
      'load_module',
    ],
  },
);
