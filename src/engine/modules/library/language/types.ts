/** `types`: names of the interpreter's own classes. */
import * as classes from '../../../python/values/classes/classes.ts';
import { pythonModule } from '../../library.ts';

export const typesModule = pythonModule(
  'types',
  String.raw`
def new_class(name, bases=(), kwds=None, exec_body=None):
    bases = resolve_bases(bases)
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)


def resolve_bases(bases):
    found = []
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            found.extend(base.__mro_entries__(bases))
        else:
            found.append(base)
    return tuple(found)


def get_original_bases(cls, /):
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return "%s(%s)" % (name, ", ".join("%s=%r" % item for item in self.__dict__.items()))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


class DynamicClassAttribute(property):
    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError()
        return super().__get__(instance, ownerclass)


def coroutine(func):
    return func
`,
  {
    FunctionType: () => classes.functionClass,
    LambdaType: () => classes.functionClass,
    CodeType: () => classes.codeClass,
    MappingProxyType: () => classes.mappingproxyClass,
    GeneratorType: () => classes.generatorClass,
    CoroutineType: () => classes.coroutineClass,
    AsyncGeneratorType: () => classes.asyncGeneratorClass,
    MethodType: () => classes.methodClass,
    BuiltinFunctionType: () => classes.builtinFunctionClass,
    BuiltinMethodType: () => classes.builtinFunctionClass,
    WrapperDescriptorType: () => classes.wrapperDescriptorClass,
    MethodWrapperType: () => classes.builtinFunctionClass,
    MethodDescriptorType: () => classes.methodDescriptorClass,
    ClassMethodDescriptorType: () => classes.methodDescriptorClass,
    ModuleType: () => classes.moduleClass,
    TracebackType: () => classes.tracebackClass,
    FrameType: () => classes.frameClass,
    CellType: () => classes.cellClass,
    GetSetDescriptorType: () => classes.getsetClass,
    MemberDescriptorType: () => classes.memberClass,
    GenericAlias: () => classes.genericAliasClass,
    UnionType: () => classes.unionClass,
    EllipsisType: () => classes.ellipsisClass,
    NoneType: () => classes.noneClass,
    NotImplementedType: () => classes.notImplementedClass,
  },
);
