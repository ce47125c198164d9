import { useT } from '../lib/language.tsx';
import { Button } from '../ui/button.tsx';
import { Content } from '../ui/content-text.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Section } from '../ui/section.tsx';
import { Punches } from '../ui/tags.tsx';
import { templates } from './templates/templates.ts';

type Titled = {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly name: string;
};

type StartProps = {
  readonly own: readonly Titled[];
  readonly query: string;
  readonly found: readonly Titled[];
};

/** Templates, own designs, the catalogue. Each choice is an address, under which the form below knows it. */
export function StartFromSection({ own, query, found }: StartProps) {
  const t = useT();
  return (
    <Section label={t('workbench.start')} note={t('workbench.start.note')}>
      <h3 className="h3">{t('workbench.start.template')}</h3>
      <ul className="thirds mt-4">
        {Object.entries(templates).map(([id, { content, suits }]) => (
          <li key={id} className="start-template">
            <p className="t2">
              <Content text={content.title} quiet />
            </p>
            <p className="s text-ink2">
              <Content text={suits} quiet />
            </p>
            <Punches
              kind={content.kind}
              eqf={content.level.eqf}
              ects={content.workload.ects}
              hours={content.workload.hours}
            />
            <p>
              <a href={`?from=template:${id}#begin`} className="text-link">
                {t('workbench.start.with')}
                <span className="sr-only">
                  : <Content text={content.title} quiet />
                </span>
              </a>
            </p>
          </li>
        ))}
      </ul>
      <div className="start-others">
        {own.length > 0 && (
          <form method="get" action="#begin" className="start-form">
            <SelectField
              name="from"
              label={t('workbench.start.own')}
              hint={t('workbench.start.own.hint')}
              options={own.map(({ id, name }) => ({ value: `design:${id}`, label: name }))}
            />
            <Button>{t('workbench.start.copy')}</Button>
          </form>
        )}
        <div>
          <form method="get" className="start-form">
            <TextField
              type="search"
              name="q"
              label={t('workbench.start.catalogue')}
              hint={t('workbench.start.catalogue.hint')}
              defaultValue={query}
            />
            <Button>{t('workbench.start.search')}</Button>
          </form>
          <Found query={query} found={found} />
        </div>
      </div>
    </Section>
  );
}

function Found({ query, found }: Pick<StartProps, 'query' | 'found'>) {
  const t = useT();
  if (query === '') return null;
  if (found.length === 0) return <p className="mt-3 text-ink2">{t('workbench.start.nothing')}</p>;
  return (
    <ul className="start-found">
      {found.map(({ id, title, name }) => (
        <li key={id}>
          <a href={`?from=catalogue:${id}#begin`}>
            <Content text={title} quiet />
          </a>{' '}
          <span className="s text-ink2">{name}</span>
        </li>
      ))}
    </ul>
  );
}
