/** Monaco over the files of the workspace: models, marks, and what the engine knows of names. */
import { effect, useSignal } from '@preact/signals';
import type { editor } from 'monaco-editor/editor';
import { useEffect, useRef } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import { diffLines } from '../line-diff.ts';
import { placeOf } from '../marks.tsx';
import type { Workbench } from '../store.ts';
import { newLibrary } from './assist/library.ts';
import { markProblems } from './assist/problems.ts';
import { provideNames } from './assist/providers.ts';

const LANGUAGES: Readonly<Record<string, string>> = {
  py: 'python',
  ini: 'ini',
  sql: 'pgsql',
  toml: 'ini',
  cfg: 'ini',
  mako: 'python',
};

/** The editor of large screens. One Monaco, a model for each file. */
export function MonacoEditor() {
  const workbench = useWorkbench();
  const host = useRef<HTMLDivElement>(null);
  const loading = useSignal(true);
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    void import('./monaco.ts').then(async ({ monaco }) => {
      const { applyTheme } = await import('./theme.ts');
      await document.fonts.load('12px "JetBrains Mono Variable"').catch(() => undefined);
      if (gone || !host.current) return;
      applyTheme(monaco.editor);
      loading.value = false;
      stop = startEditor(monaco, host.current, workbench, () => applyTheme(monaco.editor));
    });
    return () => {
      gone = true;
      stop();
    };
  }, [workbench, loading]);
  return (
    <div class="monaco">
      {loading.value && <Preview />}
      <div ref={host} class="host" data-testid="editor" />
    </div>
  );
}

/** The file's text while the editor is on its way, in the place where the editor will show it. */
function Preview() {
  const { files, active } = useWorkbench();
  const text = active.value === undefined ? '' : (files.value[active.value] ?? '');
  return (
    <pre class="preview" aria-hidden="true">
      {text}
    </pre>
  );
}

type Monaco = typeof import('monaco-editor/editor');

function startEditor(
  monaco: Monaco,
  host: HTMLElement,
  workbench: Workbench,
  retheme: () => void,
): () => void {
  const made = monaco.editor.create(host, { ...SETTINGS, model: null });
  const now: Shown = { path: undefined, following: false };
  const stopShowing = showActive(monaco, made, workbench, now);
  const stopFollowing = goToLines(made, workbench, now);
  const moving = made.onDidChangeCursorPosition(({ position }) => {
    if (now.path !== undefined) workbench.cursor.value = { path: now.path, line: position.lineNumber };
  });
  const typing = made.onDidChangeModelContent(() => {
    if (!now.following && now.path !== undefined)
      workbench.drafts.edit(now.path, made.getModel()?.getValue() ?? '');
  });
  const library = newLibrary(workbench);
  const stopNames = provideNames(monaco, workbench, library);
  const stopProblems = markProblems(monaco, made, workbench, library);
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', retheme);
  document.addEventListener('still:theme', retheme);
  const ctrlM = made.onKeyDown((event) => {
    // Escape twice would be heard by nobody: Ctrl+M is Monaco's own way out, and Escape blurs for those who look for it.
    if (event.keyCode === monaco.KeyCode.Escape && event.shiftKey)
      (document.activeElement as HTMLElement | null)?.blur();
  });
  return () => {
    stopShowing();
    stopFollowing();
    moving.dispose();
    stopNames();
    stopProblems();
    typing.dispose();
    ctrlM.dispose();
    media.removeEventListener('change', retheme);
    document.removeEventListener('still:theme', retheme);
    for (const model of monaco.editor.getModels()) model.dispose();
    made.dispose();
  };
}

/** What the editor shows. */
interface Shown {
  path: string | undefined;
  /** Its text is just being made that of the file: nobody types. */
  following: boolean;
}

