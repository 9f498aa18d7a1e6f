/** alembic.util.langhelpers and alembic.runtime.plugins: what learners hang their own comparisons on. Answers to: the modules of that name. */
import type { Comparator, Priority } from '../../../alembic/autogenerate/compare/comparators.ts';
import { builtInNames, type Plugin, pluginPattern } from '../../../alembic/autogenerate/compare/plugins.ts';
import { list } from '../../../python/values/containers/containers.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { pythonModule } from '../../library.ts';

const LANGHELPERS = String.raw`
import enum
from collections import defaultdict

from sqlalchemy.util import immutabledict

EMPTY_DICT = immutabledict()


class PriorityDispatchResult(enum.Enum):
    CONTINUE = enum.auto()
    STOP = enum.auto()


class DispatchPriority(enum.IntEnum):
    FIRST = 50
    MEDIUM = 25
    LAST = 10


class Dispatcher:
    def __init__(self):
        self._registry = {}

    def dispatch_for(self, target, *, qualifier="default", replace=False):
        def decorate(fn):
            if not replace and (target, qualifier) in self._registry:
                raise ValueError(
                    f"Can not set dispatch function for object {target!r}: key already exists. "
                    "To replace existing function, use replace=True."
                )
            self._registry[target, qualifier] = fn
            return fn

        return decorate

    def dispatch(self, obj, qualifier="default"):
        known = [obj] if isinstance(obj, str) else (obj if isinstance(obj, type) else type(obj)).__mro__
        keys = [(one, how) for one in known for how in dict.fromkeys((qualifier, "default"))]
        found = next((key for key in keys if key in self._registry), None)
        if found is None:
            raise ValueError("no dispatch function for object: %s" % obj)
        return self._registry[found]

    def branch(self):
        copy = Dispatcher()
        copy._registry.update(self._registry)
        return copy


class PriorityDispatcher:
    def __init__(self):
        self._registry = defaultdict(list)

    def dispatch_for(self, target, *, priority=DispatchPriority.MEDIUM, qualifier="default", subgroup=None):
        def decorate(fn):
            self._registry[target, qualifier, priority].append((fn, subgroup))
            return fn

        return decorate

    def dispatch(self, target, *, qualifier="default"):
        qualifiers = ["default"] if qualifier == "default" else [qualifier, "default"]

        def go(*arg, **kw):
            said = {}
            for priority in DispatchPriority:
                for one in qualifiers:
                    for fn, subgroup in self._registry.get((target, one, priority), ()):
                        if said.get(subgroup) is not PriorityDispatchResult.STOP:
                            said[subgroup] = fn(*arg, **kw)

        return go

    def branch(self):
        copy = PriorityDispatcher()
        copy.populate_with(self)
        return copy

    def populate_with(self, other):
        for key, entries in other._registry.items():
            self._registry[key].extend(entries)


def to_tuple(x, default=None):
    if x is None:
        return default
    if isinstance(x, str) or not hasattr(x, "__iter__"):
        return (x,)
    return tuple(x)


def to_list(x, default=None):
    if x is None:
        return default
    if isinstance(x, list):
        return x
    return list(to_tuple(x))


def asbool(value):
    return value is not None and value.lower() == "true"


def not_none(value):
    assert value is not None
    return value


def unique_list(seq, hashfunc=None):
    found = {}
    for one in seq:
        found.setdefault(hashfunc(one) if hashfunc else one, one)
    return list(found.values())


def dedupe_tuple(tup):
    return tuple(unique_list(tup))
`;

export const langhelpersModule = pythonModule(
  'alembic.util.langhelpers',
  () => LANGHELPERS,
  {
    rev_id: () =>
      nativeFunction('rev_id', '', (call) => call.process.machine.revisionId(), 'alembic.util.langhelpers'),
  },
  { distribution: 'alembic' },
);

