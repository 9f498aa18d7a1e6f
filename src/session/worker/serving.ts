/** What a worker holds between requests: the workspace and all that it stands on. */
import type { BootFiles } from '../../database/boot.ts';
import type { ReportProgress } from '../../database/fetch-boot-files.ts';
import { PartMissing, type PartName } from '../../engine/parts.ts';
import type { Answer } from '../protocol.ts';
import type { Checkpoint } from '../storage/checkpoint.ts';
import type { Engine } from '../workspace/engine-port.ts';
import { fulfilNeed } from '../workspace/needs.ts';
import { newParts, type Parts } from '../workspace/parts.ts';
import { newServers, type Servers } from '../workspace/servers.ts';
import { MissingExtension, type WorkspaceHost } from '../workspace/work.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { newOutput, newProgress, type OutputReport, type ProgressReport } from './report.ts';

export interface ServeOptions {
  readonly engine: Engine;
  readonly bootFiles: (report: ReportProgress) => Promise<BootFiles | undefined>;
  readonly send: (answer: Answer) => void;
  /** How the parts of the engine come that are not here from the beginning. */
  readonly parts?: Readonly<Record<PartName, () => Promise<unknown>>>;
  /** Of the engine: what another one cached is not used. */
  readonly version: string;
}

export interface Serving {
  readonly options: ServeOptions;
  readonly progress: ProgressReport;
  readonly output: OutputReport;
  /** The server's files, on their way. */
  readonly fetched: Promise<BootFiles | undefined>;
  readonly servers: Servers;
  readonly parts: Parts;
  /** Those that some step asked for. */
  readonly extensions: Set<string>;
  checkpoints: Checkpoint[];
  workspace: Workspace | undefined;
  language: 'ko' | 'en' | undefined;
}

/** A worker that has no workspace yet; fetching begins before the first request. */
export function newServing(options: ServeOptions): Serving {
  const progress = newProgress(options.send);
  const fetched = options.bootFiles(progress.download);
  fetched.catch(() => {});
  const output = newOutput(options.send);
  return {
    options,
    progress,
    output,
    fetched,
    servers: newServers(() => fetched),
    // Waiting for the network is no work: the command's time begins anew.
    parts: newParts(options.parts, () => output.rearm()),
    extensions: new Set(),
    checkpoints: [],
    workspace: undefined,
    language: undefined,
  };
}

/** What a workspace finds around itself here. */
export const hostOf = ({ options, parts, language, servers, output }: Serving): WorkspaceHost => ({
  engine: options.engine,
  parts,
  ...(language ? { language } : {}),
  fulfil: (need, machine) => fulfilNeed(need, { machine, dump: servers.dump }),
  onOutput: output.write,
});

/** The workspace. @throws Error where none is open */
export function opened({ workspace }: Serving): Workspace {
  if (!workspace) throw new Error('the workspace is not open');
  return workspace;
}

/** Gets what a step lacked. @throws an error that says nothing of the kind */
export async function makeUpFor({ extensions, parts }: Serving, error: unknown): Promise<void> {
  if (error instanceof MissingExtension) extensions.add(error.extension);
  else if (error instanceof PartMissing) await parts.all();
  else throw error;
}
