/** Squiggles: what Python's compiler refuses, what a dry run stumbles over, models that env.py forgot. And the ways out of them. */
import { effect } from '@preact/signals';
import type { editor, languages } from 'monaco-editor/editor';
import type { Workbench } from '../../store.ts';
import { type Fix, fixesFor, forgottenModels, type Insertion } from './fixes.ts';
import type { Library } from './library.ts';
import { pathOf } from './providers.ts';

type Monaco = typeof import('monaco-editor/editor');

const PAUSE = 300;
const OWNER = 'stillhouse';

/** @returns the way out. */
export function markProblems(
  monaco: Monaco,
  made: editor.IStandaloneCodeEditor,
  workbench: Workbench,
  library: Library,
): () => void {
  const { files, active, drift, ready } = workbench;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before = '';
  const stop = effect(() => {
    const path = active.value;
    const text = path === undefined ? undefined : files.value[path];
    void drift.value;
    clearTimeout(timer);
    if (!ready.value || path === undefined || text === undefined || !path.endsWith('.py')) return;
    timer = setTimeout(() => void look(path, text), PAUSE);
  });
  async function look(path: string, text: string): Promise<void> {
    const syntax = await workbench.session.syntax(text, path);
    const model = made.getModel();
    if (!model || pathOf(model) !== path || model.getValue() !== text) return;
    const markers = syntax
      ? [marker(monaco, `${syntax.type}: ${syntax.message}`, syntax)]
      : [...stumbles(monaco, workbench, path, model), ...forgotten(monaco, workbench, path, model)];
    // Marks that are set anew take a list of ways out away that is just opening.
    const told = `${model.id} ${model.getVersionId()} ${JSON.stringify(markers)}`;
    if (told === before) return;
    before = told;
    monaco.editor.setModelMarkers(model, OWNER, markers);
  }
  const actions = monaco.languages.registerCodeActionProvider('python', wayOut(workbench, library));
  return () => {
    stop();
    clearTimeout(timer);
    actions.dispose();
  };
}

interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function marker(
  monaco: Monaco,
  message: string,
  { line, column, endLine, endColumn }: Span,
  { severity = monaco.MarkerSeverity.Error }: { readonly severity?: number } = {},
): editor.IMarkerData {
  return {
    severity,
    message,
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    endColumn,
  };
}

/** The line of this file at which `upgrade` or `check` would end now. */
function stumbles(
  monaco: Monaco,
  { drift, t }: Workbench,
  path: string,
  model: editor.ITextModel,
): editor.IMarkerData[] {
  const problem = drift.value?.problem;
  if (!problem || problem.path !== path || problem.line === undefined || problem.line > model.getLineCount())
    return [];
  const span = lineSpan(model, problem.line);
  const name = /name '(\w+)' is not defined/.exec(problem.text)?.[1];
  const at = name === undefined ? -1 : model.getLineContent(problem.line).search(new RegExp(`\\b${name}\\b`));
  const exact = at < 0 ? span : { ...span, column: at + 1, endColumn: at + 1 + name!.length };
  return [marker(monaco, `${t.assist.dryRun}: ${problem.text}`, exact)];
}

function forgotten(
  monaco: Monaco,
  workbench: Workbench,
  path: string,
  model: editor.ITextModel,
): editor.IMarkerData[] {
  const { t } = workbench;
  return forgottenNow(workbench)
    .filter(({ envPath }) => envPath === path)
    .map((one) =>
      marker(
        monaco,
        t.assist.forgotten(one.table, one.path),
        lineSpan(model, Math.min(one.line, model.getLineCount())),
        {
          severity: monaco.MarkerSeverity.Warning,
        },
      ),
    );
}

function forgottenNow({ drift, files }: Workbench) {
  const dropped = drift.value?.changes?.filter(({ change }) => change === 'remove_table') ?? [];
  return forgottenModels(
    files.value,
    dropped.map(({ table }) => table ?? ''),
  );
}

const lineSpan = (model: editor.ITextModel, line: number): Span => ({
  line,
  column: model.getLineFirstNonWhitespaceColumn(line) || 1,
  endLine: line,
  endColumn: model.getLineMaxColumn(line),
});

function wayOut(workbench: Workbench, library: Library): languages.CodeActionProvider {
  const { t } = workbench;
  const action = (
    model: editor.ITextModel,
    title: string,
    { line, column, text }: Insertion,
    diagnostics: editor.IMarkerData[],
  ): languages.CodeAction => ({
    title,
    kind: 'quickfix',
    diagnostics,
    isPreferred: true,
    edit: {
      edits: [
        {
          resource: model.uri,
          versionId: model.getVersionId(),
          textEdit: {
            range: { startLineNumber: line, endLineNumber: line, startColumn: column, endColumn: column },
            text,
          },
        },
      ],
    },
  });
  return {
    async provideCodeActions(model, _range, context) {
      const known = await library.sqlalchemy();
      const actions = context.markers.flatMap((one) =>
        fixesFor(model.getValue(), problemOf(one), known).map((fix) =>
          action(model, titleOf(fix, workbench), fix.insertion, [one]),
        ),
      );
      const models = forgottenNow(workbench).filter(({ envPath }) => envPath === pathOf(model));
      if (context.markers.length > 0 || context.only !== undefined)
        for (const one of models)
          actions.push(action(model, t.assist.importModel(one.path), one.insertion, []));
      return { actions, dispose: () => {} };
    },
  };
}

const problemOf = (one: editor.IMarkerData) => ({
  message: one.message,
  line: one.startLineNumber,
  column: one.startColumn,
  endLine: one.endLineNumber,
  endColumn: one.endColumn,
});

function titleOf(fix: Fix, { t }: Workbench): string {
  if (fix.kind === 'import') return t.assist.addImport(fix.name);
  return fix.kind === 'comma' ? t.assist.addComma : t.assist.addColon;
}
