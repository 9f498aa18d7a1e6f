/** Python's `uuid.UUID`. */
import { Raise } from '../machine.ts';

export class UUID {
  /** 32 lower-case hex digits. */
  readonly hex: string;

  /** @param hex digits with or without hyphens, braces and "urn:uuid:" @throws ValueError */
  constructor(hex: string) {
    const digits = hex
      .replace('urn:', '')
      .replace('uuid:', '')
      .replace(/^[{}]+|[{}]+$/g, '')
      .replaceAll('-', '');
    if (digits.length !== 32)
      throw new Raise('builtins.ValueError', ['badly formed hexadecimal UUID string']);
    if (!/^[0-9a-fA-F]{32}$/.test(digits)) {
      throw new Raise('builtins.ValueError', [`invalid literal for int() with base 16: '${digits}'`]);
    }
    this.hex = digits.toLowerCase();
  }

  /** @throws ValueError where there are not 16 bytes */
  static fromBytes(bytes: Uint8Array): UUID {
    if (bytes.length !== 16) throw new Raise('builtins.ValueError', ['bytes is not a 16-char string']);
    return new UUID(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }

  static fromInt(value: bigint): UUID {
    if (value < 0n || value >= 1n << 128n) {
      throw new Raise('builtins.ValueError', ['int is out of range (need a 128-bit value)']);
    }
    return new UUID(value.toString(16).padStart(32, '0'));
  }

  /** With the bits of a version set, as `uuid4()` and its like make them. */
  static ofVersion(bytes: Uint8Array, version: number): UUID {
    const copy = Uint8Array.from(bytes.subarray(0, 16));
    copy[6] = (copy[6]! & 0x0f) | (version << 4);
    copy[8] = (copy[8]! & 0x3f) | 0x80;
    return UUID.fromBytes(copy);
  }

  get int(): bigint {
    return BigInt(`0x${this.hex}`);
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  }

  /** 1 to 8 of RFC 4122's variant; else null. */
  get version(): number | null {
    return /[89ab]/.test(this.hex[16]!) ? Number.parseInt(this.hex[12]!, 16) : null;
  }

  compare(other: UUID): number {
    return this.hex < other.hex ? -1 : this.hex > other.hex ? 1 : 0;
  }

  equals(other: unknown): boolean {
    return other instanceof UUID && this.hex === other.hex;
  }

  toString(): string {
    const { hex } = this;
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  repr(): string {
    return `UUID('${this}')`;
  }
}
