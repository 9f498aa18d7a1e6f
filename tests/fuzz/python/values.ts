/** Random Python expressions of a wanted type, built from what migrations, models and scripts use. Above 300 lines because it is tables by type. */
import type { Random } from '../random.ts';

export type Kind =
  | 'int'
  | 'float'
  | 'str'
  | 'list'
  | 'dict'
  | 'tuple'
  | 'bool'
  | 'date'
  | 'decimal'
  | 'bytes'
  | 'set';
export const KINDS: readonly Kind[] = [
  'int',
  'float',
  'str',
  'list',
  'dict',
  'tuple',
  'bool',
  'date',
  'decimal',
  'bytes',
  'set',
];

/** Names that are in scope, by kind. */
export type Scope = Partial<Record<Kind, readonly string[]>>;

const LEAVES: Record<Kind, readonly string[]> = {
  int: ['0', '1', '-1', '7', '42', '255', '-13', '1_000', '0x1f', '2**70', '10**20', '3'],
  float: [
    '0.0',
    '1.5',
    '-2.25',
    '1e16',
    '1e-7',
    '3.14159',
    'float("inf")',
    'float("nan")',
    '1/3',
    '0.1',
    '-0.0',
    '123456.789',
    '2.5',
    '1e22',
  ],
  str: [
    '""',
    '"a"',
    '"abc"',
    '"Hello, World"',
    '"한글 문자"',
    '"  pad "',
    '"a,b,,c"',
    '"it\'s"',
    "'q\"q'",
    '"tab\\tnl\\n"',
    '"42"',
    '"ß"',
    '"CamelCaseName"',
    '"x" * 5',
    '"éa"',
    '"user_name"',
    '"\\x00\\x7f"',
    '"😀"',
  ],
  list: [
    '[]',
    '[1, 2, 3]',
    '["b", "a", "C"]',
    '[3, 1, 2]',
    '[[1], [2, 3]]',
    '[None, True]',
    '[1.5, 2]',
    '[0] * 3',
    '[1, "a"]',
    'list("hello")',
  ],
  dict: [
    '{}',
    '{"a": 1}',
    '{"b": [1], "a": {"c": None}}',
    '{1: "x", 2: "y"}',
    'dict(x=1, y=2)',
    '{(1, 2): 3}',
  ],
  tuple: ['()', '(1,)', '(1, 2)', '("a", 1.5)', '((1, 2), 3)'],
  bool: ['True', 'False', 'None'],
  date: [
    'datetime(2026, 1, 15, 9, 30)',
    'datetime(2024, 2, 29, 23, 59, 59, 123456)',
    'date(2026, 1, 31)',
    'time(9, 5)',
    'timedelta(days=1, hours=2)',
    'timedelta(seconds=-90)',
    'datetime(2026, 3, 1, tzinfo=timezone.utc)',
    'timezone(timedelta(hours=9))',
    'timedelta(0)',
    'datetime(2026, 1, 15, tzinfo=timezone(timedelta(hours=-5, minutes=-30)))',
  ],
  decimal: [
    'Decimal("1.10")',
    'Decimal("0")',
    'Decimal("-3.456")',
    'Decimal(10)',
    'Decimal("1E+5")',
    'Decimal("NaN")',
    'Decimal("12345.6789")',
  ],
  bytes: ['b""', 'b"abc"', 'b"\\x00\\xff"', '"한".encode()', 'bytes(3)', 'b"a,b"'],
  set: ['set()', '{1}', 'frozenset([1])', '{"a"}', 'frozenset()'],
};

