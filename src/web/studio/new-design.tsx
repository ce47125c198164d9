import { data, redirect } from 'react-router';
import { z } from 'zod';
import { catalogueSchema } from '../../features/catalogue/catalogue.schema.ts';
import { designListItemSchema } from '../../features/designs/designs.schema.ts';
import { ownInstitutionSchema } from '../../features/institutions/institutions.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { nameLanguage } from '../lib/design-words.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import type { Locale } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ChoiceGroup, Radio } from '../ui/choices.tsx';
import { Content } from '../ui/content-text.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/new-design.ts';
import { fillFrom, readSource } from './start-from.ts';
import { StartFromSection } from './start-from-section.tsx';

export const handle: PageHandle = { scripts: false };

const kinds = ['microcredential', 'proof-of-competence', 'edubadge'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { name, units, defaultLanguage } = await readApi(
    context,
    '/api/v1/institution',
    ownInstitutionSchema,
  );
  const locale = context.get(appContext).locale ?? 'en';
  const { searchParams } = new URL(request.url);
  const from = searchParams.get('from') ?? '';
  const source = await readSource(context, from);
  return {
    name,
    units: units.filter(({ issuing }) => issuing),
    language: source?.content.defaultLanguage ?? context.get(appContext).locale ?? defaultLanguage,
    source: source && { from, title: source.content.title, kind: source.content.kind },
    ...(source ? { own: [] } : await listOwn(context, locale)),
    ...(await searchCatalogue(context, searchParams.get('q') ?? '', locale)),
  };
}

type Context = Route.LoaderArgs['context'];

async function listOwn(context: Context, locale: Locale) {
  const { designs } = await readApi(
    context,
    '/api/v1/designs',
    z.object({ designs: z.array(designListItemSchema) }),
  );
  return { own: designs.map(({ id, title }) => ({ id, title, name: chooseText(title, locale).text })) };
}

/** As many as one looks at; whoever wants more searches more exactly. */
const FOUND = 8;

async function searchCatalogue(context: Context, query: string, locale: Locale) {
  if (query.trim() === '') return { query: '', found: [] };
  const path = addQuery('/api/v1/catalogue', '', { q: query.slice(0, 200), lang: locale });
  const { items } = await readApi(context, path, catalogueSchema);
  return {
    query,
    found: items.slice(0, FOUND).map(({ id, title, institution }) => ({
      ...{ id, title },
      name: chooseText(institution.name, locale).text,
    })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const typed = {
    kind: text('kind'),
    unit: text('unit'),
    title: text('title'),
    defaultLanguage: text('defaultLanguage'),
  };
  if (typed.title === '') return data({ problem: undefined, typed, untitled: true }, { status: 400 });
  const source = await readSource(context, text('from'));
  const sent = await sendApi(context, '/api/v1/designs', {
    body: {
      kind: typed.kind,
      defaultLanguage: typed.defaultLanguage,
      title: { [typed.defaultLanguage]: typed.title },
      ...(typed.unit ? { unit: typed.unit } : {}),
    },
  });
  if (!sent.ok)
    return data({ problem: sent.problem, typed, untitled: false }, { status: sent.problem.status });
  const { id } = sent.body as { id: string }; // the API's 201 names it
  const kind = kinds.find((one) => one === typed.kind) ?? 'microcredential';
  const refused = source && (await fillFrom(context, id, source, { ...typed, kind }));
  const there = `/studio/designs/${id}?section=summary`;
  return refused ? redirectWithMessage(context, there, { key: 'workbench.start.partly' }) : redirect(there);
}

export default function NewDesign({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const typed = actionData?.typed;
  const faults = faultsByField(actionData?.problem);
  return (
    <Page title={t('studio.new.title')}>
      <Breadcrumb
        crumbs={[{ name: t('nav.designs'), href: '/studio/designs' }, { name: t('studio.new.title') }]}
      />
      <PageHead title={t('studio.new.title')} look="h1" lead={t('studio.new.lead')} />
      <ProblemSummary problem={actionData?.problem} />
      {!loaderData.source && (
        <StartFromSection own={loaderData.own} query={loaderData.query} found={loaderData.found} />
      )}
      <form method="post" id="begin">
        {loaderData.source && <StartsFrom source={loaderData.source} />}
        <Section
          label={t('studio.new.kind')}
          note={loaderData.source ? t('studio.new.kind.note') : t('workbench.start.empty')}
        >
          <ChoiceGroup
            label={<span className="sr-only">{t('studio.new.kind')}</span>}
            id="kind"
            error={faults.kind}
          >
            {kinds.map((kind) => (
              <Radio
                key={kind}
                name="kind"
                value={kind}
                label={t(`kind.${kind}`)}
                hint={t(`studio.kind.${kind}`)}
                defaultChecked={(typed?.kind ?? loaderData.source?.kind ?? 'microcredential') === kind}
              />
            ))}
          </ChoiceGroup>
        </Section>
        <Section label={t('studio.new.title-and-unit')}>
          <div className="form">
            <TextField
              name="title"
              label={t('studio.new.name')}
              hint={t('studio.new.name.hint')}
              defaultValue={typed?.title ?? ''}
              error={actionData?.untitled ? t('studio.new.name.empty') : faults.title}
              autoComplete="off"
              required
            />
            <SelectField
              name="defaultLanguage"
              label={t('studio.new.language')}
              hint={t('studio.new.language.hint')}
              defaultValue={typed?.defaultLanguage ?? loaderData.language}
              options={['nl', 'en', 'fy', 'de', 'fr'].map((value) => ({
                value,
                label: nameLanguage(locale, value),
              }))}
            />
            <SelectField
              name="unit"
              label={t('studio.new.unit')}
              hint={t('studio.new.unit.hint')}
              defaultValue={typed?.unit ?? ''}
              error={faults.unit}
              options={[
                { value: '', label: chooseText(loaderData.name, locale).text },
                ...loaderData.units.map(({ slug, name }) => ({
                  value: slug,
                  label: chooseText(name, locale).text,
                })),
              ]}
            />
            <ButtonRow fill>
              <Button variant="primary">{t('studio.new.start')}</Button>
            </ButtonRow>
          </div>
        </Section>
      </form>
    </Page>
  );
}

type Chosen = NonNullable<Route.ComponentProps['loaderData']['source']>;

/** What was chosen above, and the way back. */
function StartsFrom({ source }: { readonly source: Chosen }) {
  const t = useT();
  return (
    <Section label={t('workbench.start')}>
      <input type="hidden" name="from" value={source.from} />
      <p className="t2">
        <Content text={source.title} />
      </p>
      <p className="s measure mt-1 text-ink2">
        {t('workbench.start.chosen')} <a href="/studio/designs/new">{t('workbench.start.other')}</a>
      </p>
    </Section>
  );
}
