/** Packages that are installed but not simulated: they can be imported, and fail by name where they are used. */

import { unknownPackage } from '../python/unsupported.ts';
import type { NativeModule } from '../python/values/native.ts';
import { nativeClass } from '../python/values/native.ts';
import { PyObject, type Value } from '../python/values/value.ts';
import { importable, isRestOfLibrary } from './distributions.ts';

/** A name of such a package. */
class UnknownName extends PyObject {
  readonly dotted: string;
  constructor(dotted: string) {
    super(unknownNameClass);
    this.dotted = dotted;
  }
}

const fail = (self: UnknownName): never => {
  throw unknownPackage(self.dotted, isRestOfLibrary(self.dotted.split('.')[0]!));
};

const unknownNameClass = nativeClass({
  name: 'UnknownName',
  module: 'stillhouse',
  methods: {
    __call__: ['*args, **kwargs', (_call, self: UnknownName) => fail(self)],
    __mro_entries__: ['bases, /', (_call, self: UnknownName) => fail(self)],
    __or__: ['value, /', (_call, self: UnknownName) => fail(self)],
    __enter__: ['', (_call, self: UnknownName) => fail(self)],
    __exit__: ['*args', (_call, self: UnknownName) => fail(self)],
  },
  getItem: fail,
  iterate: fail,
  bool: fail,
  getattr: (self: UnknownName, name) =>
    name.startsWith('__') ? undefined : fail(new UnknownName(`${self.dotted}.${name}`)),
  repr: (self: UnknownName) => `<${self.dotted}, which is not simulated>`,
});

/** The stand-in for a name that a package has, but that is not simulated. */
export const unknownName = (dotted: string): Value => new UnknownName(dotted);

/** The stand-in for a module of an installed distribution; undefined where the name belongs to none. */
export function unknownModule(name: string, installed: ReadonlySet<string>): NativeModule | undefined {
  const top = name.split('.')[0]!;
  if (!importable(installed).has(top) && !isRestOfLibrary(top)) return undefined;
  return {
    name,
    names: {},
    distribution: top,
    package: true,
    getattr: (_call, attribute): Value | undefined =>
      attribute.startsWith('__') ? undefined : new UnknownName(`${name}.${attribute}`),
  };
}
