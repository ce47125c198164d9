import { useT } from '../../../lib/language.tsx';
import { Content } from '../../../ui/content-text.tsx';
import { FieldError } from '../../../ui/field.tsx';
import type { PackFieldsProps } from './pack-fields.ts';

const SEVERITIES = ['must', 'should', 'advice'] as const;

/** What comes from the rules that it builds on, each with how heavily it weighs here. */
export function InheritedFields({ pack, shelf, faults }: PackFieldsProps) {
  const t = useT();
  const { inherited } = shelf;
  const lost = Object.keys(pack.severities).filter((id) => !inherited.some((one) => one.id === id));
  if (inherited.length === 0) return <p className="text-ink2">{t('rules.compose.inherited.none')}</p>;
  const replaced = new Set(pack.criteria.map(({ id }) => id));
  return (
    <details open={Object.keys(faults).some((name) => name.startsWith('severities.')) || undefined}>
      <summary>{t('rules.compose.inherited.count', { count: inherited.length })}</summary>
      {lost.map((id) => (
        <FieldError key={id} id={`severities.${id}`}>
          {id}: {faults[`severities.${id}`] ?? t('rules.fault.is-not-inherited')}
        </FieldError>
      ))}
      <ul className="rows mt-3">
        {inherited.map(({ id, text, severity }) => (
          <li key={id} className="inherited-row">
            <span className="measure">
              <span className="criterion-id">{id}</span> <Content text={text} quiet />
              {replaced.has(id) && (
                <span className="s text-ink2"> ({t('rules.compose.inherited.replaced')})</span>
              )}
            </span>
            <select
              name={`severities.${id}`}
              className="control"
              aria-label={t('rules.compose.inherited.weight', { id })}
              defaultValue={pack.severities[id] ?? ''}
            >
              <option value="">
                {t('rules.compose.inherited.as', {
                  weight: t(`workbench.severity.${severity}`).toLocaleLowerCase(),
                })}
              </option>
              {SEVERITIES.map((one) => (
                <option key={one} value={one}>
                  {t(`workbench.severity.${one}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </details>
  );
}
