/** Makes what a program gets to see of the shell that runs it. */
import type { Output } from '../../machine.ts';
import type { Invocation, Steps } from '../program.ts';
import type { Streams } from './redirect.ts';
import type { ShellHost } from './run.ts';

/** A text that commands read one after the other: what one takes is gone for the next. */
export interface Input {
  readonly text: string;
  at: number;
  /** It is a file: its size is known beforehand. */
  readonly file?: true;
}

type RunWords = (host: ShellHost, words: readonly string[], streams: Streams) => Steps;

/** @param run how the program may run other ones, as xargs does. */
export function invocationOf(
  host: ShellHost,
  name: string,
  args: readonly string[],
  environment: Map<string, string>,
  streams: Streams,
  run: RunWords,
): Invocation {
  const { machine, shell } = host;
  const { stdin, stdout, stderr, terminal } = streams;
  let taken: string | undefined;
  return {
    name,
    args,
    machine,
    shell,
    environment,
    terminalInput: stdin === undefined ? host.input : undefined,
    terminal,
    loops: host.loops,
    inside: host.inside,
    // Only what a program asks for is taken: a command in a loop leaves the loop's input alone unless it reads.
    get stdin() {
      if (stdin && taken === undefined) {
        taken = stdin.text.slice(stdin.at);
        stdin.at = stdin.text.length;
      }
      return taken;
    },
    nextLine: () => nextLine(stdin),
    stdout,
    stderr,
    program: host.program,
    host: { ...host, ...streams },
    run: (words, given, output?: Output) =>
      run(host, words, {
        ...streams,
        ...(given === undefined ? {} : { stdin: { text: given, at: 0 } }),
        ...(output ? { stdout: output, terminal: false } : {}),
      }),
  };
}

function nextLine(input: Input | undefined): string | undefined {
  if (!input || input.at >= input.text.length) return undefined;
  const end = input.text.indexOf('\n', input.at);
  const line = input.text.slice(input.at, end < 0 ? undefined : end);
  input.at = end < 0 ? input.text.length : end + 1;
  return line;
}
