/** Completion, hover, signatures and definitions for Python files in Monaco, from what the engine says of their names. */
import type { editor, IDisposable, languages, Position } from 'monaco-editor/editor';
import type { NameFacts, NameKind } from '../../../session/rehearsal/assist.ts';
import type { Workbench } from '../../store.ts';
import { definitionOf, type Place } from './definitions.ts';
import type { Library } from './library.ts';
import { callAround, isInText, nameBefore, parametersOf } from './names.ts';
import { callable, describedOwn, type Offer, ownMembers, ownNameOf } from './own-names.ts';

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
    languages.registerDefinitionProvider('python', definitions(monaco, workbench, library)),
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
      const offers = imported
        ? ((await library.about(`import ${imported}\n`, imported))?.members ?? [])
        : await offersAt(library, model, position.lineNumber, name.owner);
      const word = model.getWordUntilPosition(position);
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: word.startColumn,
        endColumn: word.endColumn,
      };
      const suggestions = offers.map(({ name: label, kind }) => ({
        label,
        kind: kinds[kind],
        insertText: label,
        range,
      }));
      return { suggestions };
    },
  };
}

/** The file's own names and what they lead to, then those of its imports. */
async function offersAt(
  library: Library,
  model: editor.ITextModel,
  line: number,
  owner: string,
): Promise<readonly Offer[]> {
  const text = model.getValue();
  const names = await library.own(pathOf(model), text, line);
  const about = (name: string) => library.about(text, name);
  if (owner !== '') return (await ownMembers(owner, { names, about })) ?? (await about(owner))?.members ?? [];
  const imported = (await about(''))?.members ?? [];
  return [...names, ...imported.filter(({ name }) => names.every((own) => own.name !== name))];
}

function hover(library: Library): languages.HoverProvider {
  return {
    async provideHover(model, position) {
      const line = model.getLineContent(position.lineNumber);
      const word = model.getWordAtPosition(position);
      if (!word || isInText(line.slice(0, word.startColumn))) return undefined;
      const whole = nameBefore(line.slice(0, word.endColumn - 1))?.whole;
      if (!whole) return undefined;
      const own = ownNameOf(whole, await library.own(pathOf(model), model.getValue(), position.lineNumber));
      const facts = own ? undefined : await library.about(model.getValue(), whole);
      const shown = own ? describedOwn(own) : facts && described(facts, whole);
      return shown === undefined ? undefined : { contents: [{ value: `\`\`\`python\n${shown}\n\`\`\`` }] };
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
      const own =
        call && ownNameOf(call.name, await library.own(pathOf(model), model.getValue(), position.lineNumber));
      const written = own
        ? callable(own)
        : call && (await library.about(model.getValue(), call.name))?.signature;
      if (!written) return undefined;
      const parameters = parametersOf(written);
      const named = parameters.findIndex((one) => one.split('=')[0] === call?.keyword);
      const activeParameter = named >= 0 ? named : positionOf(parameters, call?.argument ?? 0);
      const signature = {
        label: `${call?.name}${written}`,
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

function definitions(monaco: Monaco, { files }: Workbench, library: Library): languages.DefinitionProvider {
  return {
    async provideDefinition(model, position) {
      const word = model.getWordAtPosition(position);
      if (!word) return undefined;
      const found =
        definitionOf(files.peek(), pathOf(model), position.lineNumber, word.word) ??
        (await ownDefinition(library, model, position, word.endColumn));
      if (!found) return undefined;
      const { path, line } = found;
      const uri = monaco.Uri.from({ scheme: 'file', path: `/${path}` });
      if (!monaco.editor.getModel(uri)) monaco.editor.createModel(files.peek()[path] ?? '', 'python', uri);
      return { uri, range: new monaco.Range(line, 1, line, 1) };
    },
  };
}

/** Where the file itself defines the name that ends at a column. */
async function ownDefinition(
  library: Library,
  model: editor.ITextModel,
  { lineNumber }: Position,
  column: number,
): Promise<Place | undefined> {
  const whole = nameBefore(model.getLineContent(lineNumber).slice(0, column - 1))?.whole;
  if (!whole) return undefined;
  const own = ownNameOf(whole, await library.own(pathOf(model), model.getValue(), lineNumber));
  return own && { path: pathOf(model), line: own.name.line };
}
