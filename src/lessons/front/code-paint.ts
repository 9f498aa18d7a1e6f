/** Colours a few lines of Python for the front page, as nodes: no HTML is made. */
const PIECES =
  /("[^"\n]*"|'[^'\n]*')|\b(class|def|import|from|pass|None|True|False)\b|\b(Column|Boolean|Date|DateTime|Integer|Numeric|String|Text)\b(?!\s*=)|\b(\d+)\b|(#[^\n]*)|(op)\.(\w+)/g;
const CLASSES = ['s', 'k', 'ty', 'n', 'cm'] as const;

/** @returns text and spans in the order of the text; a span's class says what it is (front.css) */
export function paint(text: string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const found of text.matchAll(PIECES)) {
    nodes.push(document.createTextNode(text.slice(from, found.index)));
    const kind = CLASSES.find((_, index) => found[index + 1] !== undefined) ?? 'rv';
    const piece = document.createElement('span');
    piece.className = kind;
    piece.textContent = found[0];
    nodes.push(piece);
    from = found.index + found[0].length;
  }
  nodes.push(document.createTextNode(text.slice(from)));
  return nodes;
}
