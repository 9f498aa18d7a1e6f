/** `session.new`, `session.dirty`: sets of instances. Answers to: sqlalchemy/util/_collections.py (IdentitySet). */
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';

class IdentitySet {
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    this.items = items;
  }
}

/** A set that tells its instances apart by identity. */
export const identitySet = (items: readonly Value[]): Value => new IdentitySet(items);

nativeClass({
  name: 'IdentitySet',
  module: 'sqlalchemy.util._collections',
  host: IdentitySet,
  iterate: (self: IdentitySet) => self.items,
  len: (self: IdentitySet) => self.items.length,
  contains: (self: IdentitySet, one: Value) => self.items.includes(one),
  repr: (self: IdentitySet, call) => `IdentitySet([${self.items.map((one) => call.repr(one)).join(', ')}])`,
});
