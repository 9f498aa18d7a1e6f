/** Commands that bash itself brings: variables, tests, texts that run in the shell. Answers to: bash's builtins. */
import { arithmeticNumber } from '../../expand/arithmetic.ts';
import { ExpansionError } from '../../parse/syntax.ts';
import type { Invocation, Program } from '../../program.ts';
import { TestError, testHolds } from '../../run/conditional.ts';
import { FunctionReturn, LoopExit, ShellExit } from '../../run/flow.ts';
import { assign, variable } from '../../run/variables.ts';
import { shellWords } from '../../words.ts';

const NAME = /^[A-Za-z_]\w*$/;

const complain = (call: Invocation, text: string, exit = 1): number => {
  call.stderr.write(`bash: ${call.name}: ${text}\n`);
  return exit;
};

/** A value as `export -p` and `set` show it. */
const inQuotes = (value: string): string => `"${value.replace(/["\\$`]/g, '\\$&')}"`;

export const exportVariable: Program = {
  run: (call) => {
    const { environment } = call.machine;
    const args = call.args.filter((arg) => !/^-[pnf]+$/.test(arg));
    if (args.length === 0) {
      const lines = [...environment].sort(([a], [b]) => (a < b ? -1 : 1));
      call.stdout.write(lines.map(([name, value]) => `declare -x ${name}=${inQuotes(value)}\n`).join(''));
      return 0;
    }
    let exit = 0;
    for (const arg of args) {
      const [name, value] = arg.split(/=(.*)/s) as [string, string | undefined];
      if (!NAME.test(name)) {
        exit = complain(call, `\`${arg}': not a valid identifier`);
        continue;
      }
      const own = call.shell.variables.get(name);
      if (call.args.includes('-n')) {
        const now = environment.get(name);
        if (now !== undefined) call.shell.variables.set(name, now);
        environment.delete(name);
        continue;
      }
      if (value !== undefined || own !== undefined) environment.set(name, value ?? own!);
      call.shell.variables.delete(name);
    }
    return exit;
  },
};

/** `declare`, `local`, `readonly`: names with values; `-x` exports them. */
export const declare: Program = {
  run: (call) => {
    const flags = call.args.filter((arg) => /^[-+][a-zA-Z]+$/.test(arg)).join('');
    if (call.name === 'local' && call.shell.locals === undefined)
      return complain(call, 'can only be used in a function');
    for (const arg of call.args.filter((one) => !/^[-+]/.test(one))) {
      const [name, value] = arg.split(/=(.*)/s) as [string, string | undefined];
      if (!NAME.test(name)) return complain(call, `\`${arg}': not a valid identifier`);
      const { variables, locals } = call.shell;
      if (locals && call.name !== 'readonly' && !locals.has(name)) {
        locals.set(name, variables.get(name));
        variables.delete(name);
      }
      if (flags.includes('x')) call.machine.environment.set(name, value ?? variables.get(name) ?? '');
      else if (value !== undefined) {
        const number = flags.includes('i') ? String(arithmeticNumber(value, names(call))) : value;
        if (locals) variables.set(name, number);
        else assign(call, name, number);
      }
    }
    return 0;
  },
};

const names = (call: Invocation) => ({
  variable: (name: string) => variable(call.host, name),
  assign: (name: string, value: string) => assign(call, name, value),
});

export const unset: Program = {
  run: (call) => {
    let exit = 0;
    for (const name of call.args.filter((arg) => !/^-[vf]$/.test(arg))) {
      if (!NAME.test(name)) exit = complain(call, `\`${name}': not a valid identifier`);
      call.shell.functions.delete(name);
      call.shell.variables.delete(name);
      call.machine.environment.delete(name);
    }
    return exit;
  },
};

export const trueCommand: Program = { run: () => 0 };
export const falseCommand: Program = { run: () => 1 };

/** `test` and `[`. */
export const test: Program = {
  run: (call) => {
    const words = [...call.args];
    if (call.name === '[' && words.pop() !== ']') return complain(call, "missing `]'", 2);
    try {
      return testHolds(words, call.machine) ? 0 : 1;
    } catch (error) {
      if (!(error instanceof TestError)) throw error;
      return complain(call, error.message, 2);
    }
  },
};

/** `let a=1 b=a+1`. */
export const letCommand: Program = {
  run: (call) => {
    let last = 0n;
    try {
      for (const text of call.args) last = arithmeticNumber(text, names(call));
    } catch (error) {
      if (!(error instanceof ExpansionError)) throw error;
      return complain(call, error.message);
    }
    return last === 0n ? 1 : 0;
  },
};

