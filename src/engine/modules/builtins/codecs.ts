/** Text to bytes and back, as `str.encode` and `bytes.decode` do: names of encodings, the ways to treat errors. */
import { type PyException, raise } from '../../python/values/exceptions/exceptions.ts';
import { escapeDecode, escapeEncode } from './codecs/escapes.ts';
import type { Flaw, Mend } from './codecs/flaw.ts';
import { koreanDecode, koreanEncode } from './codecs/korean.ts';
import { singleByteDecode, singleByteEncode } from './codecs/single-byte.ts';
import { utf8Decode, utf8Encode } from './codecs/utf8.ts';
import { wideDecode, wideEncode } from './codecs/wide.ts';

/** One encoding: both ways, each asking `mend` about what does not fit. */
interface Codec {
  /** As messages name it. */
  readonly name: string;
  readonly encode: (text: string, mend: Mend<Uint8Array>) => Uint8Array;
  readonly decode: (bytes: Uint8Array, mend: Mend<string>) => string;
}

const singleByte = (name: string): Codec => ({
  name: name === 'cp1252' ? 'charmap' : name,
  encode: (text, mend) => singleByteEncode(name, text, mend),
  decode: (bytes, mend) => singleByteDecode(name, bytes, mend),
});

const wide = (name: string): Codec => ({
  name,
  encode: (text, mend) => wideEncode(name, text, mend),
  decode: (bytes, mend) => wideDecode(name, bytes, mend),
});

const korean = (name: string): Codec => ({
  name,
  encode: (text, mend) => koreanEncode(text, mend),
  decode: (bytes, mend) => koreanDecode(bytes, mend),
});

const escapes = (name: 'unicodeescape' | 'rawunicodeescape'): Codec => ({
  name,
  encode: (text) => escapeEncode(text, name === 'rawunicodeescape'),
  decode: (bytes, mend) => escapeDecode(bytes, name === 'rawunicodeescape', mend),
});

const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);
const UTF8: Codec = { name: 'utf-8', encode: utf8Encode, decode: utf8Decode };
const UTF8_SIGNED: Codec = {
  name: 'utf-8',
  encode: (text, mend) => Uint8Array.from([...BOM, ...utf8Encode(text, mend)]),
  decode: (bytes, mend) =>
    utf8Decode(BOM.every((byte, index) => bytes[index] === byte) ? bytes.subarray(3) : bytes, mend),
};

const CODECS: Readonly<Record<string, Codec>> = {
  utf_8: UTF8,
  utf8: UTF8,
  u8: UTF8,
  utf_8_sig: UTF8_SIGNED,
  ascii: singleByte('ascii'),
  us_ascii: singleByte('ascii'),
  latin_1: singleByte('latin-1'),
  latin1: singleByte('latin-1'),
  iso_8859_1: singleByte('latin-1'),
  iso8859_1: singleByte('latin-1'),
  l1: singleByte('latin-1'),
  cp1252: singleByte('cp1252'),
  windows_1252: singleByte('cp1252'),
  utf_16: wide('utf-16'),
  utf16: wide('utf-16'),
  utf_16_le: wide('utf-16-le'),
  utf_16_be: wide('utf-16-be'),
  utf_32: wide('utf-32'),
  utf32: wide('utf-32'),
  utf_32_le: wide('utf-32-le'),
  utf_32_be: wide('utf-32-be'),
  cp949: korean('cp949'),
  ms949: korean('cp949'),
  euc_kr: korean('euc_kr'),
  euckr: korean('euc_kr'),
  unicode_escape: escapes('unicodeescape'),
  raw_unicode_escape: escapes('rawunicodeescape'),
};

/** The encoding of a name as a learner writes it. @throws LookupError of Python */
function codec(encoding: string): Codec {
  const found = CODECS[encoding.toLowerCase().replace(/[- ]/g, '_')];
  if (!found) throw raise('LookupError', `unknown encoding: ${encoding}`);
  return found;
}

