/** Runs loops, conditions, groups and definitions. Answers to: bash's execute_cmd.c. */
import { arithmeticNumber } from '../expand/arithmetic.ts';
import { type Expansion, expandPattern, expandText, expandWords } from '../expand/expand.ts';
import { globSource } from '../expand/glob.ts';
import { type CommandList, type Compound, ExpansionError, type Word } from '../parse/syntax.ts';
import type { Need, Steps } from '../program.ts';
import { conditionHolds } from './conditional.ts';
import { LoopExit } from './flow.ts';
import type { ShellHost } from './run.ts';
import { inSubshell } from './subshell.ts';
import { assign } from './variables.ts';

/** How the shell runs a list and prepares words, handed in since those need this file in turn. */
export interface Runners {
  list(host: ShellHost, list: CommandList): Steps;
  expansion(host: ShellHost, words: readonly Word[]): Generator<Need, Expansion, unknown>;
}

/** @returns (through the generator) the exit code. */
export function* runCompound(host: ShellHost, body: Compound, run: Runners): Steps {
  switch (body.kind) {
    case 'group':
      return yield* run.list(host, body.list);
    case 'subshell':
      return yield* inSubshell(host, (child) => run.list(child, body.list));
    case 'for':
      return yield* forLoop(host, body, run);
    case 'count':
      return yield* countLoop(host, body, run);
    case 'while':
      return yield* whileLoop(host, body, run);
    case 'if':
      return yield* conditional(host, body, run);
    case 'case':
      return yield* caseOf(host, body, run);
    case 'arithmetic':
      return (yield* calculated(host, body.expression, run)) === 0n ? 1 : 0;
    case 'test': {
      const context = yield* run.expansion(
        host,
        body.parts.flatMap((part) => (part.kind === 'word' ? [part.word] : [])),
      );
      return conditionHolds(body.parts, context) ? 0 : 1;
    }
    case 'function':
      host.shell.functions.set(body.name, body.body);
      return 0;
  }
}

type Turn = 'on' | 'out';

/** One turn of a loop's body; what leaves more than one loop goes on to the next. */
function* turn(host: ShellHost, list: CommandList, run: Runners): Generator<Need, Turn, unknown> {
  try {
    yield* run.list({ ...host, loops: host.loops + 1 }, list);
    return 'on';
  } catch (error) {
    if (!(error instanceof LoopExit)) throw error;
    if (error.depth > 1 && host.loops > 0) throw new LoopExit(error.kind, error.depth - 1);
    host.shell.lastExit = 0;
    return error.kind === 'break' ? 'out' : 'on';
  }
}

function* forLoop(
  host: ShellHost,
  { name, words, list }: Extract<Compound, { kind: 'for' }>,
  run: Runners,
): Steps {
  const context = yield* run.expansion(host, words ?? []);
  const values = words ? expandWords(words, context) : host.shell.parameters;
  host.shell.lastExit = 0;
  for (const value of values) {
    assign(host, name, value);
    if ((yield* turn(host, list, run)) === 'out') break;
  }
  return host.shell.lastExit;
}

function* countLoop(host: ShellHost, loop: Extract<Compound, { kind: 'count' }>, run: Runners): Steps {
  yield* calculated(host, loop.first, run);
  host.shell.lastExit = 0;
  while (loop.test.length === 0 || (yield* calculated(host, loop.test, run)) !== 0n) {
    if ((yield* turn(host, loop.list, run)) === 'out') break;
    yield* calculated(host, loop.step, run);
  }
  return host.shell.lastExit;
}

function* calculated(host: ShellHost, word: Word, run: Runners): Generator<Need, bigint, unknown> {
  const context = yield* run.expansion(host, [word]);
  try {
    return arithmeticNumber(expandText(word, context), context);
  } catch (error) {
    if (error instanceof ExpansionError) throw new ExpansionError(`((: ${error.message}`);
    throw error;
  }
}

function* whileLoop(host: ShellHost, loop: Extract<Compound, { kind: 'while' }>, run: Runners): Steps {
  let exit = 0;
  for (;;) {
    host.shell.lastExit = 0;
    const holds = (yield* tested(host, loop.condition, run)) !== loop.until;
    if (!holds) return exit;
    const next = yield* turn(host, loop.list, run);
    exit = host.shell.lastExit;
    if (next === 'out') return exit;
  }
}

/** What stands in a condition may fail without `set -e` ending the script. */
function* tested(host: ShellHost, condition: CommandList, run: Runners): Generator<Need, boolean, unknown> {
  const { shell } = host;
  const strict = shell.options.delete('e');
  try {
    return (yield* run.list(host, condition)) === 0;
  } finally {
    if (strict) shell.options.add('e');
  }
}

function* conditional(host: ShellHost, body: Extract<Compound, { kind: 'if' }>, run: Runners): Steps {
  for (const { condition, list } of body.branches) {
    if (yield* tested(host, condition, run)) return yield* run.list(host, list);
  }
  host.shell.lastExit = 0;
  return body.otherwise ? yield* run.list(host, body.otherwise) : 0;
}

function* caseOf(host: ShellHost, body: Extract<Compound, { kind: 'case' }>, run: Runners): Steps {
  const patterns = body.branches.flatMap((branch) => branch.patterns);
  const context = yield* run.expansion(host, [body.subject, ...patterns]);
  const subject = expandText(body.subject, context);
  for (const branch of body.branches) {
    const fits = branch.patterns.some((pattern) =>
      new RegExp(`^(?:${globSource(expandPattern(pattern, context), '.')})$`, 'su').test(subject),
    );
    if (!fits) continue;
    host.shell.lastExit = 0;
    return yield* run.list(host, branch.list);
  }
  return 0;
}
