/** Compiles `raise` and `assert`. */
import type * as ast from '../../parse/ast.ts';
import { callValue } from '../../values/callable.ts';
import {
  exceptionClass,
  PyException,
  raise,
  runtimeError,
  typeError,
} from '../../values/exceptions/exceptions.ts';
import { truth } from '../../values/truth.ts';
import { PyClass, type Value } from '../../values/value.ts';
import { type Exec, NORMAL } from '../frame.ts';
import type { Compiler } from './compiler.ts';

/** What `raise x` throws for any value. @throws TypeError of Python where that is no exception */
export function exceptionFrom(value: Value, message: string): PyException {
  if (value instanceof PyException) return value;
  if (value instanceof PyClass && value.isSubclassOf(exceptionClass('BaseException'))) {
    const made = callValue(value, []);
    if (made instanceof PyException) return made;
    throw typeError(`calling ${value.name} should have returned an instance of BaseException`);
  }
  throw typeError(message);
}

/** `raise`, `raise error`, `raise error from cause`. @throws RuntimeError where there is nothing to raise again */
export function raiseStatement(compiler: Compiler, node: ast.Raise): Exec {
  const exc = compiler.optional(node.exc);
  const from = compiler.optional(node.cause);
  if (!exc) {
    return (frame) => {
      frame.at = node;
      throw frame.python.handling ?? runtimeError('No active exception to reraise');
    };
  }
  return (frame) => {
    const value = exc(frame);
    const cause = from?.(frame);
    frame.at = node;
    const exception = exceptionFrom(value, 'exceptions must derive from BaseException');
    if (cause !== undefined) {
      exception.cause =
        cause === null ? null : exceptionFrom(cause, 'exception causes must derive from BaseException');
      exception.suppressContext = true;
    }
    exception.passing = undefined;
    throw exception;
  };
}

/** `assert test, message`; a traceback points at the comparison that failed. */
export function assertStatement(compiler: Compiler, node: ast.Assert): Exec {
  const test = compiler.expression(node.test);
  const message = compiler.optional(node.msg);
  const blamed = lastComparison(node.test) ?? node;
  return (frame) => {
    if (truth(test(frame))) return NORMAL;
    const args = message ? [message(frame)] : [];
    frame.at = blamed;
    throw raise('AssertionError', ...args);
  };
}

/** What a failed assertion points at: the comparison that a test ends in, through `not`, `and`, `or` and `if … else`. */
function lastComparison(test: ast.Expr): ast.Expr | undefined {
  switch (test.kind) {
    case 'Compare':
      return test;
    case 'UnaryOp':
      return test.op === 'Not' ? lastComparison(test.operand) : undefined;
    case 'BoolOp':
      return test.values.map(lastComparison).findLast((found) => found !== undefined);
    case 'IfExp':
      return lastComparison(test.orelse) ?? lastComparison(test.body) ?? lastComparison(test.test);
    default:
      return undefined;
  }
}
