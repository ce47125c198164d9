import { useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { findPlace } from './find-place.ts';
import type { Finding, Quality } from './find-quality.ts';
import { GuideLink } from './guide-link.tsx';
import type { QualityData } from './load-quality.ts';
import { sayMend, sayPlace, sayReason, sortFindings } from './say-finding.ts';

export const MARKS = { must: 'failed', should: 'warning', advice: 'warning' } as const;

type FindingsProps = {
  readonly design: QualityData['design'];
  readonly quality: Pick<Quality, 'guide' | 'pack'>;
  readonly findings: readonly Finding[];
};

/** Grouped by criterion, in the order of severity: what is wrong, how to mend it, where. */
export function FindingsByCriterion({ design, quality, findings }: FindingsProps) {
  const t = useT();
  const groups = Map.groupBy(sortFindings(findings), ({ criterion }) => criterion);
  if (groups.size === 0) return <StateMark state="passed">{t('workbench.findings.none')}</StateMark>;
  return (
    <ul className="criterion-groups">
      {[...groups].map(([id, some]) => (
        <li key={id} data-severity={some[0]?.severity}>
          <h3 className="criterion-head">
            <span className="criterion-id">{id}</span>{' '}
            <Content text={quality.pack.criteria.find((one) => one.id === id)?.text ?? { en: id }} quiet />
          </h3>
          <GuideLink quality={quality} criterion={id} />
          <ul className="findings-plain">
            {some.map((one) => (
              <li key={`${one.pointer} ${one.reason}`}>
                <OneFinding design={design} one={one} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

export function OneFinding({
  design,
  one,
}: {
  readonly design: QualityData['design'];
  readonly one: Finding;
}) {
  const t = useT();
  const place = findPlace(design, one.pointer);
  const mend = sayMend(t, one);
  return (
    <>
      <StateMark state={MARKS[one.severity]}>
        <span className="sr-only">{t(`workbench.severity.${one.severity}`)}: </span>
        {sayReason(t, one)}
      </StateMark>
      {mend && <p className="s">{mend}</p>}
      <p className="s">
        <a href={place.href} className="text-link">
          {t('workbench.findings.go', { place: sayPlace(t, place) })}
        </a>
      </p>
    </>
  );
}

/** "3 that must be mended, 2 that should be" */
export function FindingNumbers({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useT();
  const counts = (['must', 'should', 'advice'] as const).map(
    (severity) => [severity, findings.filter((one) => one.severity === severity).length] as const,
  );
  if (findings.length === 0) return null;
  return (
    <p className="finding-numbers">
      {counts.map(
        ([severity, count]) =>
          count > 0 && (
            <StateMark key={severity} state={MARKS[severity]}>
              {t(`workbench.count.${severity}`, { count })}
            </StateMark>
          ),
      )}
    </p>
  );
}
