/** The tasks of a page's thread while something happens, as the browser's own tracing tells them. */
import type { Browser } from '@playwright/test';

export interface PageTasks {
  /** The longest one, by the clock on the wall. */
  readonly longest: number;
  /** The one that took the processor longest: the same on a machine that has other things to do. */
  readonly busiest: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** @param during what is watched, from its begin until it resolves. */
export async function watchTasks(browser: Browser, during: () => Promise<void>): Promise<PageTasks> {
  const session = await browser.newBrowserCDPSession();
  const traceConfig = { includedCategories: ['toplevel', '__metadata'] };
  await session.send('Tracing.start', { transferMode: 'ReturnAsStream', traceConfig });
  await during();
  const complete = new Promise<string>((resolve) =>
    session.once('Tracing.tracingComplete', ({ stream }) => resolve(stream ?? '')),
  );
  await session.send('Tracing.end');
  const handle = await complete;
  const parts: string[] = [];
  for (let end = false; !end; ) {
    const { data, eof } = await session.send('IO.read', { handle });
    parts.push(data);
    end = eof;
  }
  await session.detach();
  const { traceEvents } = JSON.parse(parts.join('')) as { traceEvents: readonly TraceEvent[] };
  const idOf = ({ pid, tid }: TraceEvent) => `${pid}.${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(idOf),
  );
  const tasks = traceEvents.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && pages.has(idOf(event)),
  );
  const most = (of: (task: TraceEvent) => number | undefined) =>
    tasks.reduce((longest, task) => Math.max(longest, of(task) ?? 0), 0) / 1000;
  return { longest: most(({ dur }) => dur), busiest: most(({ tdur }) => tdur) };
}
