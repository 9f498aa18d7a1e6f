/** `string`: its constants, Template and Formatter. */

import { list, tuple } from '../../../python/values/containers/containers.ts';
import { textWith } from '../../../python/values/native/arguments.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { type Field, fieldSteps, parseFormat } from '../../builtins/str/str-format.ts';
import { pythonModule } from '../../library.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** `_parts(text)`: what `Formatter.parse` goes through; a text ends where it has a doubled brace. */
function formatParts(text: string): Value {
  const rows: Value[] = [];
  let literal = '';
  const row = (field?: Field) => {
    rows.push(
      tuple(
        field ? [literal, field.name, field.spec, field.conversion || null] : [literal, null, null, null],
      ),
    );
    literal = '';
  };
  for (const part of parseFormat(text)) {
    if (typeof part !== 'string') row(part);
    else {
      for (const piece of part.split(/(?<=[{}])/)) {
        literal += piece;
        if (/[{}]$/.test(piece)) row();
      }
    }
  }
  if (literal) row();
  return list(rows);
}

/** `_field(name)`: the first value's name or number, and the steps from there. */
function fieldName(name: string): Value {
  const { first, steps } = fieldSteps(name);
  const shown = [...steps].map((step) =>
    'attribute' in step ? tuple([true, step.attribute]) : tuple([false, step.key]),
  );
  return tuple([/^\d+$/.test(first) ? Number(first) : first, list(shown)]);
}

const SOURCE = String.raw`
import re as _re


def _kinds(cls):
    """The pattern of a template class's placeholders, with a group for each kind."""
    mark, bare = _re.escape(cls.delimiter), cls.idpattern
    braced = cls.braceidpattern or bare
    kinds = "(?P<escaped>" + mark + ")|(?P<named>" + bare + r")|\{(?P<braced>" + braced + r")\}|(?P<invalid>)"
    return _re.compile(mark + "(?:" + kinds + ")", cls.flags | _re.VERBOSE)


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = "$"
    idpattern = "[_a-z][_a-z0-9]*"
    braceidpattern = None
    flags = _re.IGNORECASE | _re.ASCII

    def __init_subclass__(cls):
        super().__init_subclass__()
        given = cls.__dict__.get("pattern")
        cls.pattern = _kinds(cls) if given is None else _re.compile(given, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _filled(self, value):
        """Puts values in; an invalid placeholder stays where value answers None for it."""
        def fill(match):
            if match.group("escaped") is not None:
                return self.delimiter
            return value(match, match.group("named") or match.group("braced"))

        return self.pattern.sub(fill, self.template)

    def substitute(self, mapping={}, /, **kws):
        def value(match, name):
            if name is None:
                before = self.template[: match.start("invalid")].splitlines(keepends=True)
                column = match.start("invalid") - len("".join(before[:-1])) if before else 1
                raise ValueError("Invalid placeholder in string: line %d, col %d" % (len(before) or 1, column))
            return str(kws[name] if name in kws else mapping[name])

        return self._filled(value)

    def safe_substitute(self, mapping={}, /, **kws):
        def value(match, name):
            if name is None:
                return match.group()
            try:
                return str(kws[name] if name in kws else mapping[name])
            except KeyError:
                return match.group()

        return self._filled(value)

    def _placeholders(self):
        for match in self.pattern.finditer(self.template):
            yield match.group("named") or match.group("braced"), match.group("invalid") is not None

    def is_valid(self):
        return not any(invalid for _, invalid in self._placeholders())

    def get_identifiers(self):
        return list(dict.fromkeys(name for name, _ in self._placeholders() if name is not None))


Template.pattern = _kinds(Template)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._filled(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _filled(self, text, args, kwargs, used, depth, automatic):
        """The text with its fields filled, and the next automatic number: False once fields are numbered by hand."""
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        done = []
        for literal, name, spec, conversion in self.parse(text):
            done.append(literal)
            if name is None:
                continue
            if name == "" and automatic is not False:
                name, automatic = str(automatic), automatic + 1
            elif name == "" or (name.isdigit() and automatic):
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            elif name.isdigit():
                automatic = False
            value, first = self.get_field(name, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, automatic = self._filled(spec, args, kwargs, used, depth - 1, automatic)
            done.append(self.format_field(value, spec))
        return "".join(done), automatic

    def get_value(self, key, args, kwargs):
        return (args if isinstance(key, int) else kwargs)[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        convert = {"s": str, "r": repr, "a": ascii}.get(conversion)
        if convert is None:
            raise ValueError("Unknown conversion specifier {0!s}".format(conversion))
        return convert(value)

    def parse(self, format_string):
        return iter(_parts(format_string))

    def get_field(self, field_name, args, kwargs):
        first, steps = _field(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in steps:
            value = getattr(value, name) if is_attribute else value[name]
        return value, first


def capwords(s, sep=None):
    return (" " if sep is None else sep).join(map(str.capitalize, s.split(sep)))
`;

export const stringModule = pythonModule('string', SOURCE, {
  ascii_lowercase: () => LOWER,
  ascii_uppercase: () => UPPER,
  ascii_letters: () => LOWER + UPPER,
  digits: () => '0123456789',
  hexdigits: () => '0123456789abcdefABCDEF',
  octdigits: () => '01234567',
  punctuation: () => PUNCTUATION,
  whitespace: () => ' \t\n\r\x0b\x0c',
  printable: () => `0123456789${LOWER}${UPPER}${PUNCTUATION} \t\n\r\x0b\x0c`,
  _parts: () =>
    nativeFunction('_parts', 'text', (_call, text: Value) => formatParts(textWith(text, 'format'))),
  _field: () => nativeFunction('_field', 'name', (_call, name: string) => fieldName(name)),
});
