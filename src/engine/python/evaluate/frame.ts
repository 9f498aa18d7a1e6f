/** What running code stands on: frames, cells, code objects, and the closures that programs are compiled to. */
import type { Position } from '../parse/ast.ts';
import { codeClass, frameClass } from '../values/classes/classes.ts';
import { type PyException, raise } from '../values/exceptions/exceptions.ts';
import type { FrameView, Interpreter } from '../values/interpreter.ts';
import { PyObject, type Value } from '../values/value.ts';

/** How a statement ended. */
export const NORMAL = 0;
export const BREAK = 1;
export const CONTINUE = 2;
/** The value is in `frame.result`. */
export const RETURN = 3;
export type Completion = typeof NORMAL | typeof BREAK | typeof CONTINUE | typeof RETURN;

/** A compiled expression. */
export type Eval = (frame: Frame) => Value;
/** A compiled statement. */
export type Exec = (frame: Frame) => Completion;
/** A compiled target: stores a value. */
export type Store = (frame: Frame, value: Value) => void;
/** A compiled statement of a generator, which may pause. */
export type GenExec = (frame: Frame) => Generator<Value, Completion, Value>;

/** A local variable that inner functions share. */
export class Cell {
  value: Value | undefined;
  constructor(value: Value | undefined) {
    this.value = value;
  }
}

/** Where a free variable comes from when a function is made: a slot or a free variable of the frame around. */
export interface Capture {
  readonly from: 'slot' | 'free';
  readonly index: number;
}

/** A compiled function body, class body or module. */
export class Code extends PyObject {
  readonly name: string;
  readonly qualname: string;
  readonly file: string;
  readonly firstLine: number;
  /** Names of the slots, parameters first. */
  readonly slotNames: readonly string[];
  readonly freeNames: readonly string[];
  readonly cellSlots: readonly number[];
  readonly captures: readonly Capture[];
  readonly argumentCount: number;
  run!: Exec;
  /** Set instead of `run` where the body yields. */
  generate: GenExec | undefined;
  asynchronous = false;

  constructor(
    options: Pick<
      Code,
      | 'name'
      | 'qualname'
      | 'file'
      | 'firstLine'
      | 'slotNames'
      | 'freeNames'
      | 'cellSlots'
      | 'captures'
      | 'argumentCount'
    >,
  ) {
    super(codeClass);
    this.name = options.name;
    this.qualname = options.qualname;
    this.file = options.file;
    this.firstLine = options.firstLine;
    this.slotNames = options.slotNames;
    this.freeNames = options.freeNames;
    this.cellSlots = options.cellSlots;
    this.captures = options.captures;
    this.argumentCount = options.argumentCount;
  }

  /** The variables of a function, with or without a value, but those that inner functions share. Answers to: co_varnames. */
  get ownVariables(): string[] {
    const shared = this.cellSlots.filter((slot) => slot >= this.argumentCount);
    return this.slotNames.filter((name, slot) => !name.startsWith('.') && !shared.includes(slot));
  }
}

const NOWHERE: Position = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The state of one call. */
export class Frame extends PyObject implements FrameView {
  readonly code: Code;
  readonly python: Interpreter;
  readonly globals: Map<string, Value>;
  /** Locals and cells. */
  readonly slots: (Value | undefined)[];
  readonly free: readonly Cell[];
  /** The namespace of a module or class body. */
  names: Map<string, Value>;
  /** A class namespace that `__prepare__` made and that wants its own methods called. */
  mapping: Value | undefined = undefined;
  /** The node being executed. */
  at: Position = NOWHERE;
  result: Value = null;
  back: Frame | undefined = undefined;

  constructor(
    code: Code,
    python: Interpreter,
    globals: Map<string, Value>,
    slots: (Value | undefined)[],
    free: readonly Cell[],
    names: Map<string, Value> = globals,
  ) {
    super(frameClass);
    this.at = { ...NOWHERE, lineno: code.firstLine, end_lineno: code.firstLine };
    this.code = code;
    this.python = python;
    this.globals = globals;
    this.slots = slots;
    this.free = free;
    this.names = names;
  }

