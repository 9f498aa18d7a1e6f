/** What a program that ends by SystemExit leaves behind. Answers to: CPython, Python/pythonrun.c (_Py_HandleSystemExit). */
import type { Process } from '../../machine.ts';
import { PyTuple } from '../values/containers/containers.ts';
import type { PyException } from '../values/exceptions/exceptions.ts';
import { str } from '../values/text.ts';

/** The exit status; a code that is no number is printed, and counts as 1. */
export function exitStatus({ stderr }: Process, { args }: PyException): number {
  const code = args.length === 0 ? null : args.length === 1 ? args[0]! : new PyTuple(args);
  if (code === null) return 0;
  if (typeof code === 'number') return code & 255;
  if (typeof code === 'boolean') return code ? 1 : 0;
  stderr.write(`${str(code)}\n`);
  return 1;
}
