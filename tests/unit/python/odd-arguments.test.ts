/**
 * No native function, method or attribute may break the engine, whatever it is given: every one of every simulated module is
 * called with odd arguments, and must answer with a Python value or a Python exception.
 */
import { describe, expect, it } from 'vitest';
import { ConnectFailure } from '../../../src/engine/machine.ts';
import { moduleNames } from '../../../src/engine/modules/index.ts';
import { createInterpreter } from '../../../src/engine/modules/world.ts';
import type { Python } from '../../../src/engine/python/evaluate/python.ts';
import { findAttribute } from '../../../src/engine/python/values/attributes/attributes.ts';
import {
  callValue,
  NativeGetter,
  PyCallable,
  PyClassMethod,
  PyStaticMethod,
} from '../../../src/engine/python/values/callable.ts';
import { classOf } from '../../../src/engine/python/values/classes/class-of.ts';
import { list, PyTuple } from '../../../src/engine/python/values/containers/containers.ts';
import { dict } from '../../../src/engine/python/values/containers/dict.ts';
import { PyException } from '../../../src/engine/python/values/exceptions/exceptions.ts';
import { within } from '../../../src/engine/python/values/interpreter.ts';
import { PyModule } from '../../../src/engine/python/values/module.ts';
import { NativeIterator } from '../../../src/engine/python/values/native/iterator.ts';
import { repr, str } from '../../../src/engine/python/values/text.ts';
import { PyClass, type Value } from '../../../src/engine/python/values/value.ts';
import { Float } from '../../../src/engine/stdlib/float.ts';
import { testMachine } from '../../python/support.ts';

const INSTALLED =
  'alembic sqlalchemy psycopg2 asyncpg sqlacodegen sqlmodel pydantic pydantic-settings python-dotenv flask flask-sqlalchemy flask-migrate fastapi sqlalchemy-utils fastapi-users fastapi-users-db-sqlalchemy starlette';
/** Of one call: what goes on for ever ends as StepLimitExceeded. */
const STEPS = 3000;
/** What ends the test's own process, or asks for a terminal. */
const LEFT_OUT = /^(breakpoint|help|__import__|__build_class__)$/;
/** One object of a class is enough to call its methods on. */
const SAMPLES = 1;

const odd = (): Value[] => [
  5,
  'x',
  null,
  new Float(2.5),
  list([1]),
  dict([['a', 1]]),
  new PyTuple([1, 'x']),
  Uint8Array.of(120),
  '%s %(a)d {} \ud83d\ude00',
  10n ** 20n,
];

/** No argument, most odd ones alone, and some of two and three. */
function argumentLists(extra: readonly Value[]): Value[][] {
  const values = [...extra, ...odd()];
  const at = (index: number) => values[index % values.length]!;
  return [
    [],
    ...values.map((value) => [value]),
    ...[1, 2].map((index) => [at(index), at(index * 3 + 2)]),
    [at(2), at(5), at(7)],
  ];
}

interface Finding {
  readonly what: string;
  readonly error: string;
}

class Probe {
  readonly findings: Finding[] = [];
  readonly samples = new Map<PyClass, Value[]>();
  readonly python: Python;
  readonly seen = new Set<Value>();
  constructor(python: Python) {
    this.python = python;
  }

  /** Does something and notes where it breaks. */
  attempt(what: string, work: () => Value | undefined): Value | undefined {
    this.python.budget = STEPS;
    try {
      const value = work();
      if (value === undefined || Number.isNaN(value) || typeof value === 'symbol') {
        this.findings.push({ what, error: `answered ${String(value)}` });
        return undefined;
      }
      if (classOf(value).module !== 'builtins') repr(value);
      return value;
    } catch (error) {
      const made = this.python.toException(error);
      if (!(made instanceof PyException)) this.findings.push({ what, error: place(error) });
      else if (/simulator broke/.test(str(made))) this.findings.push({ what, error: str(made) });
      return undefined;
    }
  }

  /** Calls something in every odd way, and keeps the objects that it makes. */
  call(name: string, callable: Value, extra: readonly Value[]): void {
    for (const args of argumentLists(extra)) {
      const made = this.attempt(`${name}(${args.map(shown).join(', ')})`, () => {
        const value = callValue(callable, args);
        if (value instanceof NativeIterator) for (let i = 0; i < 3; i++) value.advance();
        return value;
      });
      if (made !== undefined) this.keep(made);
    }
  }

