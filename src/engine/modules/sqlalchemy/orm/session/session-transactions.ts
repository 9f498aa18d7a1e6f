/** A session's transaction, over a connection of its own or one that has begun already. Answers to: sqlalchemy/orm/session.py (SessionTransaction). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { MockConnection } from '../../engine/mock-engine.ts';

/** Instances whose rows came or went. */
interface Changes {
  readonly made: Set<PyObject>;
  readonly dropped: Map<PyObject, readonly Value[] | undefined>;
}

interface Level extends Changes {
  /** The savepoint; null for the transaction itself, and until something is run. */
  savepoint: Value;
  failure: string | undefined;
}

const level = (): Level => ({
  savepoint: null,
  made: new Set(),
  dropped: new Map(),
  failure: undefined,
});

/** What `join_transaction_mode` makes of a transaction that runs already; left out: what depends on the connection. */
const JOINED: Readonly<Record<string, 'joined' | 'savepoint'>> = {
  create_savepoint: 'savepoint',
  rollback_only: 'joined',
};

export class SessionTransactions {
  private readonly bind: Value;
  private readonly tell: (call: Interpreter, nested: boolean, connection: Value) => void;
  private open: Value = null;
  /** How the connection's transaction is meant: the session's own, somebody else's, or a savepoint inside one. */
  private mode: 'own' | 'joined' | 'savepoint' = 'own';
  private savepoint: Value = null;
  private levels: Level[] = [];
  private readonly joining: Value;
  /** Whether a transaction begins where one is needed. */
  private automatic: boolean;

  /** @param begun what is told of each transaction that begins on a connection @param joining `join_transaction_mode` @param automatic `autobegin` */
  constructor(
    bind: Value,
    begun: (call: Interpreter, nested: boolean, connection: Value) => void,
    joining: Value = null,
    automatic = true,
  ) {
    this.automatic = automatic;
    this.bind = bind;
    this.joining = joining;
    this.tell = begun;
  }

  get begun(): boolean {
    return this.levels.length > 0;
  }

  get nested(): boolean {
    return this.levels.length > 1;
  }

  /** Why nothing can be done before a rollback. */
  get failure(): string | undefined {
    return this.levels.at(-1)?.failure;
  }

  /** @throws InvalidRequestError where only `begin()` may begin, and where the session is closed for good */
  autobegin(): void {
    if (this.levels.length > 0) return;
    if (this.closed) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        'This Session has been permanently closed and is unable to handle any more transaction requests.',
      ]);
    }
    if (!this.automatic) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        'Autobegin is disabled on this Session; please call session.begin() to start a new transaction',
      ]);
    }
    this.levels.push(level());
  }

  /** `session.begin()` */
  begin(): void {
    const { automatic } = this;
    this.automatic = true;
    try {
      this.autobegin();
    } finally {
      this.automatic = automatic;
    }
  }

  /** `session.close()` of a session that does not open again. */
  closed = false;

  /** The connection; savepoints that were asked for are made now. @throws UnboundExecutionError */
  connection(call: Interpreter): Value {
    this.autobegin();
    if (this.open === null) this.connect(call);
    const open = this.open as Value;
    for (const one of this.levels.slice(1)) {
      if (one.savepoint !== null) continue;
      one.savepoint = call.callMethod(open, 'begin_nested');
      this.tell(call, true, open);
    }
    return open;
  }

  private connect(call: Interpreter): void {
    const { bind } = this;
    if (bind === null) {
      throw new Raise('sqlalchemy.exc.UnboundExecutionError', [
        'Could not locate a bind configured on session; this session has no bind.',
      ]);
    }
    // What answers offline for a connection has no transactions, and cannot be closed: the real session stumbles over the second.
    if (bind instanceof MockConnection) throw call.missingAttribute(bind, 'close');
    const isEngine = call.getAttribute(bind, 'dispose') !== undefined;
    this.open = isEngine ? call.callMethod(bind, 'connect') : bind;
    const running = call.truth(call.callMethod(this.open, 'in_transaction'));
    const joined = typeof this.joining === 'string' ? JOINED[this.joining] : undefined;
    this.mode = !running
      ? 'own'
      : joined !== undefined
        ? joined
        : call.truth(call.callMethod(this.open, 'in_nested_transaction'))
          ? 'savepoint'
          : 'joined';
    if (this.mode === 'own') call.callMethod(this.open, 'begin');
    if (this.mode === 'savepoint') this.savepoint = call.callMethod(this.open, 'begin_nested');
    this.tell(call, false, this.open);
  }

  beginNested(): void {
    this.autobegin();
    this.levels.push(level());
  }

  /** Ends the innermost savepoint. */
  endNested(call: Interpreter, ok: boolean): void {
    const last = this.levels.pop()!;
    if (last.failure === undefined && last.savepoint !== null)
      call.callMethod(last.savepoint, ok ? 'commit' : 'rollback');
    const around = this.levels.at(-1);
    if (ok && around) {
      for (const one of last.made) around.made.add(one);
      for (const [one, identity] of last.dropped) around.dropped.set(one, identity);
    }
    if (!ok) this.kept = merged([last]);
  }

  commit(call: Interpreter): void {
    this.autobegin();
    while (this.levels.length > 1) this.endNested(call, true);
    if (this.open !== null && this.mode === 'own') call.callMethod(this.open, 'commit');
    if (this.savepoint !== null) call.callMethod(this.savepoint, 'commit');
    this.levels = [];
    this.release(call);
  }

  rollback(call: Interpreter): void {
    const failed = this.levels[0]?.failure !== undefined;
    if (!failed) this.rollBackAll(call);
    this.kept = merged(this.levels);
    this.levels = [];
    this.release(call);
  }

  private rollBackAll(call: Interpreter): void {
    if (this.open === null) return;
    if (this.savepoint !== null) call.callMethod(this.savepoint, 'rollback');
    else call.callMethod(this.open, 'rollback');
  }

  private kept: Changes = { made: new Set(), dropped: new Map() };

  /** What the last rollback undid. */
  takeChanges(): Changes {
    const { kept } = this;
    this.kept = { made: new Set(), dropped: new Map() };
    return kept;
  }

  /** A flush went wrong: what it was in is rolled back at once. */
  fail(call: Interpreter, message: string): void {
    const last = this.levels.at(-1);
    if (!last || last.failure !== undefined) return;
    if (this.levels.length === 1) this.rollBackAll(call);
    else if (last.savepoint !== null) call.callMethod(last.savepoint, 'rollback');
    last.failure = message;
    this.kept = merged([last]);
  }

  made(instance: PyObject): void {
    this.levels.at(-1)?.made.add(instance);
  }

  dropped(instance: PyObject, identity: readonly Value[] | undefined): void {
    const last = this.levels.at(-1);
    if (last && !last.made.delete(instance)) last.dropped.set(instance, identity);
  }

  close(call: Interpreter): void {
    if (this.open !== null && this.levels[0]?.failure === undefined) {
      if (this.mode === 'own') call.callMethod(this.open, 'rollback');
      if (this.savepoint !== null) call.callMethod(this.savepoint, 'rollback');
    }
    this.levels = [];
    this.release(call);
  }

  private release(call: Interpreter): void {
    if (this.open !== null && this.open !== this.bind) call.callMethod(this.open, 'close');
    this.open = null;
    this.savepoint = null;
  }
}

function merged(levels: readonly Level[]): Changes {
  const made = new Set(levels.flatMap((one) => [...one.made]));
  const dropped = new Map(levels.flatMap((one) => [...one.dropped]));
  return { made, dropped };
}
