/** mappingproxy: a dict that can only be read. */
import { typeName } from '../../../python/values/classes/class-of.ts';
import { mappingproxyClass } from '../../../python/values/classes/classes.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { mappingProxy, PyMappingProxy } from '../../../python/values/containers/mapping-proxy.ts';
import { typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { repr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { makeNew } from '../make.ts';
import { dictMethods, equalDicts } from './dict.ts';

fillNativeClass(mappingproxyClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('mappingproxy', 'mapping, /', (_call, _cls, mapping: Value) => {
      if (!(mapping instanceof PyDict))
        throw typeError(`mappingproxy() argument must be a mapping, not ${typeName(mapping)}`);
      return mappingProxy(mapping);
    }),
  },
  methods: {
    ...Object.fromEntries(
      [
        '__len__',
        '__contains__',
        '__getitem__',
        '__iter__',
        '__or__',
        'get',
        'items',
        'keys',
        'values',
        'copy',
      ].map((name) => {
        const [signature, code] = dictMethods[name]!;
        const run = code as (call: Interpreter, self: PyDict, ...rest: unknown[]) => Value;
        return [
          name,
          [
            signature,
            (call: Interpreter, self: PyMappingProxy, ...rest: unknown[]) => run(call, self.dict, ...rest),
          ] as NativeMethod,
        ];
      }),
    ),
  },
  repr: (self: PyMappingProxy) => `mappingproxy(${repr(self.dict)})`,
  str: (self: PyMappingProxy) => repr(self.dict),
  eq: (self: PyMappingProxy, other: Value) =>
    equalDicts(self.dict, other instanceof PyMappingProxy ? other.dict : other),
});
