import { data, redirect } from 'react-router';
import { ownInstitutionSchema } from '../../features/institutions/institutions.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { nameLanguage } from '../lib/design-words.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ChoiceGroup, Radio } from '../ui/choices.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/new-design.ts';

export const handle: PageHandle = { scripts: false };

const kinds = ['microcredential', 'proof-of-competence', 'edubadge'] as const;

export async function loader({ context }: Route.LoaderArgs) {
  const { name, units, defaultLanguage } = await readApi(
    context,
    '/api/v1/institution',
    ownInstitutionSchema,
  );
  return {
    name,
    units: units.filter(({ issuing }) => issuing),
    language: context.get(appContext).locale ?? defaultLanguage,
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
  return redirect(`/studio/designs/${id}?section=summary`);
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
      <form method="post">
        <Section label={t('studio.new.kind')} note={t('studio.new.kind.note')}>
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
                defaultChecked={(typed?.kind ?? 'microcredential') === kind}
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
