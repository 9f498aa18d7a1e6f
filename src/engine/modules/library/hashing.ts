/** `hashlib`, `hmac`, `secrets`, `base64`, `binascii`. */
import { raise, typeError, valueError } from '../../python/values/exceptions.ts';
import { type NativeModule, nativeFunction } from '../../python/values/native.ts';
import { plain, type Value } from '../../python/values/value.ts';
import { md5 } from '../../stdlib/md5.ts';
import { sha1, sha224, sha256, sha384, sha512 } from '../../stdlib/sha2.ts';
import { pythonModule } from '../library.ts';

const ALGORITHMS: Readonly<Record<string, (message: Uint8Array) => Uint8Array>> = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
};

const digest = nativeFunction('_digest', 'name, data', (_call, name: string, data: Value) => {
  const algorithm = ALGORITHMS[name];
  if (!algorithm) throw valueError(`unsupported hash type ${name}`);
  const bytes = plain(data);
  if (!(bytes instanceof Uint8Array)) throw typeError('object supporting the buffer API required');
  return algorithm(bytes);
});

const randomBytes = nativeFunction('_random_bytes', 'count', (call, count: number) =>
  call.process.machine.randomBytes(count),
);

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encode64(bytes: Uint8Array): Uint8Array {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    out += ALPHABET[bits >> 18]! + ALPHABET[(bits >> 12) & 63]!;
    out += left > 1 ? ALPHABET[(bits >> 6) & 63]! : '=';
    out += left > 2 ? ALPHABET[bits & 63]! : '=';
  }
  return new TextEncoder().encode(out);
}

/** The bytes, or what is wrong with the text. */
function decode64(text: string): Uint8Array | string {
  const digits = [...text].filter((character) => ALPHABET.includes(character));
  const padding = (text.match(/=/g) ?? []).length;
  if (digits.length % 4 === 1) {
    return `Invalid base64-encoded string: number of data characters (${digits.length}) cannot be 1 more than a multiple of 4`;
  }
  if (digits.length % 4 !== 0 && (digits.length + padding) % 4 !== 0) return 'Incorrect padding';
  const out: number[] = [];
  for (let at = 0; at < digits.length; at += 4) {
    const part = digits.slice(at, at + 4).map((digit) => ALPHABET.indexOf(digit));
    const bits = (part[0]! << 18) | ((part[1] ?? 0) << 12) | ((part[2] ?? 0) << 6) | (part[3] ?? 0);
    out.push(...[bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, part.length - 1));
  }
  return Uint8Array.from(out);
}

const natives: NativeModule['names'] = {
  _encode64: () =>
    nativeFunction('_encode64', 'data', (_call, data: Value) => {
      const bytes = plain(data);
      if (bytes instanceof Uint8Array) return encode64(bytes);
      throw raise('TypeError', "a bytes-like object is required, not 'str'");
    }),
  _decode64: () => nativeFunction('_decode64', 'text', (_call, text: string) => decode64(text)),
};

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

export const hmacModule = pythonModule(
  'hmac',
  String.raw`
import hashlib as _hashlib


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        make = (lambda data=b"": _hashlib.new(digestmod, data)) if isinstance(digestmod, str) else digestmod
        self._make = make
        inner = make()
        self.digest_size, self.block_size = inner.digest_size, inner.block_size
        self.name = "hmac-" + inner.name
        if len(key) > self.block_size:
            key = make(bytes(key)).digest()
        key = bytes(key) + b"\0" * (self.block_size - len(key))
        self._outer_key = bytes(b ^ 0x5C for b in key)
        self._message = bytes(b ^ 0x36 for b in key)
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._message += msg

    def digest(self):
        return self._make(self._outer_key + self._make(self._message).digest()).digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    return a == b
`,
);

export const secretsModule = pythonModule(
  'secrets',
  String.raw`
import base64 as _base64
import hmac as _hmac
from random import SystemRandom


def compare_digest(a, b, /):
    return _hmac.compare_digest(a, b)


DEFAULT_ENTROPY = 32


def token_bytes(nbytes=None):
    return _random_bytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return _base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


def randbits(k):
    return int.from_bytes(_random_bytes((k + 7) // 8), "big") >> (-k % 8)


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    bits = exclusive_upper_bound.bit_length()
    value = randbits(bits)
    while value >= exclusive_upper_bound:
        value = randbits(bits)
    return value


def choice(seq):
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[randbelow(len(seq))]
`,
  { _random_bytes: () => randomBytes },
);

export const base64Module = pythonModule(
  'base64',
  String.raw`
import binascii as _binascii


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    return bytes(s)


def b64encode(s, altchars=None):
    encoded = _binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        encoded = encoded.replace(b"+", altchars[:1]).replace(b"/", altchars[1:])
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        s = s.replace(altchars[:1], b"+").replace(altchars[1:], b"/")
    return _binascii.a2b_base64(s)


def standard_b64encode(s): return b64encode(s)
def standard_b64decode(s): return b64decode(s)
def urlsafe_b64encode(s): return b64encode(s, b"-_")
def urlsafe_b64decode(s): return b64decode(s, b"-_")
def encodebytes(s): return b"".join(b64encode(s[at : at + 57]) + b"\n" for at in range(0, len(s), 57))
def decodebytes(s): return b64decode(s)
def b16encode(s): return bytes(s).hex().upper().encode()
def b16decode(s, casefold=False): return bytes.fromhex(_bytes(s).decode())


_B32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def b32encode(s):
    s = bytes(s)
    bits = "".join(format(byte, "08b") for byte in s)
    bits += "0" * (-len(bits) % 5)
    text = "".join(_B32[int(bits[i : i + 5], 2)] for i in range(0, len(bits), 5))
    return (text + "=" * (-len(text) % 8)).encode()


def b32decode(s, casefold=False, map01=None):
    text = _bytes(s).decode()
    if casefold:
        text = text.upper()
    if len(text) % 8:
        raise _binascii.Error("Incorrect padding")
    text = text.rstrip("=")
    try:
        bits = "".join(format(_B32.index(c), "05b") for c in text)
    except ValueError:
        raise _binascii.Error("Non-base32 digit found") from None
    return bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits) - len(bits) % 8, 8))
`,
);

export const binasciiModule = pythonModule(
  'binascii',
  String.raw`
class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def b2a_base64(data, /, *, newline=True):
    return _encode64(data) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    found = _decode64(data if isinstance(data, str) else bytes(data).decode("latin-1"))
    if isinstance(found, str):
        raise Error(found)
    return found


def hexlify(data, sep=None, bytes_per_sep=1):
    return bytes(data).hex().encode()


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


b2a_hex = hexlify
a2b_hex = unhexlify


def crc32(data, value=0, /):
    value ^= 0xFFFFFFFF
    for byte in bytes(data):
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ (0xEDB88320 if value & 1 else 0)
    return value ^ 0xFFFFFFFF
`,
  natives,
);

export const HASHING_MODULES = [hashlibModule, hmacModule, secretsModule, base64Module, binasciiModule];
