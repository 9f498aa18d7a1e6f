/** `argparse.Namespace`. */

import { isEqual } from '../../python/values/compare.ts';
import { list, NotImplemented } from '../../python/values/containers/containers.ts';
import { dict } from '../../python/values/containers/dict.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { nothing } from '../alembic/bound.ts';

/** What a command line gave. */
export class Namespace {
  readonly values: Map<string, unknown>;
  constructor(values: Map<string, unknown>) {
    this.values = values;
  }
}

/** A value as Python sees it: lists are kept as JavaScript's own. */
export const pythonValue = (value: unknown): Value | undefined =>
  Array.isArray(value) ? list(value as Value[]) : (value as Value | undefined);

const asDict = (self: Namespace) =>
  dict([...self.values].map(([name, value]) => [name, pythonValue(value)!] as const));

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

export const namespaceClass = nativeClass({
  name: 'Namespace',
  module: 'argparse',
  host: Namespace,
  signature: '**kwargs',
  construct: (_call, _cls, keywords: Map<string, Value>) => new Namespace(new Map(keywords)),
  methods: {
    __setattr__: [
      'name, value',
      (_call, self: Namespace, name: string, value: Value) => nothing(self.values.set(name, value)),
    ],
    __delattr__: ['name', (_call, self: Namespace, name: string) => nothing(self.values.delete(name))],
  },
  getters: { __dict__: asDict },
  getattr: (self: Namespace, name) => pythonValue(self.values.get(name)),
  contains: (self: Namespace, name: string) => self.values.has(name),
  eq: (self: Namespace, other: Value) =>
    (other as unknown) instanceof Namespace
      ? isEqual(asDict(self), asDict(other as unknown as Namespace))
      : NotImplemented,
  repr: (self: Namespace, call) => {
    const shown = [...self.values].map(([name, value]) => [name, call.repr(pythonValue(value)!)] as const);
    const plain = shown.filter(([name]) => IDENTIFIER.test(name)).map(([name, text]) => `${name}=${text}`);
    const others = shown.filter(([name]) => !IDENTIFIER.test(name));
    if (others.length > 0)
      plain.push(`**{${others.map(([name, text]) => `${call.repr(name)}: ${text}`).join(', ')}}`);
    return `Namespace(${plain.join(', ')})`;
  },
});
