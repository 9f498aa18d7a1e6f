/** A line to a worker: requests with their answers, a limit on how long each may take, and its death. */
import type { Answer, Request } from '../protocol.ts';

/** What a worker is to the client; a test may put something else in its place. */
interface WorkerLike {
  post(request: Request): void;
  end(): void;
}

/** @param onDeath the worker threw where nobody caught it. */
export type StartWorker = (
  onAnswer: (answer: Answer) => void,
  onDeath: (reason: string) => void,
) => WorkerLike;

/** Why a request got no answer. */
export type Loss =
  | { readonly kind: 'hung' }
  | { readonly kind: 'died'; readonly reason: string }
  | { readonly kind: 'interrupted' };

/** Thrown to who waits for an answer that will not come. */
export class WorkerLost extends Error {
  readonly loss: Loss;
  constructor(loss: Loss) {
    super(`the worker is gone: ${loss.kind}`);
    this.name = 'WorkerLost';
    this.loss = loss;
  }
}

/** The worker answered that something in us broke. */
export class RequestFailed extends Error {}

/** A request without its number. */
export type Question = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

export interface WorkerLink {
  /**
   * @throws RequestFailed
   * @throws WorkerLost the link is of no use afterwards.
   */
  ask(question: Question, limit: number): Promise<Answer>;
  /** Ends the worker; what is being asked fails with WorkerLost. */
  end(loss: Loss): void;
}

/** A request whose answer has not come. */
interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly limit: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** What answers no request. */
const isSide = (answer: Answer): boolean =>
  !('id' in answer) || answer.kind === 'output' || answer.kind === 'again';

/** A server is being fetched: the command has not begun to take time. A replay has: a journal that never ends must end. */
const beginsAnew = (answer: Answer): boolean =>
  (answer.kind === 'progress' && answer.progress.phase !== 'replay') || answer.kind === 'again';

/**
 * @param onSide gets what answers no request: progress, output, "again", checkpoints.
 * @param onIdleDeath the worker died while nobody waited for it.
 */
export function linkWorker(
  start: StartWorker,
  onSide: (answer: Answer) => void,
  onIdleDeath: (loss: Loss) => void,
): WorkerLink {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let lost: Loss | undefined;

  const worker = start(
    (answer) => {
      if (beginsAnew(answer)) for (const one of waiting.values()) arm(one);
      if (isSide(answer)) onSide(answer);
      else settle(answer as Answer & { readonly id: number });
    },
    (reason) => {
      const idle = waiting.size === 0;
      end({ kind: 'died', reason });
      if (idle) onIdleDeath({ kind: 'died', reason });
    },
  );

  function settle(answer: Answer & { readonly id: number }): void {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    clearTimeout(one?.timer);
    if (answer.kind === 'failed') one?.reject(new RequestFailed(answer.message));
    else one?.resolve(answer);
  }

  function arm(one: Waiting): void {
    clearTimeout(one.timer);
    one.timer = setTimeout(() => end({ kind: 'hung' }), one.limit);
  }

  function end(loss: Loss): void {
    if (lost) return;
    lost = loss;
    worker.end();
    for (const one of waiting.values()) {
      clearTimeout(one.timer);
      one.reject(new WorkerLost(loss));
    }
    waiting.clear();
  }

  return {
    ask(question, limit) {
      if (lost) return Promise.reject(new WorkerLost(lost));
      const id = ++count;
      return new Promise((resolve, reject) => {
        const one: Waiting = { resolve, reject, limit, timer: undefined };
        waiting.set(id, one);
        arm(one);
        worker.post({ ...question, id } as Request);
      });
    },
    end,
  };
}
