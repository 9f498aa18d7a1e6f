/** Random small Python programs: many guarded expressions, then statements, and often an error at the end. */
import type { Random } from '../random.ts';
import { IDIOM_IMPORTS, idiom } from './idioms.ts';
import { corner, LANGUAGE_IMPORTS } from './language.ts';
import { expression, KINDS, type Kind, type Scope } from './values.ts';

/** Where the program begins after its imports. */
export const WITHOUT_IMPORTS = 'class Color';

const HEAD = `${IDIOM_IMPORTS}${LANGUAGE_IMPORTS}import functools
import itertools
import json
import math
import operator
import re
import string
import textwrap
import uuid
from collections import Counter, OrderedDict, defaultdict, namedtuple
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum


class Color(Enum):
    RED = "r"
    BLUE = 2


@dataclass(order=True)
class Point:
    x: int
    y: int = 0


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

`;

/** A program whose output says a lot. */
export function anyProgram(r: Random): string {
  const lines: string[] = [];
  const scope: Partial<Record<Kind, string[]>> = {};
  for (const kind of r.some(KINDS, 2, 5)) {
    const name = `${kind[0]}${lines.length}`;
    lines.push(`${name} = ${expression(r, {}, 0, kind)}`);
    scope[kind] = [name];
  }
  for (let i = 8 + r.int(16); i > 0; i--) lines.push(`show(lambda: ${expression(r, scope, 1 + r.int(3))})`);
  for (let i = r.int(4); i > 0; i--) lines.push(...statement(r, scope, 2));
  for (let i = r.int(3); i > 0; i--)
    lines.push(...idiom(r, `g${lines.length}`, (kind) => expression(r, scope, 1, kind)));
  for (let i = r.int(5); i > 0; i--)
    lines.push(...corner(r, `k${lines.length}`, (kind) => expression(r, scope, r.int(2), kind)));
  if (r.chance(2)) lines.push(...failing(r, scope));
  return `${HEAD}${lines.join('\n')}\n`;
}

