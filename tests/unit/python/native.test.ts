/** The native API: host objects as Python values, learners' subclasses of native classes, lazy modules. */
import { describe, expect, it } from 'vitest';
import { Raise } from '../../../src/engine/machine.ts';
import { builtinNames } from '../../../src/engine/modules/builtins/index.ts';
import { moduleTable } from '../../../src/engine/modules/index.ts';
import { createInterpreter } from '../../../src/engine/modules/world.ts';
import { Python } from '../../../src/engine/python/evaluate/python.ts';
import type { NativeModule } from '../../../src/engine/python/values/native/native.ts';
import { lazyModule, nativeClass, nativeFunction } from '../../../src/engine/python/values/native/native.ts';
import type { PyClass, Value } from '../../../src/engine/python/values/value.ts';
import { testMachine } from '../../python/support.ts';

class Host {
  readonly label: string;
  readonly size: Value;
  readonly items: Value[] = [];
  constructor(label: string, size: Value) {
    this.label = label;
    this.size = size;
  }
}

const hostClass = nativeClass({
  name: 'Host',
  module: 'toys.host',
  host: Host,
  signature: 'label, *, size=None',
  construct: (_call, _cls, label: string, size: Value) => new Host(label, size),
  methods: {
    describe: [
      'prefix, suffix=None',
      (call, self: Host, prefix: string) =>
        `${prefix}${self.label}${call.str(call.callMethod(self, 'extra'))}`,
    ],
    extra: ['', () => '!'],
    fail: [
      '',
      () => {
        throw new Raise('builtins.LookupError', ['from native code'], { attributes: { code: 7 } });
      },
    ],
  },
  getters: { label: (self: Host) => self.label },
  repr: (self: Host) => `Host(${self.label})`,
  len: (self: Host) => self.label.length,
  iterate: (self: Host) => [...self.label],
});
const frozenClass = nativeClass({
  name: 'Frozen',
  module: 'toys.host',
  kind: 'toy-frozen',
  signature: 'value',
  construct: (_call, _cls, value: Value) => Object.freeze({ kind: 'toy-frozen', value }),
  getters: { value: (self: { value: Value }) => self.value },
});
const derivedClass: PyClass = nativeClass({
  name: 'Derived',
  module: 'toys.host',
  bases: [hostClass],
  methods: { more: ['', (_call, self: Host) => self.label.repeat(2)] },
});

let made = 0;
const MODULES: NativeModule[] = [
  lazyModule('toys', {
    make: () =>
      nativeFunction(
        'make',
        'a, b=2, *rest, key=None, **others',
        (_call, a: Value, b: Value, rest: Value[], key: Value, others: Map<string, Value>) =>
          `${a} ${b} ${rest.length} ${key} ${[...others.keys()]}`,
        'toys',
      ),
    counted: () => ++made,
  }),
  lazyModule(
    'toys.host',
    { Host: () => hostClass, Frozen: () => frozenClass, Derived: () => derivedClass },
    { all: ['Host'] },
  ),
];

function run(source: string): string {
  const machine = testMachine({ 'main.py': source }, { installed: ['celery', 'pyyaml'] });
  let output = '';
  const hardware = {
    machine,
    argv: ['main.py'],
    environment: new Map<string, string>(),
    cwd: machine.cwd,
    stdout: {
      write: (text: string) => {
        output += text;
      },
    },
    stderr: {
      write: (text: string) => {
        output += text;
      },
    },
  };
  const { process } = createInterpreter(hardware);
  const python = new Python(
    process,
    {
      ...moduleTable,
      find: (name) => MODULES.find((module) => module.name === name) ?? moduleTable.find(name),
      isPackage: (name) => name === 'toys',
    },
    builtinNames(),
  );
  python.main('/home/learner/app/main.py');
  return output;
}

