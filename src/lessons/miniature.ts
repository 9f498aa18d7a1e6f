/** `<still-miniature>`: moves the front page's picture from stage to stage as its two commands are pressed. */
const STAGES = ['model', 'revision', 'database'] as const;
type Stage = (typeof STAGES)[number];

class Miniature extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-go]')) {
      button.addEventListener('click', () => this.press(button.dataset.go as Stage));
    }
  }

  /** A command does its own step; pressing it again once it is done starts the picture over. */
  private press(command: Stage): void {
    const stage = STAGES.indexOf(this.stage());
    const wanted = STAGES.indexOf(command);
    if (wanted === stage + 1) this.show(command);
    else if (wanted <= stage) this.show(command === 'revision' ? 'model' : 'revision');
  }

  private stage(): Stage {
    return (this.querySelector<HTMLElement>('[data-stage]')?.dataset.stage ?? 'revision') as Stage;
  }

  private show(stage: Stage): void {
    const picture = this.querySelector<HTMLElement>('[data-stage]');
    if (!picture) return;
    picture.dataset.stage = stage;
    const reached = STAGES.indexOf(stage);
    for (const pipe of this.querySelectorAll<SVGElement>('[data-pipe]')) {
      pipe.classList.toggle('full', STAGES.indexOf(pipe.dataset.pipe as Stage) <= reached);
    }
    for (const button of this.querySelectorAll<HTMLElement>('[data-go]')) {
      button.classList.toggle('primary', STAGES.indexOf(button.dataset.go as Stage) === reached + 1);
    }
  }
}

customElements.define('still-miniature', Miniature);
