/** `tempfile`. */
import { pythonModule } from '../../library.ts';

export const tempfileModule = pythonModule(
  'tempfile',
  String.raw`
import io as _io
import os as _os
import random as _random
import shutil as _shutil

tempdir = "/tmp"


def gettempdir():
    return tempdir


def _name(suffix, prefix, dir):
    letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
    return _os.path.join(dir or tempdir, (prefix or "tmp") + "".join(_random.choice(letters) for _ in range(8)) + (suffix or ""))


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _name(suffix, prefix, dir)
    _os.makedirs(path)
    return path


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *details):
        self.cleanup()

    def cleanup(self):
        _shutil.rmtree(self.name, ignore_errors=True)


class NamedTemporaryFile:
    def __init__(self, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True):
        self.name = _name(suffix, prefix, dir)
        _os.makedirs(_os.path.dirname(self.name), exist_ok=True)
        self._file = _io.open(self.name, mode, encoding=encoding)
        self._delete = delete

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        self._file.close()
        if self._delete and _os.path.exists(self.name):
            _os.remove(self.name)


def TemporaryFile(mode="w+b", **kwargs):
    return _io.BytesIO() if "b" in mode else _io.StringIO()


SpooledTemporaryFile = TemporaryFile
`,
);
