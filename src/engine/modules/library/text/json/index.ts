/** `json`. Answers to: CPython's json. */
import { typeName } from '../../../../python/values/classes/class-of.ts';
import { PyTuple } from '../../../../python/values/containers/containers.ts';
import { raise } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { lazyModule, nativeFunction } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { pythonModule } from '../../../library.ts';
import { Decoder } from './decoder.ts';
import { Encoder } from './encoder.ts';

export interface Options {
  readonly skipKeys: boolean;
  readonly ascii: boolean;
  readonly circular: boolean;
  readonly nan: boolean;
  readonly indent: string | undefined;
  readonly comma: string;
  readonly colon: string;
  readonly sortKeys: boolean;
  /** Called for what JSON has no form for. */
  readonly otherwise: (value: Value) => Value;
}

/** What the decoder hands its parts to. */
export interface Hooks {
  readonly object: Value;
  readonly pairs: Value;
  readonly float: Value;
  readonly int: Value;
  readonly constant: Value;
  readonly strict: boolean;
}

export type Failure = (message: string, at: number) => never;

const encode = nativeFunction(
  '_encode',
  'obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, sort_keys, default',
  (call: Interpreter, value: Value, ...given: Value[]) => {
    const [skipKeys, ascii, circular, nan, indent, comma, colon, sortKeys, otherwise] = given;
    const encoder = new Encoder({
      skipKeys: call.truth(skipKeys!),
      ascii: call.truth(ascii!),
      circular: call.truth(circular!),
      nan: call.truth(nan!),
      indent: indent === null ? undefined : typeof indent === 'string' ? indent : ' '.repeat(Number(indent)),
      comma: comma as string,
      colon: colon as string,
      sortKeys: call.truth(sortKeys!),
      otherwise: (each) => call.call(otherwise!, [each]),
    });
    return encoder.encode(value);
  },
);

const decode = nativeFunction(
  '_decode',
  'text, start, whole, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict, error',
  (call: Interpreter, text: string, start: number, whole: boolean, ...given: Value[]) => {
    const [object, pairs, float, int, constant, strict, error] = given as Value[];
    const fail: Failure = (message, at) => {
      throw call.call(error!, [message, text, at]);
    };
    const hooks = {
      object: object!,
      pairs: pairs!,
      float: float!,
      int: int!,
      constant: constant!,
      strict: call.truth(strict!),
    };
    const decoder = new Decoder(text, hooks, fail);
    decoder.at = start;
    if (whole) decoder.skipBlanks();
    const value = decoder.value();
    if (whole) decoder.skipBlanks();
    if (whole && decoder.at !== text.length) fail('Extra data', decoder.at);
    return whole ? value : new PyTuple([value, decoder.at]);
  },
);

const NOT_TEXT = 'the JSON object must be str, bytes or bytearray, not ';

const refuse = nativeFunction('_refuse', 's', (_call, value: Value) => {
  throw raise('TypeError', NOT_TEXT + typeName(value));
});

export const jsonModule = pythonModule(
  'json',
  String.raw`
__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


JSONDecodeError.__module__ = "json.decoder"


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError("Object of type %s is not JSON serializable" % o.__class__.__name__)

    def encode(self, o):
        return _encode(o, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.indent, self.item_separator, self.key_separator, self.sort_keys, self.default)

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)


JSONEncoder.__module__ = "json.encoder"


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        return _decode(s, 0, True, self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int, self.parse_constant, self.strict, JSONDecodeError)

    def raw_decode(self, s, idx=0):
        return _decode(s, idx, False, self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int, self.parse_constant, self.strict, JSONDecodeError)


JSONDecoder.__module__ = "json.decoder"


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    if cls is None:
        cls = JSONEncoder
    return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


def _encoding_of(data):
    """The encoding that the first bytes of a text show: a mark, or where the zeros stand."""
    for mark, encoding in ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return encoding
    if len(data) >= 2 and not data[0]:
        return "utf-16-be" if data[1] else "utf-32-be"
    if len(data) >= 2 and not data[1]:
        return "utf-16-le" if len(data) < 4 or data[2] or data[3] else "utf-32-le"
    return "utf-8"


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(_encoding_of(s), "surrogatepass")
    else:
        _refuse(s)
    if cls is None:
        cls = JSONDecoder
    return cls(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
`,
  {
    _encode: () => encode,
    _decode: () => decode,
    _refuse: () => refuse,
    decoder: (call) => call.importModule('json.decoder'),
    encoder: (call) => call.importModule('json.encoder'),
  },
  { package: true },
);

/** `json.encoder` and `json.decoder`: where the classes of `json` live. */
export const jsonParts = (
  [
    ['encoder', ['JSONEncoder']],
    ['decoder', ['JSONDecoder', 'JSONDecodeError']],
  ] as const
).map(([part, names]) =>
  lazyModule(
    `json.${part}`,
    Object.fromEntries(names.map((name) => [name, (call: Interpreter) => call.importName(`json.${name}`)])),
  ),
);
