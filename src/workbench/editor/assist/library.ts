/** Asks the engine about names, and remembers what it said of libraries: those do not change while a page is open. */
import type { Ask, NameFacts } from '../../../session/rehearsal/assist.ts';
import type { Workbench } from '../../store.ts';
import { importsOf } from './names.ts';
import type { OwnName } from './own-names.ts';

export interface Library {
  /** @param name "" for the names that the file's imports bring. */
  about(text: string, name: string): Promise<NameFacts | undefined>;
  /** What the file itself defines, as far as a line sees it; where it is no Python just now, as it was when it last was. */
  own(path: string, text: string, line: number): Promise<readonly OwnName[]>;
  /** Names of `sqlalchemy` itself. */
  sqlalchemy(): Promise<ReadonlySet<string>>;
}

const OF_LIBRARIES =
  /^(from\s+(sqlalchemy|alembic|datetime|typing|decimal|enum|uuid|logging|os)\b|import\s+(sqlalchemy|alembic|datetime|uuid|enum|os)\b)/;

/** @param workbench whose engine is asked; before it is ready nothing is known */
export function newLibrary({ session, drafts, ready }: Workbench): Library {
  const known = new Map<string, Promise<NameFacts | undefined>>();
  const lastOwn = new Map<string, readonly OwnName[]>();
  const ask = async (question: Ask, remembered: boolean): Promise<NameFacts | undefined> => {
    if (!ready.peek()) return undefined;
    const key = JSON.stringify(question);
    const before = known.get(key);
    if (before && remembered) return before;
    const answer = session.describe(question, drafts.texts.peek());
    if (remembered) {
      known.set(key, answer);
      // What failed once, while the engine was busy for instance, may be asked again.
      void answer.then((facts) => facts ?? known.delete(key));
    }
    return answer;
  };
  return {
    about: (text, name) => {
      const imports = importsOf(text);
      const first = name.split('.')[0]!;
      const needed =
        name === '' ? imports : imports.filter((one) => new RegExp(`\\b${first}\\b|\\*`).test(one));
      return ask(
        { imports: needed, name },
        needed.length > 0 && needed.every((one) => OF_LIBRARIES.test(one)),
      );
    },
    async own(path, text, line) {
      const names = ready.peek() ? await session.ownNames(text, line) : undefined;
      if (names) lastOwn.set(path, names);
      return names ?? lastOwn.get(path) ?? [];
    },
    async sqlalchemy() {
      const facts = await ask({ imports: ['import sqlalchemy'], name: 'sqlalchemy' }, true);
      return new Set(facts?.members.map(({ name }) => name));
    },
  };
}
