/** Packages that are installed but not simulated: they can be imported, and fail by name where they are used. */

import { unknownPackage } from '../python/unsupported.ts';
import { tuple } from '../python/values/containers/containers.ts';
import type { NativeModule } from '../python/values/native/native.ts';
import { nativeClass } from '../python/values/native/native.ts';
import { type PyClass, PyObject, type Value } from '../python/values/value.ts';
import { importable, isRestOfLibrary } from './distributions.ts';

/** A name of such a package. */
class UnknownName extends PyObject {
  readonly dotted: string;
  /** It belongs to Python's own library. */
  readonly standard: boolean;
  constructor(dotted: string, standard: boolean) {
    super(unknownNameClass);
    this.dotted = dotted;
    this.standard = standard;
  }
}

const fail = (self: UnknownName): never => {
  throw unknownPackage(self.dotted, self.standard);
};

/** Naming something of the standard library is no use of it yet: of a package it may be (a base class that brings columns). */
const named = (self: UnknownName, value: () => Value): Value => (self.standard ? value() : fail(self));

/**
 * What a class of a program has for a base where it names a class that is not simulated: it can be defined, annotated with and
 * tested against, and says what is missing when an object of it is made.
 */
function standInClass(self: UnknownName): PyClass {
  const dot = self.dotted.lastIndexOf('.');
  return nativeClass({
    name: self.dotted.slice(dot + 1),
    module: self.dotted.slice(0, dot),
    signature: '*args, **kwargs',
    construct: () => fail(self),
  });
}

const unknownNameClass = nativeClass({
  name: 'UnknownName',
  module: 'stillhouse',
  methods: {
    __call__: ['*args, **kwargs', (_call, self: UnknownName) => fail(self)],
    __mro_entries__: [
      'bases, /',
      (_call, self: UnknownName) => named(self, () => tuple([standInClass(self)])),
    ],
    __or__: ['value, /', (_call, self: UnknownName) => named(self, () => self)],
    __ror__: ['value, /', (_call, self: UnknownName) => named(self, () => self)],
    // Nothing can be an object of a class that makes none.
    __instancecheck__: ['instance, /', (_call, self: UnknownName) => named(self, () => false)],
    __subclasscheck__: ['subclass, /', (_call, self: UnknownName) => named(self, () => false)],
    __enter__: ['', (_call, self: UnknownName) => fail(self)],
    __exit__: ['*args', (_call, self: UnknownName) => fail(self)],
  },
  getItem: (self: UnknownName) => named(self, () => self),
  iterate: fail,
  bool: fail,
  getattr: (self: UnknownName, name) =>
    name.startsWith('_')
      ? undefined
      : named(
          new UnknownName(`${self.dotted}.${name}`, self.standard),
          () => new UnknownName(`${self.dotted}.${name}`, true),
        ),
  repr: (self: UnknownName) => `<${self.dotted}, which is not simulated>`,
});

/**
 * The stand-in for a name that a package has, but that is not simulated.
 * @param standard the package is Python's own library
 */
export const unknownName = (dotted: string, standard = false): Value => new UnknownName(dotted, standard);

/** The stand-in for a module of an installed distribution; undefined where the name belongs to none. */
export function unknownModule(name: string, installed: ReadonlySet<string>): NativeModule | undefined {
  const top = name.split('.')[0]!;
  // Names of a module of types are there for annotations.
  const standard = isRestOfLibrary(top) || name.endsWith('._typing');
  if (!importable(installed).has(top) && !standard) return undefined;
  return {
    name,
    names: {},
    distribution: top,
    package: true,
    getattr: (_call, attribute): Value | undefined =>
      attribute.startsWith('__') ? undefined : new UnknownName(`${name}.${attribute}`, standard),
  };
}
