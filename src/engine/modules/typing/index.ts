/** `typing` and `typing_extensions`. */
import { noneClass, strClass } from '../../python/values/classes/classes.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { type NativeModule, nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { callerModule } from '../library/caller.ts';
import { unsimulatedName } from '../library/unsimulated.ts';
import { pythonModule } from '../library.ts';
import './alias-class.ts';
import { anyClass } from './any-class.ts';
import { ContainerForm, ForwardRef, SpecialForm, TypeVariable, TypingAlias } from './forms.ts';
import { forwardRefClass } from './forward-ref-class.ts';
import { genericClass } from './generic-class.ts';
import { argsOf, originOf } from './origin.ts';
import { TYPING_SOURCE } from './source/index.ts';
import { ANNOTATED, LITERAL, mapTypes, OPTIONAL, UNION } from './subscript.ts';
import { paramSpecClass, paramSpecParts, typeVarClass, typeVarTupleClass } from './variable-classes.ts';

/** Name, what it stands for, number of parameters. */
const CONTAINERS = `
List builtins.list 1
Set builtins.set 1
FrozenSet builtins.frozenset 1
Dict builtins.dict 2
Tuple builtins.tuple -1
Type builtins.type 1
Deque collections.deque 1
DefaultDict collections.defaultdict 2
OrderedDict collections.OrderedDict 2
Counter collections.Counter 1
ChainMap collections.ChainMap 2
ContextManager contextlib.AbstractContextManager 1
AsyncContextManager contextlib.AbstractAsyncContextManager 1
Pattern re.Pattern 1
Match re.Match 1
Hashable collections.abc.Hashable 0
Sized collections.abc.Sized 0
ByteString collections.abc.ByteString 0
Callable collections.abc.Callable 2
Awaitable collections.abc.Awaitable 1
AsyncIterable collections.abc.AsyncIterable 1
AsyncIterator collections.abc.AsyncIterator 1
AsyncGenerator collections.abc.AsyncGenerator 2
Coroutine collections.abc.Coroutine 3
Iterable collections.abc.Iterable 1
Iterator collections.abc.Iterator 1
Generator collections.abc.Generator 3
Reversible collections.abc.Reversible 1
Container collections.abc.Container 1
Collection collections.abc.Collection 1
AbstractSet collections.abc.Set 1
MutableSet collections.abc.MutableSet 1
Mapping collections.abc.Mapping 2
MutableMapping collections.abc.MutableMapping 2
Sequence collections.abc.Sequence 1
MutableSequence collections.abc.MutableSequence 1
MappingView collections.abc.MappingView 1
KeysView collections.abc.KeysView 1
ItemsView collections.abc.ItemsView 2
ValuesView collections.abc.ValuesView 1
`;

const FORMS =
  'ClassVar Final NoReturn Never Self LiteralString Concatenate TypeAlias TypeGuard Required NotRequired Unpack';

type Names = NativeModule['names'];

const containers: Names = Object.fromEntries(
  Array.from(CONTAINERS.matchAll(/^(\w+) (\S+) (-?\d)$/gm), ([, name, target, count]) => {
    const form = new ContainerForm(name!, target!, Number(count));
    return [name!, () => form];
  }),
);

const forms: Names = Object.fromEntries(
  FORMS.split(' ').map((name) => {
    const form = new SpecialForm(name);
    return [name, () => form];
  }),
);

const ANY_STR = new TypeVariable('TypeVar', 'AnyStr');

/** Types in which the text of forward references has been evaluated. */
const evaluated = nativeFunction(
  '_evaluated',
  'type, evaluate',
  (call: Interpreter, type: Value, evaluate: Value) =>
    mapTypes(type, (part) => (part instanceof ForwardRef ? call.call(evaluate, [part.text]) : undefined)),
);

/** Types without the metadata of Annotated. */
const stripped = nativeFunction('_stripped', 'type', (_call, type: Value) => strip(type));

/** `Required[…]` and `NotRequired[…]`, which say something about a key, not about its type. */
const isWrapper = ({ form }: TypingAlias): boolean =>
  form instanceof SpecialForm && (form.name === 'Required' || form.name === 'NotRequired');

