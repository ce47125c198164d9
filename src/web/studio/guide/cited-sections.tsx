import type { OwnGuide } from '../../../features/quality/guide.schema.ts';
import { useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/state-mark.tsx';

type Props = Pick<OwnGuide, 'cited'> & { readonly sections: readonly { readonly code: string }[] };

/** Sections to which criteria send a maker: those that are not there first. In the form, each of these can be begun. */
export function CitedSections({ cited, sections, mayBegin }: Props & { readonly mayBegin?: boolean }) {
  const t = useT();
  const codes = new Set(sections.map(({ code }) => code));
  const missing = cited.filter(({ code }) => !codes.has(code));
  if (missing.length === 0) return <StateMark state="passed">{t('guide.cited.all')}</StateMark>;
  return (
    <>
      <StateMark state="warning">{t('guide.cited.missing', { count: missing.length })}</StateMark>
      <ul className="rows mt-3">
        {missing.map(({ code, criteria }) => (
          <li key={code} className="waiting-row">
            <span>
              <span className="mono">{code}</span>{' '}
              <span className="text-ink2">{t('guide.cited.by', { criteria: criteria.join(', ') })}</span>
            </span>
            {mayBegin && (
              <Button variant="tertiary" dense name="act" value={`cite:${code}`}>
                {t('guide.cited.begin')}
                <span className="sr-only">: {code}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
