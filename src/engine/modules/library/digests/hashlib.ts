/** `hashlib`. */
import { pythonModule } from '../../library.ts';
import { digest } from './digest-natives.ts';

export const hashlibModule = pythonModule(
  'hashlib',
  String.raw`
algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
algorithms_available = set(algorithms_guaranteed)
_SIZES = {"md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64), "sha384": (48, 128), "sha512": (64, 128)}


class _Hash:
    def __init__(self, name, data=b""):
        if name not in _SIZES:
            raise ValueError("unsupported hash type " + name)
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._data = b""
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        self._data += bytes(data)

    def digest(self):
        return _digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _Hash(self.name, self._data)

    def __repr__(self):
        return "<%s _hashlib.HASH object @ 0x7f0000000000>" % self.name


def new(name, data=b"", **kwargs):
    return _Hash(name.lower(), data)


def md5(string=b"", *, usedforsecurity=True): return _Hash("md5", string)
def sha1(string=b"", *, usedforsecurity=True): return _Hash("sha1", string)
def sha224(string=b"", *, usedforsecurity=True): return _Hash("sha224", string)
def sha256(string=b"", *, usedforsecurity=True): return _Hash("sha256", string)
def sha384(string=b"", *, usedforsecurity=True): return _Hash("sha384", string)
def sha512(string=b"", *, usedforsecurity=True): return _Hash("sha512", string)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac

    size = _SIZES[hash_name][0]
    dklen = size if dklen is None else dklen
    out = b""
    block = 1
    while len(out) < dklen:
        step = hmac.digest(password, salt + block.to_bytes(4, "big"), hash_name)
        total = int.from_bytes(step, "big")
        for _ in range(iterations - 1):
            step = hmac.digest(password, step, hash_name)
            total ^= int.from_bytes(step, "big")
        out += total.to_bytes(size, "big")
        block += 1
    return out[:dklen]
`,
  { _digest: () => digest },
);
