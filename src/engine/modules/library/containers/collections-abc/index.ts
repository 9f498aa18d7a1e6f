/** `collections.abc`: what containers promise, and what follows from each promise. */
import { callableAlias } from '../../../../python/values/classes/generic.ts';
import { nativeFunction } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { pythonModule } from '../../../library.ts';
import { MAPPINGS } from './mappings.ts';
import { PROTOCOLS } from './protocols.ts';
import { SEQUENCES } from './sequences.ts';
import { SETS } from './sets.ts';

/** The built-in types that count as each. */
const BUILT_IN = String.raw`
for _kind, _types in {
    Set: (frozenset, type({}.keys()), type({}.items())),
    MutableSet: (set,),
    Mapping: (type(type.__dict__),),
    MutableMapping: (dict,),
    Sequence: (tuple, str, range, bytes),
    ByteString: (bytes, bytearray),
    MutableSequence: (list, bytearray),
    KeysView: (type({}.keys()),),
    ItemsView: (type({}.items()),),
    ValuesView: (type({}.values()),),
}.items():
    for _type in _types:
        _kind.register(_type)
`;

export const collectionsAbcModule = pythonModule(
  'collections.abc',
  PROTOCOLS + SETS + MAPPINGS + SEQUENCES + BUILT_IN,
  {
    _alias: (call) => call.importName('types.GenericAlias'),
    _callable: () =>
      nativeFunction('_callable', 'cls, item', (_call, cls: Value, item: Value) => callableAlias(cls, item)),
  },
);
