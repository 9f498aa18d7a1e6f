/** What `inspect()` knows nothing about. Answers to: sqlalchemy/inspection.py. */
import { Raise } from '../../machine.ts';
import { classOf } from '../../python/values/classes/class-of.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';

/** A NoInspectionAvailable to throw. */
export const notInspected = (call: Interpreter, given: Value): Raise =>
  new Raise('sqlalchemy.exc.NoInspectionAvailable', [
    `No inspection system is available for object of type ${call.repr(classOf(given))}`,
  ]);
