/** Completion, hover, signatures and definitions for Python files in Monaco, from what the engine says of their names. */
import type { editor, IDisposable, languages } from 'monaco-editor/editor';
import type { NameFacts, NameKind } from '../../../session/assist.ts';
import type { Workbench } from '../../store.ts';
import { definitionOf } from './definitions.ts';
import type { Library } from './library.ts';
import { callAround, isInText, nameBefore, parametersOf } from './names.ts';

type Monaco = typeof import('monaco-editor/editor');

/** The path of a model's file in the project. */
export const pathOf = (model: editor.ITextModel): string => model.uri.path.replace(/^\//, '');

/** @returns the way out. */
export function provideNames(monaco: Monaco, workbench: Workbench, library: Library): () => void {
  const { languages } = monaco;
  const made: IDisposable[] = [
    languages.registerCompletionItemProvider('python', completion(monaco, library)),
    languages.registerHoverProvider('python', hover(library)),
    languages.registerSignatureHelpProvider('python', signatures(library)),
    languages.registerDefinitionProvider('python', definitions(monaco, workbench)),
    monaco.editor.registerEditorOpener({
      openCodeEditor(_source, resource, place) {
        const line = place && ('startLineNumber' in place ? place.startLineNumber : place.lineNumber);
        workbench.openFile(resource.path.replace(/^\//, ''), line);
        return true;
      },
    }),
  ];
  return () => {
    for (const one of made) one.dispose();
  };
}

function completion(monaco: Monaco, library: Library): languages.CompletionItemProvider {
  const { Class, Function: Callable, Module, Variable } = monaco.languages.CompletionItemKind;
  const kinds: Readonly<Record<NameKind, languages.CompletionItemKind>> = {
    class: Class,
    function: Callable,
    module: Module,
    value: Variable,
  };
  return {
    triggerCharacters: ['.'],
    async provideCompletionItems(model, position) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const imported = /^\s*from\s+([\w.]+)\s+import\s+(?:[\w\s,]*,\s*)?\w*$/.exec(before)?.[1];
      const name = nameBefore(before);
      if (!name) return { suggestions: [] };
      const facts = imported
        ? await library.about(`import ${imported}\n`, imported)
        : await library.about(model.getValue(), name.owner);
      const word = model.getWordUntilPosition(position);
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: word.startColumn,
        endColumn: word.endColumn,
      };
      const suggestions = (facts?.members ?? []).map(({ name: label, kind }) => ({
        label,
        kind: kinds[kind],
        insertText: label,
        range,
      }));
      return { suggestions };
    },
  };
}

function hover(library: Library): languages.HoverProvider {
  return {
    async provideHover(model, position) {
      const line = model.getLineContent(position.lineNumber);
      const word = model.getWordAtPosition(position);
      if (!word || isInText(line.slice(0, word.startColumn))) return undefined;
      const whole = nameBefore(line.slice(0, word.endColumn - 1))?.whole;
      const facts = whole && (await library.about(model.getValue(), whole));
      return facts
        ? { contents: [{ value: `\`\`\`python\n${described(facts, whole)}\n\`\`\`` }] }
        : undefined;
    },
  };
}

function described({ kind, from, signature }: NameFacts, name: string): string {
  const shown = signature === undefined ? '' : broken(signature);
  if (kind === 'class') return `class ${from || name}${shown}`;
  if (kind === 'function') return `def ${from || name}${shown}`;
  return kind === 'module' ? `import ${from || name}` : name;
}

/** A long signature, one argument a line. */
function broken(signature: string): string {
  if (signature.length < 70) return signature;
  return `(\n${parametersOf(signature)
    .map((one) => `    ${one},\n`)
    .join('')})`;
}

function signatures(library: Library): languages.SignatureHelpProvider {
  return {
    signatureHelpTriggerCharacters: ['(', ','],
    async provideSignatureHelp(model, position) {
      const text = model.getValueInRange({
        startLineNumber: Math.max(1, position.lineNumber - 40),
        startColumn: 1,
        endLineNumber: position.lineNumber,
        endColumn: position.column,
      });
      const call = callAround(text);
      const facts = call && (await library.about(model.getValue(), call.name));
      if (!facts?.signature) return undefined;
      const parameters = parametersOf(facts.signature);
      const named = parameters.findIndex((one) => one.split('=')[0] === call?.keyword);
      const activeParameter = named >= 0 ? named : positionOf(parameters, call?.argument ?? 0);
      const signature = {
        label: `${call?.name}${facts.signature}`,
        parameters: parameters.map((label) => ({ label })),
        activeParameter,
      };
      return {
        value: { signatures: [signature], activeSignature: 0, activeParameter },
        dispose: () => {},
      };
    },
  };
}

/** Which parameter takes the argument of this number: "*columns" takes all that follow. */
function positionOf(parameters: readonly string[], argument: number): number {
  const plain = parameters.filter((one) => one !== '/');
  const star = plain.findIndex((one) => one.startsWith('*'));
  const wanted = star >= 0 && argument >= star ? plain[star]! : plain[argument];
  return wanted === undefined || wanted === '*' ? parameters.length : parameters.indexOf(wanted);
}

function definitions(monaco: Monaco, { files }: Workbench): languages.DefinitionProvider {
  return {
    provideDefinition(model, position) {
      const word = model.getWordAtPosition(position)?.word;
      const found = word && definitionOf(files.peek(), pathOf(model), position.lineNumber, word);
      if (!found) return undefined;
      const { path, line } = found;
      const uri = monaco.Uri.from({ scheme: 'file', path: `/${path}` });
      if (!monaco.editor.getModel(uri)) monaco.editor.createModel(files.peek()[path] ?? '', 'python', uri);
      return { uri, range: new monaco.Range(line, 1, line, 1) };
    },
  };
}
