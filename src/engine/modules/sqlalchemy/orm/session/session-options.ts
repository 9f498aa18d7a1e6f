/** What a session is made with. */
import type { Value } from '../../../../python/values/value.ts';

export interface SessionOptions {
  readonly bind: Value;
  readonly autoflush: boolean;
  readonly expireOnCommit: boolean;
  /** Whether a transaction begins where one is needed. */
  readonly autobegin: boolean;
  /** Whether it can be used again once it is closed: `close_resets_only`. */
  readonly reopens: boolean;
  /** `join_transaction_mode` */
  readonly joining?: Value;
  /** `query_cls`, what `query()` makes. */
  readonly queryClass?: Value;
}
