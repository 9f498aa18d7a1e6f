/** `Rewriter`: rules for the operations of new revision files. Answers to: alembic/autogenerate/rewriter.py. */
import type { MigrationScript } from '../../../alembic/operations/migration-script.ts';
import {
  type Container,
  type DowngradeOps,
  isContainer,
  type UpgradeOps,
} from '../../../alembic/operations/modify-table.ts';
import { classOf } from '../../../python/values/classes/class-of.ts';
import { hashValue } from '../../../python/values/containers/hash.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';

class Rewriter {
  readonly rules = new Map<PyClass, Value>();
  /** What goes over the scripts after it, in order. */
  readonly chained: Value[] = [];
  /** Operations that a rule has given already: it does not see them again. */
  readonly done = new WeakSet<object>();
}

/** One pass over the operations of a script. */
class Pass {
  private readonly call: Interpreter;
  private readonly rewriter: Rewriter;
  private readonly context: Value;
  private readonly revision: Value;

  constructor(call: Interpreter, rewriter: Rewriter, context: Value, revision: Value) {
    this.call = call;
    this.rewriter = rewriter;
    this.context = context;
    this.revision = revision;
  }

  /** The script itself first, then its lists. @throws ValueError where a rule makes several of one */
  script(given: MigrationScript): void {
    const [script, ...more] = this.apply(given) as MigrationScript[];
    if (!script || more.length > 0)
      throw raise('ValueError', 'Can only return single object for MigrationScript traverse');
    script.upgradeOpsList = script.upgradeOpsList.map((ops) => this.single<UpgradeOps>(ops, 'UpgradeOps'));
    script.downgradeOpsList = script.downgradeOpsList.map((ops) =>
      this.single<DowngradeOps>(ops, 'DowngradeOps'),
    );
  }

  /** @throws ValueError where a rule makes several of one */
  private single<T extends Container>(container: T, name: string): T {
    const [only, ...more] = this.rewritten(container);
    if (only !== undefined && more.length === 0) return only as T;
    throw raise('ValueError', `Can only return single object for ${name} traverse`);
  }

  /** What stands for an operation after the rules; containers are gone through. */
  private rewritten(operation: object): object[] {
    const found = this.apply(operation);
    for (const one of found) {
      if (isContainer(one)) one.ops = one.ops.flatMap((inner) => this.rewritten(inner));
    }
    return found;
  }

  private apply(operation: object): object[] {
    const rule = this.ruleFor(operation);
    if (rule === undefined || this.rewriter.done.has(operation)) return [operation];
    const answer = this.call.call(rule, [this.context, this.revision, operation as Value]);
    const given =
      answer === null
        ? []
        : this.call.getAttribute(answer, '__iter__') === undefined
          ? [answer]
          : [...this.call.iterate(answer)];
    for (const one of given) this.rewriter.done.add(one as object);
    return given as object[];
  }

  private ruleFor(operation: object): Value | undefined {
    return classOf(operation as Value)
      .mro.map((cls) => this.rewriter.rules.get(cls))
      .find((rule) => rule !== undefined);
  }
}

function process(
  call: Interpreter,
  self: Rewriter,
  context: Value,
  revision: Value,
  directives: Value,
): void {
  const pass = new Pass(call, self, context, revision);
  for (const directive of call.iterate(directives)) pass.script(directive as unknown as MigrationScript);
}

export const rewriterClass = nativeClass({
  name: 'Rewriter',
  module: 'alembic.autogenerate.rewriter',
  host: Rewriter,
  signature: '',
  construct: () => new Rewriter(),
  methods: {
    rewrites: [
      'operator',
      (_call, self: Rewriter, operator: Value) =>
        nativeFunction('decorate', 'fn', (_call, fn: Value) => {
          hashValue(operator);
          if (operator instanceof PyClass) self.rules.set(operator, fn);
          return fn;
        }),
    ],
    chain: [
      'other',
      (_call, self: Rewriter, other: Value) => {
        const chained = new Rewriter();
        for (const [cls, rule] of self.rules) chained.rules.set(cls, rule);
        chained.chained.push(...self.chained, other);
        return chained;
      },
    ],
    process_revision_directives: [
      'context, revision, directives',
      (call, self: Rewriter, context: Value, revision: Value, directives: Value) => {
        process(call, self, context, revision, directives);
        return null;
      },
    ],
    __call__: [
      'context, revision, directives',
      (call, self: Rewriter, context: Value, revision: Value, directives: Value) => {
        process(call, self, context, revision, directives);
        for (const next of self.chained) call.call(next, [context, revision, directives]);
        return null;
      },
    ],
  },
});
