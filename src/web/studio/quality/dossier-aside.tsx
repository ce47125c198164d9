import { useT } from '../../lib/language.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { qualityAddressOf } from './addresses.ts';
import { type DossierSectionId, sectionOfPointer } from './dossier-sections.ts';
import { FindingNumbers, OneFinding } from './findings-list.tsx';
import { GuideLink } from './guide-link.tsx';
import type { QualityData } from './load-quality.ts';
import { sortFindings } from './say-finding.ts';

type AsideProps = { readonly data: QualityData; readonly section: DossierSectionId };

/** How one writes this section, and what is found in it. */
export function DossierAside({ data: { design, quality }, section }: AsideProps) {
  const t = useT();
  const own = quality.findings.filter(
    ({ pointer }) => pointer.startsWith('/dossier') && sectionOfPointer(pointer) === section,
  );
  return (
    <aside className="findings" aria-labelledby="findings">
      <h2 className="h3">{t('workbench.help')}</h2>
      <p className="s mt-2">{t(`workbench.section.${section}.help`)}</p>
      <h2 id="findings" className="h3 mt-8">
        {t('studio.findings')}
      </h2>
      <FindingNumbers findings={quality.findings} />
      <p className="s">
        <a href={`${qualityAddressOf(design.id)}#findings`} className="text-link">
          {t('workbench.findings.all')}
        </a>
      </p>
      {own.length === 0 ? (
        section !== 'files' && <StateMark state="passed">{t('workbench.findings.none-here')}</StateMark>
      ) : (
        <ul className="findings-list mt-4">
          {sortFindings(own).map((one) => (
            <li key={`${one.criterion} ${one.pointer} ${one.reason}`}>
              <OneFinding design={design} one={one} />
              <GuideLink quality={quality} criterion={one.criterion} />
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
