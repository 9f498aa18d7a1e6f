/** `shutil`. */
import { pythonModule } from '../../library.ts';

export const shutilModule = pythonModule(
  'shutil',
  String.raw`
import os as _os
from collections import namedtuple as _namedtuple


class Error(OSError):
    pass


class SameFileError(Error):
    pass


terminal_size = _namedtuple("terminal_size", "columns lines", module="os")


def get_terminal_size(fallback=(80, 24)):
    return terminal_size(int(_os.environ.get("COLUMNS", 80)), 24)


def copyfile(src, dst, *, follow_symlinks=True):
    with open(src) as file:
        text = file.read()
    with open(dst, "w") as file:
        file.write(text)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    _os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in _os.listdir(src):
        source, target = _os.path.join(src, name), _os.path.join(dst, name)
        if _os.path.isdir(source):
            copytree(source, target, dirs_exist_ok=dirs_exist_ok)
        else:
            copy_function(source, target)
    return dst


def rmtree(path, ignore_errors=False, onerror=None):
    if not _os.path.isdir(path):
        if ignore_errors:
            return
        raise FileNotFoundError(2, "No such file or directory", _os.fspath(path))
    for name in _os.listdir(path):
        full = _os.path.join(path, name)
        if _os.path.isdir(full):
            rmtree(full)
        else:
            _os.remove(full)
    _os.rmdir(path)


def move(src, dst, copy_function=copy2):
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(_os.fspath(src).rstrip("/")))
    if _os.path.isdir(src):
        copytree(src, dst)
        rmtree(src)
    else:
        copyfile(src, dst)
        _os.remove(src)
    return dst


def which(cmd, mode=1, path=None):
    return "/usr/local/bin/" + cmd if cmd in ("python", "python3", "alembic", "sqlacodegen", "psql") else None
`,
);
