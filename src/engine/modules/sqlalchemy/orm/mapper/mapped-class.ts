/** Which mapper a class has. */
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { Mapper } from './mapper.ts';

/** The mapper of a class itself, not of its bases. */
export function mapperOf(cls: Value): Mapper | undefined {
  const found = cls instanceof PyClass ? cls.own.get('__mapper__') : undefined;
  return found instanceof Mapper ? found : undefined;
}

/** The mapper of a class or of the nearest base that has one. */
export function inheritedMapper(cls: PyClass): Mapper | undefined {
  for (const one of cls.mro) {
    const mapper = mapperOf(one);
    if (mapper) return mapper;
  }
  return undefined;
}