describe('host objects', () => {
  it('are Python values of their class', () => {
    expect(
      run(
        'from toys.host import *\nh = Host("ab", size=3)\nprint(h, type(h), len(h), list(h), h.label, h.describe(">"))\nh.note = 1\nprint(h.note, h.__dict__, isinstance(h, Host))',
      ),
    ).toBe("Host(ab) <class 'toys.host.Host'> 2 ['a', 'b'] ab >ab!\n1 {'note': 1} True\n");
  });
  it('may be plain frozen records known by their kind', () => {
    expect(
      run(
        'from toys.host import Frozen\nclass Mine(Frozen):\n    pass\nf = Frozen(1)\nm = Mine(2)\nprint(type(f).__name__, f.value, type(m).__name__, m.value)\nm.x = 5\nprint(m.x)',
      ),
    ).toBe('Frozen 1 Mine 2\n5\n');
  });
  it('count and name arguments as Python functions do', () => {
    expect(
      run(
        'from toys.host import Host\nfor args, kw in [((), {}), ((1, 2), {}), ((1,), {"z": 1})]:\n    try: Host(*args, **kw)\n    except TypeError as e: print(e)\ntry: Host("a").describe()\nexcept TypeError as e: print(e)',
      ),
    ).toBe(
      "Host.__init__() missing 1 required positional argument: 'label'\nHost.__init__() takes 2 positional arguments but 3 were given\nHost.__init__() got an unexpected keyword argument 'z'\nHost.describe() missing 1 required positional argument: 'prefix'\n",
    );
  });
});

describe("learners' subclasses", () => {
  it('override __init__ and methods that native code calls', () => {
    expect(
      run(
        'from toys.host import Host, Derived\nclass Mine(Derived):\n    kind_of = "mine"\n    def __init__(self, n, **kw):\n        self.n = n\n        super().__init__("x" * n, **kw)\n    def extra(self):\n        return f"<{self.n} {super().extra()}>"\nm = Mine(3, size=1)\nprint(m, m.n, m.describe("d:"), m.more(), type(m).__name__, isinstance(m, Host), m.kind_of, len(m))',
      ),
    ).toBe('Host(xxx) 3 d:xxx<3 !> xxxxxx Mine True mine 3\n');
  });
  it('keep the constructor where they do not override it', () => {
    expect(
      run('from toys.host import Host\nclass Mine(Host):\n    pass\nprint(Mine("q"), type(Mine("q")))'),
    ).toBe("Host(q) <class '__main__.Mine'>\n");
  });
});

describe('modules', () => {
  it('make their names on first use and look like packages', () => {
    expect(
      run(
        'import toys.host as h\nimport toys\nfrom toys import counted, make\nprint(h.Host.__name__, toys.host is h, toys.counted == counted, make(1, 3, 4, 5, key=6, z=7))',
      ),
    ).toBe('Host True True 1 3 2 6 z\n');
  });
  it('say what cannot be imported', () => {
    expect(
      run(
        'try:\n    from toys import nothing\nexcept ImportError as e: print(e)\ntry:\n    import toys.nothing\nexcept ImportError as e: print(e)\ntry:\n    toys = __import__("toys"); toys.zip\nexcept AttributeError as e: print(e)',
      ),
    ).toBe(
      "cannot import name 'nothing' from 'toys' (/usr/local/lib/python3.11/toys.py)\nNo module named 'toys.nothing'\nmodule 'toys' has no attribute 'zip'\n",
    );
  });
  it('of installed but unknown distributions fail where they are used', () => {
    expect(
      run(
        'from celery import Celery\nimport yaml.loader\nimport celery.app as app\ntry: Celery("x")\nexcept NotImplementedError as e: print(e)\ntry:\n    class A(Celery): pass\nexcept NotImplementedError as e: print(e)\ntry: import django\nexcept ModuleNotFoundError as e: print(e)',
      ),
    ).toBe(
      "celery.Celery: the package 'celery' is installed here, but not simulated\ncelery.Celery: the package 'celery' is installed here, but not simulated\nNo module named 'django'\n",
    );
  });
});

describe('Raise', () => {
  it('becomes the exception of that name, with attributes', () => {
    expect(
      run(
        'from toys.host import Host\ntry: Host("a").fail()\nexcept LookupError as e: print(repr(e), e.code)',
      ),
    ).toBe("LookupError('from native code') 7\n");
  });
  it('prints no frame of native code', () => {
    expect(run('from toys.host import Host\nHost("a").fail()')).toBe(
      'Traceback (most recent call last):\n  File "/home/learner/app/main.py", line 2, in <module>\n    Host("a").fail()\nLookupError: from native code\n',
    );
  });
});
