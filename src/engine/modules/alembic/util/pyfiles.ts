/** alembic.util.pyfiles: files that extensions and env.py files load. Answers to: the module of that name. */
import { pythonModule } from '../../library.ts';

/** What loads files. */
const SOURCE = String.raw`
import importlib
import importlib.util
import os
import re
from pathlib import Path


def coerce_resource_to_filename(fname_or_resource):
    package, colon, rest = fname_or_resource.partition(":")
    if os.path.isabs(fname_or_resource) or not colon:
        return Path(fname_or_resource)
    module = importlib.import_module(package)
    if not hasattr(module, "__path__"):
        raise TypeError(f"{package!r} is not a package")
    return Path(list(module.__path__)[0]).joinpath(*rest.split(":"))


def load_module_py(module_id, path):
    spec = importlib.util.spec_from_file_location(module_id, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_python_file(dir_, filename):
    path = Path(dir_) / Path(filename).name
    if path.suffix not in (".py", ".pyc", ".pyo"):
        raise AssertionError()
    if not path.exists():
        raise ImportError("Can't find Python file %s" % path)
    return load_module_py(re.sub(r"\W", "_", path.name), path)
`;

export const pyfilesModule = pythonModule(
  'alembic.util.pyfiles',
  () => SOURCE,
  {},
  { distribution: 'alembic' },
);
