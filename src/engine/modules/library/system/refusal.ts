/** How a module says that it cannot do something here. */
import { noProgramClass, unsupportedClass } from '../../../python/unsupported.ts';
import { PyException } from '../../../python/values/exceptions/exceptions.ts';
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { unknownName } from '../../unknown.ts';

export const NO_PROGRAMS = 'there are no other programs here';

/** A function that can be looked up, and refuses when it is called. @param because why, in words for the learner */
export const refusal = (module: string, fn: string, because: string) => () =>
  nativeFunction(
    fn,
    '*args, **kwargs',
    (): Value => {
      const cls = because === NO_PROGRAMS ? noProgramClass : unsupportedClass;
      throw new PyException(cls, [`${module}.${fn}() is not simulated: ${because}`]);
    },
    module,
  );

/**
 * A module whose functions say that they are not simulated. What else the real one has can be imported, and fails where it is used.
 */
export function refused(name: string, functions: string, because: string): NativeModule {
  return {
    name,
    names: Object.fromEntries(functions.split(' ').map((fn) => [fn, refusal(name, fn, because)])),
    getattr: (_call, other) => (other.startsWith('_') ? undefined : unknownName(`${name}.${other}`, true)),
  };
}

export const NO_NETWORK = 'there is no network here';
