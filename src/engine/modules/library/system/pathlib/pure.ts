/** Paths as text. */
export const PURE = String.raw`
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
`;
