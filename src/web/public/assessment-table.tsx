import type { Assessment, DesignContent } from '../../formats/facts.ts';
import { nameConcept } from '../lib/design-words.ts';
import { formatNumber } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';
import { type Column, Table } from '../ui/table.tsx';

/** How it is tested; a column that no assessment fills is left out. */
export function AssessmentTable({ content }: { readonly content: DesignContent }) {
  const t = useT();
  const locale = useLocale();
  const { assessments } = content;
  const name: Column<Assessment> = {
    key: 'name',
    head: t('assessment.name'),
    cell: (one) => (
      <>
        <b>
          <Content text={one.title} />
        </b>
        <span className="s block text-ink2">
          {one.description ? (
            <Content text={one.description} quiet />
          ) : (
            nameConcept(locale, 'assessment', one.type)
          )}
        </span>
      </>
    ),
  };
  const others: readonly (Column<Assessment> & { readonly used: boolean })[] = [
    {
      key: 'weight',
      head: t('assessment.weight'),
      number: true,
      used: assessments.some(({ weight }) => weight !== undefined),
      cell: ({ weight }) => (weight === undefined ? '–' : `${formatNumber(locale, weight)}%`),
    },
    {
      key: 'supervision',
      head: t('assessment.supervision'),
      used: assessments.some(({ supervision }) => supervision !== undefined),
      cell: ({ supervision }) => (supervision ? nameConcept(locale, 'supervision', supervision) : '–'),
    },
    {
      key: 'identity',
      head: t('assessment.identity'),
      used: assessments.some(({ identityCheck }) => identityCheck !== undefined),
      cell: ({ identityCheck }) => (identityCheck ? <Content text={identityCheck} quiet /> : '–'),
    },
    {
      key: 'grading',
      head: t('assessment.grading'),
      used: assessments.some(({ grading }) => grading !== undefined),
      cell: ({ grading }) => (grading ? <Content text={grading} quiet /> : '–'),
    },
  ];
  return (
    <>
      <Table
        caption={t('design.assessment')}
        columns={[name, ...others.filter(({ used }) => used)]}
        rows={assessments}
        rowKey={({ id }) => id}
      />
      {content.passRule && (
        <p className="s mt-3 text-ink2">
          <Content text={content.passRule} />
        </p>
      )}
    </>
  );
}
