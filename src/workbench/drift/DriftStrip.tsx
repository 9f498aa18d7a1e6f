import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { PlaceMark, PlaceName } from '../marks.tsx';
import { type Drift, type DriftItem, driftOf } from './drift.ts';

const ROWS = 2;

/** Models, revisions, database, and the two commands between them: full pipes where nothing is left to do. */
export function DriftStrip() {
  const { t, state, files } = useWorkbench();
  const { snapshot } = state.value;
  const drift = useMemo(
    () => (snapshot ? driftOf(snapshot, files.value) : undefined),
    [snapshot, files.value],
  );
  return (
    <section class="pane drift" aria-label={t.drift.label}>
      <div class="grid head">
        <Station place="model" says={t.places.modelSays} />
        <GeneratePipe drift={drift} />
        <Station place="revision" says={<Heads drift={drift} />} />
        <UpgradePipe drift={drift} />
        <Station place="database" says={<Current drift={drift} />} />
      </div>
      {drift?.items.slice(0, ROWS).map((item) => (
        <Row key={`${item.table}.${item.column}`} item={item} />
      ))}
      {drift && drift.items.length > ROWS && <p class="more">{t.drift.more(drift.items.length - ROWS)}</p>}
      <div class="mini">
        <PlaceName place="model">{t.places.model}</PlaceName>
        <GeneratePipe drift={drift} />
        <PlaceName place="revision">{t.places.revision}</PlaceName>
        <UpgradePipe drift={drift} />
        <PlaceName place="database">{t.places.databaseShort}</PlaceName>
      </div>
    </section>
  );
}

function Station({
  place,
  says,
}: {
  readonly place: 'model' | 'revision' | 'database';
  readonly says: ComponentChildren;
}) {
  const { t } = useWorkbench();
  return (
    <div class="stn">
      <PlaceName place={place}>{t.places[place]}</PlaceName>
      <small>{says}</small>
    </div>
  );
}

function Heads({ drift }: { readonly drift: Drift | undefined }) {
  const { t } = useWorkbench();
  if (!drift) return <>…</>;
  if (drift.heads.length === 0) return <>{t.drift.noRevisions}</>;
  if (drift.heads.length > 1) return <>{t.drift.heads(drift.heads.length)}</>;
  return (
    <>
      {t.drift.head} <span class="mono">{drift.heads[0]}</span>
    </>
  );
}

function Current({ drift }: { readonly drift: Drift | undefined }) {
  const { t } = useWorkbench();
  if (!drift) return <>…</>;
  if (drift.current.length === 0) return <>{t.drift.nowhere}</>;
  return (
    <>
      {t.drift.now} <span class="mono">{drift.current.join(', ')}</span>
    </>
  );
}

function GeneratePipe({ drift }: { readonly drift: Drift | undefined }) {
  const { t } = useWorkbench();
  const left = drift?.toGenerate.length ?? 0;
  const full = drift !== undefined && left === 0;
  const [long, short] = full
    ? [t.drift.none, t.drift.noneShort]
    : [t.drift.differs(left), t.drift.differs(left)];
  return (
    <Pipe
      full={full}
      command='alembic revision --autogenerate -m ""'
      long={drift ? long : '…'}
      short={drift ? short : '…'}
    />
  );
}

function UpgradePipe({ drift }: { readonly drift: Drift | undefined }) {
  const { t } = useWorkbench();
  const full = drift !== undefined && drift.pending === 0 && !drift.missing;
  const left = drift?.missing ? t.drift.missing : t.drift.pending(drift?.pending ?? 0);
  const [long, short] = full ? [t.drift.applied, t.drift.appliedShort] : [left, left];
  return (
    <Pipe full={full} command="alembic upgrade head" long={drift ? long : '…'} short={drift ? short : '…'} />
  );
}

interface PipeProps {
  readonly full: boolean;
  readonly command: string;
  readonly long: string;
  /** In place of the long one where there is little room. */
  readonly short: string;
}

/** A pipe is a command: pressing it types the command. Light runs through it when it becomes full or empty. */
function Pipe(props: PipeProps) {
  const { t, type } = useWorkbench();
  const element = useRef<HTMLDivElement>(null);
  const was = useRef<boolean | undefined>(undefined);
  useEffect(() => {
    const pipe = element.current;
    if (pipe && was.current !== undefined && was.current !== props.full) {
      pipe.classList.toggle('back', !props.full);
      pipe.classList.add('pouring');
      setTimeout(() => pipe.classList.remove('pouring'), 450);
    }
    was.current = props.full;
  }, [props.full]);
  const label = (
    <>
      <span class="long">{props.long}</span>
      <span class="short">{props.short}</span>
    </>
  );
  return (
    <div ref={element} class={`pipe ${props.full ? '' : 'open'}`}>
      {props.full ? (
        <span class="gauge">
          <Icon name="check" />
          {label}
        </span>
      ) : (
        <button
          class="gauge"
          type="button"
          title={t.drift.command(props.command)}
          onClick={() => type(props.command)}
        >
          {label}
        </button>
      )}
    </div>
  );
}

function Row({ item }: { readonly item: DriftItem }) {
  const { t, pointed } = useWorkbench();
  const { table, column, inModel, inDatabase, operation, waits, modelType, databaseType } = item;
  const name = column ?? table;
  const written = operation !== undefined && (waits || inModel === inDatabase);
  return (
    <div class="grid row">
      <div class={inModel ? '' : 'none'}>
        <PlaceMark place="model" missing={!inModel} />
        <b class={inModel ? 't-m' : ''}>{name}</b>
        <span class="q">{inModel ? modelType : ''}</span>
      </div>
      <div class={`ln ${written ? '' : 'gap'}`} />
      <div class={written ? '' : 'none'}>
        <PlaceMark place="revision" missing={!written} />
        {written && (
          <span>
            <b class="t-r">{operation}</b> {name}
          </span>
        )}
      </div>
      <div class={`ln ${inModel === inDatabase ? '' : 'gap'}`} />
      <div class={inDatabase ? '' : 'none'}>
        <PlaceMark place="database" missing={!inDatabase} />
        {inDatabase && (
          <button type="button" class="t-d" title={t.places.database} onClick={() => (pointed.value = table)}>
            {name}
          </button>
        )}
        <span class="q">{databaseType}</span>
      </div>
    </div>
  );
}
