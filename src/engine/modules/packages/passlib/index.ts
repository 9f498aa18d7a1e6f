/** `passlib`: a context of hashing schemes is made; hashing itself is not simulated. Answers to: passlib 1.7. */
import { textPackage } from '../text-package.ts';

const CONTEXT = String.raw`
from passlib import hash as _hash


class CryptContext:
    def __init__(self, schemes=None, policy=None, **kwds):
        self._schemes = tuple(schemes.replace(",", " ").split() if isinstance(schemes, str) else schemes or ())
        self._options = kwds

    def schemes(self, resolve=False):
        return self._schemes

    def default_scheme(self, category=None):
        return self._options.get("default") or self._schemes[0]

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(getattr(_hash, self.default_scheme()), name)
`;

/** Its modules. */
export const PASSLIB_MODULES = textPackage('passlib', {
  passlib: '\n__version__ = "1.7.4"\n',
  'passlib.context': CONTEXT,
  'passlib.hash': '',
});
