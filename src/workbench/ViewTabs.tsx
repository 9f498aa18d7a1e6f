/** A row of tabs over one view, as the pattern for tabs wants it: one stop of the Tab key, and arrows go from tab to tab. */

interface ViewTabsProps<View extends string> {
  /** Begins the ids: `<id>-<view>` of a tab, `<id>-view` of what they show. */
  readonly id: string;
  readonly label: string;
  readonly views: readonly View[];
  readonly words: Readonly<Record<View, string>>;
  readonly view: View;
  readonly onChange: (view: View) => void;
  readonly class?: string;
}

/** The tab that is chosen has the focus as well when an arrow chose it. */
export function ViewTabs<View extends string>(props: ViewTabsProps<View>) {
  const { id, label, views, words, view, onChange } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const next = views[(views.indexOf(view) + by + views.length) % views.length]!;
    onChange(next);
    requestAnimationFrame(() => document.getElementById(`${id}-${next}`)?.focus());
  };
  return (
    <div class={`seg grow ${props.class ?? ''}`.trim()} role="tablist" aria-label={label}>
      {views.map((one) => (
        <button
          key={one}
          id={`${id}-${one}`}
          type="button"
          role="tab"
          aria-selected={one === view}
          aria-controls={`${id}-view`}
          tabIndex={one === view ? 0 : -1}
          onClick={() => onChange(one)}
          onKeyDown={onKeyDown}
        >
          {words[one]}
        </button>
      ))}
    </div>
  );
}
