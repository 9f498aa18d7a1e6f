/** The bar that follows one line of code all the way into the rows. */
import { useSignal } from '@preact/signals';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { ChangeMark, PlaceMark } from '../marks.tsx';
import { showPanel } from '../panels.ts';
import type { Effect, Trace } from './trace.ts';
import { useTrace } from './use-trace.ts';

/** Under the editor: from the line at the cursor to the operation, the table, the SQL, the rows. */
export function TraceBar() {
  const { t } = useWorkbench();
  const open = useSignal(false);
  const trace = useTrace();
  if (!trace) return null;
  return (
    <aside class={`trace ${open.value ? 'open' : ''}`} aria-label={t.trace.label}>
      <p class="way">
        <Icon name="corner-down-right" />
        <OperationLink trace={trace} />
        <span aria-hidden="true">→</span>
        <TableLink trace={trace} />
        <span class={`status ${trace.status}`}>{t.trace.status[trace.status]}</span>
        <button
          class="btn icon tiny"
          type="button"
          aria-label={t.trace.label}
          aria-expanded={open.value}
          onClick={() => (open.value = !open.value)}
        >
          <Icon name={open.value ? 'chevron-down' : 'chevron-up'} />
        </button>
      </p>
      {open.value &&
        (trace.status === 'never' ? (
          <p class="trace-hint">{t.trace.neverText}</p>
        ) : (
          <Details trace={trace} />
        ))}
    </aside>
  );
}

function OperationLink({ trace: { place, operation, direction } }: { readonly trace: Trace }) {
  const { t, openFile } = useWorkbench();
  return (
    <button type="button" class="t-r" onClick={() => openFile(place.path, place.line)}>
      <PlaceMark place="revision" />
      {operation.name}
      {direction === 'downgrade' && <small>{t.trace.undoing}</small>}
    </button>
  );
}

function TableLink({ trace: { operation, status } }: { readonly trace: Trace }) {
  const { pointed } = useWorkbench();
  const { table, subject } = operation;
  const name = [table, /_table$/.test(operation.name) ? undefined : subject]
    .filter((one) => one !== undefined)
    .join('.');
  return (
    <button
      type="button"
      class="t-d"
      disabled={table === undefined}
      onClick={() => {
        showPanel('db');
        if (table !== undefined) pointed.value = { table, column: subject };
      }}
    >
      <PlaceMark place="database" missing={status !== 'done'} />
      {name || 'SQL'}
    </button>
  );
}

function Details({ trace }: { readonly trace: Trace }) {
  const { t } = useWorkbench();
  const { sql, effects, rows, lostCells, status } = trace;
  return (
    <dl class="trace-details">
      {sql.length > 0 && (
        <div>
          <dt>{status === 'next' ? t.trace.sqlNext : t.trace.sql}</dt>
          <dd>
            {sql.map((statement, index) => (
              <code key={index}>{statement}</code>
            ))}
          </dd>
        </div>
      )}
      {status === 'done' && (
        <div>
          <dt>{t.trace.effects}</dt>
          <dd>
            {effects.length === 0 && t.trace.noEffect}
            {effects.map((effect) => (
              <EffectLine key={`${effect.change}${effect.name}`} effect={effect} />
            ))}
          </dd>
        </div>
      )}
      {rows && (
        <div>
          <dt>{t.trace.rows}</dt>
          <dd>
            {rows.before === rows.after
              ? t.trace.rowsKept(rows.after)
              : t.trace.rowsChanged(rows.before, rows.after)}
            {lostCells > 0 && <b class="t-l"> {t.say.lost(lostCells)}</b>}
          </dd>
        </div>
      )}
    </dl>
  );
}

function EffectLine({ effect }: { readonly effect: Effect }) {
  const { t } = useWorkbench();
  const { change, name, oldName, detail } = effect;
  return (
    <span class="effect">
      <ChangeMark change={change} place="database" />
      <b>{name}</b> <span>{detail}</span>
      {oldName !== undefined && <small>{t.trace.renamed(oldName)}</small>}
    </span>
  );
}
