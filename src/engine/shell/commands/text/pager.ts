/** `less` and `more`: the terminal scrolls by itself, so they print as where the output is no terminal. Answers to: less, util-linux's more. */
import type { Program } from '../../program.ts';
import { read } from './input.ts';

export const pager: Program = {
  run: (call) => {
    const names = call.args.filter((arg) => !/^[-+]./.test(arg));
    if (names.length === 0 && call.stdin === undefined) {
      call.stderr.write(
        call.name === 'less'
          ? 'Missing filename ("less --help" for help)\n'
          : "more: bad usage\nTry 'more --help' for more information.\n",
      );
      return 1;
    }
    const { sources, failed } = read(call, names, (name, why) =>
      why === 'Is a directory'
        ? call.name === 'less'
          ? `${name} is a directory`
          : `\n*** ${name}: directory ***\n`
        : call.name === 'less'
          ? `${name}: ${why}`
          : `more: cannot open ${name}: ${why}`,
    );
    for (const { text } of sources) call.stdout.write(text);
    return failed ? 1 : 0;
  },
};
