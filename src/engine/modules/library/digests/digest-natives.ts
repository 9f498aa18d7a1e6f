/** What hashes, random bytes and base64 are made of, as native functions. */
import { raise, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import { md5 } from '../../../stdlib/md5.ts';
import { sha1, sha224, sha256, sha384, sha512 } from '../../../stdlib/sha2.ts';

const ALGORITHMS: Readonly<Record<string, (message: Uint8Array) => Uint8Array>> = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
};

export const digest = nativeFunction('_digest', 'name, data', (_call, name: string, data: Value) => {
  const algorithm = ALGORITHMS[name];
  if (!algorithm) throw valueError(`unsupported hash type ${name}`);
  const bytes = plain(data);
  if (!(bytes instanceof Uint8Array)) throw typeError('object supporting the buffer API required');
  return algorithm(bytes);
});

export const randomBytes = nativeFunction('_random_bytes', 'count', (call, count: number) =>
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

export const natives: NativeModule['names'] = {
  _encode64: () =>
    nativeFunction('_encode64', 'data', (_call, data: Value) => {
      const bytes = plain(data);
      if (bytes instanceof Uint8Array) return encode64(bytes);
      throw raise('TypeError', "a bytes-like object is required, not 'str'");
    }),
  _decode64: () => nativeFunction('_decode64', 'text', (_call, text: string) => decode64(text)),
};
