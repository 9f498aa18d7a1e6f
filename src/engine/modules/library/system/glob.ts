/** `fnmatch` and `glob`. */
import { pythonModule } from '../../library.ts';

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
