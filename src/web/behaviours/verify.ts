/** A file that is chosen, dropped or pasted is checked at once. Without this module the button does it. */
const form = document.querySelector<HTMLFormElement>('form[data-verify]');
const zone = document.querySelector<HTMLElement>('[data-drop-zone]');
const chooser = form?.querySelector<HTMLInputElement>('input[type="file"]');

function check(files: FileList | undefined): void {
  if (!form || !chooser || !files || files.length === 0) return;
  if (chooser.files !== files) chooser.files = files;
  form.requestSubmit();
}

chooser?.addEventListener('change', () => check(chooser.files ?? undefined));

zone?.addEventListener('dragover', (event) => {
  event.preventDefault();
  zone.toggleAttribute('data-over', true);
});

zone?.addEventListener('dragleave', () => zone.toggleAttribute('data-over', false));

zone?.addEventListener('drop', (event) => {
  event.preventDefault();
  zone.toggleAttribute('data-over', false);
  check(event.dataTransfer?.files);
});

document.addEventListener('paste', (event) => {
  // What is pasted into a field belongs to the field.
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  check(event.clipboardData?.files);
});

export {};
