/** What people write around models and migrations: managers, generators, enumerations, records, paths, logs, tasks; with random values in it. */
import type { Random } from '../random.ts';

/** Imports that the idioms need. */
export const IDIOM_IMPORTS = `import asyncio
import contextlib
import csv
import enum
import io
import logging
import os
import pathlib
import sys
import typing
from abc import ABC, abstractmethod
`;

type Value = (kind?: 'int' | 'str' | 'list' | 'dict' | 'decimal' | 'date' | 'float') => string;

/** Several lines that stand alone. */
export function idiom(r: Random, name: string, value: Value): string[] {
  return r.pick(IDIOMS)(r, name, value);
}

const lines = (text: string): string[] => text.trim().split('\n');

const IDIOMS: readonly ((r: Random, name: string, value: Value) => string[])[] = [
  (r, name, value) =>
    lines(`
def ${name}(items):
    print("begin")
    try:
        for item in items:
            yield item
    finally:
        print("ended")
show(lambda: next(${name}(${value('list')})))
for one in ${name}(${value('list')}):
    print(one)
    ${r.pick(['break', 'continue', 'pass'])}
show(lambda: [x for x in ${name}(${value()})])`),
  (r, name, value) =>
    lines(`
@contextlib.contextmanager
def ${name}(x):
    print("in", x)
    try:
        yield ${value()}
    except ${r.pick(['ValueError', 'Exception', 'KeyError'])} as e:
        print("saw", repr(e))
        ${r.pick(['raise', 'pass', 'raise RuntimeError("other") from e', 'raise TypeError("late") from None'])}
    finally:
        print("out")
def use():
    with ${name}(${value()}) as got:
        print(got)
        ${r.pick(['raise ValueError("v")', 'return got', `print(${value()})`, '{}["k"]'])}
show(use)`),
  (r, name, value) =>
    lines(`
class ${name.toUpperCase()}(${r.pick(['enum.Enum', 'str, enum.Enum', 'enum.IntEnum', 'enum.StrEnum', 'enum.Flag', 'int, enum.Enum'])}):
    A = ${r.pick(['1', 'enum.auto()', '"a"'])}
    B = ${r.pick(['2', 'enum.auto()', '"b"'])}
    @property
    def label(self):
        return f"{self.name}/{self.value}"
for member in ${name.toUpperCase()}:
    print(member, repr(member), f"{member}", member.label)
show(lambda: ${name.toUpperCase()}(${value()}))
show(lambda: ${name.toUpperCase()}[${value('str')}])
show(lambda: ${name.toUpperCase()}.A ${r.pick(['|', '==', '<', '+', 'in'])} ${r.pick([`${name.toUpperCase()}.B`, '1', '"a"'])}
)`),
  (r, name, value) =>
    lines(`
@dataclass(${r.pick(['', 'frozen=True', 'order=True', 'slots=True', 'kw_only=True', 'eq=False'])})
class ${name.toUpperCase()}:
    a: int
    b: ${r.pick(['str', 'list', '"Other"'])} = ${r.pick(['"x"', 'field(default_factory=list)', 'field(default=3, repr=False)'])}
    def __post_init__(self):
        print("made", self.a)
show(lambda: ${name.toUpperCase()}(${r.pick(['1', '1, 2', 'a=1', 'b=2', '', '1, 2, 3', '1, a=2'])}))
show(lambda: ${name.toUpperCase()}(a=${value()}) ${r.pick(['==', '<', '!='])} ${name.toUpperCase()}(a=${value()}))
show(lambda: hash(${name.toUpperCase()}(a=1)) is not None)
show(lambda: setattr(${name.toUpperCase()}(a=1), "${r.pick(['a', 'zz'])}", ${value()}))`),
  (r, name, value) =>
    lines(`
class ${name.toUpperCase()}(ABC):
    seen = []
    def __init_subclass__(cls, /, tag=None, **rest):
        super().__init_subclass__(**rest)
        cls.tag = tag
        ${name.toUpperCase()}.seen.append(cls.__name__)
    @abstractmethod
    def go(self): ...
class One(${name.toUpperCase()}, tag=${value('str')}):
    def go(self, *args, **kwargs):
        return super().go() or (args, kwargs)
show(lambda: One().go(${value()}, k=${value()}))
show(lambda: ${name.toUpperCase()}())
show(lambda: One.${r.pick(['tag', 'seen', '__mro__', 'nope', '__abstractmethods__'])})`),
  (r, name, value) =>
    lines(`
log = logging.getLogger("${name}")
log.handlers[:] = [logging.StreamHandler(sys.stdout)]
log.propagate = False
log.handlers[0].setFormatter(logging.Formatter("${r.pick(['%(levelname)s:%(name)s:%(message)s', '%(levelname)-8s %(message)s', '[%(lineno)d] %(funcName)s %(message)s'])}"))
log.setLevel(logging.${r.pick(['DEBUG', 'INFO', 'WARNING'])})
log.info("info %s", ${value()})
log.warning("%r and %r", ${value()}, ${value()})
log.debug(${value('str')})
try:
    ${value()} + None
except TypeError:
    log.error("failed", exc_info=${r.pick(['True', 'False'])})`),
  (r, _name, value) =>
    lines(`
p = pathlib.PurePosixPath(${r.pick(['"/srv/app/models.py"', '"a/../b.tar.gz"', '""', `str(${value()})`, '"/"'])})
show(lambda: (p, p.name, p.stem, p.suffix, p.parent, p.parts, list(p.parents)[:2]))
show(lambda: p / ${r.pick(['"x"', '"/abs"', value()])})
show(lambda: p.with_suffix(${r.pick(['".txt"', '"txt"', '""'])}))
show(lambda: p.relative_to(${r.pick(['"/srv"', '"/other"', '"a"'])}))
show(lambda: os.path.join(${value('str')}, ${r.pick(['"b"', '"/c"', value()])}))`),
  (r, _name, value) =>
    lines(`
out = io.StringIO()
writer = csv.${r.pick(['writer(out)', 'writer(out, delimiter=";")', 'writer(out, quoting=csv.QUOTE_ALL)'])}
show(lambda: writer.writerow(${value('list')}))
show(lambda: writer.writerow([${value()}, ${value('str')}, ${value('float')}]))
print(repr(out.getvalue()))
show(lambda: list(csv.DictReader(io.StringIO("a,b\\n1,2\\n" + str(${value()})))))`),
  (r, name, value) =>
    lines(`
async def ${name}(x):
    await asyncio.sleep(0)
    ${r.pick(['return x', 'raise ValueError("in task")', 'return x + x'])}
async def main():
    made = asyncio.create_task(${name}(${value()}))
    print(await asyncio.gather(${name}(${value()}), made, return_exceptions=True))
    return ${r.pick(['await made', '1', `[i async for i in numbers()]`])}
async def numbers():
    for i in range(3):
        yield i
show(lambda: asyncio.run(main()))`),
  (r, name, value) =>
    lines(`
class ${name.toUpperCase()}:
    def __init__(self, v):
        self.v = v
    def __getattr__(self, n):
        ${r.pick(['raise AttributeError(n)', 'return n', 'return self.v'])}
    def __${r.pick(['add', 'eq', 'lt', 'contains', 'getitem', 'call', 'mul'])}__(self, other):
        return ${r.pick(['NotImplemented', 'other', 'self', 'self.v'])}
    def __${r.pick(['len', 'bool', 'iter', 'str', 'repr', 'hash', 'int', 'index'])}__(self):
        return ${r.pick(['1', '"text"', 'True', 'iter([1])', '-1'])}
it = ${name.toUpperCase()}(${value()})
show(lambda: it + ${value()})
show(lambda: it == ${value()})
show(lambda: (${value()}) in it)
show(lambda: it[${value()}])
show(lambda: it(${value()}))
show(lambda: (len(it), bool(it), list(it)))
show(lambda: it.zzz)
show(lambda: int(it))
show(lambda: f"{it!s:>12}|")`),
  (r, name, value) =>
    lines(`
def ${name}(kind: typing.Optional[int] = None, *rest: "str", **more) -> typing.Dict[str, ${r.pick(['int', 'typing.Any', 'list[int]'])}]:
    total = 0
    def add(n):
        nonlocal total
        total += n
        return total
    try:
        return {"sum": [add(x) for x in ${value('list')}], "kind": kind}
    except TypeError as e:
        print("no sum:", e)
    finally:
        print("total", total)
show(lambda: ${name}(${value()}, *${value()}))
show(lambda: ${name}.__annotations__)
show(lambda: typing.get_type_hints(${name}))`),
];
