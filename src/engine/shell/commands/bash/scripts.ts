/** Texts that run as commands: `bash script.sh`, `source file`, `eval`. Answers to: bash's main and its builtins. */

import { absolute } from '../../paths.ts';
import type { Invocation, Program, Steps } from '../../program.ts';
import { FunctionReturn } from '../../run/flow.ts';
import type { ShellHost } from '../../run/run.ts';
import { inSubshell } from '../../run/subshell.ts';
import { shellWords } from '../../words.ts';

type RunText = (host: ShellHost, text: string) => Steps;

/** The commands, given how the shell runs a text. */
export function scriptCommands(runText: RunText): Record<string, Program> {
  const bash: Program = { options: ['-c', '-e', '-x'], run: (call) => start(call, runText) };
  const source: Program = { run: (call) => sourced(call, runText) };
  return {
    bash,
    sh: bash,
    source,
    '.': source,
    eval: { run: (call) => runText(call.host, call.args.join(' ')) },
  };
}

function* start(call: Invocation, runText: RunText): Steps {
  const [first = '', ...rest] = call.args.filter((arg) => !/^-[exul]+$/.test(arg));
  const letters = call.args.filter((arg) => /^-[exu]+$/.test(arg)).join('');
  if (first === '--version') {
    call.stdout.write('GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)\n');
    return 0;
  }
  let text: string | undefined;
  let script: string | undefined;
  let parameters: readonly string[] = rest;
  if (/^-[ex]*c$/.test(first)) {
    [text, script = 'bash', ...parameters] = rest as [string | undefined, ...string[]];
    if (text === undefined) {
      call.stderr.write('bash: -c: option requires an argument\n');
      return 2;
    }
  } else if (first === '') {
    text = call.stdin;
    if (text === undefined) {
      call.stderr.write(`${shellWords(call.machine).alreadyInShell}\n`);
      return 1;
    }
    script = 'bash';
  } else {
    text = call.machine.files.read(absolute(first, call.machine.cwd));
    script = first;
    if (text === undefined) {
      const folder = call.machine.files.isDirectory(absolute(first, call.machine.cwd));
      call.stderr.write(
        `${folder ? `${first}: ` : 'bash: '}${first}: ${folder ? 'Is a directory' : 'No such file or directory'}\n`,
      );
      return folder ? 126 : 127;
    }
  }
  const body = text;
  return yield* inSubshell({ ...call.host, script }, (child) => {
    for (const [name, value] of call.environment) child.machine.environment.set(name, value);
    child.shell.variables.clear();
    child.shell.functions.clear();
    child.shell.options.clear();
    for (const letter of letters.replaceAll('-', '')) child.shell.options.add(letter);
    child.shell.parameters = parameters;
    child.shell.lastExit = 0;
    return runText(child, body);
  });
}

function* sourced(call: Invocation, runText: RunText): Steps {
  const [name, ...parameters] = call.args;
  if (name === undefined) {
    call.stderr.write(
      `bash: ${call.name}: filename argument required\n${call.name}: usage: ${call.name} filename [arguments]\n`,
    );
    return 2;
  }
  const text = call.machine.files.read(absolute(name, call.machine.cwd));
  if (text === undefined) {
    if (/(?:^|\/)bin\/activate$/.test(name)) {
      call.stdout.write(`${shellWords(call.machine).environmentActive}\n`);
      return 0;
    }
    call.stderr.write(`bash: ${name}: No such file or directory\n`);
    return 1;
  }
  const outer = call.shell.parameters;
  if (parameters.length > 0) call.shell.parameters = parameters;
  try {
    return yield* runText({ ...call.host, script: name }, text);
  } catch (error) {
    if (error instanceof FunctionReturn) return error.code;
    throw error;
  } finally {
    call.shell.parameters = outer;
  }
}