function strip(type: Value): Value {
  return mapTypes(type, (part) =>
    part instanceof TypingAlias && (part.metadata || isWrapper(part)) ? strip(part.args[0]!) : undefined,
  );
}

const natives: Names = {
  ...containers,
  ...forms,
  Union: () => UNION,
  Optional: () => OPTIONAL,
  Literal: () => LITERAL,
  Annotated: () => ANNOTATED,
  Any: () => anyClass,
  AnyStr: () => ANY_STR,
  TypeVar: () => typeVarClass,
  ParamSpec: () => paramSpecClass,
  ParamSpecArgs: () => paramSpecParts.args,
  ParamSpecKwargs: () => paramSpecParts.kwargs,
  TypeVarTuple: () => typeVarTupleClass,
  ForwardRef: () => forwardRefClass,
  Generic: () => genericClass,
  Text: () => strClass,
  TYPE_CHECKING: () => false,
  get_origin: () => nativeFunction('get_origin', 'tp', (_call, type: Value) => originOf(type), 'typing'),
  get_args: () => nativeFunction('get_args', 'tp', (_call, type: Value) => argsOf(type), 'typing'),
  cast: () => nativeFunction('cast', 'typ, val', (_call, _type: Value, value: Value) => value, 'typing'),
  _evaluated: () => evaluated,
  _stripped: () => stripped,
  _NoneType: () => noneClass,
  _caller_module: () => callerModule,
};

/** `typing_extensions.NoDefault` */
const NO_DEFAULT = new SpecialForm('typing_extensions.NoDefault');

/** Forms that typing has from a later Python on. */
const TYPE_IS = new SpecialForm('typing_extensions.TypeIs');
const READ_ONLY = new SpecialForm('typing_extensions.ReadOnly');

/** typing_extensions' TypeVar makes those of typing, and gives them a default. */
const typeVarWithDefault = nativeFunction(
  'TypeVar',
  'name, *constraints, **kwargs',
  (call, name: Value, constraints: Value[], keywords: ReadonlyMap<string, Value>) => {
    const known = new Map([...keywords].filter(([key]) => key !== 'default' && key !== 'infer_variance'));
    const made = call.call(typeVarClass, [name, ...constraints], known);
    call.setAttribute(
      made,
      '__default__',
      keywords.get('default') ?? (keywords.has('default') ? null : NO_DEFAULT),
    );
    return made;
  },
  'typing_extensions',
);

/** What TYPING_SOURCE defines. */
const DEFINED =
  'get_type_hints _hint overload _overloads _plain_function get_overloads clear_overloads _deprecated _TypeAliasType final no_type_check no_type_check_decorator assert_never ' +
  'assert_type reveal_type dataclass_transform _override is_typeddict NewType _PROTOCOL_NAMES _protocol_names _ProtocolMeta ' +
  '_no_init_or_replace_init Protocol runtime_checkable SupportsInt SupportsFloat SupportsIndex SupportsBytes SupportsAbs ' +
  'SupportsRound IO TextIO BinaryIO NamedTupleMeta _NamedTuple _NamedTupleForm NamedTuple _TypedDictMeta _TypedDict ' +
  '_TypedDictForm TypedDict';

export const TYPING_MODULES: readonly NativeModule[] = [
  pythonModule('typing', () => TYPING_SOURCE, natives, { defines: DEFINED.split(' ') }),
  {
    name: 'typing_extensions',
    names: {
      TypeVar: () => typeVarWithDefault,
      NoDefault: () => NO_DEFAULT,
      TypeIs: () => TYPE_IS,
      ReadOnly: () => READ_ONLY,
      deprecated: (call) => call.importName('typing._deprecated'),
      TypeAliasType: (call) => call.importName('typing._TypeAliasType'),
      get_annotations: (call) => call.importName('inspect.get_annotations'),
      // typing has it from Python 3.12 on.
      override: (call) => call.importName('typing._override'),
    },
    distribution: 'typing_extensions',
    getattr: (call, name) =>
      name.startsWith('__')
        ? undefined
        : (unsimulatedName('typing_extensions', name) ??
          call.getAttribute(call.importModule('typing'), name)),
  },
];
