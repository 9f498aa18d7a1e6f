/** `json`. Answers to: CPython's json. */

import { callValue } from '../../python/values/callable.ts';
import { typeName } from '../../python/values/class-of.ts';
import { PyList, PyTuple } from '../../python/values/containers.ts';
import { dict, PyDict } from '../../python/values/dict.ts';
import { raise, typeError, valueError } from '../../python/values/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { lazyModule, nativeFunction } from '../../python/values/native.ts';
import { plain, type Value } from '../../python/values/value.ts';
import { Float, reprFloat } from '../../stdlib/float.ts';
import { pythonModule } from '../library.ts';
import { sortedValues } from './json-order.ts';

interface Options {
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

class Encoder {
  private readonly options: Options;
  private readonly open = new Set<object>();

  constructor(options: Options) {
    this.options = options;
  }

  encode(value: Value, margin = ''): string {
    const bare = plain(value);
    if (bare === null) return 'null';
    if (typeof bare === 'boolean') return String(bare);
    if (typeof bare === 'string') return quoted(bare, this.options.ascii);
    if (typeof bare === 'number' || typeof bare === 'bigint') return String(bare);
    if (bare instanceof Float) return this.float(bare.value);
    if (bare instanceof PyList || bare instanceof PyTuple) {
      return this.within(bare, () =>
        this.bracketed(
          '[',
          ']',
          margin,
          bare.items.map((item) => (inner: string) => this.encode(item, inner)),
        ),
      );
    }
    if (bare instanceof PyDict) return this.within(bare, () => this.dict(bare, margin));
    return this.within(bare, () => this.encode(this.options.otherwise(value), margin));
  }

  private float(value: number): string {
    if (Number.isFinite(value)) return reprFloat(value);
    if (!this.options.nan) throw valueError('Out of range float values are not JSON compliant');
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  }

  private within(value: object, work: () => string): string {
    if (this.options.circular) {
      if (this.open.has(value)) throw valueError('Circular reference detected');
      this.open.add(value);
    }
    const text = work();
    this.open.delete(value);
    return text;
  }

  private dict(value: PyDict, margin: string): string {
    const { colon, skipKeys, sortKeys } = this.options;
    const entries = sortKeys ? sortedValues([...value.entries()]) : [...value.entries()];
    const parts: ((margin: string) => string)[] = [];
    for (const [key, item] of entries) {
      const name = this.key(key);
      if (name === undefined) {
        if (skipKeys) continue;
        throw typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
      }
      parts.push((inner) => quoted(name, this.options.ascii) + colon + this.encode(item, inner));
    }
    return this.bracketed('{', '}', margin, parts);
  }

  private key(key: Value): string | undefined {
    const bare = plain(key);
    if (typeof bare === 'string') return bare;
    if (bare instanceof Float) return this.float(bare.value);
    if (bare === null || typeof bare !== 'object') return bare === null ? 'null' : String(bare);
    return undefined;
  }

