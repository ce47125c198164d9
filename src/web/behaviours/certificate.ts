/** Opened by the code of a printed certificate: what it says is checked at once. */

const form = document.querySelector<HTMLFormElement>('form[data-certificate]');
const field = form?.querySelector<HTMLInputElement>('input[name="url"]');

if (form && field && /^#[\w-]+\.[\w-]+\.[\w-]+$/.test(location.hash)) {
  field.value = location.href;
  // Going back leads to the page and not here again; and no history keeps the name of a holder.
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  form.submit();
}

export {};
