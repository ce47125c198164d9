import { nameLanguages } from '../../lib/design-words.ts';
import { formatInstant } from '../../lib/formatting.ts';
import type { Translate } from '../../lib/i18n.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { StatusBar } from '../../ui/status-bar.tsx';
import { Table } from '../../ui/table.tsx';
import { qualityAddressOf } from '../quality/addresses.ts';
import type { Quality } from '../quality/find-quality.ts';
import { sayState } from '../quality/where-it-stands.tsx';
import { addressOf } from './addresses.ts';
import type { DesignerData } from './load-designer.ts';
import { sectionOf } from './sections.ts';

export function PublishSection({ data }: { readonly data: DesignerData }) {
  const t = useT();
  const { design, justPublished } = data;
  return (
    <div className="workbench-form">
      {justPublished > 0 && justPublished === design.latestVersion && (
        <StatusBar
          state="passed"
          title={t('studio.published', { number: justPublished })}
          note={t('studio.published.note')}
          action={<ButtonLink href={`/designs/${design.id}`}>{t('studio.published.page')}</ButtonLink>}
          announce="polite"
        />
      )}
      {design.retired ? (
        <StatusBar state="warning" title={t('studio.retired')} note={t('studio.retired.note')} />
      ) : (
        <PublishForm data={data} />
      )}
      <Versions design={design} />
      {design.latestVersion > 0 && data.mayPublish && <Retire />}
    </div>
  );
}

function PublishForm({ data }: { readonly data: DesignerData }) {
  const t = useT();
  const { design, quality } = data;
  const [first] = design.missing;
  const number = design.latestVersion + 1;
  return (
    <form method="post" className="publish">
      <input type="hidden" name="revision" value={design.revision} />
      <p className="measure">{t('studio.publish.means', { number })}</p>
      {quality && <Approval id={design.id} quality={quality} />}
      <div className="button-row">
        <Button variant="primary" name="act" value="publish" unavailable={sayReasonAgainst(t, data)}>
          {t('studio.publish', { number })}
        </Button>
      </div>
      {first && (
        <p className="s">
          <StateMark state="failed">
            <a href={addressOf(design.id, sectionOf(first))}>
              {t('studio.publish.first', { section: t(`studio.section.${sectionOf(first)}`) })}
            </a>
          </StateMark>
        </p>
      )}
    </form>
  );
}

/** Whether exactly this was approved; if not, where it stands and the way there. */
function Approval({ id, quality }: { readonly id: string; readonly quality: Quality }) {
  const t = useT();
  const isReady = isApproved(quality.state) && !quality.changedSince;
  return (
    <p>
      <StateMark state={isReady ? 'passed' : 'not-checked'}>{sayApproval(t, quality)}</StateMark>{' '}
      <a href={qualityAddressOf(id)} className="m">
        {t('workbench.publish.to')}
      </a>
    </p>
  );
}

function sayApproval(t: Translate, { state, changedSince }: Quality): string {
  if (!isApproved(state))
    return t('workbench.publish.stands', { state: sayState(t, state).toLocaleLowerCase() });
  return t(changedSince ? 'workbench.publish.changed' : 'workbench.publish.approved');
}

function sayReasonAgainst(t: Translate, { design, quality, mayPublish }: DesignerData): string | undefined {
  if (!mayPublish) return t('studio.publish.not-yours');
  if (design.missing.length > 0) return t('studio.publish.missing', { count: design.missing.length });
  if (!design.changedSinceVersion) return t('studio.publish.same', { number: design.latestVersion });
  if (!quality) return undefined;
  if (!isApproved(quality.state)) return t('workbench.publish.unapproved');
  return quality.changedSince ? t('workbench.publish.as-approved') : undefined;
}

function isApproved(state: string): boolean {
  return state === 'approved' || state === 'approved-conditional';
}

function Versions({ design }: { readonly design: DesignerData['design'] }) {
  const t = useT();
  const locale = useLocale();
  if (design.versions.length === 0) return null;
  return (
    <section>
      <h2 className="h3 mb-2">{t('studio.versions')}</h2>
      <Table
        caption={t('studio.versions')}
        rows={design.versions}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'number',
            head: t('studio.version'),
            cell: ({ number, url }) => (
              <a href={new URL(url).pathname}>{t('studio.version.number', { number })}</a>
            ),
          },
          {
            key: 'at',
            head: t('studio.version.published'),
            cell: ({ publishedAt }) => formatInstant(locale, publishedAt),
          },
          {
            key: 'languages',
            head: t('studio.version.languages'),
            cell: ({ languages }) => nameLanguages(locale, languages),
          },
          {
            key: 'hash',
            head: t('studio.version.hash'),
            cell: ({ contentHash }) => <span className="mono">{contentHash.slice(0, 16)}…</span>,
          },
        ]}
      />
    </section>
  );
}

/** Asked in place, so that it works without scripts; nothing is retired by one press. */
function Retire() {
  const t = useT();
  return (
    <details className="retire">
      <summary>{t('studio.retire.open')}</summary>
      <form method="post">
        <p className="measure">{t('studio.retire.means')}</p>
        <Button variant="destructive" name="act" value="retire">
          {t('studio.retire')}
        </Button>
      </form>
    </details>
  );
}
