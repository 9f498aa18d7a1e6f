/** `hmac`. */
import { pythonModule } from '../../library.ts';

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
