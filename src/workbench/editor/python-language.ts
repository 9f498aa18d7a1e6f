/**
 * Python's colours. Monaco's own grammar paints builtins such as `id` as keywords; ours paints what the three places are about: the
 * attributes of a model and the operations of a revision.
 */
import type { languages } from 'monaco-editor/editor';

const KEYWORDS = [
  'and',
  'as',
  'assert',
  'async',
  'await',
  'break',
  'class',
  'continue',
  'def',
  'del',
  'elif',
  'else',
  'except',
  'finally',
  'for',
  'from',
  'global',
  'if',
  'import',
  'in',
  'is',
  'lambda',
  'nonlocal',
  'not',
  'or',
  'pass',
  'raise',
  'return',
  'try',
  'while',
  'with',
  'yield',
  'True',
  'False',
  'None',
];

type Languages = Pick<typeof languages, 'register' | 'setLanguageConfiguration' | 'setMonarchTokensProvider'>;

/** Gives Monaco Python: its colours, brackets and comments. @param into `monaco.languages` */
export function registerPython(into: Languages): void {
  into.register({ id: 'python', extensions: ['.py'] });
  into.setLanguageConfiguration('python', CONFIGURATION);
  into.setMonarchTokensProvider('python', GRAMMAR);
}

const CONFIGURATION: languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
  surroundingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
  // A line that ends in a colon opens a block.
  indentationRules: {
    increaseIndentPattern: /:\s*(#.*)?$/,
    decreaseIndentPattern: /^\s*(elif|else|except|finally)\b/,
  },
};

const GRAMMAR: languages.IMonarchLanguage = {
  keywords: KEYWORDS,
  tokenizer: {
    root: [
      [
        /^(\s+)((?!__)[A-Za-z_]\w*)(?=\s*(?::[^=]|=[^=]))/,
        ['white', { cases: { '$2@keywords': 'keyword', '@default': 'attribute' } }],
      ],
      [/\b(class|def)(\s+)(\w+)/, ['keyword', 'white', 'name']],
      [/\b(op)(\.)(\w+)/, ['identifier', 'delimiter', 'operation']],
      [/#.*$/, 'comment'],
      [/[rbfuRBFU]{0,2}"""/, 'string', '@long'],
      [/[rbfuRBFU]{0,2}'''/, 'string', '@longSingle'],
      [/[rbfuRBFU]{0,2}"(\\.|[^"\\])*"?/, 'string'],
      [/[rbfuRBFU]{0,2}'(\\.|[^'\\])*'?/, 'string'],
      [/@[A-Za-z_][\w.]*/, 'tag'],
      [/\b[A-Z]\w*/, { cases: { '@keywords': 'keyword', '@default': 'type' } }],
      [/[A-Za-z_]\w*/, { cases: { '@keywords': 'keyword', '@default': 'identifier' } }],
      [/\b\d[\d_.]*([eE][+-]?\d+)?j?/, 'number'],
      [/[{}()[\]]/, '@brackets'],
    ],
    long: [
      [/"""/, 'string', '@pop'],
      [/./, 'string'],
    ],
    longSingle: [
      [/'''/, 'string', '@pop'],
      [/./, 'string'],
    ],
  },
};
