/** What every stream can do, and the streams in memory. */
export const IN_MEMORY = String.raw`
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

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

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
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
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
`;
