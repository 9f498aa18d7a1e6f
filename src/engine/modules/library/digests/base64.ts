/** `base64` and `binascii`. */
import { pythonModule } from '../../library.ts';
import { natives } from './digest-natives.ts';

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
