/** `<still-workbench>`: the island. A page gives it its options; it answers with the workbench. */
import { render } from 'preact';
import { App } from './App.tsx';
import type { WorkbenchOptions } from './options.ts';
import { createWorkbench, type Workbench } from './store.ts';

export class WorkbenchElement extends HTMLElement {
  private workbench: Workbench | undefined;

  open(options: WorkbenchOptions): Workbench {
    this.close();
    const workbench = createWorkbench(options);
    this.workbench = workbench;
    this.replaceChildren();
    render(<App workbench={workbench} />, this);
    return workbench;
  }

  disconnectedCallback(): void {
    this.close();
  }

  close(): void {
    if (!this.workbench) return;
    render(null, this);
    this.workbench.session.close();
    this.workbench = undefined;
  }
}

customElements.define('still-workbench', WorkbenchElement);
