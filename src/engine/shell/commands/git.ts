/** `git`: the worker does the work outside the engine; here are its words for what cannot be done without a network. */
import type { Program, Steps } from '../program.ts';

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

const ELSEWHERE: Readonly<Record<string, string>> = {
  push: 'nothing leaves this page: commit and merge here, or share your work by its link',
  pull: 'there is no other copy to pull from: branches here are merged with git merge',
  fetch: 'there is no other copy to fetch from: branches here are merged with git merge',
  clone: 'nothing comes in over a network: git init starts a repository here',
  remote: 'there is no other copy: branches here are merged with git merge',
  stash: 'commit to a branch instead (git switch -c wip), or step back with undo',
  rebase: 'not simulated: git merge brings branches together',
  reset: 'not simulated: git restore takes changes back, undo takes back commands',
  'cherry-pick': 'not simulated: git merge brings branches together',
  tag: 'not simulated: a branch can mark a commit',
};

export const git: Program = {
  summary: 'versions of the files: init, add, commit, branch, switch, merge, log …',
  options: [...HERE, '--version'],
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
    const advice = ELSEWHERE[command];
    if (advice !== undefined) {
      call.stderr.write(`git ${command}: not available in the browser: ${advice}\n`);
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
