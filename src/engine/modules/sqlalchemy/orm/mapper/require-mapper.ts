/** The mapper of something that must have one. Answers to: sqlalchemy/orm/base.py (_class_to_mapper). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { configureRegistry } from './configure.ts';
import { inheritedMapper, mapperOf } from './mapped-class.ts';
import type { Mapper } from './mapper.ts';

/** @throws InvalidRequestError-like error for a class that is not mapped */
export function requireMapper(call: Interpreter, cls: Value): Mapper {
  const mapper = cls instanceof PyClass ? (mapperOf(cls) ?? inheritedMapper(cls)) : undefined;
  if (!mapper) {
    throw new Raise('sqlalchemy.orm.exc.UnmappedClassError', [
      `Class '${call.repr(cls).replace(/^<class '|'>$/g, '')}' is not mapped`,
    ]);
  }
  configureRegistry(call, mapper.registry);
  return mapper;
}
