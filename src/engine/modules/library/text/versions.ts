/** `distutils.version`: version numbers that compare. Answers to: CPython's distutils/version.py (behaviour). */
import { pythonModule } from '../../library.ts';

export const distutilsVersionModule = pythonModule(
  'distutils.version',
  String.raw`
import re as _re


class Version:
    def __init__(self, vstring=None):
        if vstring:
            self.parse(vstring)

    def __repr__(self):
        return "%s ('%s')" % (type(self).__name__, self)

    def _compared(self, other):
        if isinstance(other, str):
            other = type(self)(other)
        elif not isinstance(other, type(self)):
            return NotImplemented
        mine, theirs = self._key(), other._key()
        return (mine > theirs) - (mine < theirs)

    def _holds(self, other, test):
        order = self._compared(other)
        return order if order is NotImplemented else test(order)

    def __eq__(self, other):
        return self._holds(other, lambda order: order == 0)

    def __lt__(self, other):
        return self._holds(other, lambda order: order < 0)

    def __le__(self, other):
        return self._holds(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._holds(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._holds(other, lambda order: order >= 0)


class StrictVersion(Version):
    version_re = _re.compile(r"(\d+)\.(\d+)(?:\.(\d+))?(?:([ab])(\d+))?", _re.ASCII)

    def parse(self, vstring):
        found = self.version_re.fullmatch(vstring)
        if not found:
            raise ValueError("invalid version number '%s'" % vstring)
        major, minor, patch, letter, number = found.groups()
        self.version = (int(major), int(minor), int(patch or 0))
        self.prerelease = (letter, int(number)) if letter else None

    def __str__(self):
        shown = self.version if self.version[2] else self.version[:2]
        text = ".".join(map(str, shown))
        return text + "%s%d" % self.prerelease if self.prerelease else text

    def _key(self):
        return self.version, self.prerelease is None, self.prerelease or ()


class LooseVersion(Version):
    component_re = _re.compile(r"(\d+|[a-z]+|\.)", _re.VERBOSE)

    def parse(self, vstring):
        self.vstring = vstring
        parts = [part for part in self.component_re.split(vstring) if part and part != "."]
        self.version = [int(part) if part.isdigit() else part for part in parts]

    def __str__(self):
        return self.vstring

    def __repr__(self):
        return "LooseVersion ('%s')" % self

    def _key(self):
        return self.version
`,
);
