import type { MissingElement } from '../../../features/designs/designs.schema.ts';
import { chooseText } from '../../lib/content-text.ts';
import { nameLanguage } from '../../lib/design-words.ts';
import type { TextKey, TextValues, Translate } from '../../lib/i18n.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { dossierAddressOf, qualityAddressOf } from '../quality/addresses.ts';
import type { Finding, Quality } from '../quality/find-quality.ts';
import { OneFinding } from '../quality/findings-list.tsx';
import { GuideLink } from '../quality/guide-link.tsx';
import { countOpen, sortFindings } from '../quality/say-finding.ts';
import { type Consideration, considerDraft } from './considerations.ts';
import { languagesOf } from './languages.ts';
import type { DesignerData } from './load-designer.ts';
import { sectionOf } from './sections.ts';

/** How many elements are asked of a designer; the award and the issuer bring the others. */
function countDemanded({ kind }: DesignerData['design']): number {
  return kind === 'microcredential' ? 9 : 8; // a proof of competence may leave its level open
}

/** Always in sight: what blocks, what to consider, and what Open Badges cannot say. */
export function Findings({ data }: { readonly data: DesignerData }) {
  const t = useT();
  const { design } = data;
  const { missing } = design;
  const considered = considerDraft(design.content);
  const judged = listJudged(data);
  const all = countDemanded(design);
  const met = all - new Set(missing.map(({ element }) => element)).size;
  return (
    <aside className="findings" aria-labelledby="findings">
      <h2 id="findings" className="h3">
        {t('studio.findings')}
      </h2>
      <p className="s text-ink2">{t('studio.findings.against')}</p>
      {data.quality && <AgainstPack quality={data.quality} />}
      <ul className="findings-counts">
        <li>
          {countBlocking(data) > 0 && (
            <StateMark state="failed">
              {t('studio.findings.blocking', { count: countBlocking(data) })}
            </StateMark>
          )}
        </li>
        <li>
          {countConsidered(data) > 0 && (
            <StateMark state="warning">
              {t('studio.findings.consider', { count: countConsidered(data) })}
            </StateMark>
          )}
        </li>
        <li>
          {met > 0 && <StateMark state="passed">{t('studio.findings.met', { count: met, all })}</StateMark>}
        </li>
      </ul>
      <ul className="findings-list">
        {missing.map((one) => (
          <MissingFinding key={`${one.pointer} ${one.problem}`} design={design} one={one} />
        ))}
        {judged.map((one) => (
          <li key={`${one.criterion} ${one.pointer} ${one.reason}`}>
            <OneFinding design={design} one={one} />
            {data.quality && <GuideLink quality={data.quality} criterion={one.criterion} />}
          </li>
        ))}
        {considered.map((one) => (
          <ConsiderFinding
            key={`${one.kind} ${Object.values(one.values).join()}`}
            design={design}
            one={one}
          />
        ))}
      </ul>
      {data.quality && <InDossier design={design} quality={data.quality} />}
      <Omissions design={design} />
    </aside>
  );
}

/** Narrow, where the findings stand below the form: how many, and the way there. */
export function FindingCounts({ data }: { readonly data: DesignerData }) {
  const t = useT();
  const counts = [
    ['failed', 'studio.findings.blocking', countBlocking(data)],
    ['warning', 'studio.findings.consider', countConsidered(data)],
  ] as const;
  if (counts.every(([, , count]) => count === 0)) return null;
  return (
    <p className="finding-counts">
      {counts.map(
        ([state, key, count]) =>
          count > 0 && (
            <StateMark key={state} state={state}>
              <a href="#findings">{t(key, { count })}</a>
            </StateMark>
          ),
      )}
    </p>
  );
}

function countBlocking(data: DesignerData): number {
  return data.design.missing.length + countOpen(listJudged(data));
}

function countConsidered(data: DesignerData): number {
  const judged = listJudged(data);
  return considerDraft(data.design.content).length + judged.length - countOpen(judged);
}

/** What the policy pack finds in the content, but for what is told as a missing element already. */
function listJudged({ design, quality }: DesignerData): readonly Finding[] {
  const told = new Set(design.missing.map(({ pointer }) => `/content${pointer}`));
  return sortFindings(
    (quality?.findings ?? []).filter(({ pointer }) => pointer.startsWith('/content') && !told.has(pointer)),
  );
}

/** By whose rules, and where all of it stands. */
function AgainstPack({ quality }: { readonly quality: Quality }) {
  const t = useT();
  const locale = useLocale();
  return (
    <p className="s text-ink2">
      {t('workbench.against', { pack: chooseText(quality.pack.name, locale).text })}
    </p>
  );
}

/** What is to be mended in the other half. */
function InDossier({
  design,
  quality,
}: {
  readonly design: DesignerData['design'];
  readonly quality: Quality;
}) {
  const t = useT();
  const count = quality.findings.filter(({ pointer }) => pointer.startsWith('/dossier')).length;
  return (
    <ul className="s findings-further">
      {count > 0 && (
        <li>
          <a href={dossierAddressOf(design.id)} className="text-link">
            {t('workbench.in-dossier', { count })}
          </a>
        </li>
      )}
      <li>
        <a href={`${qualityAddressOf(design.id)}#findings`} className="text-link">
          {t('workbench.findings.all')}
        </a>
      </li>
    </ul>
  );
}