/** `text.encode(encoding, errors)` @throws LookupError, UnicodeEncodeError of Python */
export function encode(text: string, encoding: string, errors: string): Uint8Array {
  const { name, encode: write } = codec(encoding);
  const all = [...text];
  return write(text, (flaw) => {
    const replaced = replacement(all.slice(flaw.start, flaw.end), errors);
    if (replaced === undefined) throw encodeError(name, text, all, flaw);
    return typeof replaced === 'string' ? write(replaced, () => new Uint8Array()) : replaced;
  });
}

/** What an error handler puts in the place of characters; undefined for 'strict'. @throws LookupError of Python */
function replacement(characters: readonly string[], errors: string): string | Uint8Array | undefined {
  const code = (character: string) => character.codePointAt(0)!;
  const each = (write: (code: number) => string) =>
    characters.map((character) => write(code(character))).join('');
  switch (errors) {
    case 'strict':
      return undefined;
    case 'ignore':
      return '';
    case 'replace':
      return each(() => '?');
    case 'backslashreplace':
      return each(escaped);
    case 'xmlcharrefreplace':
      return each((value) => `&#${value};`);
    case 'surrogateescape':
    case 'surrogatepass':
      return surrogates(characters.map(code), errors);
    default:
      throw raise('LookupError', `unknown error handler name '${errors}'`);
  }
}

function surrogates(codes: readonly number[], errors: string): Uint8Array | undefined {
  if (errors === 'surrogateescape')
    return codes.every((code) => code >= 0xdc80 && code <= 0xdcff)
      ? Uint8Array.from(codes, (code) => code - 0xdc00)
      : undefined;
  if (!codes.every((code) => code >= 0xd800 && code <= 0xdfff)) return undefined;
  return Uint8Array.from(
    codes.flatMap((code) => [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]),
  );
}

/** A character by its number: `\xe9`, `\u200b`, `\U0001f600`. */
const escaped = (code: number): string => {
  const digits = code.toString(16);
  if (code > 0xffff) return `\\U${digits.padStart(8, '0')}`;
  return code > 0xff ? `\\u${digits.padStart(4, '0')}` : `\\x${digits.padStart(2, '0')}`;
};

function encodeError(name: string, text: string, all: readonly string[], flaw: Flaw): PyException {
  const { start, end, reason } = flaw;
  const what =
    end - start === 1
      ? `character '${escaped(all[start]!.codePointAt(0)!)}' in position ${start}`
      : `characters in position ${start}-${end - 1}`;
  const error = raise('UnicodeEncodeError', name, text, start, end, reason);
  return withMessage(error, `'${name}' codec can't encode ${what}: ${reason}`);
}

/** `bytes.decode(encoding, errors)` @throws LookupError, UnicodeDecodeError of Python */
export function decode(bytes: Uint8Array, encoding: string, errors: string): string {
  const { name, decode: read } = codec(encoding);
  return read(bytes, (flaw) => {
    const bad = [...bytes.subarray(flaw.start, flaw.end)];
    switch (errors) {
      case 'ignore':
        return '';
      case 'replace':
        return '\ufffd';
      case 'backslashreplace':
        return bad.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
      case 'surrogateescape':
        return bad.map((byte) => String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte)).join('');
      case 'strict':
        throw decodeError(name, bytes, flaw);
      default:
        throw raise('LookupError', `unknown error handler name '${errors}'`);
    }
  });
}

function decodeError(name: string, bytes: Uint8Array, { start, end, reason }: Flaw): PyException {
  const shown = /^utf-(16|32)$/.test(name) ? `${name}-le` : name;
  const error = raise('UnicodeDecodeError', shown, bytes, start, end, reason);
  const byte = (bytes[start] ?? 0).toString(16).padStart(2, '0');
  const what =
    end - start === 1 ? `byte 0x${byte} in position ${start}` : `bytes in position ${start}-${end - 1}`;
  return withMessage(error, `'${shown}' codec can't decode ${what}: ${reason}`);
}

function withMessage(error: PyException, message: string): PyException {
  error.attrs = new Map([['.message', message]]);
  return error;
}
