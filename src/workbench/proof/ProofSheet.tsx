/** The report of a round trip: whether a downgrade brings back what was there. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DatabaseDiff } from '../../session/compare/database-diff.ts';
import type { ProvenRevision, RoundTrip } from '../../session/rehearsal/round-trip.ts';
import { CloseButton } from '../CloseButton.tsx';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { ChangeMark, PlaceMark } from '../marks.tsx';
import { useModal } from '../use-modal.ts';
import { differenceLines } from './difference-lines.ts';

/** Asked again, even for the same revision, the round trip is made anew. */
interface Asked {
  readonly revision: string | undefined;
}

type Phase =
  | { readonly kind: 'running' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'done'; readonly proof: RoundTrip };

/** The round trip's report, while one is asked for. */
export function Proof() {
  const { proving } = useWorkbench();
  if (!proving.value) return null;
  return <ProofSheet asked={proving.value} onClose={() => (proving.value = undefined)} />;
}

/** Up, down and up again on a copy: the report says whether the downgrade is honest, and where it is not. */
function ProofSheet(props: { readonly asked: Asked; readonly onClose: () => void }) {
  const { t, prove } = useWorkbench();
  const { asked, onClose } = props;
  const dialog = useModal();
  const phase = useSignal<Phase>({ kind: 'running' });
  useEffect(() => {
    phase.value = { kind: 'running' };
    let gone = false;
    void prove(asked.revision).then((proof) => {
      if (!gone) phase.value = proof ? { kind: 'done', proof } : { kind: 'failed' };
    });
    return () => {
      gone = true;
    };
  }, [prove, asked, phase]);
  return (
    <dialog ref={dialog} class="dialog proof" aria-labelledby="proof-title" onClose={onClose}>
      <h2 id="proof-title">{t.proof.title}</h2>
      <p class="about">{t.proof.about}</p>
      <Way />
      <div aria-live="polite">
        {phase.value.kind === 'running' && <p class="waiting">{t.proof.running}</p>}
        {phase.value.kind === 'failed' && <p>{t.proof.failed}</p>}
        {phase.value.kind === 'done' && <Report proof={phase.value.proof} />}
      </div>
      <div class="buttons">
        <CloseButton dialog={dialog} />
      </div>
    </dialog>
  );
}

/** upgrade → downgrade → upgrade */
function Way() {
  return (
    <p class="proof-way mono" aria-hidden="true">
      <PlaceMark place="database" /> upgrade <Icon name="arrow-right" /> downgrade <Icon name="arrow-right" />{' '}
      upgrade
    </p>
  );
}

function Report({ proof }: { readonly proof: RoundTrip }) {
  const { t } = useWorkbench();
  if (proof.revisions.length === 0) return <p>{t.proof.nothing}</p>;
  return (
    <>
      {proof.revisions.map((one) => (
        <Verdict key={one.revision} proven={one} />
      ))}
    </>
  );
}

function Verdict({ proven }: { readonly proven: ProvenRevision }) {
  const { t, openFile } = useWorkbench();
  const { revision, path, honest, failure, left, again, values } = proven;
  const shapes = [left, again].flatMap((diff) => (diff ? differenceLines(diff) : []));
  const lossy = !failure && shapes.length === 0;
  const lost = (left?.lostCells ?? 0) + (again?.lostCells ?? 0);
  return (
    <section class={`proven ${honest ? 'honest' : ''}`} data-revision-proof={revision}>
      <h3>
        <Icon name={honest ? 'check' : 'triangle-alert'} />
        <button type="button" class="mono t-r" onClick={() => openFile(path)}>
          {revision}
        </button>
        <span>{honest ? t.proof.honest : lossy ? t.proof.lossy : t.proof.notHonest}</span>
      </h3>
      {honest && <p>{t.proof.honestText}</p>}
      {failure && (
        <div class="proof-failure">
          <p>{t.proof.stopped[failure.during]}</p>
          <p>
            <code>{failure.text}</code>{' '}
            {failure.path !== undefined && failure.line !== undefined && (
              <button class="lk" type="button" onClick={() => openFile(failure.path!, failure.line)}>
                {t.drift.goToLine(failure.path.slice(failure.path.lastIndexOf('/') + 1), failure.line)}
              </button>
            )}
          </p>
        </div>
      )}
      <Differences title={t.proof.left} diff={left} />
      <Differences title={t.proof.again} diff={again} />
      {lost > 0 && (
        <p class="lost-sum">
          <span class="mk lo" aria-hidden="true">
            ×
          </span>
          <b class="t-l">{t.proof.lost(lost)}</b>
        </p>
      )}
      {values.length > 0 && <Values proven={proven} />}
    </section>
  );
}

function Differences({ title, diff }: { readonly title: string; readonly diff: DatabaseDiff | undefined }) {
  const lines = diff ? differenceLines(diff) : [];
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul class="differences">
        {lines.map(({ change, name, detail }) => (
          <li key={`${change}${name}`}>
            <ChangeMark change={change} place="database" />
            <b class="mono">{name}</b> <span class="mono">{detail}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const SHOWN = 8;

function Values({ proven: { values } }: { readonly proven: ProvenRevision }) {
  const { t } = useWorkbench();
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field set; a region would be a landmark, and there may be several
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reachable by keyboard
    <div class="values-wide" role="group" tabIndex={0} aria-label={t.proof.values}>
      <table class="values">
        <thead>
          <tr>
            <th scope="col">{t.proof.column}</th>
            <th scope="col">{t.proof.row}</th>
            <th scope="col">{t.proof.before}</th>
            <th scope="col">{t.proof.after}</th>
          </tr>
        </thead>
        <tbody class="mono">
          {values.slice(0, SHOWN).map(({ table, column, key, before, after }) => (
            <tr key={`${table}.${column}.${key}`}>
              <td>
                {table}.{column}
              </td>
              <td>{key}</td>
              <td class={after === null ? 'gone' : ''}>
                <span class="v">{before}</span>
              </td>
              <td class={after === null ? 'null' : ''}>{after ?? 'NULL'}</td>
            </tr>
          ))}
          {values.length > SHOWN && (
            <tr>
              <td colSpan={4}>{t.drift.more(values.length - SHOWN)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
