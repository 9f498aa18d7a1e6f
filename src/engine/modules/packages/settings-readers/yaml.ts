/** `yaml`: documents of settings are read: mappings, sequences, scalars, block text and anchors-free flow style. Answers to: PyYAML 6 (YAML 1.1). */
export const YAML = String.raw`
import datetime as _datetime
import json as _json
import re as _re


class YAMLError(Exception):
    pass


class Loader:
    pass


class SafeLoader(Loader):
    pass


class FullLoader(Loader):
    pass


class Dumper:
    pass


class SafeDumper(Dumper):
    pass


_INT = _re.compile(r"[-+]?(0|[1-9][0-9_]*)$")
_FLOAT = _re.compile(r"[-+]?([0-9][0-9_]*)?\.[0-9_]*([eE][-+][0-9]+)?$|[-+]?[0-9][0-9_]*[eE][-+][0-9]+$")
_DATE = _re.compile(r"\d{4}-\d\d-\d\d$")
_KEY = _re.compile(r"""((?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#\[\]{},&*!|>%@-][^#]*?|-[^\s][^#]*?))\s*:(?:\s+|$)""")
_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "TRUE": True, "yes": True, "Yes": True,
    "YES": True, "on": True, "On": True, "ON": True, "false": False, "False": False, "FALSE": False, "no": False, "No": False,
    "NO": False, "off": False, "Off": False, "OFF": False,
}


def _scalar(text):
    text = text.strip()
    if text in _WORDS:
        return _WORDS[text]
    if text[0] == '"':
        return _json.loads(text)
    if text[0] == "'":
        return text[1:-1].replace("''", "'")
    if text[0] in "[{":
        value, rest = _flow(text)
        if rest.strip():
            raise YAMLError("unexpected text after a flow collection: %r" % rest)
        return value
    if text[0] in "&*!%@":
        raise NotImplementedError("anchors, aliases and tags of YAML are not simulated")
    if _INT.match(text):
        return int(text.replace("_", ""))
    if _re.match(r"[-+]?0[0-7_]+$", text):
        return int(text.replace("_", ""), 8)
    if _re.match(r"0x[0-9a-fA-F_]+$", text):
        return int(text.replace("_", ""), 16)
    if _re.match(r"[1-9][0-9_]*(:[0-5]?[0-9])+$", text):
        seconds = 0
        for part in text.replace("_", "").split(":"):
            seconds = seconds * 60 + int(part)
        return seconds
    if _FLOAT.match(text) and any(one.isdigit() for one in text):
        return float(text.replace("_", ""))
    return _datetime.date.fromisoformat(text) if _DATE.match(text) else text


def _flow(text):
    closing = {"[": "]", "{": "}"}[text[0]]
    found, text = ([] if closing == "]" else {}), text[1:].lstrip()
    while not text.startswith(closing):
        if not text:
            raise YAMLError("a flow collection has no end")
        if closing == "}":
            match = _re.match(r"""("[^"]*"|'[^']*'|[^:,}]+)\s*:?\s*""", text)
            key, text = _scalar(match[1]), text[match.end():]
        if text[:1] in ("[", "{"):
            value, text = _flow(text)
        else:
            match = _re.match(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\]}]*""", text)
            value, text = _scalar(match[0]), text[match.end():]
        if closing == "}":
            found[key] = value
        else:
            found.append(value)
        text = text.lstrip().removeprefix(",").lstrip()
    return found, text[1:]


def _without_comment(line):
    quote = None
    for at, one in enumerate(line):
        if quote:
            quote = None if one == quote else quote
        elif one in "\"'" and (at == 0 or line[at - 1] in " [{,:"):
            quote = one
        elif one == "#" and (at == 0 or line[at - 1] in " \t"):
            return line[:at].rstrip()
    return line.rstrip()


class _Reader:
    def __init__(self, text):
        self.lines, self.at = text.split("\n"), 0

    def peek(self):
        while self.at < len(self.lines):
            line = _without_comment(self.lines[self.at])
            if line.strip() and line not in ("---", "..."):
                return len(line) - len(line.lstrip()), line.strip()
            self.at += 1
        return -1, ""

    def block(self, least):
        indent, line = self.peek()
        if indent < least:
            return None
        if line == "-" or line.startswith("- "):
            return self.sequence(indent)
        return self.mapping(indent) if _KEY.match(line) else self.plain(least)

    def plain(self, least):
        parts = []
        while self.peek()[0] >= least:
            parts.append(self.peek()[1])
            self.at += 1
        return _scalar(" ".join(parts))

    def sequence(self, indent):
        found = []
        while True:
            here, line = self.peek()
            if here != indent or not (line == "-" or line.startswith("- ")):
                return found
            rest = line[1:].lstrip()
            if rest and (_KEY.match(rest) or rest.startswith("- ")):
                self.lines[self.at] = " " * (indent + len(line) - len(rest)) + rest
                found.append(self.block(indent + 1))
            else:
                self.at += 1
                found.append(self.value(rest, indent))

    def mapping(self, indent):
        found = {}
        while True:
            here, line = self.peek()
            match = _KEY.match(line) if here == indent else None
            if here > indent or (here == indent and not match and not line.startswith("- ")):
                raise YAMLError("while parsing a block mapping, line %d" % (self.at + 1))
            if not match:
                return found
            self.at += 1
            found[_scalar(match[1])] = self.value(line[match.end():].strip(), indent, inside=True)

    def value(self, text, indent, inside=False):
        if _re.match(r"[|>][-+]?\d?$", text):
            return self.text(text, indent)
        if text[:1] in ("[", "{"):
            while text.count(text[0]) > text.count({"[": "]", "{": "}"}[text[0]]) and self.at < len(self.lines):
                text += " " + _without_comment(self.lines[self.at]).strip()
                self.at += 1
        if text:
            while text[0] not in "\"'[{" and self.peek()[0] > indent and not _KEY.match(self.peek()[1]):
                text += " " + self.peek()[1]
                self.at += 1
            return _scalar(text)
        here, line = self.peek()
        if inside and here == indent and (line == "-" or line.startswith("- ")):
            return self.sequence(indent)
        return self.block(indent + 1)

    def text(self, mark, indent):
        taken = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and len(line) - len(line.lstrip()) <= indent:
                break
            taken.append(line)
            self.at += 1
        margin = min((len(line) - len(line.lstrip()) for line in taken if line.strip()), default=0)
        whole = "\n".join(line[margin:] for line in taken)
        body = whole.rstrip("\n")
        if mark[0] == ">":
            body = _re.sub(r"(?<=\S)\n(?=\S)", " ", body).replace("\n\n", "\n")
        return body + ("" if "-" in mark or not body else "\n" * max(1, len(whole) - len(whole.rstrip("\n"))) if "+" in mark else "\n")


def load(stream, Loader=None):
    text = stream.read() if hasattr(stream, "read") else stream
    reader = _Reader(text.decode() if isinstance(text, bytes) else text)
    found = reader.block(0)
    if reader.peek()[0] >= 0:
        raise YAMLError("expected the end of the document, line %d" % (reader.at + 1))
    return found


def safe_load(stream):
    return load(stream)


full_load = safe_load
`;
