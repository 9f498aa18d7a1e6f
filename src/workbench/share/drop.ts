/** Files that are dropped anywhere on the page. */

/**
 * @param hint what is written over the page while a file is held above it.
 * @param take gets what was dropped.
 */
export function takeDrops(hint: string, take: (dropped: DataTransfer) => void): void {
  let veil: HTMLElement | undefined;
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const show = (shown: boolean) => {
    if (shown === (veil !== undefined)) return;
    veil?.remove();
    veil = undefined;
    if (!shown) return;
    veil = document.createElement('div');
    veil.className = 'drop-here';
    veil.textContent = hint;
    document.body.append(veil);
  };
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    show(true);
  });
  addEventListener('dragleave', (event) => {
    // Only where the pointer leaves the page there is nothing it goes to.
    if (event.relatedTarget === null) show(false);
  });
  addEventListener('drop', (event) => {
    show(false);
    if (!holdsFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    take(event.dataTransfer);
  });
}