  keep(value: Value): void {
    const cls = classOf(value);
    if (value instanceof PyClass || value instanceof PyModule || !cls.native) return;
    const kept = this.samples.get(cls) ?? [];
    if (kept.length < SAMPLES) this.samples.set(cls, [...kept, value]);
  }

  module(name: string): void {
    const module = this.attempt(`import ${name}`, () => this.python.importModule(name));
    if (!(module instanceof PyModule)) return;
    for (const key of this.python.natives.find(name)!.names
      ? Object.keys(this.python.natives.find(name)!.names)
      : []) {
      const value = this.attempt(`${name}.${key}`, () => findAttribute(module, key) ?? null);
      if (value === undefined || value === null || LEFT_OUT.test(key) || this.seen.has(value)) continue;
      this.seen.add(value);
      if (value instanceof PyClass || value instanceof PyCallable) this.call(`${name}.${key}`, value, []);
      else this.keep(value);
      if (value instanceof PyClass) this.ofClass(value);
    }
  }

  /** Class methods and static methods. */
  ofClass(cls: PyClass): void {
    for (const [name, value] of cls.own) {
      if (!(value instanceof PyClassMethod || value instanceof PyStaticMethod) || name === '__new__')
        continue;
      const bound = this.attempt(`${cls.name}.${name}`, () => findAttribute(cls, name) ?? null);
      if (bound) this.call(`${cls.name}.${name}`, bound, []);
    }
  }

  /** Every method and attribute of an object. */
  object(cls: PyClass, value: Value): void {
    for (const [name, member] of cls.mro.flatMap((each) => [...each.own])) {
      if (this.seen.has(member)) continue;
      if (member instanceof PyCallable || member instanceof NativeGetter) this.seen.add(member);
      const what = `${cls.module}.${cls.name}().${name}`;
      if (member instanceof NativeGetter) {
        this.attempt(what, () => member.get(value, this.python));
        if (member.isWritable)
          for (const one of odd())
            this.attempt(`${what} = ${shown(one)}`, () => {
              member.set(value, one, this.python);
              return null;
            });
      } else if (member instanceof PyCallable && name !== '__init__') {
        const method = this.attempt(what, () => findAttribute(value, name) ?? null);
        if (method) this.call(what, method, [value]);
      }
    }
  }
}

const shown = (value: Value): string => {
  try {
    return repr(value);
  } catch {
    return '?';
  }
};

/** The error and the first line of ours that it comes from. */
function place(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const line = error.stack?.split('\n').find((text) => /src\/engine/.test(text)) ?? '';
  return `${error.name}: ${error.message} ${line.trim().replace(/\(?\S*src\/engine/, '')}`;
}

function newProbe(): Probe {
  const machine = {
    ...testMachine(
      { x: 'x', 'alembic.ini': '[alembic]\nscript_location = x\n' },
      { installed: INSTALLED.split(' '), stepBudget: STEPS },
    ),
    database: {
      connect: () => {
        throw new ConnectFailure('refused', 'no');
      },
    },
  };
  const quiet = { write: () => {} };
  const environment = new Map<string, string>();
  const { python } = createInterpreter({
    machine,
    argv: ['x'],
    environment,
    cwd: machine.cwd,
    stdout: quiet,
    stderr: quiet,
  });
  return new Probe(python);
}

/** Every finding, the same cause once. */
function byCause(findings: readonly Finding[]): string[] {
  const causes = new Map<string, string>();
  for (const { what, error } of findings) if (!causes.has(error)) causes.set(error, what);
  return [...causes].map(([error, what]) => `${what}: ${error}`);
}

describe('odd arguments', () => {
  it('meet a Python exception in every native function, class and method', () => {
    const probe = newProbe();
    within(probe.python, () => {
      for (const name of moduleNames()) probe.module(name);
      const done = new Set<PyClass>();
      for (let turn = 0; turn < 3; turn++) {
        for (const [cls, values] of [...probe.samples]) {
          if (done.has(cls)) continue;
          done.add(cls);
          for (const value of values) probe.object(cls, value);
        }
      }
      expect(done.size).toBeGreaterThan(100);
    });
    expect(byCause(probe.findings)).toEqual([]);
  });
});
