/** While the matrix is filled in, dots and totals follow. The server counts again when it is saved. */
const matrix = document.querySelector<HTMLTableElement>('[data-matrix]');

type Cell = {
  readonly outcome: string;
  readonly assessment: string;
  readonly coverage: string;
  readonly weight: number;
};

function readCells(table: HTMLTableElement): readonly Cell[] {
  return [...table.querySelectorAll<HTMLElement>('[data-cell]')].map((cell) => {
    const [outcome = '', assessment = ''] = (cell.dataset.cell ?? '').split(' ');
    const coverage = cell.querySelector('select')?.value ?? '';
    const weight = Number(
      (cell.querySelector<HTMLInputElement>('input[type="text"]')?.value ?? '').replace(',', '.'),
    );
    cell.querySelector<SVGElement>('.dot')?.setAttribute('data-coverage', coverage);
    return { outcome, assessment, coverage, weight: coverage && Number.isFinite(weight) ? weight : 0 };
  });
}

function say(place: Element | null, words: string): void {
  if (place && place.textContent !== words) place.textContent = words;
}

function showTotals(table: HTMLTableElement): void {
  const cells = readCells(table);
  const sum = (some: readonly Cell[]) =>
    `${Math.round(some.reduce((total, { weight }) => total + weight, 0) * 100) / 100}%`;
  for (const place of table.querySelectorAll<HTMLElement>('[data-row-total]')) {
    const row = cells.filter(({ outcome }) => outcome === place.dataset.rowTotal);
    const isProven = row.some(({ coverage }) => coverage !== '');
    place.closest('tr')?.toggleAttribute('data-proven', isProven);
    // A row that was never assessed keeps its words until it is saved; one that now is shows its weight.
    if (isProven) say(place, sum(row));
  }
  for (const place of table.querySelectorAll<HTMLElement>('[data-covered]')) {
    const proven = cells.filter(
      ({ assessment, coverage }) => assessment === place.dataset.covered && coverage !== '',
    );
    say(place, (place.textContent ?? '').replace(/^\d+/, String(proven.length)));
  }
  say(table.querySelector('[data-total]'), sum(cells));
}

matrix?.addEventListener('input', () => showTotals(matrix));

export {};