/** Shows the active file, each where it was left, and follows what others write into it. @returns what ends that */
function showActive(
  monaco: Monaco,
  made: editor.IStandaloneCodeEditor,
  workbench: Workbench,
  now: Shown,
): () => void {
  const { active, files, drafts, t } = workbench;
  const marks = made.createDecorationsCollection();
  const views = new Map<string, editor.ICodeEditorViewState | null>();
  return effect(() => {
    const path = active.value;
    if (now.path !== undefined && now.path !== path) views.set(now.path, made.saveViewState());
    if (path === undefined) {
      made.setModel(null);
      now.path = path;
      return;
    }
    const text = files.value[path] ?? '';
    const model = modelOf(monaco, path, text);
    if (model.getValue() !== text && drafts.texts.peek()[path] === undefined) {
      now.following = true;
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      now.following = false;
    }
    if (now.path !== path) {
      made.setModel(model);
      made.restoreViewState(views.get(path) ?? null);
      made.updateOptions({ ariaLabel: `${t.files.editor(path)}. ${t.files.tabHint}` });
      now.path = path;
    }
    marks.set(changeMarks(workbench, path, model.getValue()));
  });
}

/** Goes to the line that somebody asks for. @returns what ends that */
function goToLines(made: editor.IStandaloneCodeEditor, { active, line, cursor }: Workbench, now: Shown) {
  return effect(() => {
    const wanted = line.value;
    if (!wanted || active.value !== wanted.path) return;
    // After the effect that shows the file, whichever of the two comes first.
    queueMicrotask(() => {
      if (now.path !== wanted.path) return;
      made.setPosition({ lineNumber: wanted.line, column: 1 });
      made.revealLineInCenter(wanted.line);
      made.focus();
      cursor.value = { path: wanted.path, line: wanted.line };
    });
  });
}

function modelOf(monaco: Monaco, path: string, text: string): editor.ITextModel {
  const uri = monaco.Uri.from({ scheme: 'file', path: `/${path}` });
  const language = LANGUAGES[path.slice(path.lastIndexOf('.') + 1)] ?? 'plaintext';
  return monaco.editor.getModel(uri) ?? monaco.editor.createModel(text, language, uri);
}

/** Lines that the learner's file has beyond the one that the lesson started with. */
function changeMarks({ options }: Workbench, path: string, text: string): editor.IModelDeltaDecoration[] {
  const start = options.files[path];
  if (start === undefined || start === text) return [];
  const marks: editor.IModelDeltaDecoration[] = [];
  const place = { model: 'm', revision: 'r', database: 'd' }[placeOf(path) ?? 'model'];
  let line = 0;
  let removed = false;
  for (const { change } of diffLines(start, text)) {
    if (change === 'removed') {
      removed = true;
      continue;
    }
    line++;
    if (change === 'added') {
      const range = { startLineNumber: line, endLineNumber: line, startColumn: 1, endColumn: 1 };
      const kind = removed ? 'ed-changed' : 'ed-added';
      marks.push({
        range,
        options: {
          isWholeLine: true,
          className: removed ? '' : `ed-wash in-${place}`,
          linesDecorationsClassName: `${kind} in-${place}`,
        },
      });
    }
    removed = false;
  }
  return marks;
}

const SETTINGS: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily:
    '"JetBrains Mono Variable", "JetBrains Mono", ui-monospace, Menlo, Consolas, "Pretendard Variable", monospace',
  fontLigatures: false,
  fontSize: 12.2,
  lineHeight: 19,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  folding: false,
  glyphMargin: false,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  occurrencesHighlight: 'singleFile',
  padding: { top: 8, bottom: 8 },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  tabSize: 4,
  insertSpaces: true,
  contextmenu: false,
  stickyScroll: { enabled: false },
  guides: { indentation: true },
  renderFinalNewline: 'on',
  unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
  wordBasedSuggestions: 'currentDocument',
  // Enter is a new line; a suggestion is taken with Tab.
  acceptSuggestionOnEnter: 'off',
  acceptSuggestionOnCommitCharacter: false,
  bracketPairColorization: { enabled: false },
  fixedOverflowWidgets: true,
};
