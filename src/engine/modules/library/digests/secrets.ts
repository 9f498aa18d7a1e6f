/** `secrets`. */
import { pythonModule } from '../../library.ts';
import { randomBytes } from './digest-natives.ts';

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
