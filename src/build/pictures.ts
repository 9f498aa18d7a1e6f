/**
 * After the build: draws the picture that a link to a page shows, for every page whose `og:image` lies in `/og/`, from the page's own title,
 * section and description. Usage: node src/build/pictures.ts
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { openFont, outlines, type Style, wrapped } from './glyphs.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const WIDTH = 1200;
const HEIGHT = 630;
const LEFT = 80;

/** The light values of src/styles/tokens.css. */
const COLOURS = {
  paper: '#f8f5ef',
  ink: '#211f1b',
  ink2: '#504c45',
  ink3: '#676259',
  model: '#1d55a8',
  revision: '#974a15',
  database: '#17694a',
  pipe: '#c07a48',
  pipeShade: '#8d4e23',
  pipeLight: '#f0cdb2',
} as const;

const bold = openFont('Bold');
const semi = openFont('SemiBold');
const medium = openFont('Medium');

const icon = readFileSync(fileURLToPath(new URL('../../public/icon.svg', import.meta.url)), 'utf8')
  .replace(/<style>.*?<\/style>/s, '')
  .replaceAll('class="m"', `stroke="${COLOURS.model}"`)
  .replaceAll('class="r"', `stroke="${COLOURS.revision}"`)
  .replaceAll('class="d"', `stroke="${COLOURS.database}"`)
  .replace('<svg ', `<svg x="${LEFT}" y="56" width="56" height="56" `);

interface Words {
  readonly brand: string;
  readonly section: string;
  readonly title: string;
  readonly description: string;
}

/** The largest size at which the title takes three lines at most. */
function titleStyle(title: string): { readonly style: Style; readonly lines: string[] } {
  for (const size of [76, 66, 56]) {
    const style: Style = { font: bold, size, spacing: -0.022 };
    const lines = wrapped(title, style, WIDTH - 2 * LEFT, size === 56 ? 3 : 9);
    if (lines.length <= (size === 76 ? 2 : 3)) return { style, lines: balanced(title, style, lines) };
  }
  throw new Error(`no size for "${title}"`);
}

/** The same lines in number, as even as they can be: no word alone on the last. */
function balanced(title: string, style: Style, lines: string[]): string[] {
  let best = lines;
  for (let width = WIDTH - 2 * LEFT; width > 300; width -= 20) {
    const next = wrapped(title, style, width, 9);
    if (next.length > lines.length || next.join(' ') !== lines.join(' ')) break;
    best = next;
  }
  return best;
}

function picture({ brand, section, title, description }: Words): string {
  const { style, lines } = titleStyle(title);
  const brandStyle: Style = { font: bold, size: 34, spacing: -0.02 };
  const small: Style = { font: semi, size: 28, spacing: -0.01 };
  const body: Style = { font: medium, size: 30, spacing: -0.012 };
  const first = 192 + style.size * 0.9;
  const below = first + (lines.length - 1) * style.size * 1.24 + 68;
  const told = wrapped(description, body, WIDTH - 2 * LEFT, lines.length > 2 ? 2 : 3);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>
${icon}
${outlines(brand, brandStyle, LEFT + 74, 96, COLOURS.ink)}
${outlines(section, small, LEFT, 168, COLOURS.revision)}
${lines.map((line, at) => outlines(line, style, LEFT, first + at * style.size * 1.24, COLOURS.ink)).join('')}
${told.map((line, at) => outlines(line, body, LEFT, below + at * 44, COLOURS.ink2)).join('')}
${places()}
</svg>`;
}

/** The three places, joined by the copper pipe. */
function places(): string {
  const y = 566;
  const [model, revision, database] = [LEFT + 16, WIDTH / 2, WIDTH - LEFT - 16];
  const pipe = (from: number, to: number) =>
    (
      [
        [COLOURS.pipeShade, 14],
        [COLOURS.pipe, 10],
        [COLOURS.pipeLight, 3],
      ] as const
    )
      .map(([colour, width]) => `<path d="M${from} ${y}H${to}" stroke="${colour}" stroke-width="${width}"/>`)
      .join('');
  return `${pipe(model + 38, revision - 42)}${pipe(revision + 42, database - 38)}
<rect x="${model - 17}" y="${y - 17}" width="34" height="34" rx="5" fill="${COLOURS.model}"/>
<rect x="${revision - 16}" y="${y - 16}" width="32" height="32" rx="4" transform="rotate(45 ${revision} ${y})" fill="${COLOURS.revision}"/>
<circle cx="${database}" cy="${y}" r="18" fill="${COLOURS.database}"/>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};
const plain = (text: string) => text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

/** What a page says of itself in its head. */
function meta(html: string, property: string): string | undefined {
  const found = new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1];
  return found === undefined ? undefined : plain(found);
}

async function main(): Promise<void> {
  const started = performance.now();
  const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  let count = 0;
  for (const page of pages) {
    const html = readFileSync(join(DIST, page), 'utf8');
    const path = /\/(og\/.+\.png)$/.exec(meta(html, 'og:image') ?? '')?.[1];
    if (path === undefined) continue;
    const brand = meta(html, 'og:site_name') ?? '';
    const words: Words = {
      brand,
      section: meta(html, 'article:section') ?? '',
      title: (meta(html, 'og:title') ?? '').replace(` – ${brand}`, ''),
      description: meta(html, 'og:description') ?? '',
    };
    const file = join(DIST, path);
    mkdirSync(dirname(file), { recursive: true });
    const png = await sharp(Buffer.from(picture(words)))
      .png({ palette: true, colours: 64, effort: 4 })
      .toBuffer();
    writeFileSync(file, png);
    count += 1;
  }
  console.log(`pictures: ${count} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

await main();
