/** The first thing that a visitor sees of a project they brought: what it holds, and whether it would run. */
import type { Workbench } from '../workbench/store.ts';
import { useModal } from '../workbench/use-modal.ts';
import { type Findings, findingsOf } from './project-findings.ts';
import type { LeftOut } from './read-project.ts';

/** What was found in a brought project, and what a rehearsal of its migrations says. */
export function ProjectReport(props: {
  readonly workbench: Workbench;
  readonly leftOut: readonly LeftOut[];
  readonly onClose: () => void;
}) {
  const { workbench, leftOut, onClose } = props;
  const { t: all, state, ready } = workbench;
  const t = all.play.report;
  const dialog = useModal();
  const snapshot = ready.value ? state.value.snapshot : undefined;
  const found = snapshot && findingsOf(snapshot.files, snapshot.revisions);
  const act = (action: () => void) => () => {
    dialog.current?.close();
    action();
  };
  return (
    <dialog ref={dialog} class="dialog report" aria-labelledby="report-title" onClose={onClose}>
      <h2 id="report-title">{t.title}</h2>
      {snapshot && <p>{t.files(Object.keys(snapshot.files).length, leftOut.length)}</p>}
      {leftOut.length > 0 && <LeftOutList leftOut={leftOut} t={t} />}
      {found && <FindingList workbench={workbench} found={found} act={act} />}
      <div class="buttons">
        <button class="btn primary" type="button" onClick={() => dialog.current?.close()}>
          {t.close}
        </button>
      </div>
    </dialog>
  );
}

/** What there is to say, with what can be done about it. @param props.act closes the report before it acts */
function FindingList(props: {
  readonly workbench: Workbench;
  readonly found: Findings;
  readonly act: (action: () => void) => () => void;
}) {
  const { workbench, found, act } = props;
  const { t: all, openFile, session, type } = workbench;
  const t = all.play.report;
  const { pointed } = found;
  return (
    <ul class="findings">
      {!found.hasSettings && <li class="bad">{t.noIni}</li>}
      {found.problem !== null && (
        <li class="bad">
          {t.scripts} <code class="ic">{found.problem}</code>
        </li>
      )}
      <li>
        {t.revisions(found.revisions)}, {t.heads(found.heads.length)}{' '}
        <span class="mono">{found.heads.map((id) => id.slice(0, 12)).join(' ')}</span>
      </li>
      {found.missing.map(({ path, revision, wanted }) => (
        <li class="bad" key={`${revision} ${wanted}`}>
          <button class="link" type="button" onClick={act(() => openFile(path))}>
            {t.missing(revision, wanted)}
          </button>
        </li>
      ))}
      {found.broken.map(({ path, problem }) => (
        <li class="bad" key={path}>
          <button class="link" type="button" onClick={act(() => openFile(path))}>
            {t.broken(path)}
          </button>{' '}
          <code class="ic">{problem}</code>
        </li>
      ))}
      {pointed !== undefined && (
        <li class="bad">
          {t.otherDatabase}{' '}
          <button class="btn small" type="button" onClick={() => void session.write('alembic.ini', pointed)}>
            {t.pointHere}
          </button>
        </li>
      )}
      {found.dumps.map((path) => (
        <li key={path}>
          {t.dump(path)}{' '}
          <button
            class="btn small"
            type="button"
            onClick={act(() => type(`psql postgresql://learner:learner@localhost:5432/app -f ${path}`))}
          >
            {t.loadDump}
          </button>
        </li>
      ))}
      <Rehearsal workbench={workbench} />
    </ul>
  );
}

function LeftOutList(props: {
  readonly leftOut: readonly LeftOut[];
  readonly t: Workbench['t']['play']['report'];
}) {
  const { leftOut, t } = props;
  return (
    <details class="left-out">
      <summary>{t.leftOut}</summary>
      <ul>
        {leftOut.slice(0, 200).map(({ path, why }) => (
          <li key={path}>
            <span class="mono">{path}</span> {t.why[why]}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the tools would say now, on a shadow of the database. */
function Rehearsal({ workbench }: { readonly workbench: Workbench }) {
  const { t: all, drift } = workbench;
  const t = all.play.report;
  const answer = drift.value;
  const problem = answer?.problem ?? undefined;
  return (
    <li class={problem ? 'bad' : ''}>
      <span role="status">
        {problem
          ? t.failed(problem.during === 'upgrade' ? 'alembic upgrade heads' : 'alembic check')
          : answer?.changes === undefined
            ? t.rehearsing
            : answer.changes.length === 0
              ? t.passed
              : t.differs}
      </span>{' '}
      {problem && <code class="ic">{problem.text}</code>}
      <span class="fine">{t.rehearsalText}</span>
    </li>
  );
}
