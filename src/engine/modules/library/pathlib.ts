/** `pathlib`, over `os`. */
import { pythonModule } from '../library.ts';

export const pathlibModule = pythonModule(
  'pathlib',
  String.raw`
import fnmatch as _fnmatch
import io as _io
import os as _os


class PurePath:
    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        parts = []
        root = ""
        for arg in args:
            text = _os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, not %r" % type(text).__name__)
            if text.startswith("/"):
                parts = []
                root = "//" if text.startswith("//") and not text.startswith("///") else "/"
            parts.extend(part for part in text.split("/") if part and part != ".")
        self._root = root
        self._names = parts

    @classmethod
    def _made(cls, root, names):
        made = cls.__new__(cls)
        made._root = root
        made._names = list(names)
        return made

    def __fspath__(self):
        return str(self)

    def __str__(self):
        return (self._root + "/".join(self._names)) or "."

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + str(self)

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, str(self))

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts < other.parts

    def __le__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts <= other.parts

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.__class__(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *args):
        return self.__class__(self, *args)

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._names)

    @property
    def root(self):
        return self._root

    @property
    def drive(self):
        return ""

    @property
    def anchor(self):
        return self._root

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self):
        return self._made(self._root, self._names[:-1])

    @property
    def parents(self):
        return tuple(self._made(self._root, self._names[:end]) for end in range(len(self._names) - 1, -1, -1))

    def is_absolute(self):
        return bool(self._root)

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def relative_to(self, *other):
        base = self.__class__(*other)
        size = len(base._names)
        if base._root != self._root or self._names[:size] != base._names:
            raise ValueError(
                "%r is not in the subpath of %r OR one path is relative and the other is absolute." % (str(self), str(base))
            )
        return self._made("", self._names[size:])

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % (name,))
        return self._made(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or (suffix and not suffix.startswith(".")) or suffix == ".":
            raise ValueError("Invalid suffix %r" % (suffix,))
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        return self.with_name(self.stem + suffix)

    def match(self, pattern):
        wanted = [part for part in pattern.split("/") if part]
        if len(wanted) > len(self._names) or (pattern.startswith("/") and len(wanted) != len(self._names)):
            return False
        return all(_fnmatch.fnmatchcase(name, part) for name, part in zip(reversed(self._names), reversed(wanted)))


class PurePosixPath(PurePath):
    pass


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
`,
);

export const fnmatchModule = pythonModule(
  'fnmatch',
  String.raw`
import re as _re


def translate(pat):
    out, i = "", 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            out += ".*"
        elif c == "?":
            out += "."
        elif c == "[":
            end = pat.find("]", i + 1 if pat[i : i + 1] in ("!", "]") else i)
            if end < 0:
                out += "\\["
            else:
                inside = pat[i:end].replace("\\", "\\\\")
                i = end + 1
                out += "[%s]" % ("^" + inside[1:] if inside[0] == "!" else inside)
        else:
            out += _re.escape(c)
    return "(?s:%s)\\Z" % out


def fnmatchcase(name, pat):
    return _re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
`,
);

export const globModule = pythonModule(
  'glob',
  String.raw`
import os as _os


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    import pathlib

    if pathname.startswith("/"):
        base, pattern = pathlib.Path("/"), pathname[1:]
    else:
        base, pattern = pathlib.Path(root_dir or "."), pathname
    for found in sorted(str(path) for path in base.glob(pattern)):
        name = _os.path.basename(found)
        if not name.startswith(".") or include_hidden:
            yield found


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def escape(pathname):
    return "".join("[%s]" % c if c in "*?[" else c for c in pathname)
`,
);
