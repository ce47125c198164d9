import type { ReactNode } from 'react';
import type { FlashMessage } from '../lib/flash-message.ts';
import { useT } from '../lib/language.tsx';
import { isStaff, type Session } from '../lib/session.ts';
import { Footer } from './footer.tsx';
import { Header, type Place } from './header.tsx';
import { Message } from './message.tsx';
import { ViewingBanner } from './viewing-banner.tsx';

export type FrameFacts = {
  readonly demo: boolean;
  readonly session: Session;
  readonly message?: FlashMessage | undefined;
};

/** DESIGN 8, common frame: demo strip, header, content, footer; the skip link first. */
export function Frame({
  demo,
  session,
  message,
  path,
  search,
  children,
}: FrameFacts & Omit<Place, 'staff'> & { readonly children: ReactNode }) {
  const t = useT();
  const place = { path, search, staff: isStaff(session) && /^\/(studio|operator)(\/|$)/.test(path) };
  return (
    <>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      {demo && (
        <aside className="strip" aria-label={t('frame.demo.label')}>
          <div className="content">{t('frame.demo')}</div>
        </aside>
      )}
      <ViewingBanner session={session} />
      <Header place={place} session={session} />
      <main id="content" tabIndex={-1}>
        {message && (
          <div className="content message-place">
            <Message>{t(message.key, message.values)}</Message>
          </div>
        )}
        {children}
      </main>
      <Footer place={place} />
    </>
  );
}
