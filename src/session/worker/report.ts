/** What the worker says while it works: output, in pieces, and how far the start has come. */
import type { Answer, BootProgress, OutputPiece } from '../protocol.ts';

type Send = (answer: Answer) => void;

const IMMEDIATELY = 16;

export interface OutputReport {
  /** From now on output is that of this request. @param skip how many replayed steps come first. */
  begin(request: number, skip?: number): void;
  /** The command's time begins anew. */
  rearm(): void;
  /** A replayed step is done. */
  stepDone(): void;
  write(piece: OutputPiece): void;
  /** Sends what is left. */
  end(): void;
  /** Drops what is left. */
  forget(): void;
}

/** Gathers small writes into one message every few milliseconds; a replay's output is dropped. */
export function newOutput(send: Send): OutputReport {
  let id: number | undefined;
  let silent = 0;
  let pieces: OutputPiece[] = [];
  let flushed = 0;
  const flush = () => {
    if (id !== undefined) for (const piece of pieces) send({ kind: 'output', id, piece });
    pieces = [];
    flushed = performance.now();
  };
  return {
    begin(request, skip = 0) {
      id = request;
      silent = skip;
      pieces = [];
    },
    rearm() {
      if (id !== undefined) send({ kind: 'again', id });
    },
    stepDone() {
      silent -= 1;
    },
    write(piece) {
      if (id === undefined || silent > 0) return;
      const last = pieces.at(-1);
      if (last?.stream === piece.stream)
        pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
      else pieces.push(piece);
      if (performance.now() - flushed > IMMEDIATELY) flush();
    },
    end() {
      flush();
      id = undefined;
    },
    forget() {
      id = undefined;
      pieces = [];
    },
  };
}

export interface ProgressReport {
  download(receivedBytes: number, totalBytes: number | undefined): void;
  start(): void;
  replay(stepsDone: number, stepsTotal: number): void;
  ready(): void;
}

/** Tells each change of the progress. */
export function newProgress(send: Send): ProgressReport {
  let state: BootProgress = {
    phase: 'download',
    receivedBytes: 0,
    totalBytes: undefined,
    stepsDone: 0,
    stepsTotal: 0,
  };
  const say = (change: Partial<BootProgress>) => {
    state = { ...state, ...change };
    send({ kind: 'progress', progress: state });
  };
  return {
    download: (receivedBytes, totalBytes) => say({ receivedBytes, totalBytes }),
    start: () => say({ phase: 'start' }),
    replay: (stepsDone, stepsTotal) => say({ phase: 'replay', stepsDone, stepsTotal }),
    ready: () => say({ phase: 'ready' }),
  };
}
