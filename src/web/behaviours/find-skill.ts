/**
 * Skills are found while one types: the same page is asked for, and what was found is put in its place. Focus stays in
 * the field, and the number that was found is told. Without this module the button does the same by a new page.
 */
const search = document.querySelector<HTMLFormElement>('form[data-find]');
const PAUSE = 300;
let latest: AbortController | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;

async function show(form: HTMLFormElement): Promise<void> {
  latest?.abort();
  latest = new AbortController();
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') address.searchParams.set(name, value);
  const response = await fetch(address, { headers: { accept: 'text/html' }, signal: latest.signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const live of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const fresh = page.querySelector(`[data-live="${live.dataset.live}"]`);
    if (fresh) live.replaceChildren(...fresh.childNodes);
  }
  // What is added from here comes back to this search when it is refused.
  history.replaceState(null, '', address);
}

function find(form: HTMLFormElement): void {
  clearTimeout(waiting);
  show(form).catch((error: unknown) => {
    // An answer that was overtaken is nothing; any other failure is told by the page itself.
    if (!(error instanceof DOMException && error.name === 'AbortError')) form.submit();
  });
}

search?.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => find(search), PAUSE);
});
search?.addEventListener('submit', (event) => {
  event.preventDefault();
  find(search);
});

export {};
