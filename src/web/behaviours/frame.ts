/** Small comforts of every page. Nothing here is needed to read a page or to send a form. */

function closeMenus(except?: Element): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (menu !== except) menu.open = false;
  }
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  closeMenus(target?.closest('details.menu') ?? undefined);
});

document.addEventListener('keydown', (event) => {
  const open = document.querySelector<HTMLDetailsElement>('details.menu[open]');
  if (event.key !== 'Escape' || !open) return;
  open.open = false;
  open.querySelector('summary')?.focus();
});

/** A refused form: its summary is where the reader must start. */
document.querySelector<HTMLElement>('[data-focus-first]')?.focus();

/** `<button data-copy="text">`: copies, and says so in the place of its own words. */
document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
  if (!button?.dataset.copy) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const words = button.textContent;
  button.textContent = document.body.dataset.copied ?? words;
  setTimeout(() => {
    button.textContent = words;
  }, 2000);
});

/** A hand that presses twice sends once; after that long nobody's second press is an accident. */
const TWICE_MS = 2_000;
const sent = new WeakMap<HTMLFormElement, number>();

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
  const last = sent.get(form);
  if (last !== undefined && event.timeStamp - last < TWICE_MS) event.preventDefault();
  else sent.set(form, event.timeStamp);
});

/** After 400 ms a button that sends says that it is at work (DESIGN 9). */
document.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (!(button instanceof HTMLButtonElement) || event.defaultPrevented) return;
  const words = button.textContent;
  const timer = setTimeout(() => {
    button.textContent = document.body.dataset.working ?? words;
  }, 400);
  addEventListener('pagehide', () => {
    clearTimeout(timer);
    button.textContent = words;
  });
});

export {};
