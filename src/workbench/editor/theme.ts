/** Monaco's light and dark theme, read from the page's design tokens. */
import type { editor } from 'monaco-editor/editor';

const THEME = 'stillhouse';

interface Themes {
  defineTheme(name: string, data: editor.IStandaloneThemeData): void;
  setTheme(name: string): void;
}

/** Defines the theme anew from the tokens as they stand now. */
export function applyTheme(themes: Themes): void {
  const probe = document.createElement('span');
  document.body.append(probe);
  const token = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return hexOf(getComputedStyle(probe).color);
  };
  const dark = luminance(token('sheet')) < 0.5;
  themes.defineTheme(THEME, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: rules(token),
    colors: colors(token),
  });
  themes.setTheme(THEME);
  probe.remove();
}

type Token = (name: string) => string;

function rules(token: Token): editor.ITokenThemeRule[] {
  const rule = (name: string, colour: string) => ({ token: name, foreground: token(colour).slice(1) });
  return [
    rule('', 'ink'),
    rule('keyword', 'code-keyword'),
    rule('string', 'code-string'),
    rule('string.escape', 'code-string'),
    rule('number', 'code-number'),
    rule('comment', 'code-comment'),
    rule('type', 'code-type'),
    rule('tag', 'code-keyword'),
    { token: 'attribute', foreground: token('model').slice(1), fontStyle: 'bold' },
    { token: 'operation', foreground: token('revision').slice(1), fontStyle: 'bold' },
    { token: 'name', foreground: token('ink').slice(1), fontStyle: 'bold' },
    rule('delimiter', 'ink-2'),
    rule('metatag', 'code-keyword'),
    rule('operator', 'ink-2'),
    rule('predefined', 'code-type'),
  ];
}

function colors(token: Token): Record<string, string> {
  return {
    'editor.background': token('sheet'),
    'editor.foreground': token('ink'),
    'editorLineNumber.foreground': token('ink-3'),
    'editorLineNumber.activeForeground': token('ink'),
    'editorCursor.foreground': token('ink'),
    'editor.lineHighlightBackground': token('sheet-sunk'),
    'editor.lineHighlightBorder': '#00000000',
    'editor.selectionBackground': token('model-wash'),
    'editor.inactiveSelectionBackground': token('sheet-sunk'),
    'editor.wordHighlightBackground': token('sheet-sunk'),
    'editor.findMatchBackground': token('revision-wash'),
    'editor.findMatchHighlightBackground': token('revision-wash'),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, token('ink')]),
    ),
    'editorIndentGuide.background1': token('line'),
    'editorIndentGuide.activeBackground1': token('line-strong'),
    'editorBracketMatch.background': token('sheet-sunk'),
    'editorBracketMatch.border': token('line-strong'),
    'editorWidget.background': token('sheet'),
    'editorWidget.border': token('line-strong'),
    'editorSuggestWidget.selectedBackground': token('model-wash'),
    'editorSuggestWidget.selectedForeground': token('ink'),
    'editorSuggestWidget.highlightForeground': token('model'),
    'editorSuggestWidget.focusHighlightForeground': token('model'),
    'editorHoverWidget.background': token('sheet'),
    // Red is only for values that are lost: what is wrong is ink.
    'editorError.foreground': token('ink'),
    'editorWarning.foreground': token('ink-3'),
    'editorMarkerNavigation.background': token('sheet'),
    'editorMarkerNavigationError.background': token('ink'),
    'editorMarkerNavigationError.headerBackground': token('sheet-sunk'),
    'editorMarkerNavigationWarning.background': token('line-strong'),
    'editorMarkerNavigationWarning.headerBackground': token('sheet-sunk'),
    'problemsErrorIcon.foreground': token('ink'),
    'problemsWarningIcon.foreground': token('ink-3'),
    'editorLightBulb.foreground': token('ink-2'),
    'editorLightBulbAutoFix.foreground': token('ink-2'),
    'input.background': token('sheet-sunk'),
    'input.border': token('line-strong'),
    focusBorder: token('focus'),
    'scrollbarSlider.background': `${token('line-strong')}55`,
    'scrollbarSlider.hoverBackground': `${token('line-strong')}88`,
    'editorOverviewRuler.border': '#00000000',
  };
}

/** "rgb(1, 2, 3)" as "#010203". */
function hexOf(colour: string): string {
  const parts = colour.match(/[\d.]+/g) ?? ['0', '0', '0'];
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`;
}

const luminance = (hex: string) => Number.parseInt(hex.slice(1, 3), 16) / 255;
