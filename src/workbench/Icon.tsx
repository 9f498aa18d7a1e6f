/** Icons inside the workbench; pages have `lessons/components/Icon.astro`. */
import { h } from 'preact';
import { ICONS, type IconName } from '../styles/icons.ts';

/** A lucide icon; decoration, so the words beside it or the button's label carry the meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
      {ICONS[name].map(([tag, attributes]) => h(tag, { ...attributes }))}
    </svg>
  );
}
