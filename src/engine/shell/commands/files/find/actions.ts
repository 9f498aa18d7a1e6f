/** What `find` does with what it found. */
import { removeTree } from '../files.ts';
import { FindError, plain, type Reader, type Test } from './reader.ts';

/** An action of the expression, such as `-exec`. @returns undefined where the word is none. @throws what `find` says of its arguments */
export function action(reader: Reader, word: string): Test | undefined {
  switch (word) {
    case '-print':
    case '-print0':
      reader.acts = true;
      return plain(({ shown }, { call }) => {
        call.stdout.write(shown + (word === '-print' ? '\n' : '\0'));
        return true;
      });
    case '-prune':
      return plain((_entry, walk) => {
        walk.prune = true;
        return true;
      });
    case '-quit':
      reader.acts = true;
      return plain((_entry, walk) => {
        walk.quit = true;
        return true;
      });
    case '-delete':
      reader.acts = true;
      reader.depthFirst = true;
      return plain(({ path, shown }, { call }) => {
        const { files } = call.machine;
        if (shown === '.') return true;
        if ((files.list(path) ?? []).length === 0) removeTree(files, path);
        else call.stderr.write(`find: cannot delete ‘${shown}’: Directory not empty\n`);
        return true;
      });
    case '-exec':
    case '-ok':
      return execution(reader);
    default:
      return undefined;
  }
}

function execution(reader: Reader): Test {
  reader.acts = true;
  const rest = reader.words.slice(reader.at);
  const end = rest.findIndex((word, at) => word === ';' || (word === '+' && rest[at - 1] === '{}'));
  if (end < 0) throw new FindError("missing argument to `-exec'");
  reader.at += end + 1;
  const words = rest.slice(0, end);
  if (rest[end] === '+') {
    const group = { words: words.slice(0, -1), paths: [] as string[] };
    reader.gathered.push(group);
    return plain(({ shown }) => {
      group.paths.push(shown);
      return true;
    });
  }
  return function* ({ shown }, { call }) {
    return (yield* call.run(words.map((word) => word.replaceAll('{}', shown)))) === 0;
  };
}
