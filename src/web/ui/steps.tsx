import { useT } from '../lib/language.tsx';

/** Where one is in a task of several pages; `current` counts from 1. */
export function Steps({ names, current }: { readonly names: readonly string[]; readonly current: number }) {
  const t = useT();
  return (
    <>
      <ol className="steps">
        {names.map((name, index) => (
          <li
            key={name}
            data-done={index + 1 < current || undefined}
            aria-current={index + 1 === current ? 'step' : undefined}
          >
            <span className="step-number">
              {index + 1}
              {index + 1 < current && (
                <>
                  <span aria-hidden="true"> ✓</span>
                  <span className="sr-only"> ({t('frame.step-done')})</span>
                </>
              )}
            </span>
            {name}
          </li>
        ))}
      </ol>
      <p className="steps-short">
        {t('frame.step-of', { step: current, count: names.length, name: names[current - 1] ?? '' })}
      </p>
    </>
  );
}
