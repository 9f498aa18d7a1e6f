/** `find`. Answers to: GNU findutils, with folders walked in the order of names. */
import { isThere } from '../../../files.ts';
import { absolute } from '../../paths.ts';
import type { Program } from '../../program.ts';
import { always, FindError, type Reader, type Test, type Walk } from './find/reader.ts';
import { either } from './find/tests.ts';
import { visit } from './find/walk.ts';

export const find: Program = {
  options: [
    '-name',
    '-iname',
    '-path',
    '-type',
    '-maxdepth',
    '-mindepth',
    '-not',
    '-empty',
    '-newer',
    '-size',
    '-print',
    '-print0',
    '-prune',
    '-delete',
    '-exec',
    '-quit',
  ],
  *run(call) {
    const starts: string[] = [];
    let at = 0;
    for (; at < call.args.length && !/^(?:-.|[()!]$)/.test(call.args[at]!); at++) starts.push(call.args[at]!);
    const reader: Reader = {
      words: call.args.slice(at),
      at: 0,
      most: Number.POSITIVE_INFINITY,
      least: 0,
      acts: false,
      depthFirst: false,
      gathered: [],
    };
    let test: Test;
    try {
      test = reader.words.length > 0 ? either(reader) : always;
      if (reader.at < reader.words.length)
        throw new FindError(`paths must precede expression: \`${reader.words[reader.at]}'`);
    } catch (error) {
      if (!(error instanceof FindError)) throw error;
      call.stderr.write(`find: ${error.message}\n`);
      return 1;
    }
    const walk: Walk = { call, prune: false, quit: false, failed: false };
    const { files, cwd } = call.machine;
    for (const start of starts.length > 0 ? starts : ['.']) {
      const path = absolute(start, cwd);
      if (isThere(files, path)) yield* visit(walk, reader, test, { shown: start, path, depth: 0 });
      else {
        call.stderr.write(`find: ‘${start}’: No such file or directory\n`);
        walk.failed = true;
      }
    }
    for (const { words, paths } of reader.gathered)
      if (paths.length > 0 && (yield* call.run([...words, ...paths])) !== 0) walk.failed = true;
    return walk.failed ? 1 : 0;
  },
};
