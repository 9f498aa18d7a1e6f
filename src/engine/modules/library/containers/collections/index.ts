/** `collections`: named tuples and the other containers. */
import type { PyDict } from '../../../../python/values/containers/dict.ts';
import { nativeFunction } from '../../../../python/values/native/native.ts';
import type { PyClass } from '../../../../python/values/value.ts';
import { orderedView } from '../../../builtins/containers/dict-views.ts';
import { pythonModule } from '../../../library.ts';
import { callerModule } from '../../caller.ts';
import { CHAIN_MAP } from './chain-map.ts';
import { COUNTER } from './counter.ts';
import { DEQUE } from './deque.ts';
import { DICTS } from './dicts.ts';
import { NAMEDTUPLE } from './namedtuple.ts';
import { USER } from './user.ts';

export const collectionsModule = pythonModule(
  'collections',
  NAMEDTUPLE + DICTS + COUNTER + DEQUE + CHAIN_MAP + USER,
  {
    /** Marks a class that CPython has in C: messages name it with its module. */
    _in_c: () =>
      nativeFunction('_in_c', 'cls', (_call, cls: PyClass) => {
        cls.shownName = `collections.${cls.name}`;
        return cls;
      }),
    _caller_module: () => callerModule,
    _ordered_view: () =>
      nativeFunction(
        '_ordered_view',
        'mapping, kind',
        (_call, mapping: PyDict, kind: 'keys' | 'values' | 'items') => orderedView(mapping, kind),
      ),
  },
);
