/** Paths on the machine. */
export const PATH = String.raw`

class Path(PurePath):
    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls(_os.path.expanduser("~"))

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self)

    def exists(self):
        return _os.path.exists(str(self))

    def is_file(self):
        return _os.path.isfile(str(self))

    def is_dir(self):
        return _os.path.isdir(str(self))

    def is_symlink(self):
        return False

    def absolute(self):
        return self if self.is_absolute() else self.__class__(_os.getcwd(), self)

    def resolve(self, strict=False):
        path = self.__class__(_os.path.normpath(_os.path.join(_os.getcwd(), str(self))))
        if strict and not path.exists():
            raise FileNotFoundError(2, "No such file or directory", str(path))
        return path

    def expanduser(self):
        return self.__class__(_os.path.expanduser(str(self)))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return _io.open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding) as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open("w", encoding=encoding) as file:
            return file.write(data)

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def iterdir(self):
        for name in _os.listdir(str(self)):
            yield self / name

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if self.exists():
            if not (exist_ok and self.is_dir()):
                raise FileExistsError(17, "File exists", str(self))
            return
        if parents:
            _os.makedirs(str(self), exist_ok=True)
        else:
            _os.mkdir(str(self))

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
        else:
            self.write_text("")

    def unlink(self, missing_ok=False):
        try:
            _os.remove(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        _os.rmdir(str(self))

    def rename(self, target):
        _os.rename(str(self), _os.fspath(target))
        return self.__class__(target)

    replace = rename

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: %r" % (pattern,))
        yield from self._select([part for part in pattern.split("/") if part])

    def rglob(self, pattern):
        yield from self._select(["**"] + [part for part in pattern.split("/") if part])

    def _select(self, parts):
        if not parts:
            yield self
            return
        if not self.is_dir():
            return
        first, rest = parts[0], parts[1:]
        if first == "**":
            seen = set()
            for folder in self._folders():
                for found in folder._select(rest) if rest else [folder]:
                    if str(found) not in seen:
                        seen.add(str(found))
                        yield found
            return
        if not any(sign in first for sign in "*?["):
            path = self / first
            if path.exists():
                yield from path._select(rest)
            return
        for path in self.iterdir():
            if _fnmatch.fnmatchcase(path.name, first):
                yield from path._select(rest)

    def _folders(self):
        yield self
        for path in self.iterdir():
            if path.is_dir():
                yield from path._folders()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass


class PosixPath(Path, PurePosixPath):
    pass


PureWindowsPath = PurePath
`;
