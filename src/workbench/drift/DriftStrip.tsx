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
        <GeneratePipe drift={drift} short />
        <PlaceName place="revision">{t.places.revision}</PlaceName>
        <UpgradePipe drift={drift} short />
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

function GeneratePipe({
  drift,
  short = false,
}: {
  readonly drift: Drift | undefined;
  readonly short?: boolean;
}) {
  const { t } = useWorkbench();
  const left = drift?.toGenerate.length ?? 0;
  const full = drift !== undefined && left === 0;
  return (
    <Pipe full={full} command='alembic revision --autogenerate -m ""'>
      {drift === undefined ? '…' : full ? (short ? t.drift.noneShort : t.drift.none) : t.drift.differs(left)}
    </Pipe>
  );
}

function UpgradePipe({
  drift,
  short = false,
}: {
  readonly drift: Drift | undefined;
  readonly short?: boolean;
}) {
  const { t } = useWorkbench();
  const full = drift !== undefined && drift.pending === 0 && !drift.missing;
  return (
    <Pipe full={full} command="alembic upgrade head">
      {drift === undefined
        ? '…'
        : drift.missing
          ? t.drift.missing
          : full
            ? short
              ? t.drift.appliedShort
              : t.drift.applied
            : t.drift.pending(drift.pending)}
    </Pipe>
  );
}

/** A pipe is a command: pressing it types the command. Light runs through it when it becomes full or empty. */
function Pipe(props: { readonly full: boolean; readonly command: string; readonly children: string }) {
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
  return (
    <div ref={element} class={`pipe ${props.full ? '' : 'open'}`}>
      {props.full ? (
        <span class="gauge">
          <Icon name="check" />
          {props.children}
        </span>
      ) : (
        <button
          class="gauge"
          type="button"
          title={t.drift.command(props.command)}
          onClick={() => type(props.command)}
        >
          {props.children}
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