  get name(): string {
    return this.code.name;
  }
  get file(): string {
    return this.code.file;
  }
  get line(): number {
    return this.at.lineno;
  }

  get ownVariables(): string[] {
    return this.code.ownVariables;
  }

  locals(): Map<string, Value> {
    if (this.code.slotNames.length === 0 || this.names !== this.globals) return this.names;
    const found = new Map<string, Value>();
    const keep = (name: string, value: unknown) => {
      const bare = value instanceof Cell ? value.value : (value as Value | undefined);
      if (bare !== undefined && !name.startsWith('.')) found.set(name, bare);
    };
    const { slotNames, cellSlots, argumentCount, freeNames } = this.code;
    const cells = cellSlots.filter((slot) => slot >= argumentCount);
    for (const [slot, name] of slotNames.entries()) if (!cells.includes(slot)) keep(name, this.slots[slot]);
    // Shared names come after the others, by name.
    for (const slot of cells.toSorted((a, b) => byName(slotNames[a]!, slotNames[b]!)))
      keep(slotNames[slot]!, this.slots[slot]);
    const free = [...freeNames.entries()].sort(([, a], [, b]) => byName(a, b));
    for (const [index, name] of free) keep(name, this.free[index]);
    return found;
  }
}

/** What the evaluator asks of the interpreter beyond what values may. */
export interface Runtime extends Interpreter {
  /** Adds this frame to the traceback of an exception on its way; the exception, or a bug of ours as it is. */
  unwind(frame: Frame, error: unknown): unknown;
  importStatement(frame: Frame, name: string, level: number, names: readonly string[] | undefined): Value;
  importFrom(module: Value, name: string): Value;
  importStar(module: Value, into: Map<string, Value>): void;
  /** The traceback that is printed for an exception. */
  formatException(exception: PyException): string;
  /** The error that stops a program without steps left. */
  exhausted(): PyException;
}

/** The running Python of a frame, with what only the evaluator may ask of it. */
export const runtime = (frame: Frame): Runtime => frame.python as Runtime;

/** Counts a step of a loop or call. @throws where the program has used up its steps */
export function step(frame: Frame): void {
  if (--frame.python.budget < 0) throw runtime(frame).exhausted();
}

/** The cells that a function made in this frame closes over. */
export function capture(code: Code, frame: Frame): Cell[] {
  return code.captures.map(({ from, index }) =>
    from === 'slot' ? (frame.slots[index] as unknown as Cell) : frame.free[index]!,
  );
}

/** Runs a frame's code as a call: counts depth, keeps the stack, adds to tracebacks. */
export function execute(frame: Frame): Value {
  const python = frame.python as Runtime;
  enterFrame(frame, python);
  try {
    frame.code.run(frame);
    return frame.result;
  } catch (error) {
    throw python.unwind(frame, error);
  } finally {
    leaveFrame(frame, python);
  }
}

/** Puts a frame on the stack. @throws RecursionError when it is too deep, and what says that the step budget is used up */
export function enterFrame(frame: Frame, python: Runtime): void {
  if (python.depth >= python.recursionLimit)
    throw raise('RecursionError', 'maximum recursion depth exceeded');
  if (--python.budget < 0) throw python.exhausted();
  python.depth++;
  frame.back = python.frame as Frame | undefined;
  python.frame = frame;
}

/** Takes a frame off the stack again; to be called however its code ended. */
export function leaveFrame(frame: Frame, python: Runtime): void {
  python.frame = frame.back;
  python.depth--;
}

/** Gives the cells of a new frame their place: parameters keep their values. */
export function makeCells(code: Code, slots: (Value | undefined)[]): void {
  for (const slot of code.cellSlots) slots[slot] = new Cell(slots[slot]) as unknown as Value;
}
