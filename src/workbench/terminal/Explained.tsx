/** What is known of a message in the terminal: its words, and the page that leads out of it. */
import { pathIn } from '../../i18n/index.ts';
import type { StepResult } from '../../session/protocol.ts';
import { useWorkbench } from '../context.ts';
import { entryFor } from './error-index.ts';
import { explanationOf } from './explanations.ts';

/**
 * What a known message means, under the untouched output: in the learner's language, with the words that matter, and a way on.
 * The last command's is open, older ones fold.
 */
export function Explained({ result, open }: { readonly result: StepResult; readonly open: boolean }) {
  const { t, type } = useWorkbench();
  const found = explanationOf(result);
  if (!found) return <IndexEntry result={result} />;
  const { title, text, words } = t.explained[found.kind];
  return (
    <details class="explained" open={open}>
      <summary>{title}</summary>
      <p>{text}</p>
      {words.length > 0 && (
        <dl>
          {words.map(([english, meaning]) => (
            <div key={english}>
              <dt lang="en">{english}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
      {found.command && (
        <button class="btn small" type="button" onClick={() => type(found.command!)}>
          <span class="mono">{found.command}</span> {t.terminal.typeIt}
        </button>
      )}
      <IndexEntry result={result} />
    </details>
  );
}

/** The way to the error index: what the message means at length, and a workbench that stands where it is said. */
function IndexEntry({ result }: { readonly result: StepResult }) {
  const { t, options } = useWorkbench();
  const entry = entryFor(result);
  if (!entry) return null;
  const { language } = options;
  return (
    <p class="index-entry">
      <a href={pathIn(language, `errors/${entry.id}/`)} target="_blank" rel="noopener">
        {t.terminal.inIndex(entry.titles[language].replaceAll('`', ''))}
      </a>
    </p>
  );
}