const METHODS: Partial<Record<Kind, readonly string[]>> = {
  str: [
    'upper()',
    'lower()',
    'title()',
    'strip()',
    'split()',
    'split({str})',
    'split(",", 1)',
    'rsplit("_", 1)',
    'replace({str}, {str})',
    'join({list})',
    'startswith({str})',
    'endswith(("c", "d"))',
    'find({str})',
    'index({str})',
    'count("a")',
    'center({int})',
    'zfill(5)',
    'ljust(8, "*")',
    'partition({str})',
    'rpartition("a")',
    'isdigit()',
    'isalpha()',
    'isidentifier()',
    'encode()',
    'encode("ascii")',
    'encode("utf-16")',
    'format({any}, {any})',
    'splitlines()',
    'swapcase()',
    'capitalize()',
    'casefold()',
    'expandtabs(4)',
    'translate({dict})',
    'removeprefix("a")',
    'removesuffix({str})',
    'isspace()',
    'isupper()',
    'format_map({dict})',
    'lstrip({str})',
    'rjust({int})',
    'isnumeric()',
    'isprintable()',
    'maketrans("ab", "cd")',
    'strip(1)',
    'encode("latin-1", "replace")',
    'foo()',
    '__len__()',
  ],
  list: [
    'append({any})',
    'pop()',
    'pop({int})',
    'index({any})',
    'count({any})',
    'copy()',
    'sort()',
    'reverse()',
    'extend({any})',
    'insert(0, {any})',
    'remove({any})',
    'sort(key=str)',
    'clear()',
    'sort(reverse=True)',
    'push(1)',
  ],
  dict: [
    'get({any})',
    'get({any}, {any})',
    'keys()',
    'values()',
    'items()',
    'pop({any})',
    'setdefault("a", {any})',
    'update({any})',
    'popitem()',
    'copy()',
    'fromkeys({list})',
    'pop({any}, None)',
    'has_key("a")',
  ],
  tuple: ['count({any})', 'index({any})', 'append(1)'],
  date: [
    'isoformat()',
    'strftime("%Y-%m-%d %H:%M:%S")',
    'replace(year=2000)',
    'date()',
    'timetuple()',
    'weekday()',
    'total_seconds()',
    'strftime("%a %d %b %y %I%p %j %U %%")',
    'isocalendar()',
    'astimezone(timezone.utc)',
    'timestamp()',
    'utcoffset()',
    'isoformat(timespec="minutes")',
    'replace(day=31)',
    'ctime()',
    'toordinal()',
    'tzname()',
    'replace(tzinfo=None)',
  ],
  decimal: [
    'quantize(Decimal("0.01"))',
    'to_integral_value()',
    'normalize()',
    'as_tuple()',
    'sqrt()',
    'is_nan()',
    'copy_sign(Decimal(-1))',
    'adjusted()',
    'compare({decimal})',
  ],
  bytes: [
    'decode()',
    'hex()',
    'decode("latin-1")',
    'split(b",")',
    'upper()',
    'startswith(b"a")',
    'find(b"b")',
    'replace(b"a", b"z")',
    'decode("ascii")',
    'join([b"a", b"b"])',
    'rstrip()',
    'isdigit()',
  ],
  int: ['bit_length()', 'to_bytes(4, "big")', 'as_integer_ratio()', 'conjugate()', 'bit_count()', 'real'],
  float: ['is_integer()', 'as_integer_ratio()', 'hex()', 'real'],
  set: [
    'union({any})',
    'add({any})',
    'difference({set})',
    'issubset({any})',
    'discard({any})',
    'pop()',
    'isdisjoint({list})',
    'remove({any})',
  ],
};

const CALLS = [
  'len({any})',
  'str({any})',
  'repr({any})',
  'int({any})',
  'float({any})',
  'bool({any})',
  'list({any})',
  'tuple({any})',
  'sorted({any})',
  'sum({any})',
  'min({any})',
  'max({any})',
  'abs({any})',
  'round({any})',
  'round({float}, {int})',
  'type({any})',
  'isinstance({any}, {type})',
  'list(enumerate({any}))',
  'list(zip({any}, {any}))',
  'list(map(str, {any}))',
  'list(filter(None, {any}))',
  'list(reversed({any}))',
  'dict({any})',
  'set({any}) == {set}',
  'any({any})',
  'all({any})',
  'range({int})',
  'list(range({int}, {int}, {int}))[:9]',
  'hex({any})',
  'oct({int})',
  'bin({int})',
  'chr({int})',
  'ord({any})',
  'divmod({any}, {any})',
  'hash({str}) == hash({str})',
  'format({any}, {spec})',
  'ascii({any})',
  'int({str}, 16)',
  'iter({any}) and 1',
  'next(iter({any}))',
  'next(iter({any}), {any})',
  'callable({any})',
  'getattr({any}, "real")',
  'hasattr({any}, "upper")',
  'slice({int}, {int})',
  'bytes({any})',
  'complex and 1',
  'frozenset({any})',
  'Decimal({any})',
  'json.dumps({any})',
  'json.dumps({any}, indent=2, ensure_ascii=False, sort_keys=True)',
  'json.loads({str})',
  'math.floor({any})',
  'math.sqrt({any})',
  'math.isclose({float}, {float})',
  're.sub(r"[aeiou]", "*", {any})',
  're.findall(r"\\w+", {str})',
  're.match(r"(\\w)(.)", {str})',
  'datetime.fromisoformat({str})',
  'datetime.strptime("2026-01-15", {str})',
  'datetime.strptime("15/01/26", "%d/%m/%y")',
  'Counter({any})',
  'OrderedDict({any})',
  'itertools.chain({any}, {any}) and 0',
  'list(itertools.islice({any}, 2))',
  'functools.reduce(lambda a, b: a + b, {any})',
  'textwrap.dedent({str})',
  'textwrap.fill({str}, 7)',
  'vars({any})',
  'pow({any}, {any}, {any})',
  'timedelta({any})',
  'date({int}, 2, 3)',
  'str({any}, "utf-8")',
  'operator.itemgetter(0)({any})',
  'textwrap.shorten({str}, 6)',
  'uuid.UUID({any})',
  'string.capwords({str})',
  'Color({any})',
  'Color[{any}]',
  'Point({any}, {any})',
  'Point(x={any})',
  'list(itertools.product({list}, {tuple}))',
  'list(itertools.groupby({any}))[:0]',
  'itertools.count({int})',
  'list(itertools.accumulate({any}))',
  'list(itertools.zip_longest({any}, {list}))',
];

