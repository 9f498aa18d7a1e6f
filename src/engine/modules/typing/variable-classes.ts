/** Type variables: TypeVar, ParamSpec, TypeVarTuple. */

import { genericSetAttribute } from '../../python/values/attributes/set-attribute.ts';
import { registerFamily } from '../../python/values/classes/class-of.ts';
import { tuple } from '../../python/values/containers/containers.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { SpecialForm, TypeVariable, TypingAlias } from './forms.ts';
import { checkedType } from './subscript.ts';
import { UNION_METHODS } from './union-methods.ts';

type Frames = { readonly frame: { readonly globals: Map<string, Value> } | undefined };

const callerName = ({ frame }: Frames): Value => frame?.globals.get('__name__') ?? 'builtins';

const variableGetters = {
  __name__: (self: TypeVariable) => self.name,
  __bound__: (self: TypeVariable) => self.bound,
  __constraints__: (self: TypeVariable) => tuple(self.constraints),
  __covariant__: (self: TypeVariable) => self.covariant,
  __contravariant__: (self: TypeVariable) => self.contravariant,
};

/** A type variable as `repr()` shows it: its variance, then its name. */
export const variableText = (self: TypeVariable): string => {
  if (self.variable === 'TypeVarTuple') return self.name;
  return (self.covariant ? '+' : self.contravariant ? '-' : '~') + self.name;
};

export const typeVarClass = nativeClass({
  name: 'TypeVar',
  module: 'typing',
  signature: 'name, *constraints, bound=None, covariant=False, contravariant=False',
  construct: (
    call,
    _cls,
    name: string,
    constraints: Value[],
    bound: Value,
    covariant: boolean,
    contravariant: boolean,
  ) => {
    if (covariant && contravariant) throw raiseValue(call, 'Bivariant types are not supported.');
    if (constraints.length === 1) throw typeError('A single constraint is not allowed');
    const message = 'TypeVar(name, constraint, ...): constraints must be types.';
    const made = new TypeVariable('TypeVar', name, {
      bound: bound === null ? null : checkedType(bound, 'Bound must be a type.'),
      constraints: constraints.map((constraint) => checkedType(constraint, message)),
      covariant,
      contravariant,
    });
    genericSetAttribute(made, '__module__', callerName(call));
    return made;
  },
  repr: variableText,
  getters: variableGetters,
  methods: UNION_METHODS,
});

const raiseValue = (call: Interpreter, message: string) =>
  call.call(call.builtins.get('ValueError')!, [message]);

/** `P.args` and `P.kwargs`, as a signature names them. */
class ParamSpecPart {
  readonly spec: TypeVariable;
  readonly part: 'args' | 'kwargs';
  constructor(spec: TypeVariable, part: 'args' | 'kwargs') {
    this.spec = spec;
    this.part = part;
  }
}

const partClass = (name: string) =>
  nativeClass({
    name,
    module: 'typing',
    repr: (self: ParamSpecPart) => `${self.spec.name}.${self.part}`,
    getters: { __origin__: (self: ParamSpecPart) => self.spec },
  });

/** What `P.args` is, and `P.kwargs`. */
export const paramSpecParts = { args: partClass('ParamSpecArgs'), kwargs: partClass('ParamSpecKwargs') };

registerFamily(ParamSpecPart, ({ part }) => paramSpecParts[part]);

export const paramSpecClass = nativeClass({
  name: 'ParamSpec',
  module: 'typing',
  signature: 'name, *, bound=None, covariant=False, contravariant=False',
  construct: (_call, _cls, name: string) => new TypeVariable('ParamSpec', name),
  repr: variableText,
  methods: UNION_METHODS,
  getters: {
    ...variableGetters,
    args: (self: TypeVariable) => new ParamSpecPart(self, 'args'),
    kwargs: (self: TypeVariable) => new ParamSpecPart(self, 'kwargs'),
  },
});

export const typeVarTupleClass = nativeClass({
  name: 'TypeVarTuple',
  module: 'typing',
  signature: 'name',
  construct: (_call, _cls, name: string) => new TypeVariable('TypeVarTuple', name),
  repr: variableText,
  getters: variableGetters,
  methods: UNION_METHODS,
  iterate: (self: TypeVariable) => [new TypingAlias(new SpecialForm('Unpack'), [self])],
});

const VARIABLE_CLASSES = {
  TypeVar: typeVarClass,
  ParamSpec: paramSpecClass,
  TypeVarTuple: typeVarTupleClass,
};

registerFamily(TypeVariable, ({ variable }) => VARIABLE_CLASSES[variable]);
