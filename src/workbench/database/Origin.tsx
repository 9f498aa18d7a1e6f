/** The card that leads from a column of the database back to what made it. */
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { PlaceMark } from '../marks.tsx';
import { modelPlace } from '../places.ts';
import { stepLabel } from '../timeline/step-label.ts';
import { type Origin, originOf } from '../trace/trace.ts';

/** Where a column came from: the migration's line, the model's line, or the statement that made it. */
export function OriginCard(props: {
  readonly table: string;
  readonly column: string;
  readonly onClose: () => void;
}) {
  const { t, state, files, openFile } = useWorkbench();
  const { table, column, onClose } = props;
  const origin = originOf(state.value.results, table, column);
  const model = modelPlace(files.value, table, column);
  return (
    <section class="origin" aria-label={t.trace.column(column)} role="status">
      <header>
        <PlaceMark place="database" />
        <span class="mono">
          {table}.{column}
        </span>
        <button class="btn icon tiny" type="button" aria-label={t.trace.close} onClick={onClose}>
          <Icon name="x" />
        </button>
      </header>
      <p>
        <Made origin={origin} />
      </p>
      {model && model.type !== '' && (
        <p>
          <PlaceMark place="model" />{' '}
          <button class="lk t-m" type="button" onClick={() => openFile(model.path, model.line)}>
            {t.trace.inModel(model.line)}
          </button>
        </p>
      )}
    </section>
  );
}

function Made({ origin }: { readonly origin: Origin | undefined }) {
  const { t, state, openFile } = useWorkbench();
  if (!origin) return <>{t.trace.madeUnknown}</>;
  if (origin.kind === 'sql') {
    const made = state.value.results[origin.step];
    return <>{t.trace.madeBySql(made ? stepLabel(made.step, t) : 'SQL')}</>;
  }
  const { place, name } = origin;
  const file = state.value.snapshot?.revisions.files.find(({ path }) => path === place.path);
  const label = t.trace.made(file?.revision ?? place.path, `op.${name}`);
  return (
    <>
      <PlaceMark place="revision" />{' '}
      {file ? (
        <button class="lk t-r" type="button" onClick={() => openFile(place.path, place.line)}>
          {label}
        </button>
      ) : (
        label
      )}
    </>
  );
}
