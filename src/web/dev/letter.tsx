import { readApi } from '../lib/api.ts';
import { formatInstant } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { FactList } from '../ui/facts.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/letter.ts';
import { letterSchema } from './letter.schema.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/dev/mail/${encodeURIComponent(params.id)}`;
  const { id, subject, from, to, receivedAt, text } = await readApi(context, path, letterSchema);
  return { id, subject, from, to, receivedAt, text };
}

/** The letter stands in a frame of its own: its words are a stranger's, and can touch nothing here. */
export default function Letter({ loaderData: letter }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Page title={letter.subject}>
      <meta name="robots" content="noindex" />
      <Breadcrumb crumbs={[{ name: t('account.mail.title'), href: '/dev/mail' }, { name: letter.subject }]} />
      <PageHead title={letter.subject} look="h1" lead={t('account.mail.notice')} />
      <Section label={t('account.mail.head')}>
        <FactList
          facts={[
            { label: t('account.mail.from'), value: letter.from },
            { label: t('account.mail.to'), value: letter.to.join(', ') },
            { label: t('account.mail.at'), value: formatInstant(locale, letter.receivedAt) },
          ]}
        />
      </Section>
      <Section label={t('account.mail.letter')}>
        <iframe
          className="letter"
          title={letter.subject}
          src={`/dev/mail/${letter.id}/letter.html`}
          sandbox="allow-popups allow-top-navigation-by-user-activation"
        />
      </Section>
      <Section label={t('account.mail.text')} note={t('account.mail.text.note')}>
        <pre className="letter-text">{withLinks(letter.text)}</pre>
      </Section>
    </Page>
  );
}

/** Addresses of this site as links, so that a letter can be answered from its plain text. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one letter never change places
      <a key={at} href={piece}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
