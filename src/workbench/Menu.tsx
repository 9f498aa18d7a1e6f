/** Menus behind a button, as the pattern for menu buttons wants them. */
import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { IconName } from '../styles/icons.ts';
import { Icon } from './Icon.tsx';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly mono?: boolean;
  /** What it will type, below the label. */
  readonly detail?: string;
  readonly act: () => void;
}

/** A button that opens a menu, with three dots unless told otherwise. Arrows move, Escape closes and gives the focus back. */
export function Menu(props: {
  readonly label: string;
  readonly icon?: IconName;
  readonly items: readonly MenuItem[];
}) {
  const { label, icon = 'ellipsis', items } = props;
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useOpening(root, open);
  const close = () => {
    open.value = false;
    root.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open.value) return;
    const list = entriesOf(root.current);
    const at = list.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') list[(at + 1) % list.length]?.focus();
    else if (event.key === 'ArrowUp') list[(at - 1 + list.length) % list.length]?.focus();
    else if (event.key === 'Tab') open.value = false;
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the menu's items arrive here
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <button
        class="btn icon tiny"
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => (open.value = !open.value)}
      >
        <Icon name={icon} />
      </button>
      <div id={id} class="menu-list" role="menu" aria-label={label} hidden={!open.value}>
        {items.map((item) => (
          <Entry
            key={item.label}
            item={item}
            onChoose={() => {
              close();
              item.act();
            }}
          />
        ))}
      </div>
    </div>
  );
}

function Entry({ item, onChoose }: { readonly item: MenuItem; readonly onChoose: () => void }) {
  const { label, icon, detail, mono } = item;
  return (
    <button type="button" role="menuitem" tabIndex={-1} class={mono ? 'mono' : ''} onClick={onChoose}>
      {icon && <Icon name={icon} />}
      {detail === undefined ? (
        label
      ) : (
        <span>
          {label}
          <small class="mono">{detail}</small>
        </span>
      )}
    </button>
  );
}

const entriesOf = (root: HTMLElement | null) => [
  ...(root?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
];

/** When the menu opens, its first entry has the focus; a press outside closes it. */
function useOpening(root: RefObject<HTMLElement | null>, open: Signal<boolean>): void {
  useEffect(() => {
    if (!open.value) return undefined;
    place(root.current);
    entriesOf(root.current)[0]?.focus();
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) open.value = false;
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open.value, open, root]);
}

/** The list floats over everything, beside its button: panes cut off what reaches out of them. */
function place(root: HTMLElement | null): void {
  const button = root?.querySelector('button')?.getBoundingClientRect();
  const list = root?.querySelector<HTMLElement>('.menu-list');
  if (!button || !list) return;
  const { width, height } = list.getBoundingClientRect();
  const left = Math.max(8, Math.min(button.right - width, innerWidth - width - 8));
  const top = button.bottom + height + 8 > innerHeight ? button.top - height - 4 : button.bottom + 4;
  list.style.left = `${left}px`;
  list.style.top = `${top}px`;
}
