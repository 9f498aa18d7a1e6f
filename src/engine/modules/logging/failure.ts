/** What logging prints where a record cannot be formatted: the program goes on. Answers to: Handler.handleError. */
import { tracebackOf } from '../../python/evaluate/library-code.ts';
import { PyException, type TracebackEntry } from '../../python/values/exceptions/exceptions.ts';
import { formatException } from '../../python/values/exceptions/traceback.ts';
import type { FrameView, Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';

const FILE = '/usr/local/lib/python3.11/logging/__init__.py';

type Step = readonly [line: number, name: string];

/** The functions of CPython 3.11's logging that an error of formatting passes through, and their lines. */
const EMIT: readonly Step[] = [
  [1110, 'emit'],
  [953, 'format'],
];
const MESSAGE: readonly Step[] = [...EMIT, [687, 'format'], [377, 'getMessage']];
/** Where the format of a formatter is read, not the message. */
export const STYLE: readonly Step[] = [...EMIT, [690, 'format'], [659, 'formatMessage']];

/** @param steps outermost first */
export const loggingFrames = (steps: readonly Step[]): TracebackEntry[] =>
  tracebackOf(steps.map(([line, name]) => ({ file: FILE, line, name })));

/** Adds the frames of a message to an error that has none of logging yet. */
function completed(error: PyException): PyException {
  error.raised = true;
  if (!error.traceback.some(({ file }) => file === FILE)) error.traceback.push(...loggingFrames(MESSAGE));
  return error;
}

/** @param frame of the logging call @throws what is no exception of Python */
export function reportFailure(
  call: Interpreter,
  thrown: unknown,
  msg: Value,
  args: Value,
  frame: FrameView | undefined,
): void {
  const error = call.toException(thrown);
  if (!(error instanceof PyException)) throw error;
  if (!call.truth(call.getAttribute(call.importModule('logging'), 'raiseExceptions') ?? true)) return;
  const source = (path: string) => call.process.machine.files.read(path);
  const text = formatException({ python: call, source, plain: true }, completed(error));
  const lines = ['--- Logging error ---', text.trimEnd(), 'Call stack:'];
  const stack: string[] = [];
  for (let at = frame; at; at = at.back) {
    const line = source(at.file)?.split('\n')[at.line - 1]?.trim();
    stack.unshift(`  File "${at.file}", line ${at.line}, in ${at.name}${line ? `\n    ${line}` : ''}`);
  }
  lines.push(...stack, `Message: ${call.repr(msg)}`, `Arguments: ${call.repr(args)}`);
  call.process.stderr.write(`${lines.join('\n')}\n`);
}
