/** Loader options of statements, as a learner writes them. Answers to: sqlalchemy/orm/strategy_options.py (Load). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { type NativeModule, nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { withLoaderCriteriaFunction } from './loader-criteria.ts';

/** `joinedload(User.posts)`: how what these attributes name is loaded. */
export interface LoadStep {
  readonly strategy: string;
  readonly keys: readonly (InstrumentedAttribute | string)[];
  readonly innerJoin: boolean;
  /** `selectin_polymorphic(Employee, [Engineer])`: the class, then its subclasses. */
  readonly classes: readonly PyClass[];
  /** `raiseload=True`: of columns that are not read. */
  readonly raises: boolean;
}

/** Options chain: `joinedload(User.posts).joinedload(Post.tags)`. */
export class LoaderOption {
  readonly steps: readonly LoadStep[];
  constructor(steps: readonly LoadStep[]) {
    this.steps = steps;
  }
}

const NAMES = [
  'contains_eager',
  'defaultload',
  'defer',
  'immediateload',
  'joinedload',
  'lazyload',
  'load_only',
  'noload',
  'raiseload',
  'selectin_polymorphic',
  'selectinload',
  'subqueryload',
  'undefer',
  'undefer_group',
  'with_expression',
];

/** @throws ArgumentError for names as text */
function step(
  call: Interpreter,
  strategy: string,
  given: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): LoadStep {
  const keys = given.filter((one) => one instanceof InstrumentedAttribute || typeof one === 'string');
  const text = keys.find((one) => typeof one === 'string' && one !== '*');
  if (text !== undefined && strategy !== 'undefer_group') {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      'Strings are not accepted for attribute names in loader options; please use class-bound attributes directly.',
    ]);
  }
  for (const key of keys) if (key instanceof InstrumentedAttribute) key.mapper.registry.configure(call);
  return {
    strategy,
    keys: keys as readonly (InstrumentedAttribute | string)[],
    innerJoin: keywords.get('innerjoin') === true,
    classes: given
      .flatMap((one) => ('items' in Object(one) ? (one as { items: Value[] }).items : [one]))
      .filter((one) => one instanceof PyClass),
    raises: keywords.get('raiseload') === true,
  };
}

/** A relationship as the first key, the rest one after another: `joinedload(User.posts, Post.tags)`. */
const chain = Object.fromEntries([
  ...NAMES.map((name) => [
    name,
    [
      '*keys, **kw',
      (call: Interpreter, self: LoaderOption, keys: Value[], keywords: ReadonlyMap<string, Value>) =>
        new LoaderOption([...self.steps, step(call, name, keys, keywords)]),
    ] as const,
  ]),
  ['options', ['*opts', (_call: Interpreter, self: LoaderOption) => self] as const],
]);

const loaderOptionClass = nativeClass({
  name: 'Load',
  module: 'sqlalchemy.orm.strategy_options',
  host: LoaderOption,
  signature: 'entity=None',
  construct: () => new LoaderOption([]),
  methods: chain as never,
});

/** Name to function, for `sqlalchemy.orm`. */
export const loaderOptions: NativeModule['names'] = {
  Load: () => loaderOptionClass,
  with_loader_criteria: () => withLoaderCriteriaFunction,
  ...Object.fromEntries(
    NAMES.map((name) => [
      name,
      () =>
        nativeFunction(
          name,
          '*keys, **kw',
          (call, keys: Value[], keywords: ReadonlyMap<string, Value>) =>
            new LoaderOption([step(call, name, keys, keywords)]),
        ),
    ]),
  ),
};
