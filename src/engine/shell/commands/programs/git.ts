/** `git`: the worker does the work outside the engine; here are its words for what cannot be done without a network. */
import type { Program, Steps } from '../../program.ts';
import { shellWords } from '../../words.ts';

const HERE = [
  'add',
  'branch',
  'checkout',
  'commit',
  'config',
  'diff',
  'init',
  'log',
  'merge',
  'mv',
  'restore',
  'rm',
  'show',
  'status',
  'switch',
];

/** What needs another repository, or is not there, and which of our words answers it. */
const ELSEWHERE = {
  push: 'push',
  pull: 'pull',
  fetch: 'pull',
  clone: 'clone',
  remote: 'remote',
  stash: 'stash',
  rebase: 'rebase',
  reset: 'reset',
  'cherry-pick': 'rebase',
  revert: 'reset',
  tag: 'tag',
} as const;

export const git: Program = {
  run: (call) => {
    const [command] = call.args;
    if (command === '--version' || command === '-v') {
      call.stdout.write('git version 2.39.5\n');
      return 0;
    }
    if (command === undefined || command === '--help' || command === 'help') {
      call.stdout.write(`usage: git <command> [<args>]\n\n${HERE.map((name) => `   ${name}\n`).join('')}`);
      return command === undefined ? 1 : 0;
    }
    if (command in ELSEWHERE) {
      const { git: words } = shellWords(call.machine);
      const advice = words[ELSEWHERE[command as keyof typeof ELSEWHERE]];
      call.stderr.write(`${words.notHere(command, advice)}\n`);
      return 1;
    }
    if (!HERE.includes(command)) {
      call.stderr.write(`git: '${command}' is not a git command. See 'git --help'.\n`);
      return 1;
    }
    return (function* (): Steps {
      const answer = (yield { kind: 'needs', what: 'git', args: call.args }) as {
        exit: number;
        stdout: string;
        stderr: string;
      };
      call.stdout.write(answer.stdout);
      call.stderr.write(answer.stderr);
      return answer.exit;
    })();
  },
};
