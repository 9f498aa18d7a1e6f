/** What a relationship can hold. Answers to: sqlalchemy/orm/attributes.py (instance_state). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';

/** @throws AttributeError for what is no instance of a mapped class, nor None */
export function requireInstance(call: Interpreter, given: Value): void {
  if (given === null || (given instanceof PyObject && inheritedMapper(given.cls))) return;
  throw call.missingAttribute(given, '_sa_instance_state');
}
