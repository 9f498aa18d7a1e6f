/** Text as outlines: pictures made at build time look alike on every machine, whatever fonts it has. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';

export type Weight = 'Bold' | 'SemiBold' | 'Medium';

/** A font of the package `pretendard`. */
export function openFont(weight: Weight): Font {
  const path = createRequire(import.meta.url).resolve(
    `pretendard/dist/public/static/alternative/Pretendard-${weight}.ttf`,
  );
  const font = create(readFileSync(path));
  if (font.isCollection) throw new Error(`${path} is a collection of fonts`);
  return font;
}

export interface Style {
  readonly font: Font;
  readonly size: number;
  /** Between letters, as a part of the size. */
  readonly spacing: number;
}

const glyphsOf = (text: string, font: Font) =>
  [...text].map((letter) => font.glyphForCodePoint(letter.codePointAt(0)!));

/** How wide a text is drawn. */
export function widthOf(text: string, { font, size, spacing }: Style): number {
  const units = glyphsOf(text, font).reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
  return (units / font.unitsPerEm) * size + [...text].length * spacing * size;
}

/** @returns SVG paths of a line whose baseline begins at x, y. */
export function outlines(text: string, style: Style, x: number, y: number, colour: string): string {
  const { font, size, spacing } = style;
  const scale = size / font.unitsPerEm;
  let at = x;
  const paths = glyphsOf(text, font).map((glyph) => {
    const path = `<path transform="translate(${at.toFixed(2)} ${y}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`;
    at += glyph.advanceWidth * scale + spacing * size;
    return path;
  });
  return `<g fill="${colour}">${paths.join('')}</g>`;
}

/** Breaks between words, so that no line is wider; what does not fit into the lines ends with `…`. */
export function wrapped(text: string, style: Style, width: number, lines: number): string[] {
  const done: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, style) <= width) line = longer;
    else {
      done.push(line);
      line = word;
    }
  }
  done.push(line);
  if (done.length <= lines) return done;
  let last = done[lines - 1]!;
  while (last !== '' && widthOf(`${last}…`, style) > width) last = last.replace(/\s*\S*$/, '');
  return [...done.slice(0, lines - 1), `${last}…`];
}