type FindingProps<One> = { readonly design: DesignerData['design']; readonly one: One };

function MissingFinding({ design, one }: FindingProps<MissingElement>) {
  const t = useT();
  const locale = useLocale();
  const section = sectionOf(one);
  const number = Number(/\/(\d+)/.exec(one.pointer)?.[1] ?? -1) + 1;
  const language = nameLanguage(locale, design.content.defaultLanguage);
  return (
    <li>
      <StateMark state="failed">{sayMissing(t, one, { number, language })}</StateMark>
      <p className="s">{t(`studio.why.${one.problem}`, { language })}</p>
      <p className="s">
        <a href={`/studio/designs/${design.id}?section=${section}#${anchorOf(one, design)}`}>
          {t('studio.findings.go', { section: t(`studio.section.${section}`) })}
        </a>
      </p>
    </li>
  );
}

/** The field itself where there is one, else the row. */
function anchorOf({ pointer, problem }: MissingElement, { content }: DesignerData['design']): string {
  const [, list, at] = pointer.split('/');
  if (problem === 'not-proven') return `row-${content.outcomes[Number(at)]?.id ?? ''}`;
  const isText = /\/(title|description|text|statement)$/.test(pointer);
  const language = languagesOf(content)[0] ?? 'en';
  const name = `content${pointer.replaceAll('/', '.')}`;
  if (list === 'level') return 'content.level.eqf';
  return isText ? `${name}.${language}` : name;
}

const absent: Readonly<Record<string, TextKey>> = {
  title: 'studio.missing.title',
  description: 'studio.missing.description',
  'learning-outcomes': 'studio.missing.outcomes',
  assessment: 'studio.missing.assessments',
  workload: 'studio.missing.workload',
  level: 'studio.missing.level',
  participation: 'studio.missing.participation',
  'instruction-languages': 'studio.missing.languages',
  'quality-assurance': 'studio.missing.quality',
};

function sayMissing(t: Translate, { element, problem }: MissingElement, values: TextValues): string {
  if (problem === 'not-proven') return t('workbench.never-assessed', values);
  if (problem === 'weights') return t('studio.missing.weights');
  const isRow = Number(values.number) > 0;
  if (isRow && element === 'learning-outcomes') return t('studio.missing.outcome-text', values);
  if (isRow && element === 'assessment') return t('studio.missing.assessment-title', values);
  return t(absent[element] ?? 'studio.missing.other');
}

function ConsiderFinding({ design, one }: FindingProps<Consideration>) {
  const t = useT();
  const locale = useLocale();
  const values =
    one.kind === 'untranslated'
      ? { ...one.values, language: nameLanguage(locale, String(one.values.language)) }
      : one.values;
  return (
    <li>
      <StateMark state="warning">{t(`studio.consider.${one.kind}`, values)}</StateMark>
      <p className="s">{t(`studio.consider.${one.kind}.why`)}</p>
      <p className="s">
        <a href={`/studio/designs/${design.id}?section=${one.section}${one.anchor ? `#${one.anchor}` : ''}`}>
          {t('studio.findings.go', { section: t(`studio.section.${one.section}`) })}
        </a>
      </p>
    </li>
  );
}

const elements: Readonly<Record<string, TextKey>> = {
  outcomes: 'studio.element.outcomes',
  assessments: 'studio.element.assessments',
  provenBy: 'studio.element.provenBy',
  'workload.hours': 'studio.element.hours',
  'workload.other': 'studio.element.other',
  passRule: 'studio.element.passRule',
  prerequisites: 'studio.element.prerequisites',
  audience: 'studio.element.audience',
  instructionLanguages: 'studio.element.instructionLanguages',
  'qualityAssurance.statement': 'studio.element.quality',
  stackability: 'studio.element.stackability',
  partners: 'studio.element.partners',
  furtherInformation: 'studio.element.furtherInformation',
  languages: 'studio.element.languages',
  'workload.ects': 'studio.element.workload.ects',
  'holder.name': 'studio.element.holder.name',
  result: 'studio.element.result',
};

/** What only the documents of Open Badges 2.0 leave out. */
function isOfOlderAlone(
  omitted: readonly { readonly format: string; readonly element: string }[],
  element: string,
): boolean {
  return omitted.every((one) => one.element !== element || one.format.startsWith('ob2'));
}

function Omissions({ design: { omitted } }: { readonly design: DesignerData['design'] }) {
  const t = useT();
  if (omitted.length === 0) return null;
  const reasons = Object.groupBy(omitted, ({ reason }) => reason);
  return (
    <details className="findings-omitted">
      <summary>{t('studio.omitted')}</summary>
      <p className="s text-ink2">{t('studio.omitted.lead')}</p>
      {Object.entries(reasons).map(([reason, some = []]) => (
        <div key={reason} className="mt-3">
          <h3 className="s font-semibold">{t(`studio.omitted.${reason as 'text-only'}`)}</h3>
          <ul className="s findings-elements">
            {[...new Set(some.map(({ element }) => element))].map((element) => (
              <li key={element}>
                {elements[element] ? t(elements[element]) : element}
                {isOfOlderAlone(some, element) && ` (${t('studio.omitted.older')})`}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
