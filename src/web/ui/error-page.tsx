import { isRouteErrorResponse, useLocation } from 'react-router';
import type { TextKey } from '../lib/i18n.ts';
import { useT } from '../lib/language.tsx';
import { type Problem, parseProblem } from '../lib/problem.ts';
import { sayProblem } from '../lib/refusal-words.ts';
import { ButtonLink } from './button.tsx';
import { NotFound } from './not-found.tsx';
import { Page, PageHead } from './page.tsx';
import { Section } from './section.tsx';

type Words = { readonly title: TextKey; readonly lead: TextKey };

/** What went wrong, in words; never a stack, a query or a number without a sentence. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const t = useT();
  const { pathname, search } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404) return <NotFound />;
  const words = wordsFor(status);
  const problem = status < 500 && isRouteErrorResponse(error) ? readProblem(error.data, status) : undefined;
  const said = problem && sayProblem(t, problem);
  const reason = said && (said.detail ?? said.title);
  return (
    <Page title={t(words.title)}>
      <PageHead title={t(words.title)} lead={t(words.lead)} />
      {status === 401 && (
        <div className="mt-6">
          <ButtonLink
            variant="primary"
            href={`/sign-in?${new URLSearchParams({ returnTo: pathname + search })}`}
          >
            {t('frame.sign-in')}
          </ButtonLink>
        </div>
      )}
      {reason && <Section label={t('error.reason')}>{reason}</Section>}
    </Page>
  );
}

function wordsFor(status: number): Words {
  if (status === 401) return { title: 'error.sign-in.title', lead: 'error.sign-in.lead' };
  if (status === 403) return { title: 'error.forbidden.title', lead: 'error.forbidden.lead' };
  if (status === 429 || status === 503) return { title: 'error.busy.title', lead: 'error.busy.lead' };
  if (status < 500) return { title: 'error.refused.title', lead: 'error.refused.lead' };
  return { title: 'error.fault.title', lead: 'error.fault.lead' };
}

function readProblem(data: unknown, status: number): Problem {
  return parseProblem(typeof data === 'string' ? data : JSON.stringify(data ?? {}), status);
}