const PLUGINS = String.raw`
import logging

from alembic.util import DispatchPriority, PriorityDispatcher
from alembic.util.exc import CommandError

log = logging.getLogger(__name__)

_all_plugins = {}


class Plugin:
    def __init__(self, name):
        self.name = name
        log.info("setup plugin %s", name)
        if name in _all_plugins:
            raise ValueError(f"A plugin named {name} is already registered")
        _all_plugins[name] = self
        self.autogenerate_comparators = PriorityDispatcher()

    def remove(self):
        del _all_plugins[self.name]

    def add_autogenerate_comparator(
        self, fn, compare_target, compare_element=None, *, qualifier="default", priority=DispatchPriority.MEDIUM
    ):
        add = self.autogenerate_comparators.dispatch_for
        add(compare_target, subgroup=compare_element, priority=priority, qualifier=qualifier)(fn)

    @classmethod
    def _built_in(cls, name):
        self = cls.__new__(cls)
        self.name = name
        self.autogenerate_comparators = PriorityDispatcher()
        return self

    @classmethod
    def populate_autogenerate_priority_dispatch(cls, comparators, include_plugins):
        excluded = [name[1:] for name in include_plugins if name.startswith("~")]
        included = [name for name in include_plugins if not name.startswith("~")]
        for name in excluded + included:
            _matches(name, "")
        missing = set(included)
        for plugin in _all_plugins.values():
            fitting = [name for name in included if _matches(name, plugin.name)]
            if not fitting or any(_matches(name, plugin.name) for name in excluded):
                continue
            missing.difference_update(fitting)
            log.info("setting up autogenerate plugin %s", plugin.name)
            comparators.populate_with(plugin.autogenerate_comparators)
        if missing:
            raise CommandError(f"Did not locate plugins: {', '.join(sorted(missing))}")

    @classmethod
    def setup_plugin_from_module(cls, module, name):
        module.setup(Plugin(name))


for _name in _built_in_names():
    _all_plugins[_name] = Plugin._built_in(_name)
`;

export const pluginsModule = pythonModule('alembic.runtime.plugins', () => PLUGINS, {
  _built_in_names: () => nativeFunction('_built_in_names', '', () => list(builtInNames())),
  _make_re: () =>
    nativeFunction(
      '_make_re',
      'name',
      (call, name: string) =>
        call.callMethod(call.importModule('re'), 'compile', pluginPattern(name, call.process.python).source),
      'alembic.runtime.plugins',
    ),
  _matches: () =>
    nativeFunction('_matches', 'pattern, name', (call, pattern: string, name: string) =>
      pluginPattern(pattern, call.process.python).test(name),
    ),
});

/** What was put into a dispatcher, in order. */
export function comparatorsIn(call: Interpreter, dispatcher: Value): Comparator[] {
  const stop = call.getAttribute(langhelpersModule.names.PriorityDispatchResult!(call), 'STOP');
  const found: Comparator[] = [];
  for (const entry of call.iterate(call.callMethod(call.getAttribute(dispatcher, '_registry')!, 'items'))) {
    const [key, functions] = [...call.iterate(entry)] as [Value, Value];
    const [target, qualifier, priority] = [...call.iterate(key)] as [string, string, Value];
    for (const pair of call.iterate(functions)) {
      const [fn, subgroup] = [...call.iterate(pair)] as [Value, string | null];
      found.push({
        target,
        qualifier,
        priority: call.getAttribute(priority, 'name') as Priority,
        subgroup,
        compare: (args) => call.call(fn, args.map(asArgument)) === stop,
      });
    }
  }
  return found;
}

/** The names of schemas come as a set. */
const asArgument = (value: unknown): Value => (Array.isArray(value) ? new PySet(value) : (value as Value));

/** The plugins that were made, in order; Alembic's own stand beside them by name only. */
export function pluginsIn(call: Interpreter): Plugin[] {
  const builtIn = builtInNames();
  return [...call.iterate(call.callMethod(pluginsModule.names._all_plugins!(call), 'values'))]
    .map((plugin) => ({
      name: call.str(call.getAttribute(plugin, 'name')!),
      comparators: comparatorsIn(call, call.getAttribute(plugin, 'autogenerate_comparators')!),
    }))
    .filter(({ name }) => !builtIn.includes(name));
}
