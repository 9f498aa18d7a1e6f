/** A revision file beside the models, operation by operation. */
import type { DiffItem } from '../../session/compare/operation-diff.ts';
import type { ModelDiff, ModelDiffProblem } from '../../session/rehearsal/model-diff.ts';
import { useWorkbench } from '../context.ts';
import { diffLines } from '../line-diff.ts';
import { type Place, PlaceMark, PlaceName } from '../marks.tsx';
import { modelPlace } from '../places.ts';
import { graphOf } from '../revisions/graph.ts';
import { partsOfLines } from './line-parts.ts';
import { useModelDiff } from './use-model-diff.ts';

/** What a revision file does, beside what the models say now: alike, different, or only one of them. */
export function ModelDiffView({ path }: { readonly path: string }) {
  const { t } = useWorkbench();
  const diff = useModelDiff(path);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section class="model-diff" aria-label={t.modelDiff.label(path)} aria-busy={!diff} tabIndex={0}>
      {diff === undefined ? (
        <p class="md-wait">{t.modelDiff.comparing}</p>
      ) : diff.problem ? (
        <Problem problem={diff.problem} />
      ) : (
        <Compared diff={diff} path={path} />
      )}
    </section>
  );
}

const isDifferent = ({ kind, later }: DiffItem) => kind !== 'same' && kind !== 'hand' && later === undefined;

function Compared({ diff, path }: { readonly diff: ModelDiff; readonly path: string }) {
  const { t, state } = useWorkbench();
  const differences = diff.parts.flatMap(({ items }) => items.filter(isDifferent)).length;
  const bothShown = diff.parts.some(({ items }) =>
    items.some(({ kind }) => kind !== 'same' && kind !== 'hand'),
  );
  const revisions = state.value.snapshot?.revisions;
  const node = revisions && graphOf(revisions).nodes.find(({ file }) => file?.path === path);
  return (
    <>
      <div class="md-head" data-differences={differences}>
        <p class="md-verdict" role="status">
          {differences === 0 ? t.modelDiff.same : t.modelDiff.differs(differences)}
        </p>
        {differences > 0 && <p>{node?.applied ? t.modelDiff.whatApplied : t.modelDiff.whatWaiting}</p>}
        {diff.later > 0 && <p>{t.modelDiff.laterNote(diff.later)}</p>}
        {bothShown && (
          <p class="md-legend">
            <PlaceName place="model">{t.modelDiff.legend.models}</PlaceName>
            <PlaceName place="revision">{t.modelDiff.legend.file}</PlaceName>
          </p>
        )}
      </div>
      {diff.parts.map(({ name, items }) => (
        <div class="md-part" key={name} data-part={name}>
          <h3 class="mono">{name}()</h3>
          {items.length === 0 ? (
            <p class="md-none">{t.modelDiff.nothing}</p>
          ) : (
            <ul>
              {items.map((item, index) => (
                <Item key={index} item={item} path={path} />
              ))}
            </ul>
          )}
        </div>
      ))}
    </>
  );
}

function Item({ item, path }: { readonly item: DiffItem; readonly path: string }) {
  const { t } = useWorkbench();
  const { kind, table, subject, name, later } = item;
  const about = table === undefined ? name : subject === undefined ? table : `${table}.${subject}`;
  return (
    <li data-kind={kind} data-later={later}>
      <div class="md-title">
        <b class="mono">{about}</b>
        <span class="md-kind">
          {later === undefined ? t.modelDiff.kind[kind] : t.modelDiff.later(later.slice(0, 6))}
        </span>
        <Links item={item} path={path} />
      </div>
      <Code item={item} />
    </li>
  );
}

/** To the model's line and to the file's own. */
function Links({ item, path }: { readonly item: DiffItem; readonly path: string }) {
  const { t, files, openFile } = useWorkbench();
  const { table, subject, file } = item;
  const declared = table === undefined ? undefined : modelPlace(files.value, table, subject);
  const link = (place: Place, to: string, line: number) => (
    <button type="button" onClick={() => openFile(to, line)}>
      <PlaceMark place={place} />
      {t.drift.goToLine(place === 'model' ? to.slice(to.lastIndexOf('/') + 1) : t.modelDiff.thisFile, line)}
    </button>
  );
  return (
    <span class="md-links">
      {declared && link('model', declared.path, declared.line)}
      {file && link('revision', path, file.line)}
    </span>
  );
}

/** Lines that both have are plain; the others bear the mark of where they come from. */
function Code({ item: { kind, models, file } }: { readonly item: DiffItem }) {
  const { t } = useWorkbench();
  if (kind === 'same' || kind === 'hand') return <code class="md-code mono">{file?.text}</code>;
  const lines = diffLines(models?.text ?? '', file?.text ?? '');
  return (
    <code class="md-code mono">
      {partsOfLines(lines).map(({ change, parts }, index) => {
        if (change === 'same') return <span key={index}>{parts[0]?.text}</span>;
        const place = change === 'removed' ? 'model' : 'revision';
        return (
          <span key={index} class={`in-${place}`}>
            <PlaceMark place={place} />
            <span class="sr">
              {place === 'model' ? t.modelDiff.legend.models : t.modelDiff.legend.file}:{' '}
            </span>
            {parts.map((part, at) => (part.own ? <mark key={at}>{part.text}</mark> : part.text))}
          </span>
        );
      })}
    </code>
  );
}

function Problem({ problem }: { readonly problem: ModelDiffProblem }) {
  const { t, openFile } = useWorkbench();
  const place = 'path' in problem && problem.path !== undefined ? problem : undefined;
  return (
    <div class="md-head">
      <p class="md-verdict">{t.modelDiff.cannot[problem.during]}</p>
      {'text' in problem && problem.text !== '' && <code class="mono">{problem.text}</code>}
      {place?.path !== undefined && (
        <button class="btn" type="button" onClick={() => openFile(place.path!, place.line)}>
          {t.drift.goToLine(place.path, place.line ?? 1)}
        </button>
      )}
    </div>
  );
}
