// The preview's script: shows what the extension sends, keeps the last picture while there is no other, copies tables.
import { copyTable } from './copy.ts';
import type { Banner, FromPage, PageState, PageWords, ToPage } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: PageState): void };

const editor = acquireVsCodeApi();
const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const words = JSON.parse(find('words').textContent) as PageWords;
const title = find('title');
const banner = find('banner');
const content = find('content');
const all = find<HTMLButtonElement>('all');
const pin = find<HTMLButtonElement>('pin');
const copy = find<HTMLButtonElement>('copy');

let waiting: ReturnType<typeof setTimeout> | undefined;

/** A cause that mostly passes by itself is told only when it has held for a while; from one cause to another it changes at once. */
function showBanner(told: Banner | null, dim: boolean): void {
  clearTimeout(waiting);
  const show = (): void => {
    content.classList.toggle('stale', dim && content.childElementCount > 0);
    banner.hidden = told === null;
    const written = JSON.stringify(told);
    if (banner.dataset['told'] === written) return;
    banner.dataset['told'] = written;
    banner.dataset['kind'] = told?.kind ?? 'current';
    banner.replaceChildren(...(told === null ? [] : bannerParts(told)));
  };
  if (told === null || told.after === 0 || !banner.hidden) show();
  else waiting = setTimeout(show, told.after);
}

function bannerParts({ text, detail, code, busy, actions }: Banner): HTMLElement[] {
  const part = (name: string, words: string): HTMLElement => {
    const one = document.createElement(name);
    one.textContent = words;
    return one;
  };
  const said = part('p', text);
  const exact = part('p', detail);
  exact.className = 'detail';
  if (code !== '') {
    const own = part('code', code);
    linkCode(own);
    exact.append(' ', own);
  }
  const progress = document.createElement('progress');
  progress.setAttribute('aria-label', text);
  const buttons = part('div', '');
  buttons.className = 'actions';
  buttons.append(
    ...actions.map(({ id, title: words }) => {
      const button = part('button', words) as HTMLButtonElement;
      button.type = 'button';
      button.dataset['action'] = id;
      button.addEventListener('click', () => editor.postMessage({ kind: 'act', action: id }));
      return button;
    }),
  );
  return [said, ...(detail === '' ? [] : [exact]), ...(busy ? [progress] : []), ...(actions.length === 0 ? [] : [buttons])];
}

function showPicture({ picture }: Extract<ToPage, { kind: 'picture' }>): void {
  if (picture.title !== '') title.textContent = picture.title;
  // Rewriting what is the same would lose the place of the keyboard and of the scroll bar.
  if (picture.html !== '' && content.dataset['html'] !== picture.html) {
    const place = document.documentElement.scrollTop;
    const focused =
      document.activeElement instanceof HTMLElement && content.contains(document.activeElement) ? document.activeElement.id : '';
    content.innerHTML = picture.html;
    content.dataset['html'] = picture.html;
    arrange();
    document.documentElement.scrollTop = place;
    if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  }
  showBanner(picture.banner, picture.dim || picture.html === '');
  copy.disabled = content.querySelector('table') === null;
  all.hidden = !picture.part;
}

/** Figures and tables can be reached by the keyboard, and each table can be copied by itself. */
function arrange(): void {
  for (const [index, figure] of content.querySelectorAll<HTMLElement>('figure').entries()) {
    figure.tabIndex = 0;
    figure.id ||= `figure-${index + 1}`;
    const alternative = figure.querySelector('svg')?.getAttribute('aria-label');
    if (alternative !== null && alternative !== undefined) figure.setAttribute('aria-label', alternative);
  }
  for (const code of content.querySelectorAll('.note code')) linkCode(code);
  let first = true;
  for (const holder of content.querySelectorAll<HTMLElement>('.table')) {
    if (first && holder.closest('details') === null) {
      const anchor = document.createElement('span');
      anchor.id = 'tables';
      anchor.tabIndex = -1;
      holder.before(anchor);
      first = false;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-one';
    button.textContent = words.copy;
    button.addEventListener('click', () => {
      void putOnClipboard(wholeOf(holder));
    });
    holder.append(button);
  }
}

/** A problem's code is a button that asks for its explanation. */
function linkCode(element: Element): void {
  const code = element.textContent.trim();
  if (!/^SS\d+$/u.test(code)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code';
  button.textContent = code;
  button.addEventListener('click', () => editor.postMessage({ kind: 'explain', code }));
  element.replaceChildren(button);
}

/** The table in one piece, where it goes on below. */
function wholeOf(holder: Element | null): Element | null {
  return holder?.querySelector('template')?.content.querySelector('table') ?? holder?.querySelector('table') ?? null;
}

/** The first table that is not folded away. */
const firstTable = (): Element | null => wholeOf(content.querySelector('.table:not(details *)') ?? content.querySelector('.table'));

async function putOnClipboard(table: Element | null): Promise<void> {
  if (table === null) return say(words.noTable);
  const text = await copyTable(table);
  if (text === null) return say(words.copied);
  editor.postMessage({ kind: 'copyText', text });
  say(words.copiedPlain);
}

function say(text: string): void {
  const live = document.createElement('p');
  live.className = 'said';
  live.setAttribute('role', 'status');
  document.body.append(live);
  live.textContent = text;
  setTimeout(() => live.remove(), 4000);
  editor.postMessage({ kind: 'say', text });
}

function showState(state: PageState): void {
  editor.setState(state);
  pin.setAttribute('aria-pressed', String(state.pinned));
  pin.title = state.pinned ? words.unpin : words.pinning;
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.kind) {
    case 'picture':
      return showPicture(data);
    case 'state':
      return showState(data.state);
    case 'copy':
      return void putOnClipboard(firstTable());
  }
});
all.addEventListener('click', () => editor.postMessage({ kind: 'whole' }));
all.textContent = words.all;
pin.addEventListener('click', () => editor.postMessage({ kind: 'pin', pinned: pin.getAttribute('aria-pressed') !== 'true' }));
copy.addEventListener('click', () => {
  void putOnClipboard(firstTable());
});
pin.textContent = words.pin;
pin.title = words.pinning;
copy.textContent = words.copy;
copy.disabled = true;

/** Of the room that pictures and tables have; small changes are none. */
const GRAIN = 8;
const widthNow = (): number => Math.floor(content.clientWidth / GRAIN) * GRAIN;
let told = widthNow();
let settling: ReturnType<typeof setTimeout> | undefined;
new ResizeObserver(() => {
  clearTimeout(settling);
  settling = setTimeout(() => {
    if (widthNow() === told) return;
    told = widthNow();
    editor.postMessage({ kind: 'width', width: told });
  }, 80);
}).observe(content);
editor.postMessage({ kind: 'ready', width: told });
