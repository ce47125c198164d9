import { data } from 'react-router';
import { reviewSchema } from '../../../features/quality/evidence.schema.ts';
import { findApi } from '../../lib/api.ts';
import { chooseText } from '../../lib/content-text.ts';
import { formatDay, formatInstant } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { readDesign } from '../designer/load-designer.ts';
import { OutlineFrame } from '../designer/outline.tsx';
import type { Route } from './+types/review.ts';
import { qualityAddressOf } from './addresses.ts';
import { DesignTabs } from './design-tabs.tsx';
import { Part } from './part.tsx';
import { Awards, Changes, Complaints, Conditions, Heard, Replies, Staff, Why } from './review-parts.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const design = await readDesign(context, params.id);
  const path = `/api/v1/designs/${encodeURIComponent(params.id)}/quality/review`;
  const review = await findApi(context, path, reviewSchema);
  if (!review) throw data(null, { status: 404 });
  return { design, review };
}

/** What a review rests on, as it stood when the review began. */
export default function Review({ loaderData: { design, review } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { evidence, digest, madeAt } = review;
  return (
    <div className="workbench">
      <title>{`${t('review.title')}: ${chooseText(evidence.design.title, locale).text} – Waarmerk`}</title>
      <OutlineFrame
        design={design}
        label={t('workbench.quality.parts')}
        items={PARTS.map(({ id, title }) => ({ href: `#${id}`, name: t(title), count: 0, current: false }))}
      />
      <div className="workbench-main">
        <DesignTabs design={design.id} current="quality" open={0} />
        <h1 className="h1">{t('review.title')}</h1>
        <p className="lead workbench-lead">
          {t('review.lead', {
            number: evidence.design.version,
            from: formatDay(locale, evidence.period.from),
            until: formatDay(locale, evidence.period.until),
          })}
        </p>
        <div className="button-row">
          <ButtonLink href={`/api/v1/designs/${design.id}/quality/review.pdf?lang=${locale}`}>
            {t('review.paper')}
          </ButtonLink>
          <ButtonLink href={qualityAddressOf(design.id)}>{t('review.back')}</ButtonLink>
        </div>
        {PARTS.map(({ id, title, Body }) => (
          <Part key={id} id={id} title={t(title)}>
            <Body evidence={evidence} />
          </Part>
        ))}
        <Part id="digest" title={t('review.digest')}>
          <p className="mono measure break-words">{digest}</p>
          <p className="s mt-2 text-ink2">{t('review.digest.note', { at: formatInstant(locale, madeAt) })}</p>
        </Part>
      </div>
    </div>
  );
}

/** In the order in which a committee asks. */
const PARTS = [
  { id: 'why', title: 'review.why', Body: Why },
  { id: 'awards', title: 'review.awards', Body: Awards },
  { id: 'feedback', title: 'feedback.public', Body: Heard },
  { id: 'complaints', title: 'feedback.studio.complaints', Body: Complaints },
  { id: 'replies', title: 'feedback.we-did', Body: Replies },
  { id: 'changes', title: 'review.changes', Body: Changes },
  { id: 'conditions', title: 'review.conditions', Body: Conditions },
  { id: 'staff', title: 'review.staff', Body: Staff },
] as const;
