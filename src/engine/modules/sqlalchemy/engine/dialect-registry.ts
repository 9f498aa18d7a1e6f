/** `sqlalchemy.dialects.registry`, where a learner's dialect gets its name. Answers to: sqlalchemy/dialects/__init__.py, util/langhelpers.py (PluginLoader). */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { mark } from '../../../python/values/native/host-object.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { Dialect, dialectNamed } from '../../../sqlalchemy/engine/dialect.ts';
import { useOwnDialects } from '../../../sqlalchemy/engine/own-dialect.ts';
import { dialectClass } from './dialect-class.ts';

class Registry {
  readonly group = 'sqlalchemy.dialects';
}

const REGISTERED = Symbol('registered dialects');

type Place = readonly [module: string, name: string];

/** Where registered dialects lie, by name; the first question tells SQLAlchemy of them. */
const registered = (call: Interpreter): Map<string, Place> =>
  call.state(REGISTERED, () => {
    const places = new Map<string, Place>();
    useOwnDialects(call.process, (name) => {
      const place = places.get(name);
      return place && dialectFrom(call, classAt(call, place));
    });
    return places;
  });

const classAt = (call: Interpreter, [module, name]: Place): PyClass =>
  call.getAttribute(call.importModule(module), name) as PyClass;

function dialectFrom(call: Interpreter, cls: PyClass): Dialect {
  const name = call.getAttribute(cls, 'name');
  const dialect = new Dialect(String(name ?? 'default'), '', {
    module: '',
    distribution: undefined,
    className: cls.name,
    classModule: cls.module,
  });
  return mark(dialect as unknown as Value, cls, dialectClass) as unknown as Dialect;
}

nativeClass({
  name: 'PluginLoader',
  module: 'sqlalchemy.util.langhelpers',
  host: Registry,
  getters: { group: (self: Registry) => self.group },
  methods: {
    register: [
      'name, modulepath, objname',
      (call, _self: Registry, name: string, module: string, object: string) => {
        registered(call).set(name, [module, object]);
        return null;
      },
    ],
    load: [
      'name',
      (call, _self: Registry, name: string) => {
        const place = registered(call).get(name);
        return place
          ? classAt(call, place)
          : (call.getAttribute(dialectNamed(name) as unknown as Value, '__class__') ?? null);
      },
    ],
  },
});

export const dialectRegistry = new Registry();
