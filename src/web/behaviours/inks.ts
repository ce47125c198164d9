/** Says while it is typed why an ink cannot be used; the server says the same when it is sent. */
import {
  contrastOnWhite,
  inkDistance,
  isUsableInk,
  leastContrast,
  leastDistance,
} from '../../formats/waarmerk/inks.ts';

const place = document.querySelector<HTMLElement>('[data-inks]');
const inputs = [...(place?.querySelectorAll('input') ?? [])];

function judge(at: number, inks: readonly string[]): string {
  const ink = inks[at] ?? '';
  if (!/^#[0-9a-f]{6}$/i.test(ink)) return '';
  if (!isUsableInk(ink))
    return (place?.dataset.light ?? '').replace('{by}', (leastContrast - contrastOnWhite(ink)).toFixed(2));
  const near = inks
    .slice(0, at)
    .find((other) => /^#[0-9a-f]{6}$/i.test(other) && inkDistance(ink, other) < leastDistance);
  if (!near) return '';
  return (place?.dataset.close ?? '')
    .replace('{other}', near)
    .replace('{distance}', inkDistance(ink, near).toFixed(1));
}

function judgeAll(): void {
  const inks = inputs.map(({ value }) => value.trim());
  for (const [at, input] of inputs.entries()) {
    const field = input.closest('.ink-field');
    const fault = judge(at, inks);
    const line = field?.querySelector<HTMLElement>('[data-ink-fault]');
    if (line && line.textContent !== fault) line.textContent = fault;
    if (line) line.hidden = fault === '';
    const isInk = /^#[0-9a-f]{6}$/i.test(inks[at] ?? '');
    field?.querySelector('rect')?.setAttribute('fill', isInk ? (inks[at] ?? 'none') : 'none');
  }
}

place?.addEventListener('input', judgeAll);
