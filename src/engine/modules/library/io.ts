/** `io`: text and bytes in memory, and the machine's files. */
import { pythonModule } from '../library.ts';
import { FILE_NATIVES } from './files.ts';

export const ioModule = pythonModule(
  'io',
  String.raw`
import os as _os

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *details):
        self.close()

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        self.closed = True

    def flush(self):
        self._check_open()

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = "utf-8"
    errors = None


class _Buffer:
    """What text and bytes in memory have in common: all of it, and a place in it."""

    def tell(self):
        self._check_open()
        return self._pos

    def seek(self, offset, whence=0):
        self._check_open()
        if whence == 0:
            if offset < 0:
                raise ValueError("Negative seek position %r" % (offset,))
            self._pos = offset
        elif whence == 1:
            self._pos += offset
        else:
            self._pos = len(self._data) + offset
        return self._pos

    def read(self, size=-1, /):
        self._check_read()
        if size is None or size < 0:
            size = len(self._data)
        found = self._data[self._pos : self._pos + size]
        self._pos += len(found)
        return found

    def readline(self, size=-1, /):
        self._check_read()
        end = self._data.find(self._newline, self._pos)
        end = len(self._data) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        found = self._data[self._pos : end]
        self._pos = end
        return found

    def truncate(self, size=None):
        self._check_open()
        size = self._pos if size is None else size
        self._data = self._data[:size]
        return size

    def _put(self, value):
        if self._pos == len(self._data):
            self._data += value
        else:
            if self._pos > len(self._data):
                self._data += self._padding * (self._pos - len(self._data))
            self._data = self._data[: self._pos] + value + self._data[self._pos + len(value) :]
        self._pos += len(value)
        return len(value)

    def _check_read(self):
        self._check_open()


class StringIO(_Buffer, TextIOBase):
    _newline = "\n"
    _padding = "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not %s" % type(initial_value).__name__)
        self._data = initial_value or ""
        self._pos = 0

    def getvalue(self):
        self._check_open()
        return self._data

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got %r" % type(s).__name__)
        return self._put(s)


class BytesIO(_Buffer, BufferedIOBase):
    _newline = b"\n"
    _padding = b"\0"

    def __init__(self, initial_bytes=b""):
        self._data = bytes(initial_bytes)
        self._pos = 0

    def getvalue(self):
        self._check_open()
        return self._data

    def getbuffer(self):
        return memoryview(self._data)

    def write(self, b, /):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(b))


class _File(_Buffer):
    def _open(self, name, mode, data):
        self.name = name
        self.mode = mode
        self._data = data
        self._pos = len(data) if "a" in mode else 0
        self._changed = "w" in mode or "x" in mode or ("a" in mode and not _is_file(name))

    def readable(self):
        return "r" in self.mode or "+" in self.mode

    def writable(self):
        return "r" not in self.mode or "+" in self.mode

    def _check_read(self):
        self._check_open()
        if not self.readable():
            raise UnsupportedOperation("not readable")

    def _check_write(self):
        self._check_open()
        if not self.writable():
            raise UnsupportedOperation("not writable")

    def flush(self):
        if self._changed:
            _write(self.name, self._text())
            self._changed = False

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def __del__(self):
        pass


class TextIOWrapper(_File, TextIOBase):
    _newline = "\n"
    _padding = "\0"

    def __init__(self, name, mode, data, encoding):
        self._open(name, mode, data)
        self.encoding = encoding

    def _text(self):
        return self._data

    def write(self, s, /):
        self._check_write()
        if not isinstance(s, str):
            raise TypeError("write() argument must be str, not %s" % type(s).__name__)
        self._changed = True
        count = self._put(s)
        self.flush()
        return count

    def __repr__(self):
        return "<_io.TextIOWrapper name=%r mode=%r encoding=%r>" % (self.name, self.mode, self.encoding)


class BufferedReader(_File, BufferedIOBase):
    _newline = b"\n"
    _padding = b"\0"

    def __init__(self, name, mode, data):
        self._open(name, mode, data)

    def _text(self):
        return self._data.decode("utf-8")

    def write(self, b, /):
        self._check_write()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._changed = True
        count = self._put(bytes(b))
        self.flush()
        return count

    def __repr__(self):
        return "<_io.BufferedReader name=%r>" % (self.name,)


BufferedWriter = BufferedReader
FileIO = BufferedReader


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, (str, int)):
        file = _os.fspath(file)
    if not isinstance(mode, str):
        kind = "None" if mode is None else type(mode).__name__
        raise TypeError("open() argument 'mode' must be str, not %s" % kind)
    if isinstance(file, bytes):
        file = file.decode()
    if isinstance(file, int):
        raise UnsupportedOperation("files by number are not simulated")
    kinds = [letter for letter in "rwax" if letter in mode]
    if set(mode) - set("rwaxbt+") or len(mode) != len(set(mode)):
        raise ValueError("invalid mode: %r" % mode)
    if len(kinds) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if "b" in mode and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if "\0" in file:
        raise ValueError("embedded null byte")
    if not file:
        raise FileNotFoundError(2, "No such file or directory", file)
    if encoding is not None and "b" not in mode:
        "".encode(encoding)
    if _is_dir(file):
        raise IsADirectoryError(21, "Is a directory", file)
    parent = _os.path.dirname(file)
    text = _read(file)
    if text is None and ("r" in mode or (parent and not _is_dir(parent))):
        raise FileNotFoundError(2, "No such file or directory", file)
    if text is not None and "x" in mode:
        raise FileExistsError(17, "File exists", file)
    if text is None or "w" in mode:
        text = ""
    if "b" in mode:
        made = BufferedReader(file, mode, text.encode("utf-8"))
    else:
        made = TextIOWrapper(file, mode, text, encoding or "UTF-8")
    made.flush()
    return made


open_code = open


def text_encoding(encoding, stacklevel=2):
    return encoding or "locale"
`,
  FILE_NATIVES,
);
