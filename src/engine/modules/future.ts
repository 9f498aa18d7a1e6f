/** `__future__`: which features there are. What they change, the compiler sees in the program itself. */
import { tuple } from '../python/values/containers/containers.ts';
import { lazyModule, nativeClass } from '../python/values/native/native.ts';
import { PyObject, type Value } from '../python/values/value.ts';

const FEATURES: Readonly<
  Record<string, readonly [optional: readonly Value[], mandatory: readonly Value[] | null, flag: number]>
> = {
  nested_scopes: [[2, 1, 0, 'beta', 1], [2, 2, 0, 'alpha', 0], 0x0010],
  generators: [[2, 2, 0, 'alpha', 1], [2, 3, 0, 'final', 0], 0],
  division: [[2, 2, 0, 'alpha', 2], [3, 0, 0, 'alpha', 0], 0x20000],
  absolute_import: [[2, 5, 0, 'alpha', 1], [3, 0, 0, 'alpha', 0], 0x40000],
  with_statement: [[2, 5, 0, 'alpha', 1], [2, 6, 0, 'alpha', 0], 0x80000],
  print_function: [[2, 6, 0, 'alpha', 2], [3, 0, 0, 'alpha', 0], 0x100000],
  unicode_literals: [[2, 6, 0, 'alpha', 2], [3, 0, 0, 'alpha', 0], 0x200000],
  barry_as_FLUFL: [[3, 1, 0, 'alpha', 2], [4, 0, 0, 'alpha', 0], 0x400000],
  generator_stop: [[3, 5, 0, 'beta', 1], [3, 7, 0, 'alpha', 0], 0x800000],
  annotations: [[3, 7, 0, 'beta', 1], null, 0x1000000],
};

class Feature extends PyObject {
  readonly optional: Value;
  readonly mandatory: Value;
  readonly flag: number;
  constructor(name: string) {
    super(featureClass);
    const [optional, mandatory, flag] = FEATURES[name]!;
    this.optional = tuple(optional);
    this.mandatory = mandatory && tuple(mandatory);
    this.flag = flag;
  }
}

const featureClass = nativeClass({
  name: '_Feature',
  module: '__future__',
  methods: {
    getOptionalRelease: ['', (_call, self: Feature) => self.optional],
    getMandatoryRelease: ['', (_call, self: Feature) => self.mandatory],
  },
  getters: {
    optional: (self: Feature) => self.optional,
    mandatory: (self: Feature) => self.mandatory,
    compiler_flag: (self: Feature) => self.flag,
  },
  repr: (self: Feature, call) =>
    `_Feature(${call.repr(self.optional)}, ${call.repr(self.mandatory)}, ${self.flag})`,
});

export const futureModule = lazyModule(
  '__future__',
  Object.fromEntries(Object.keys(FEATURES).map((name) => [name, () => new Feature(name)])),
);