/** `read -r name name`: one line of the input, split at blanks; the last name gets the rest. */
export const read: Program = {
  run: (call) => {
    const wanted = call.args.filter(
      (arg, at) => !arg.startsWith('-') && !/^-[a-z]*[pdntuNi]$/.test(call.args[at - 1] ?? ''),
    );
    const bad = wanted.find((name) => !NAME.test(name));
    if (bad !== undefined) return complain(call, `\`${bad}': not a valid identifier`);
    if (call.host.stdin === undefined) {
      call.stderr.write(`${shellWords(call.machine).readNeedsInput}\n`);
      return 1;
    }
    let line = call.nextLine();
    if (line === undefined) {
      for (const name of wanted) assign(call, name, '');
      return 1;
    }
    const raw = call.args.some((arg) => /^-[a-z]*r/.test(arg));
    while (!raw && line.endsWith('\\')) line = line.slice(0, -1) + (call.nextLine() ?? '');
    const text = raw ? line : line.replace(/\\(.)/g, '$1');
    const separators = variable(call.host, 'IFS') ?? call.environment.get('IFS') ?? ' \t\n';
    const fields = call.environment.get('IFS') ?? separators;
    if (wanted.length === 0) assign(call, 'REPLY', text);
    else spread(call, wanted, text, fields);
    return 0;
  },
};

function spread(call: Invocation, wanted: readonly string[], text: string, separators: string): void {
  const blank = /^[ \t\n]*$/.test(separators);
  const set = `[${separators.replace(/[\\\]^-]/g, '\\$&')}]`;
  let rest = separators === '' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '');
  for (const [at, name] of wanted.entries()) {
    if (at === wanted.length - 1 || separators === '') {
      assign(call, name, rest);
      rest = '';
      continue;
    }
    const [field = '', more = ''] = rest.split(new RegExp(`${set}${blank ? '+' : ''}([\\s\\S]*)`), 2);
    assign(call, name, field);
    rest = more;
  }
}

/** `set -e`, `set -o pipefail`, `set -- a b`. */
export const set: Program = {
  run: (call) => {
    const { shell } = call;
    if (call.args.length === 0) {
      const all = [...call.machine.environment, ...shell.variables].sort(([a], [b]) => (a < b ? -1 : 1));
      call.stdout.write(
        all
          .map(([name, value]) => `${name}=${/^[\w@%+=:,./-]*$/.test(value) ? value : `'${value}'`}\n`)
          .join(''),
      );
      return 0;
    }
    for (let at = 0; at < call.args.length; at++) {
      const arg = call.args[at]!;
      if (arg === '--' || !/^[-+]/.test(arg)) {
        shell.parameters = call.args.slice(arg === '--' ? at + 1 : at);
        break;
      }
      const given = /o$/.test(arg) ? [...arg.slice(1, -1), call.args[++at] ?? ''] : [...arg.slice(1)];
      for (const name of given) {
        const option = { errexit: 'e', nounset: 'u', xtrace: 'x' }[name] ?? name;
        if (arg.startsWith('-')) shell.options.add(option);
        else shell.options.delete(option);
      }
    }
    return 0;
  },
};

export const shift: Program = {
  run: (call) => {
    const count = Number(call.args[0] ?? 1);
    if (Number.isNaN(count)) return complain(call, `${call.args[0]}: numeric argument required`);
    if (count > call.shell.parameters.length) return 1;
    call.shell.parameters = call.shell.parameters.slice(count);
    return 0;
  },
};

/** `break` and `continue`. */
export const leave = (kind: LoopExit['kind']): Program => ({
  run: (call) => {
    if (call.loops === 0) return complain(call, "only meaningful in a `for', `while', or `until' loop", 0);
    throw new LoopExit(kind, Math.max(1, Number(call.args[0] ?? 1)));
  },
});

const codeOf = (call: Invocation): number =>
  call.args[0] === undefined ? call.shell.lastExit : Number(call.args[0]) & 255;

export const returnCommand: Program = {
  run: (call) => {
    if (call.shell.locals === undefined && call.host.script === undefined)
      return complain(call, "can only `return' from a function or sourced script", 2);
    throw new FunctionReturn(codeOf(call));
  },
};

/** `exit` of a script or a subshell; the terminal itself stays open. */
export const exit: Program = {
  run: (call) => {
    if (call.inside === 'line' || call.inside === 'function') {
      call.stderr.write(`${shellWords(call.machine).staysOpen}\n`);
      return 1;
    }
    if (call.args[0] !== undefined && !/^-?\d+$/.test(call.args[0])) {
      complain(call, `${call.args[0]}: numeric argument required`);
      throw new ShellExit(2);
    }
    throw new ShellExit(codeOf(call));
  },
};

export const history: Program = {
  run: (call) => {
    const lines = call.shell.history;
    if (call.args[0] === '-c') {
      lines.length = 0;
      return 0;
    }
    const count = Number(call.args[0] ?? lines.length);
    if (Number.isNaN(count)) return complain(call, `${call.args[0]}: numeric argument required`);
    const start = Math.max(0, lines.length - count);
    const shown = lines
      .slice(start)
      .map((line, index) => `${String(start + index + 1).padStart(5)}  ${line}\n`);
    call.stdout.write(shown.join(''));
    return 0;
  },
};

export const clear: Program = {
  run: (call) => {
    call.stdout.write('\x1b[H\x1b[2J\x1b[3J');
    return 0;
  },
};
