// The page: bar, sections, the view of the current one, and everything that reaches the whole
// page: pastes, drops, progress, and what could not be read.

import { html, nothing } from 'lit';
import { PageElement, provideSurroundings } from '../elements/page-element.ts';
import type { CancelEvent } from '../elements/progress-line.ts';
import '../elements/progress-line.ts';
import type { EngineState } from '../engine/engine.ts';
import { base, forms } from '../styles/shared.ts';
import { errorWords } from '../texts/index.ts';
import { inputsOfDrop, inputsOfPaste, mayEnterField, OpenSample, OpenTables } from './intake.ts';
import { Route } from './route.ts';
import './section-nav.ts';
import type { Services, View } from './services.ts';
import './top-bar.ts';
import { appStyles } from './page-app-styles.ts';
import { viewOf, views } from './views.ts';

/** What the page needs of the engine beside its answers. */
export interface EngineSigns {
  readonly state: EngineState;
  onState(listener: (state: EngineState) => void): () => void;
}

export class PageApp extends PageElement {
  static override properties = {
    services: { attribute: false },
    signs: { attribute: false },
    isDropping: { state: true },
  };

  declare services: Services;
  declare signs: EngineSigns;
  declare isDropping: boolean;

  readonly #route = new Route();
  readonly #loaded = new Set<string>();
  readonly #end = new AbortController();

  static override styles = [base, forms, appStyles];

  constructor() {
    super();
    this.isDropping = false;
  }

  override connectedCallback(): void {
    provideSurroundings(this, this.services.preferences);
    super.connectedCallback();
    this.follow(this.services.workspace);
    this.follow(this.#route);
    this.follow({ subscribe: (listener) => this.signs.onState(listener) });
    const { signal } = this.#end;
    addEventListener('paste', this.#pasted, { signal });
    addEventListener('dragover', this.#dragged, { signal });
    addEventListener('dragleave', this.#left, { signal });
    addEventListener('drop', this.#dropped, { signal });
    this.addEventListener(OpenTables.type, (event) => {
      const { inputs, isAdding } = event as OpenTables;
      void this.#show(this.services.workspace.open(inputs, isAdding));
    });
    this.addEventListener(
      OpenSample.type,
      () => void this.#show(this.services.workspace.openSample()),
    );
  }

  protected override render() {
    const { services } = this;
    // Pastes and drops are taken from the beginning, before there are words for them.
    if (!services.preferences.isReady) return nothing;
    const { texts } = this;
    const view = this.#view;
    return html`<pl-bar .preferences=${services.preferences}>
        <a class="skip" href="#main" @click=${this.#skip}>${texts.page.skip}</a>
      </pl-bar>
      <div class="body">
        <pl-nav .views=${views} .current=${view.name}></pl-nav>
        <main id="main" tabindex="-1">
          ${this.#renderState()} ${this.#renderWork()} ${this.#renderTroubles()}
          ${this.#loaded.has(view.name) ? view.render(services) : nothing}
          <footer class="small soft"><p>${texts.page.privacy} ${texts.page.advice}</p></footer>
        </main>
      </div>
      ${this.isDropping ? html`<div class="drop" aria-hidden="true">${texts.page.drop_here}</div>` : nothing}`;
  }

  get #view(): View {
    const view = viewOf(this.#route.name);
    if (!this.#loaded.has(view.name)) {
      void view.load().then(() => {
        this.#loaded.add(view.name);
        this.requestUpdate();
      });
    }
    return view;
  }

  #renderState() {
    const { page } = this.texts;
    const { state } = this.signs;
    if (state === 'replaying')
      return html`<p class="notice small soft" role="status">${page.replaying}</p>`;
    if (state !== 'failed') return nothing;
    return html`<p class="notice severe" role="alert">
      ${page.failed}
      <button class="quiet" type="button" @click=${() => location.reload()}>${page.retry}</button>
    </p>`;
  }

  #renderWork() {
    const { workspace } = this.services;
    return html`<pl-progress .fraction=${workspace.progress}
      @cancel-work=${(_: CancelEvent) => workspace.cancel()}></pl-progress>`;
  }

  /** What could not be read at all; what was there before is still there. */
  #renderTroubles() {
    const { workspace } = this.services;
    const { troubles } = workspace;
    if (troubles.length === 0) return nothing;
    return html`<div class="notice" role="alert">
      ${troubles.map(
        ({ file, trouble }) => html`<p class="severe">
          ${file ? html`<strong>${file}</strong> · ` : nothing}${errorWords(this.texts, trouble.code, trouble)}
        </p>`,
      )}
      <button class="quiet" type="button" @click=${() => workspace.dismissTroubles()}>${this.texts.page.close}</button>
    </div>`;
  }

  /** Goes to the data once there is something to see of them. */
  async #show(work: Promise<void>): Promise<void> {
    const { workspace } = this.services;
    const { current, waiting } = workspace;
    await work;
    const isNew = workspace.current !== current;
    if (!isNew && workspace.waiting === waiting) return;
    // What only waits stands above what was there, be that one fund out of several.
    if (isNew || this.#route.name !== 'history') this.#route.go('history');
    scrollTo(0, 0);
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }

  #pasted = (event: ClipboardEvent): void => {
    const inputs = inputsOfPaste(event);
    if (!inputs) return;
    if (!mayEnterField(event)) event.preventDefault();
    void this.#show(this.services.workspace.open(inputs));
  };

  #dragged = (event: DragEvent): void => {
    const types = event.dataTransfer?.types ?? [];
    if (!['Files', 'text/plain', 'text/html'].some((type) => types.includes(type))) return;
    event.preventDefault();
    this.isDropping = true;
  };

  #left = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isDropping = false;
  };

  #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.isDropping = false;
    const inputs = event.dataTransfer ? inputsOfDrop(event.dataTransfer) : [];
    if (inputs.length > 0) void this.#show(this.services.workspace.open(inputs));
  };
}

customElements.define('pl-app', PageApp);

declare global {
  interface HTMLElementTagNameMap {
    'pl-app': PageApp;
  }
}
