/** What a session is made with. */
import type { Value } from '../../../../python/values/value.ts';

export interface SessionOptions {
  readonly bind: Value;
  readonly autoflush: boolean;
  readonly expireOnCommit: boolean;
  /** `join_transaction_mode` */
  readonly joining?: Value;
  /** `query_cls`, what `query()` makes. */
  readonly queryClass?: Value;
}
