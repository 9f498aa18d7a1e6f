/** Blocks of TypeScript rooms for Python's `with`. */
import type { Block } from '../../../alembic/runtime/block.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';

import { nothing } from '../bound.ts';

class EnteredBlock {
  readonly block: Block;
  constructor(block: Block) {
    this.block = block;
  }
}

nativeClass({
  name: '_ProxyTransaction',
  module: 'alembic.runtime.migration',
  host: EnteredBlock,
  methods: {
    __enter__: [
      '',
      (_call, self: EnteredBlock) => {
        const entered = self.block.enter() as Value | undefined;
        return self.block.end ? self : (entered ?? null);
      },
    ],
    commit: ['', (_call, self: EnteredBlock) => nothing(self.block.end?.('commit'))],
    rollback: ['', (_call, self: EnteredBlock) => nothing(self.block.end?.('rollback'))],
    __exit__: [
      'type_, value, traceback',
      (_call, self: EnteredBlock, type: Value) => {
        self.block.exit(type !== null);
        return null;
      },
    ],
  },
});

/** What `with` takes. */
export const contextManager = (block: Block): Value => new EnteredBlock(block);
