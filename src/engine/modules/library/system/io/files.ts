/** The machine's files as streams, and `open`. */
export const FILES = String.raw`

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
`;