const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`);

function block(r: Random, scope: Scope, depth: number): string[] {
  const lines: string[] = [];
  for (let i = 1 + r.int(2); i > 0; i--) lines.push(...statement(r, scope, depth - 1));
  return indented(lines);
}

function statement(r: Random, scope: Scope, depth: number): string[] {
  const value = (kind?: Kind) => expression(r, scope, 1, kind);
  if (depth <= 0)
    return [
      r.pick([
        `print(${value()})`,
        `show(lambda: ${value()})`,
        `z = ${value()}`,
        'pass',
        `print(${value()}, ${value()}, sep="|")`,
      ]),
    ];
  const inner = () => block(r, scope, depth);
  const name = `f${r.int(1000)}`;
  switch (r.int(14)) {
    case 0:
      return [
        `for i, x in enumerate(${value('list')}):`,
        ...inner(),
        ...r.pick([[], ['    if i: break'], ['    continue']]),
        ...r.pick([[], ['else:', '    print("else")']]),
      ];
    case 1:
      return [`if ${value()}:`, ...inner(), `elif ${value()}:`, ...inner(), 'else:', ...inner()];
    case 2:
      return [
        'try:',
        ...inner(),
        `    ${r.pick(['raise ValueError("x")', `print(${value()})`, 'raise KeyError("k")', '1 / 0', `${value()}`])}`,
        `except ${r.pick(['ValueError', '(KeyError, ZeroDivisionError)', 'Exception'])} as e:`,
        '    print(repr(e))',
        ...inner(),
        'finally:',
        '    print("finally")',
      ];
    case 3:
      return [
        `def ${name}(${r.pick(['a', 'a, b=2', '*args, **kwargs', 'a, /, b, *, c=1', 'a=None'])}):`,
        ...inner(),
        `    return ${r.pick(['locals()', '1', 'a', 'None'])}`,
        `show(lambda: ${name}(${r.pick(['', '1', '1, 2', 'a=1', '*[1, 2, 3]', 'b=1', '1, c=2', '**{"a": 1}', '1, 2, 3, 4'])}))`,
      ];
    case 4:
      return [
        `class ${name.toUpperCase()}${r.pick(['', '(Exception)', '(dict)', '(Point)', '(str, Enum)'])}:`,
        `    ${r.pick(['A = 1', 'B = "x"'])}`,
        ...r.pick([
          [],
          ['    def __repr__(self):', `        return "<${name}>"`],
          ['    def method(self, x=1):', '        return self, x'],
          ['    @property', '    def p(self):', '        return 5'],
          ['    __slots__ = ("s",)'],
        ]),
        `show(lambda: ${name.toUpperCase()}(${r.pick(['', '1', '"x"', '1, 2'])}))`,
        `show(lambda: ${name.toUpperCase()}.${r.pick(['A', 'B', 'method', 'p', '__name__', '__mro__', 'zzz'])})`,
      ];
    case 5:
      return [
        `match ${value()}:`,
        ...r
          .shuffle([
            '    case [x, *rest]:\n        print("seq", x, rest)',
            '    case {"a": v}:\n        print("map", v)',
            '    case int() | float():\n        print("number")',
            '    case str(s) if s:\n        print("str", s)',
            '    case None | True:\n        print("single")',
            '    case Point(x=a):\n        print(a)',
          ])
          .slice(0, 3)
          .flatMap((one) => one.split('\n')),
        '    case _:',
        '        print("other")',
      ];
    case 6:
      return [
        `def ${name}():`,
        '    got = yield 1',
        '    print("got", got)',
        `    yield from ${value('list')}`,
        '    return 9',
        `g = ${name}()`,
        'show(lambda: next(g))',
        `show(lambda: g.send(${value()}))`,
        'show(lambda: list(g))',
      ];
    case 7:
      return [`a, *b = ${value('list')}`, 'print(a, b)'];
    case 8:
      return ['n = 3', 'while n:', '    n -= 1', ...inner()];
    case 9:
      return [
        `d = defaultdict(${r.pick(['list', 'int', 'lambda: 5'])})`,
        'd["k"] += d["k"]',
        'print(d, dict(d))',
      ];
    case 10:
      return [`z = ${value()}`, `z ${r.pick(['+=', '-=', '*=', '|=', '//=', '%='])} ${value()}`, 'print(z)'];
    case 11:
      return [
        `N = namedtuple("N", ${r.pick(['"a b"', '["a", "b"]', '"a, b", defaults=[1]'])})`,
        `show(lambda: N(${value()}, 2))`,
        'show(lambda: N(1)._asdict())',
        'show(lambda: N(1, 2)._replace(a=5))',
      ];
    case 12:
      return [
        `@functools.${r.pick(['lru_cache(maxsize=None)', 'cache', 'wraps(show)'])}`,
        `def ${name}(x):`,
        '    """doc"""',
        '    return x',
        `show(lambda: ${name}(${value()}))`,
        `print(${name}.__name__, ${name}.__doc__)`,
      ];
    default:
      return [`assert ${value()}, ${value('str')}`.replace(/^/, ''), `del z`].slice(0, 1);
  }
}

/** Statements that end in an uncaught exception with frames worth looking at. */
function failing(r: Random, scope: Scope): string[] {
  const value = (kind?: Kind) => expression(r, scope, 1, kind);
  const bad = r.pick([
    `${value('int')} + ${value('str')}`,
    'undefined_name',
    'Point(1, 2, 3)',
    '{}["missing"]',
    '[][3]',
    '"x".uper()',
    'None.x',
    'int("x")',
    'datetim.now()',
    'Colour.RED',
    `${value()}`,
    'raise RuntimeError("boom")',
    'math.sqr(2)',
    'import nothing_here',
    'from math import sqr',
    'show()',
    'Point(z=1)',
    'assert False, "no"',
    'a.b.c',
    'print(1)(2)',
    'raise Color',
    '1 / 0',
    'json.loads("{")',
    'lambda: (yield)',
    `x: int = ${value()} + None`,
  ]);
  return r.pick([
    [bad],
    ['def outer(a):', '    def inner():', `        ${bad}`, '    return inner()', 'outer(1)'],
    [
      'class K:',
      '    def m(self):',
      '        return self.n()',
      '    def n(self):',
      `        ${bad}`,
      'K().m()',
    ],
    [
      'try:',
      `    ${bad}`,
      'except Exception as e:',
      `    raise ValueError("wrapped")${r.pick(['', ' from e', ' from None'])}`,
    ],
    ['for i in range(2):', `    if i: ${bad}`],
    [
      `print(`,
      `    ${bad.startsWith('raise') || bad.includes('import') || bad.startsWith('assert') || bad.startsWith('x:') ? 'zz' : bad},`,
      `    1,`,
      `)`,
    ],
    [
      'values = [',
      `    ${value()},`,
      `    ${bad.startsWith('raise') || bad.includes('import') || bad.startsWith('assert') || bad.startsWith('x:') ? 'undefined' : bad},`,
      ']',
    ],
  ]);
}