  private bracketed(
    open: string,
    close: string,
    margin: string,
    parts: readonly ((margin: string) => string)[],
  ): string {
    const { indent, comma } = this.options;
    if (parts.length === 0) return open + close;
    if (indent === undefined) return open + parts.map((part) => part(margin)).join(comma) + close;
    const inner = margin + indent;
    return `${open}\n${inner}${parts.map((part) => part(inner)).join(`${comma}\n${inner}`)}\n${margin}${close}`;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

function quoted(text: string, ascii: boolean): string {
  const special = ascii ? /["\\\x00-\x1f\x7f-\uffff]/g : /["\\\x00-\x1f]/g;
  return `"${text.replace(special, (character) => ESCAPES[character] ?? (character === '\x7f' ? character : hex(character)))}"`;
}

const hex = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What the decoder hands its parts to. */
interface Hooks {
  readonly object: Value;
  readonly pairs: Value;
  readonly float: Value;
  readonly int: Value;
  readonly constant: Value;
  readonly strict: boolean;
}

type Failure = (message: string, at: number) => never;

const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;

class Decoder {
  private readonly text: string;
  private readonly hooks: Hooks;
  private readonly fail: Failure;
  at = 0;

  constructor(text: string, hooks: Hooks, fail: Failure) {
    this.text = text;
    this.hooks = hooks;
    this.fail = fail;
  }

  skipBlanks(): void {
    BLANK.lastIndex = this.at;
    BLANK.exec(this.text);
    this.at = BLANK.lastIndex;
  }

  value(): Value {
    const { text, at } = this;
    switch (text[at]) {
      case '"':
        this.at++;
        return this.string();
      case '{':
        this.at++;
        return this.object();
      case '[':
        this.at++;
        return this.array();
      default: {
        const word = this.word();
        return word === undefined ? this.number() : word;
      }
    }
  }

  private word(): Value | undefined {
    const { text, at } = this;
    for (const [word, value] of WORDS) {
      if (text.startsWith(word, at)) {
        this.at += word.length;
        return value;
      }
    }
    for (const word of ['NaN', 'Infinity', '-Infinity']) {
      if (text.startsWith(word, at)) {
        this.at += word.length;
        if (this.hooks.constant !== null) return callValue(this.hooks.constant, [word]);
        return new Float(Number(word));
      }
    }
    return undefined;
  }

  private number(): Value {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text);
    if (!found) return this.fail('Expecting value', this.at);
    this.at = NUMBER.lastIndex;
    const isFloat = found[1] !== undefined || found[2] !== undefined;
    const hook = isFloat ? this.hooks.float : this.hooks.int;
    if (hook !== null) return callValue(hook, [found[0]]);
    if (isFloat) return new Float(Number(found[0]));
    const value = Number(found[0]);
    return Number.isSafeInteger(value) ? value : BigInt(found[0]);
  }

  private array(): Value {
    const items: Value[] = [];
    this.skipBlanks();
    if (this.text[this.at] === ']') {
      this.at++;
      return new PyList(items);
    }
    for (;;) {
      items.push(this.value());
      this.skipBlanks();
      const character = this.text[this.at];
      if (character === ']') break;
      if (character !== ',') this.fail("Expecting ',' delimiter", this.at);
      this.at++;
      this.skipBlanks();
    }
    this.at++;
    return new PyList(items);
  }

  private object(): Value {
    const pairs: (readonly [Value, Value])[] = [];
    this.skipBlanks();
    const name = 'Expecting property name enclosed in double quotes';
    if (this.text[this.at] !== '}') {
      for (;;) {
        if (this.text[this.at] !== '"') this.fail(name, this.at);
        this.at++;
        const key = this.string();
        this.skipBlanks();
        if (this.text[this.at] !== ':') this.fail("Expecting ':' delimiter", this.at);
        this.at++;
        this.skipBlanks();
        pairs.push([key, this.value()]);
        this.skipBlanks();
        const character = this.text[this.at];
        if (character === '}') break;
        if (character !== ',') this.fail("Expecting ',' delimiter", this.at);
        this.at++;
        this.skipBlanks();
      }
    }
    this.at++;
    if (this.hooks.pairs !== null) {
      return callValue(this.hooks.pairs, [new PyList(pairs.map((pair) => new PyTuple(pair)))]);
    }
    const made = dict(pairs);
    return this.hooks.object === null ? made : callValue(this.hooks.object, [made]);
  }

  private string(): string {
    const start = this.at - 1;
    let out = '';
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) this.fail('Unterminated string starting at', start);
      if (character === '"') {
        this.at++;
        return out;
      }
      if (character === '\\') out += this.escape(start);
      else {
        if (this.hooks.strict && character! < ' ') this.fail('Invalid control character at', this.at);
        out += character;
        this.at++;
      }
    }
  }

  private escape(start: number): string {
    const letter = this.text[this.at + 1];
    if (letter === undefined) this.fail('Unterminated string starting at', start);
    if (letter === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('Invalid \\uXXXX escape', this.at + 1);
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const simple = UNESCAPES[letter!];
    if (simple === undefined) this.fail('Invalid \\escape', this.at);
    this.at += 2;
    return simple!;
  }
}

const WORDS: readonly (readonly [string, Value])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];

const UNESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

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
