/** While a dossier is written: a verb fills its fields, sentences and sums follow. The server does the same when it is saved. */

type Field = HTMLInputElement | HTMLTextAreaElement;

function partOf(outcome: string, part: string, language: string): Field | null {
  return document.querySelector<Field>(`[name="dossier.outcomes.${outcome}.${part}.${language}"]`);
}

function showSentence(place: HTMLElement): void {
  const [outcome = '', language = ''] = (place.dataset.sentence ?? '').split(' ');
  const [verb = '', object = '', context = ''] = ['verb', 'object', 'context'].map(
    (part) => partOf(outcome, part, language)?.value.trim().replace(/\s+/g, ' ').replace(/\.$/, '') ?? '',
  );
  const order = place.dataset.order === 'last' ? [object, context, verb] : [verb, object, context];
  const sentence = order.filter(Boolean).join(' ');
  place.textContent =
    verb && object ? `${sentence.charAt(0).toLocaleUpperCase(language)}${sentence.slice(1)}.` : '…';
}

function showSentences(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-sentence]')) showSentence(place);
}

function fillVerb(picker: HTMLSelectElement): void {
  const [option] = picker.selectedOptions;
  const outcome = picker.dataset.pick ?? '';
  if (!option?.value) return;
  for (const language of ['en', 'nl']) {
    const field = partOf(outcome, 'verb', language);
    if (field) field.value = option.getAttribute(`data-${language}`) ?? field.value;
  }
  const level = document.querySelector<HTMLSelectElement>(
    `select[name="dossier.outcomes.${outcome}.cognitive"]`,
  );
  if (level) level.value = option.value.split(':')[0] ?? '';
  showSentences();
}

const format = new Intl.NumberFormat(document.documentElement.lang === 'nl' ? 'nl-NL' : 'en-GB');

function sumHours(rows: readonly HTMLInputElement[]): number {
  const sum = rows.reduce((total, { value }) => total + (Number(value.replace(',', '.')) || 0), 0);
  return Math.round(sum * 100) / 100;
}

/** The words stand in the page, in the reader's language; here only the number is put into them. */
function showWorkload(table: HTMLTableElement): void {
  const sums = document.querySelector<HTMLElement>('.workload-sums');
  const hours = sumHours([...table.querySelectorAll<HTMLInputElement>('[data-hours]')]);
  const place = sums?.querySelector('[data-sum]');
  if (place) place.textContent = format.format(hours);
  const difference = sums?.querySelector<HTMLElement>('[data-difference]');
  const words = difference?.querySelector('.state > span');
  if (!difference || !words || !sums?.dataset.stated) return;
  const over = Math.round((hours - Number(sums.dataset.stated)) * 100) / 100;
  const said =
    over === 0 ? difference.dataset.fits : over < 0 ? difference.dataset.short : difference.dataset.over;
  words.textContent = (said ?? '').replace('#', format.format(Math.abs(over)));
  difference.toggleAttribute('data-live', true);
}

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const table = target.closest<HTMLTableElement>('[data-workload]');
  if (table) showWorkload(table);
  if (target.getAttribute('name')?.startsWith('dossier.outcomes.')) showSentences();
});

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.dataset.pick !== undefined) fillVerb(target);
});

export {};
