/** Loader options of queries: here every relationship is loaded when it is asked for, so options change nothing that is seen. */
import { type NativeModule, nativeClass, nativeFunction } from '../../../python/values/native.ts';

class LoaderOption {
  readonly kind = 'loader-option';
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
  'with_loader_criteria',
];

/** Options chain: `joinedload(User.posts).joinedload(Post.tags)`. */
const chain = Object.fromEntries(
  [...NAMES, 'options'].map((name) => [
    name,
    ['*keys, **kw', (_call: unknown, self: LoaderOption) => self] as const,
  ]),
);

export const loaderOptionClass = nativeClass({
  name: 'Load',
  module: 'sqlalchemy.orm.strategy_options',
  host: LoaderOption,
  signature: 'entity=None',
  construct: () => new LoaderOption(),
  methods: chain as never,
});

/** Name to function, for `sqlalchemy.orm`. */
export const loaderOptions: NativeModule['names'] = {
  Load: () => loaderOptionClass,
  ...Object.fromEntries(
    NAMES.map((name) => [name, () => nativeFunction(name, '*keys, **kw', () => new LoaderOption())]),
  ),
};
