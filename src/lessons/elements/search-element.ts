/** `<still-search>`: asks Pagefind's index, which lies beside the built pages, and shows what it finds as text. */
import { dictionaryOf, isLanguage, type Language } from '../../i18n/index.ts';
import { withoutParticles } from '../search-words.ts';

interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: readonly { data(): Promise<Found> }[] } | null>;
}
interface Found {
  readonly url: string;
  /** HTML with `<mark>` around what was found. */
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

const MOST = 20;

class SearchElement extends HTMLElement {
  private index: Promise<Pagefind> | undefined;
  private asked = 0;

  connectedCallback(): void {
    const field = this.querySelector('input');
    if (!field) return;
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    field.addEventListener('input', () => void this.ask(field.value));
    field.addEventListener('focus', () => void this.open().catch(() => undefined), { once: true });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.ask(field.value);
    });
    if (field.value !== '') void this.ask(field.value);
    else field.focus();
  }

  private t() {
    const { language } = this.dataset;
    return dictionaryOf(isLanguage(language) ? (language as Language) : 'ko').search;
  }

  private open(): Promise<Pagefind> {
    const address = '/pagefind/pagefind.js';
    this.index ??= import(/* @vite-ignore */ address).then(async (pagefind: Pagefind) => {
      await pagefind.init();
      return pagefind;
    });
    return this.index;
  }

  private async ask(query: string): Promise<void> {
    const turn = ++this.asked;
    const url = new URL(location.href);
    if (query === '') url.searchParams.delete('q');
    else url.searchParams.set('q', query);
    history.replaceState(null, '', url);
    if (query.trim() === '') return this.show([], '');
    try {
      const found = await (await this.open()).debouncedSearch(withoutParticles(query));
      if (!found || turn !== this.asked) return;
      const pages = await Promise.all(found.results.slice(0, MOST).map((one) => one.data()));
      if (turn === this.asked) this.show(pages, this.t().found(found.results.length));
    } catch {
      this.index = undefined;
      this.show([], this.t().unavailable);
    }
  }

  private show(pages: readonly Found[], note: string): void {
    const status = this.querySelector('.found-note');
    if (status) status.textContent = note;
    this.querySelector('.results')?.replaceChildren(...pages.map(resultOf));
  }
}

function resultOf(page: Found): HTMLElement {
  const best = page.sub_results.find((part) => part.url !== page.url && part.excerpt.includes('<mark>'));
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = best?.url ?? page.url;
  const title = document.createElement('b');
  title.textContent = page.meta.title ?? page.url;
  const text = document.createElement('span');
  text.append(...markedText(best?.excerpt ?? page.excerpt));
  link.append(title, text);
  item.append(link);
  return item;
}

/** The excerpt as text and marks: nothing else of its HTML gets into the page. */
function markedText(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

customElements.define('still-search', SearchElement);
