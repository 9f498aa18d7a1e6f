/** What logging prints where a record cannot be formatted: the program goes on. Answers to: Handler.handleError. */
import { PyException } from '../../python/values/exceptions/exceptions.ts';
import { formatOnly } from '../../python/values/exceptions/traceback.ts';
import type { FrameView, Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';

/** The functions of CPython 3.11's logging that an error of formatting passes through, and their lines. */
const FRAMES = [
  [1110, 'emit'],
  [953, 'format'],
  [687, 'format'],
  [377, 'getMessage'],
] as const;
const FILE = '/usr/local/lib/python3.11/logging/__init__.py';

/** @param frame of the logging call @throws what is no exception of Python */
export function reportFailure(
  call: Interpreter,
  error: unknown,
  msg: Value,
  args: Value,
  frame: FrameView | undefined,
): void {
  if (!(error instanceof PyException)) throw error;
  const source = (path: string) => call.process.machine.files.read(path);
  const lines = ['--- Logging error ---', 'Traceback (most recent call last):'];
  for (const [line, name] of FRAMES) lines.push(`  File "${FILE}", line ${line}, in ${name}`);
  lines.push(formatOnly({ python: call, source, plain: true }, error).trimEnd(), 'Call stack:');
  const stack: string[] = [];
  for (let at = frame; at; at = at.back) {
    const text = source(at.file)?.split('\n')[at.line - 1]?.trim();
    stack.unshift(`  File "${at.file}", line ${at.line}, in ${at.name}${text ? `\n    ${text}` : ''}`);
  }
  lines.push(...stack, `Message: ${call.repr(msg)}`, `Arguments: ${call.repr(args)}`);
  call.process.stderr.write(`${lines.join('\n')}\n`);
}
