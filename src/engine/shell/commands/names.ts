/** Small programs about names, numbers, time and the environment. Answers to: GNU coreutils, which. */
import { isThere } from '../../files.ts';
import { complain, parseArguments, refuse } from '../options.ts';
import { absolute } from '../paths.ts';
import type { Invocation, Program, Steps } from '../program.ts';
import { dateOf, formatDate } from './date-text.ts';

const missing = (call: Invocation): number => refuse(call, 'missing operand', 1);

export const basename: Program = {
  options: ['-a', '-s'],
  run: (call) => {
    const { flags, values, operands, problem } = parseArguments(call.args, 'as:z', {
      multiple: 'a',
      suffix: 's',
    });
    if (problem) return refuse(call, problem, 1);
    if (operands.length === 0) return missing(call);
    const many = flags.has('a') || values.has('s');
    if (!many && operands.length > 2) return refuse(call, `extra operand ‘${operands[2]}’`, 1);
    const suffix = values.get('s') ?? (many ? undefined : operands[1]);
    for (const name of many ? operands : operands.slice(0, 1)) {
      const base = name.replace(/\/+$/, '').replace(/^.*\//, '') || (name.startsWith('/') ? '/' : '');
      const cut = suffix && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
      call.stdout.write(`${cut}\n`);
    }
    return 0;
  },
};

export const dirname: Program = {
  run: (call) => {
    const { operands, problem } = parseArguments(call.args, 'z');
    if (problem) return refuse(call, problem, 1);
    if (operands.length === 0) return missing(call);
    for (const name of operands) {
      const cut = name.replace(/\/+$/, '');
      const folder = cut.includes('/') ? cut.replace(/\/+[^/]*$/, '') || '/' : cut === '' ? '/' : '.';
      call.stdout.write(`${folder}\n`);
    }
    return 0;
  },
};

/** `realpath` and `readlink -f`. */
export const realpath: Program = {
  run: (call) => {
    const { operands, problem } = parseArguments(call.args, 'fems');
    if (problem) return refuse(call, problem, 1);
    if (operands.length === 0) return missing(call);
    const { files, cwd } = call.machine;
    let exit = 0;
    for (const name of operands) {
      const path = absolute(name, cwd);
      if (isThere(files, absolute('..', path))) call.stdout.write(`${path}\n`);
      else exit = complain(call, `${name}: No such file or directory`);
    }
    return exit;
  },
};

export const seq: Program = {
  options: ['-s', '-w', '-f'],
  run: (call) => {
    // Numbers may be negative: what looks like one is no option.
    const split = call.args.findIndex((arg) => /^-?\.?\d/.test(arg));
    const own = split < 0 ? call.args : call.args.slice(0, split);
    const { flags, values, operands, problem } = parseArguments(own, 's:wf:', {
      separator: 's',
      'equal-width': 'w',
      format: 'f',
    });
    if (problem) return refuse(call, problem, 1);
    const numbers = [...operands, ...(split < 0 ? [] : call.args.slice(split))];
    if (numbers.length === 0) return missing(call);
    const bad = numbers.find((text) => !/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(text));
    if (bad !== undefined) return refuse(call, `invalid floating point argument: ‘${bad}’`, 1);
    if (numbers.length > 3) return refuse(call, `extra operand ‘${numbers[3]}’`, 1);
    const [first, step, last] =
      numbers.length === 3
        ? numbers
        : numbers.length === 2
          ? [numbers[0], '1', numbers[1]]
          : ['1', '1', numbers[0]];
    if (Number(step) === 0) return refuse(call, `invalid Zero increment value: ‘${step}’`, 1);
    const places = Math.max(...[first, step].map((text) => text!.split('.')[1]?.length ?? 0));
    const found: string[] = [];
    const [from, by, to] = [Number(first), Number(step), Number(last)];
    const count = Math.floor((to - from) / by + 1e-9);
    for (let at = 0; at <= count; at++) found.push((from + at * by).toFixed(places));
    const width = flags.has('w') ? Math.max(...found.map((text) => text.length)) : 0;
    const shown = found.map((text) =>
      text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0'),
    );
    if (shown.length > 0)
      call.stdout.write(`${shown.join((values.get('s') ?? '\n').replace(/\\n/g, '\n'))}\n`);
    return 0;
  },
};

/** Time does not pass here, so nothing waits. */
export const sleep: Program = {
  run: (call) => {
    if (call.args.length === 0) return missing(call);
    const bad = call.args.find((arg) => !/^(?:\d+\.?\d*|\.\d+)[smhd]?$/.test(arg));
    return bad === undefined ? 0 : refuse(call, `invalid time interval ‘${bad}’`, 1);
  },
};

export const date: Program = {
  options: ['+%F', '+%T', '-d', '-u', '-I', '-R'],
  run: (call) => {
    const long = { date: 'd', utc: 'u', universal: 'u', 'iso-8601': 'I', 'rfc-email': 'R', reference: 'r' };
    const { flags, values, operands, problem } = parseArguments(call.args, 'd:uI::Rr:', long);
    if (problem) return refuse(call, problem, 1);
    const [operand] = operands;
    if (operand !== undefined && !operand.startsWith('+')) return complain(call, `invalid date ‘${operand}’`);
    const now = call.machine.now();
    const given = values.get('d');
    const time = given === undefined ? now : dateOf(given, now);
    if (time === undefined) return complain(call, `invalid date ‘${given}’`);
    call.stdout.write(`${formatDate(operand?.slice(1) ?? formatOf(flags, values), time)}\n`);
    return 0;
  },
};

function formatOf(flags: ReadonlySet<string>, values: ReadonlyMap<string, string>): string {
  if (flags.has('R')) return '%a, %d %b %Y %H:%M:%S %z';
  if (!flags.has('I')) return '%a %b %e %H:%M:%S %Z %Y';
  return (
    { seconds: '%Y-%m-%dT%H:%M:%S%:z', minutes: '%Y-%m-%dT%H:%M%:z', hours: '%Y-%m-%dT%H%:z' }[
      values.get('I') ?? ''
    ] ?? '%F'
  );
}

export const env: Program = {
  options: ['-i', '-u'],
  run: (call) => {
    const { environment } = call;
    const given = [...call.args];
    if (given[0] === '-i' || given[0] === '-') {
      environment.clear();
      given.shift();
    }
    while (given[0] === '-u' || given[0]?.startsWith('--unset')) {
      const [option, name] = given.splice(0, given[0] === '-u' ? 2 : 1);
      environment.delete(name ?? option!.replace(/^--unset=/, ''));
    }
    while (/^[A-Za-z_]\w*=/.test(given[0] ?? '')) {
      const [name, value] = given.shift()!.split(/=(.*)/s) as [string, string];
      environment.set(name, value);
    }
    if (given.length > 0) return inEnvironment(call, given);
    call.stdout.write([...environment].map(([name, value]) => `${name}=${value}\n`).join(''));
    return 0;
  },
};

/** Runs a program with other variables, which are forgotten behind it. */
function* inEnvironment(call: Invocation, words: readonly string[]): Steps {
  if (!call.program(words[0]!)) {
    call.stderr.write(`env: ‘${words[0]}’: No such file or directory\n`);
    return 127;
  }
  const own = call.machine.environment;
  const before = [...own];
  try {
    own.clear();
    for (const [name, value] of call.environment) own.set(name, value);
    return yield* call.run(words);
  } finally {
    own.clear();
    for (const [name, value] of before) own.set(name, value);
  }
}

export const printenv: Program = {
  run: (call) => {
    if (call.args.length === 0) return env.run(call);
    const found = call.args.flatMap((name) => call.environment.get(name) ?? []);
    call.stdout.write(found.map((value) => `${value}\n`).join(''));
    return found.length === call.args.length ? 0 : 1;
  },
};

const BUILTINS = new Set(
  '. : [ bg break builtin cd command continue declare echo eval exit export false history let local printf pwd read readonly return set shift source test true type unset'.split(
    ' ',
  ),
);
const KEYWORDS = new Set(
  '! [[ ]] { } case do done elif else esac fi for function if in select then time until while'.split(' '),
);
/** Programs of the virtual environment, and those that the system brings. */
const OF_ENVIRONMENT = new Set(['alembic', 'pip', 'pip3', 'python', 'python3', 'sqlacodegen']);

/** Where `which` finds a program. */
const placeOf = (name: string): string =>
  OF_ENVIRONMENT.has(name) ? `/home/learner/.venv/bin/${name}` : `/usr/bin/${name}`;

/** `which`: programs only, no builtins. */
export function which(find: (name: string) => boolean): Program {
  const onlyBuiltin = (name: string) =>
    BUILTINS.has(name) && !/^(?:\[|echo|false|printf|pwd|test|true)$/.test(name);
  return {
    options: ['-a'],
    run: (call) => {
      const { operands } = parseArguments(call.args, 'a');
      const found = operands.filter((name) => find(name) && !onlyBuiltin(name));
      call.stdout.write(found.map((name) => `${placeOf(name)}\n`).join(''));
      return found.length === operands.length && operands.length > 0 ? 0 : 1;
    },
  };
}

/** `type` and `command`. */
export function typeCommand(find: (name: string) => boolean): Program {
  const kindOf = (call: Invocation, name: string): string | undefined => {
    if (KEYWORDS.has(name)) return 'keyword';
    if (call.shell.functions.has(name)) return 'function';
    if (BUILTINS.has(name)) return 'builtin';
    return find(name) ? 'file' : undefined;
  };
  const described = (name: string, kind: string): string =>
    ({
      keyword: `${name} is a shell keyword`,
      function: `${name} is a function`,
      builtin: `${name} is a shell builtin`,
    })[kind] ?? `${name} is ${placeOf(name)}`;
  return {
    run: (call) => {
      const short = call.args[0] === '-t' || call.args[0] === '-v' || call.args[0] === '-p';
      const asCommand = call.name === 'command';
      if (asCommand && !/^-[vV]$/.test(call.args[0] ?? ''))
        return call.args.length === 0 ? 0 : call.run(call.args);
      const operands = call.args.filter((arg) => !/^-[tvVap]$/.test(arg));
      let exit = 0;
      for (const name of operands) {
        const kind = kindOf(call, name);
        if (kind === undefined) {
          exit = 1;
          if (!short) call.stderr.write(`bash: ${call.name}: ${name}: not found\n`);
        } else if (!short) call.stdout.write(`${described(name, kind)}\n`);
        else if (asCommand) call.stdout.write(`${kind === 'file' ? placeOf(name) : name}\n`);
        else if (call.args[0] !== '-p' || kind === 'file')
          call.stdout.write(`${call.args[0] === '-p' ? placeOf(name) : kind}\n`);
      }
      return exit;
    },
  };
}

/** `whoami`, `hostname`, `uname`: what this machine says of itself. */
export const whoami: Program = {
  run: (call) => {
    call.stdout.write('learner\n');
    return 0;
  },
};

export const hostname: Program = {
  run: (call) => {
    call.stdout.write('stillhouse\n');
    return 0;
  },
};

export const uname: Program = {
  run: (call) => {
    call.stdout.write(
      call.args.includes('-a')
        ? 'Linux stillhouse 6.1.0 x86_64 GNU/Linux\n'
        : call.args.includes('-m')
          ? 'x86_64\n'
          : 'Linux\n',
    );
    return 0;
  },
};
