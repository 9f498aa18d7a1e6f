/** `difflib`: what two sequences have in common, and how one becomes the other. Answers to: CPython 3.11's difflib. */
import { pythonModule } from '../../library.ts';

export const difflibModule = pythonModule(
  'difflib',
  String.raw`
from collections import namedtuple as _namedtuple
from heapq import nlargest as _nlargest

Match = _namedtuple("Match", "a b size", module="difflib")


def _share(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Takes the longest block that both have, then the longest ones before and behind it, and so on."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a, self._blocks, self._steps = a, None, None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b, self._blocks, self._steps, self._counts = b, None, None, None
        places = {}
        for place, item in enumerate(b):
            places.setdefault(item, []).append(place)
        self.bjunk = {item for item in places if self.isjunk and self.isjunk(item)}
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            most = len(b) // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > most}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b = self.a, self.b
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        start_a, start_b, size = alo, blo, 0
        # How long the block is that ends at each place of b, for the item of a before.
        before = {}
        for i in range(alo, ahi):
            ending = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                ending[j] = length = before.get(j - 1, 0) + 1
                if length > size:
                    start_a, start_b, size = i - length + 1, j - length + 1, length
            before = ending
        # Popular items join at both ends, then junk.
        for junk in (False, True):
            while start_a > alo and start_b > blo and (b[start_b - 1] in self.bjunk) == junk and a[start_a - 1] == b[start_b - 1]:
                start_a, start_b, size = start_a - 1, start_b - 1, size + 1
            while start_a + size < ahi and start_b + size < bhi and (b[start_b + size] in self.bjunk) == junk and a[start_a + size] == b[start_b + size]:
                size += 1
        return Match(start_a, start_b, size)

    def get_matching_blocks(self):
        if self._blocks is not None:
            return self._blocks
        left, found = [(0, len(self.a), 0, len(self.b))], []
        while left:
            alo, ahi, blo, bhi = left.pop()
            i, j, size = block = self.find_longest_match(alo, ahi, blo, bhi)
            if not size:
                continue
            found.append(block)
            if alo < i and blo < j:
                left.append((alo, i, blo, j))
            if i + size < ahi and j + size < bhi:
                left.append((i + size, ahi, j + size, bhi))
        blocks = []
        for i, j, size in sorted(found):
            if blocks and blocks[-1].a + blocks[-1].size == i and blocks[-1].b + blocks[-1].size == j:
                last = blocks.pop()
                blocks.append(Match(last.a, last.b, last.size + size))
            else:
                blocks.append(Match(i, j, size))
        blocks.append(Match(len(self.a), len(self.b), 0))
        self._blocks = blocks
        return blocks

    def get_opcodes(self):
        if self._steps is None:
            i = j = 0
            self._steps = []
            for at, to, size in self.get_matching_blocks():
                if i < at or j < to:
                    kind = "replace" if i < at and j < to else "delete" if i < at else "insert"
                    self._steps.append((kind, i, at, j, to))
                i, j = at + size, to + size
                if size:
                    self._steps.append(("equal", at, i, to, j))
        return self._steps

    def get_grouped_opcodes(self, n=3):
        steps = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        kind, i1, i2, j1, j2 = steps[0]
        if kind == "equal":
            steps[0] = kind, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        kind, i1, i2, j1, j2 = steps[-1]
        if kind == "equal":
            steps[-1] = kind, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for kind, i1, i2, j1, j2 in steps:
            if kind == "equal" and i2 - i1 > 2 * n:
                group.append((kind, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((kind, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        return _share(sum(block.size for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        if self._counts is None:
            self._counts = {}
            for item in self.b:
                self._counts[item] = self._counts.get(item, 0) + 1
        left, matches = dict(self._counts), 0
        for item in self.a:
            if left.get(item, 0) > 0:
                matches += 1
            left[item] = left.get(item, 0) - 1
        return _share(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _share(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher, found = SequenceMatcher(), []
    matcher.set_seq2(word)
    for other in possibilities:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), other))
    return [other for _, other in _nlargest(n, found)]


def _check(a, b, *texts):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError("lines to compare must be str, not %s (%r)" % (type(lines[0]).__name__, lines[0]))
    for text in texts:
        if not isinstance(text, str):
            raise TypeError("all arguments must be str, not: %r" % (text,))


def _heads(before, after, names, dates, lineterm):
    for sign, name, date in zip((before, after), names, dates):
        yield "%s %s%s%s" % (sign, name, "\t" + date if date else "", lineterm)


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    return "%d,%d" % (start + 1 if length else start, length)


def _context_range(start, stop):
    length = stop - start
    first = start + 1 if length else start
    return str(first) if length <= 1 else "%d,%d" % (first, first + length - 1)


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _heads("---", "+++", (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
        first, last = group[0], group[-1]
        yield "@@ -%s +%s @@%s" % (_unified_range(first[1], last[2]), _unified_range(first[3], last[4]), lineterm)
        for kind, i1, i2, j1, j2 in group:
            if kind == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if kind != "insert":
                for line in a[i1:i2]:
                    yield "-" + line
            if kind != "delete":
                for line in b[j1:j2]:
                    yield "+" + line


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    signs = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _heads("***", "---", (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
        first, last = group[0], group[-1]
        kinds = {step[0] for step in group}
        yield "***************" + lineterm
        yield "*** %s ****%s" % (_context_range(first[1], last[2]), lineterm)
        if kinds & {"replace", "delete"}:
            for kind, i1, i2, _, _ in group:
                if kind != "insert":
                    for line in a[i1:i2]:
                        yield signs[kind] + line
        yield "--- %s ----%s" % (_context_range(first[3], last[4]), lineterm)
        if kinds & {"replace", "insert"}:
            for kind, _, _, j1, j2 in group:
                if kind != "delete":
                    for line in b[j1:j2]:
                        yield signs[kind] + line
`,
);
