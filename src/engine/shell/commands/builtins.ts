/** Commands that bash itself brings, and small ones beside them. */
import { type Invocation, type Program, parseArguments } from '../program.ts';

const NAME = /^[A-Za-z_]\w*$/;

export const echo: Program = {
  summary: 'print its arguments',
  run: (call) => {
    let at = 0;
    const flags = new Set<string>();
    while (/^-[neE]+$/.test(call.args[at] ?? ''))
      for (const flag of call.args[at++]!.slice(1)) flags.add(flag);
    const text = call.args.slice(at).join(' ');
    call.stdout.write((flags.has('e') ? unescaped(text) : text) + (flags.has('n') ? '' : '\n'));
    return 0;
  },
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\', r: '\r', a: '\x07' };

const unescaped = (text: string) => text.replace(/\\(.)/gs, (all, letter: string) => ESCAPES[letter] ?? all);

export const exportVariable: Program = {
  summary: 'set a variable for the commands that follow',
  run: (call) => {
    const { environment } = call.machine;
    if (call.args.length === 0 || call.args[0] === '-p') {
      const lines = [...environment].sort(([a], [b]) => (a < b ? -1 : 1));
      call.stdout.write(lines.map(([name, value]) => `declare -x ${name}="${value}"\n`).join(''));
      return 0;
    }
    let exit = 0;
    for (const arg of call.args) {
      const [name, value] = arg.split(/=(.*)/s) as [string, string | undefined];
      if (!NAME.test(name)) {
        call.stderr.write(`bash: export: \`${arg}': not a valid identifier\n`);
        exit = 1;
        continue;
      }
      const own = call.shell.variables.get(name);
      if (value !== undefined || own !== undefined) environment.set(name, value ?? own!);
      call.shell.variables.delete(name);
    }
    return exit;
  },
};

export const unset: Program = {
  summary: 'remove a variable',
  run: (call) => {
    for (const name of call.args) {
      call.shell.variables.delete(name);
      call.machine.environment.delete(name);
    }
    return 0;
  },
};

export const env: Program = {
  summary: 'print the exported variables',
  run: (call) => {
    call.stdout.write([...call.environment].map(([name, value]) => `${name}=${value}\n`).join(''));
    return 0;
  },
};

export const printenv: Program = {
  summary: 'print exported variables by name',
  run: (call) => {
    if (call.args.length === 0) return env.run(call);
    const found = call.args.flatMap((name) => call.environment.get(name) ?? []);
    call.stdout.write(found.map((value) => `${value}\n`).join(''));
    return found.length === call.args.length ? 0 : 1;
  },
};

export const trueCommand: Program = { summary: 'succeed', run: () => 0 };
export const falseCommand: Program = { summary: 'fail', run: () => 1 };

export const clear: Program = {
  summary: 'clear the terminal',
  run: (call) => {
    call.stdout.write('\x1b[H\x1b[2J\x1b[3J');
    return 0;
  },
};

export const history: Program = {
  summary: 'print what was typed before',
  run: (call) => {
    const lines = call.shell.history;
    const count = Number(call.args[0] ?? lines.length);
    if (Number.isNaN(count)) {
      call.stderr.write(`bash: history: ${call.args[0]}: numeric argument required\n`);
      return 1;
    }
    const start = Math.max(0, lines.length - count);
    call.stdout.write(
      lines
        .slice(start)
        .map((line, index) => `${String(start + index + 1).padStart(5)}  ${line}\n`)
        .join(''),
    );
    return 0;
  },
};

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const date: Program = {
  summary: 'print the date and time',
  run: (call) => {
    const now = new Date(Number(call.machine.now() / 1000n));
    const two = (value: number) => String(value).padStart(2, '0');
    const fields: Readonly<Record<string, string>> = {
      Y: String(now.getUTCFullYear()),
      m: two(now.getUTCMonth() + 1),
      d: two(now.getUTCDate()),
      H: two(now.getUTCHours()),
      M: two(now.getUTCMinutes()),
      S: two(now.getUTCSeconds()),
      a: DAYS[now.getUTCDay()]!,
      b: MONTHS[now.getUTCMonth()]!,
      e: String(now.getUTCDate()).padStart(2),
      Z: 'UTC',
      s: String(Math.floor(now.getTime() / 1000)),
      '%': '%',
    };
    const composed = {
      ...fields,
      F: `${fields.Y}-${fields.m}-${fields.d}`,
      T: `${fields.H}:${fields.M}:${fields.S}`,
    };
    const format = call.args.find((arg) => arg.startsWith('+'))?.slice(1) ?? '%a %b %e %T %Z %Y';
    const values: Readonly<Record<string, string>> = composed;
    call.stdout.write(`${format.replace(/%(.)/g, (all, letter: string) => values[letter] ?? all)}\n`);
    return 0;
  },
};

/** `which` needs to know every program; the table of commands gives it. */
export function which(find: (name: string) => boolean): Program {
  return {
    summary: 'say where a command is',
    run: (call) => {
      const { operands } = parseArguments(call.args, 'a');
      const found = operands.filter(find);
      call.stdout.write(found.map((name) => `/usr/local/bin/${name}\n`).join(''));
      return found.length === operands.length && operands.length > 0 ? 0 : 1;
    },
  };
}

/** `help` lists what can be typed here. */
export function help(all: () => Iterable<readonly [string, Program]>): Program {
  return {
    summary: 'list the commands of this terminal',
    run: (call: Invocation) => {
      const rows = [...all()].sort(([a], [b]) => (a < b ? -1 : 1));
      const width = Math.max(...rows.map(([name]) => name.length)) + 2;
      call.stdout.write(rows.map(([name, program]) => `${name.padEnd(width)}${program.summary}\n`).join(''));
      return 0;
    },
  };
}
