/** The Mersenne Twister MT19937, seeded and read as CPython's `random` does it. */
const SIZE = 624;
const SHIFT = 397;

export class MersenneTwister {
  private state = new Uint32Array(SIZE);
  private index = SIZE;

  /** @param seed not negative */
  constructor(seed: bigint) {
    const key: number[] = [];
    for (let rest = seed; rest > 0n; rest >>= 32n) key.push(Number(rest & 0xffffffffn));
    this.seedByArray(key.length > 0 ? key : [0]);
  }

  copy(): MersenneTwister {
    const copy = new MersenneTwister(0n);
    copy.state = this.state.slice();
    copy.index = this.index;
    return copy;
  }

  private seedByNumber(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let i = 1; i < SIZE; i++) {
      const last = state[i - 1]! ^ (state[i - 1]! >>> 30);
      state[i] = Math.imul(1812433253, last) + i;
    }
  }

  private seedByArray(key: readonly number[]): void {
    this.seedByNumber(19650218);
    const { state } = this;
    let i = 1;
    let j = 0;
    const mixed = (factor: number) => state[i]! ^ Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), factor);
    const advance = () => {
      if (++i >= SIZE) {
        state[0] = state[SIZE - 1]!;
        i = 1;
      }
    };
    for (let k = Math.max(SIZE, key.length); k > 0; k--) {
      state[i] = mixed(1664525) + key[j]! + j;
      advance();
      if (++j >= key.length) j = 0;
    }
    for (let k = SIZE - 1; k > 0; k--) {
      state[i] = mixed(1566083941) - i;
      advance();
    }
    state[0] = 0x80000000;
    this.index = SIZE;
  }

  private refill(): void {
    const { state } = this;
    for (let i = 0; i < SIZE; i++) {
      const bits = (state[i]! & 0x80000000) | (state[(i + 1) % SIZE]! & 0x7fffffff);
      state[i] = state[(i + SHIFT) % SIZE]! ^ (bits >>> 1) ^ (bits & 1 ? 0x9908b0df : 0);
    }
    this.index = 0;
  }

  /** The next 32 bits. */
  word(): number {
    if (this.index >= SIZE) this.refill();
    let bits = this.state[this.index++]!;
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    return (bits ^ (bits >>> 18)) >>> 0;
  }

  /** At least 0 and below 1, with 53 bits. */
  random(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** So many bits. */
  bits(count: number): bigint {
    let value = 0n;
    for (let taken = 0; taken < count; taken += 32) {
      const width = Math.min(32, count - taken);
      value |= BigInt(this.word() >>> (32 - width)) << BigInt(taken);
    }
    return value;
  }
}
