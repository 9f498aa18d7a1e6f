/** A package whose modules are written in Python: names that they lack can be imported, and fail by name where they are used. */
import type { NativeModule } from '../../python/values/native/native.ts';
import { pythonModule } from '../library.ts';
import { unknownName } from '../unknown.ts';

/**
 * @param distribution what must be installed, as a module's name is spelled
 * @param modules their Python text, by dotted name
 * @param natives names that native code gives to all of them
 */
export const textPackage = (
  distribution: string,
  modules: Readonly<Record<string, string>>,
  natives: NativeModule['names'] = {},
): readonly NativeModule[] =>
  Object.entries(modules).map(([name, source]) =>
    pythonModule(name, source, natives, {
      distribution,
      package: true,
      // Such packages import their own modules, or their users do.
      getattr: (call, attribute) => {
        const below = `${name}.${attribute}`;
        if (attribute.startsWith('__')) return undefined;
        return below in modules ? call.importModule(below) : unknownName(below);
      },
    }),
  );
