/**
 * The catalogue answers while one chooses: the same page is asked for and its live parts are put in place. Without
 * this module the buttons of the form do the same by a new page. The place of focus stays, so that a change of a
 * check box is no change of context (WCAG 3.2.2).
 */
const form = document.querySelector<HTMLFormElement>('form[data-catalogue]');
let latest: AbortController | undefined;

function addressOf(source: HTMLFormElement): URL {
  const address = new URL(source.action);
  for (const [name, value] of new FormData(source)) {
    if (typeof value === 'string' && value !== '' && !(name === 'sort' && value === 'newest'))
      address.searchParams.append(name, value);
  }
  return address;
}

async function show(address: URL): Promise<void> {
  latest?.abort();
  latest = new AbortController();
  const response = await fetch(address, { headers: { accept: 'text/html' }, signal: latest.signal });
  if (!response.ok) throw new Error(`The catalogue answered ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const focused = document.activeElement?.id;
  const opened = [...document.querySelectorAll<HTMLElement>('.facet-more')].map((more) =>
    more.hasAttribute('open'),
  );
  for (const live of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const fresh = page.querySelector(`[data-live="${live.dataset.live}"]`);
    if (fresh) live.replaceChildren(...fresh.childNodes);
  }
  const button = document.querySelector('[data-apply]');
  if (button) button.textContent = page.querySelector('[data-apply]')?.textContent ?? button.textContent;
  [...document.querySelectorAll<HTMLElement>('.facet-more')].forEach((more, index) => {
    more.toggleAttribute('open', opened[index] ?? false);
  });
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  history.replaceState(null, '', address);
}

form?.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.type === 'search') return;
  const address = addressOf(form);
  show(address).catch((error: unknown) => {
    // An answer that was overtaken is nothing; any other failure is told by the page itself.
    if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(address);
  });
});

export {};
