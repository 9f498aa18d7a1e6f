/** What the commands share that work on files one after the other. */
import type { Invocation } from '../../program.ts';

/** Runs an action for each operand; 1 where any of them complained. */
export function eachOperand(
  operands: readonly string[],
  action: (name: string) => string | undefined,
): number {
  return operands.map(action).some((complaint) => complaint !== undefined) ? 1 : 0;
}

/** Prints a complaint and answers it. */
export function complain(call: Invocation, text: string): string {
  call.stderr.write(`${call.name}: ${text}\n`);
  return text;
}

/** Complains of an operand that is not there; the exit code. */
export function missing(call: Invocation, what: string): number {
  complain(call, `missing ${what}\nTry '${call.name} --help' for more information.`);
  return 1;
}
