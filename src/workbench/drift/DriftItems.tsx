/** The rows of the drift strip. */
import { useWorkbench } from '../context.ts';
import { ChangeMark, type Place, PlaceMark } from '../marks.tsx';
import { showPanel } from '../panels.ts';
import type { DriftItem, Side } from './drift-items.ts';

/** One thing across the three places; a dashed line where the way is still open, with the command whose turn it is. */
export function DriftRow({ item }: { readonly item: DriftItem }) {
  const { t } = useWorkbench();
  const { next } = item;
  const turn = t.drift.turn[next];
  const beforeRevision = next === 'generate';
  return (
    <div class="grid row" data-drift={item.key} data-next={next}>
      <Cell item={item} place="model" side={item.model} />
      <Gap
        open={beforeRevision || !item.revision.has || item.model.has !== item.revision.has}
        says={beforeRevision ? turn : ''}
      />
      <Cell item={item} place="revision" side={item.revision} />
      <Gap open={next !== 'same'} says={beforeRevision ? '' : turn} />
      <Cell item={item} place="database" side={item.database} />
    </div>
  );
}

function Gap({ open, says }: { readonly open: boolean; readonly says: string }) {
  return <div class={`ln ${open ? 'gap' : ''}`}>{says && <span>{says}</span>}</div>;
}

const COLOUR = { model: 't-m', revision: 't-r', database: 't-d' } as const;

function Cell(props: { readonly item: DriftItem; readonly place: Place; readonly side: Side }) {
  const { t } = useWorkbench();
  const { item, place, side } = props;
  return (
    <div class={side.has ? '' : 'none'}>
      <PlaceMark place={place} missing={!side.has} />
      {side.has && <span class="sr">{t.places[place]}: </span>}
      {side.has && <Name item={item} place={place} side={side} />}
      {side.has && place !== 'revision' && <span class="q">{side.text}</span>}
    </div>
  );
}

/** The name, leading to where it is written, or to the table. */
function Name({
  item,
  place,
  side,
}: {
  readonly item: DriftItem;
  readonly place: Place;
  readonly side: Side;
}) {
  const { t, openFile, pointed } = useWorkbench();
  const { name, table, subject } = item;
  const label =
    place === 'revision' ? (
      <>
        <b class="t-r">{side.text}</b> {name}
      </>
    ) : (
      <b class={COLOUR[place]}>{name}</b>
    );
  const { place: code } = side;
  const follow =
    place === 'database'
      ? () => {
          showPanel('db');
          pointed.value = { table, column: subject };
        }
      : code && (() => openFile(code.path, code.line));
  if (!follow) return <span>{label}</span>;
  return (
    <button
      type="button"
      title={place === 'database' ? t.drift.showTable(name) : t.drift.openLine(name)}
      onClick={follow}
    >
      {label}
    </button>
  );
}

/** All of them, one below the other, each with a sentence. */
export function DriftList({ items }: { readonly items: readonly DriftItem[] }) {
  const { t } = useWorkbench();
  return (
    <ul class="drift-list" id="drift-list">
      {items.map((item) => (
        <li key={item.key} data-drift={item.key} data-next={item.next}>
          <p class="what">
            {item.next !== 'same' && <ItemMark item={item} />}
            <b>{item.subject === undefined ? item.table : `${item.table}.${item.subject}`}</b>
            <span class="trio" aria-hidden="true">
              <PlaceMark place="model" missing={!item.model.has} />
              <i class={!item.revision.has || item.model.has !== item.revision.has ? 'gap' : ''} />
              <PlaceMark place="revision" missing={!item.revision.has} />
              <i class={item.next === 'same' ? '' : 'gap'} />
              <PlaceMark place="database" missing={!item.database.has} />
            </span>
          </p>
          <p>{t.drift.says[item.next]}</p>
          <p class="links">
            <Where item={item} place="model" side={item.model} />
            <Where item={item} place="revision" side={item.revision} />
            <Where item={item} place="database" side={item.database} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function ItemMark({ item }: { readonly item: DriftItem }) {
  const place = {
    generate: 'model',
    upgrade: 'revision',
    undeclared: 'database',
    missing: 'database',
  } as const;
  return <ChangeMark change={item.change} place={item.next === 'same' ? 'model' : place[item.next]} />;
}

function Where(props: { readonly item: DriftItem; readonly place: Place; readonly side: Side }) {
  const { t } = useWorkbench();
  const { item, place, side } = props;
  if (!side.has) return null;
  return (
    <span>
      <PlaceMark place={place} />
      <span class="sr">{t.places[place]}: </span>
      <Name item={item} place={place} side={side} /> {place !== 'revision' && side.text}
    </span>
  );
}
