/** Python's file objects as streams of the engine, and back. */
import type { Output } from '../machine.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import type { Value } from '../python/values/value.ts';

/** An engine stream that writes to a Python object. */
class PythonStream implements Output {
  readonly target: Value;
  readonly #call: Interpreter;

  constructor(call: Interpreter, target: Value) {
    this.#call = call;
    this.target = target;
  }

  write(text: string): void {
    this.#call.callMethod(this.target, 'write', text);
  }

  flush(): void {
    if (this.#call.getAttribute(this.target, 'flush') !== undefined)
      this.#call.callMethod(this.target, 'flush');
  }
}

/** `sys.stdout`, `sys.stderr` and any other object with `write`. */
export const toOutput = (call: Interpreter, target: Value): Output => new PythonStream(call, target);

/** The Python object of a stream. */
export function fromOutput(call: Interpreter, output: Output): Value {
  if (output instanceof PythonStream) return output.target;
  return call.importName(output === call.process.stderr ? 'sys.stderr' : 'sys.stdout');
}
