/**
 * The order in which CPython walks a set: that of the places in its table, which the hashes of the items decide.
 * Answers to: setobject.c.
 */

import type { Value } from '../value.ts';
import { pythonHash } from './python-hash.ts';

/** Room that was made for `more` items when the set had `at` of them. */
export interface Growth {
  readonly at: number;
  readonly more: number;
}

const SMALLEST = 8;
/** Places that are tried next to the one that a hash names. */
const NEIGHBOURS = 9;
const LARGE = 50_000;

/** A table of places, filled as CPython fills it. */
class Table {
  places: (number | undefined)[] = new Array(SMALLEST).fill(undefined);
  used = 0;
  readonly #hashes: readonly bigint[];
  constructor(hashes: readonly bigint[]) {
    this.#hashes = hashes;
  }
  get mask(): number {
    return this.places.length - 1;
  }
  add(item: number): void {
    this.#place(item);
    this.count();
  }
  /** Says that there is one more, and grows where the table is three fifths full. */
  count(): void {
    this.used++;
    if (this.used * 5 >= this.mask * 3) this.resize(this.used > LARGE ? this.used * 2 : this.used * 4);
  }
  /** Makes room for more items, where there is too little. */
  expect(more: number): void {
    if ((this.used + more) * 5 >= this.mask * 3) this.resize((this.used + more) * 2);
  }
  resize(least: number): void {
    let size = SMALLEST;
    while (size <= least) size *= 2;
    const kept = this.places;
    this.places = new Array(size).fill(undefined);
    for (const item of kept) if (item !== undefined) this.#place(item);
  }
  #place(item: number): void {
    const { mask } = this;
    const hash = BigInt.asUintN(64, this.#hashes[item]!);
    let at = Number(hash & BigInt(mask));
    for (let rest = hash >> 5n; ; rest >>= 5n) {
      const last = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
      for (let place = at; place <= last; place++) {
        if (this.places[place] !== undefined) continue;
        this.places[place] = item;
        return;
      }
      at = Number((BigInt(at) * 5n + 1n + rest) & BigInt(mask));
    }
  }
}

/** How many places the table of so many items has. */
export function tableSize(count: number, growths: readonly Growth[]): number {
  const table = new Table([]);
  let next = 0;
  for (let index = 0; index <= count; index++) {
    for (; growths[next] !== undefined && growths[next]!.at <= index; next++)
      table.expect(growths[next]!.more);
    if (index < count) table.count();
  }
  return table.places.length;
}

/** @param items in the order in which they came */
export function tableOrder(items: readonly Value[], growths: readonly Growth[]): readonly Value[] {
  if (items.length > LARGE) return items;
  const table = new Table(items.map(pythonHash));
  let next = 0;
  for (let index = 0; index < items.length; index++) {
    for (; growths[next] !== undefined && growths[next]!.at <= index; next++)
      table.expect(growths[next]!.more);
    table.add(index);
  }
  return table.places.filter((item) => item !== undefined).map((item) => items[item]!);
}