const OPERATORS = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'and',
  'or',
  'in',
  'not in',
  'is',
  '&',
  '|',
  '^',
  '<<',
  '>>',
  '@',
];
const SPECS = [
  '"d"',
  '">10"',
  '"<6"',
  '"^8"',
  '"05d"',
  '",.2f"',
  '"x"',
  '"#x"',
  '"e"',
  '"%"',
  '"+.1f"',
  '"_"',
  '"g"',
  '"s"',
  '".3"',
  '"*^12"',
  '"c"',
  '"n"',
  '"%Y"',
  '"=+8"',
  '"08.3f"',
  '"z"',
  '"b"',
  '"G"',
  '",d"',
  '"10.4s"',
];
const PERCENTS = [
  '"%s"',
  '"%d"',
  '"%5.2f"',
  '"%r"',
  '"%s %s"',
  '"%x"',
  '"%(a)s"',
  '"%%"',
  '"%-5s|"',
  '"%05d"',
  '"%c"',
  '"%q"',
  '"%.2s"',
  '"%e"',
  '"%i"',
  '"%+d"',
  '"%*d"',
];

/** @param depth how deep the expression may still nest. */
export function expression(r: Random, scope: Scope, depth: number, kind: Kind = r.pick(KINDS)): string {
  const names = scope[kind];
  if (names && names.length > 0 && r.chance(3)) return r.pick(names);
  if (depth <= 0) return r.pick(LEAVES[kind]);
  const sub = (wanted?: Kind) => expression(r, scope, depth - 1, wanted ?? r.pick(KINDS));
  switch (r.int(16)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const methods = METHODS[kind];
      return methods ? `${bracketed(sub(kind))}.${filled(r, r.pick(methods), sub)}` : r.pick(LEAVES[kind]);
    }
    case 4:
    case 5:
    case 6:
      return filled(r, r.pick(CALLS), sub);
    case 7:
    case 8:
      return `${bracketed(sub(r.chance(3) ? undefined : kind))} ${r.pick(OPERATORS)} ${bracketed(sub(r.chance(3) ? undefined : kind))}`;
    case 9:
      return `${r.pick(PERCENTS)} % ${bracketed(sub())}`;
    case 10:
      return `f"${r.pick(['', 'a ', '{{', '한'])}{${sub().replaceAll('"', "'").replaceAll('\\', '')}${r.pick(['', '!r', '!s', ':>8', ':.2f', '=', ':{3}', '!a', ':,'])}}"`;
    case 11:
      return `${bracketed(sub(r.pick(['list', 'str', 'tuple', 'dict'] as const)))}[${r.pick([sub('int'), '1:', '::-1', '-1', ':2', '::2', sub(), '5:1:-1', '::0'])}]`;
    case 12:
      return r.pick([
        `[x for x in ${sub()}]`,
        `[str(x) for x in ${sub('list')} if x]`,
        `{k: v for k, v in ${bracketed(sub('dict'))}.items()}`,
        `[a for a, b in ${sub()}]`,
        `sum(len(x) for x in ${sub('list')})`,
        `{x: i for i, x in enumerate(${sub()})}`,
        `[(x, y) for x in ${sub('tuple')} for y in ${sub('list')}]`,
      ]);
    case 13:
      return `(${sub()} if ${sub()} else ${sub()})`;
    case 14:
      return r.pick([
        `(lambda a, b=1, *c: (a, b, c))(${sub()}, ${sub()})`,
        `(lambda **k: k)(a=${sub()})`,
        `(lambda: ${sub()})()`,
        `(lambda a: a)(*${sub('list')})`,
        `[*${sub()}, 1]`,
        `{**${sub('dict')}}`,
        `not ${bracketed(sub())}`,
        `-${bracketed(sub())}`,
        `~${bracketed(sub('int'))}`,
        `(y := ${sub()})`,
        `${bracketed(sub())} ** ${r.pick(['2', '-1', '0.5'])}`,
      ]);
    default:
      return r.pick(LEAVES[kind]);
  }
}

const bracketed = (text: string) =>
  /^[\w.]+$|^"[^"]*"$/.test(text) && !/^[\d]/.test(text) ? text : `(${text})`;

function filled(r: Random, text: string, sub: (kind?: Kind) => string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'any') return sub();
    if (name === 'spec') return r.pick(SPECS);
    if (name === 'type') return r.pick(['int', 'str', '(int, str)', 'list', 'int | None', 'dict', '5']);
    return sub(name as Kind);
  });
}
