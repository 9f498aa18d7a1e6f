/** Text to bytes and back, as `str.encode` and `bytes.decode` do. */
import { type PyException, raise } from '../../python/values/exceptions.ts';
import type { Value } from '../../python/values/value.ts';

const NAMES: Readonly<Record<string, 'utf-8' | 'ascii' | 'latin-1'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  ascii: 'ascii',
  'us-ascii': 'ascii',
  'latin-1': 'latin-1',
  latin1: 'latin-1',
  'iso-8859-1': 'latin-1',
  cp1252: 'latin-1',
};

function codec(encoding: string): 'utf-8' | 'ascii' | 'latin-1' {
  const found = NAMES[encoding.toLowerCase().replaceAll('_', '-')];
  if (!found) throw raise('LookupError', `unknown encoding: ${encoding}`);
  return found;
}

/** `text.encode(encoding, errors)` @throws LookupError, UnicodeEncodeError of Python */
export function encode(text: string, encoding: string, errors: string): Uint8Array {
  const name = codec(encoding);
  if (name === 'utf-8') return new TextEncoder().encode(text);
  const limit = name === 'ascii' ? 0x7f : 0xff;
  const bytes: number[] = [];
  for (const [index, character] of [...text].entries()) {
    const code = character.codePointAt(0)!;
    if (code <= limit) bytes.push(code);
    else if (errors === 'replace') bytes.push(63);
    else if (errors === 'backslashreplace') bytes.push(...new TextEncoder().encode(escaped(code)));
    else if (errors !== 'ignore') throw encodeError(name, text, index, code, limit);
  }
  return Uint8Array.from(bytes);
}

const escaped = (code: number) =>
  code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : code > 0xff
      ? `\\u${code.toString(16).padStart(4, '0')}`
      : `\\x${code.toString(16)}`;

function encodeError(name: string, text: string, index: number, code: number, limit: number): PyException {
  const reason = `ordinal not in range(${limit + 1})`;
  const error = raise('UnicodeEncodeError', name, text, index, index + 1, reason);
  return withMessage(
    error,
    `'${name}' codec can't encode character '${escaped(code)}' in position ${index}: ${reason}`,
  );
}

/** `bytes.decode(encoding, errors)` @throws LookupError, UnicodeDecodeError of Python */
export function decode(bytes: Uint8Array, encoding: string, errors: string): string {
  const name = codec(encoding);
  if (name === 'utf-8') return decodeUtf8(bytes, errors);
  let text = '';
  for (const [index, byte] of bytes.entries()) {
    if (name === 'latin-1' || byte < 0x80) text += String.fromCharCode(byte);
    else if (errors === 'replace') text += '\ufffd';
    else if (errors !== 'ignore') throw decodeError('ascii', bytes, index, 'ordinal not in range(128)');
  }
  return text;
}

function decodeUtf8(bytes: Uint8Array, errors: string): string {
  if (errors === 'strict') {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw decodeError('utf-8', bytes, firstBad(bytes), 'invalid start byte');
    }
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return errors === 'ignore' ? text.replaceAll('\ufffd', '') : text;
}

function firstBad(bytes: Uint8Array): number {
  const shown = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return new TextEncoder().encode(shown.slice(0, Math.max(0, shown.indexOf('\ufffd')))).length;
}

function decodeError(name: string, bytes: Uint8Array, index: number, reason: string): PyException {
  const error = raise('UnicodeDecodeError', name, bytes, index, index + 1, reason);
  const byte = (bytes[index] ?? 0).toString(16).padStart(2, '0');
  return withMessage(error, `'${name}' codec can't decode byte 0x${byte} in position ${index}: ${reason}`);
}

function withMessage(error: PyException, message: string): PyException {
  error.attrs = new Map<string, Value>([['.message', message]]);
  return error;
}
