/** Reads a lesson's MDX far enough to know its parts: their ids, what can be run, and what it shows as output. */
export interface ProsePart {
  readonly component: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Step in which it stands; undefined before the first and after the last. */
  readonly step: string | undefined;
}

/** A piece of the prose that a run must prove. */
export type Runnable =
  | {
      readonly kind: 'run';
      readonly line: string;
      readonly input?: string;
      readonly fails: boolean;
      readonly step: string | undefined;
    }
  | { readonly kind: 'sql'; readonly sql: string; readonly fails: boolean; readonly step: string | undefined }
  | { readonly kind: 'prove'; readonly step: string | undefined }
  /** A fence of the language `output`: its lines must stand, in this order, in what was run before it. */
  | { readonly kind: 'quoted'; readonly lines: readonly string[]; readonly step: string | undefined };

const COMPONENT = /<(\/?)([A-Z]\w*)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*\/?>/g;
const FENCE = /^```(\S*)[^\n]*\n([\s\S]*?)^```\s*$/gm;

/** Every component with its attributes, in the order of the text. */
export function partsOf(prose: string): ProsePart[] {
  return walk(prose).flatMap((piece) => (piece.kind === 'part' ? [piece.part] : []));
}

/** What can be run and what is quoted, in the order of the text. */
export function runnablesOf(prose: string): Runnable[] {
  return walk(prose).flatMap((piece): Runnable[] => {
    if (piece.kind === 'fence') return fenceOf(piece);
    const { component, attributes, step } = piece.part;
    const fails = attributes.fails !== undefined;
    if (component === 'Run') {
      const input = attributes.input === undefined ? {} : { input: attributes.input };
      return [{ kind: 'run', line: attributes.command ?? '', ...input, fails, step }];
    }
    if (component === 'Sql') return [{ kind: 'sql', sql: attributes.text ?? '', fails, step }];
    if (component === 'Prove') return [{ kind: 'prove', step }];
    return [];
  });
}

type Piece =
  | { readonly kind: 'part'; readonly part: ProsePart }
  | {
      readonly kind: 'fence';
      readonly language: string;
      readonly text: string;
      readonly step: string | undefined;
    };

function fenceOf({ language, text, step }: Piece & { kind: 'fence' }): Runnable[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (language === 'output') return [{ kind: 'quoted', lines, step }];
  return [];
}

function walk(prose: string): Piece[] {
  let step: string | undefined;
  const fences = [...prose.matchAll(FENCE)];
  const inFence = (at: number) => fences.some((one) => at > one.index && at < one.index + one[0].length);
  const tags = [...prose.matchAll(COMPONENT)].filter((one) => !inFence(one.index));
  const found = [...fences, ...tags].sort((a, b) => a.index - b.index);
  return found.flatMap((one): Piece[] => {
    if (one[0].startsWith('```'))
      return [{ kind: 'fence', language: one[1] ?? '', text: one[2] ?? '', step }];
    const [, closing, component = '', written = ''] = one;
    if (closing) {
      if (component === 'Step') step = undefined;
      return [];
    }
    const attributes = attributesOf(written);
    if (component === 'Step') step = attributes.id;
    return [{ kind: 'part', part: { component, attributes, step } }];
  });
}

function attributesOf(written: string): Record<string, string> {
  const found = written.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^}]*)\}))?/g);
  return Object.fromEntries(
    [...found].map(([, name, double, single, braces]) => [
      name!,
      double ?? single ?? textOf(braces) ?? 'true',
    ]),
  );
}

/** An expression that is a string is that string: `command={'alembic current'}`. */
function textOf(expression: string | undefined): string | undefined {
  const text = expression?.trim();
  const quoted = text === undefined ? null : /^(["'`])([\s\S]*)\1$/.exec(text);
  return quoted ? quoted[2]!.replaceAll('\\n', '\n') : text;
}
