import type { Hit } from '../../../features/frameworks/frameworks.schema.ts';
import { chooseText } from '../../lib/content-text.ts';
import { useT } from '../../lib/language.tsx';
import { Behaviour } from '../../ui/behaviour.tsx';
import { Button } from '../../ui/button.tsx';
import { Content } from '../../ui/content-text.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { addressOf } from './addresses.ts';
import { alignmentsOf, sectionOfTarget, WHOLE } from './align.ts';
import type { DesignerData } from './load-designer.ts';

type Finding = NonNullable<DesignerData['finding']>;
type Props = { readonly data: DesignerData; readonly finding: Finding };

/**
 * A page of its own instead of a form within the form: nothing that was typed is on it, so a search without scripts
 * loses nothing.
 */
export function FindSkill({ data: { design }, finding }: Props) {
  const t = useT();
  const { target, words, hits, more } = finding;
  const section = sectionOfTarget(target);
  const at = design.content.outcomes.findIndex(({ id }) => id === target);
  const name = target === WHOLE ? t('skills.find.design') : t('studio.outcome', { number: at + 1 });
  return (
    <section id="find" aria-labelledby="find-title" className="workbench-form">
      <h2 id="find-title" className="h3">
        {t('skills.find.for', { name })}
      </h2>
      {at >= 0 && (
        <p className="measure">
          <Content text={design.content.outcomes[at]?.text ?? {}} quiet />
        </p>
      )}
      <p className="s measure mt-1 text-ink2">{t('skills.find.lead')}</p>
      <SearchForm design={design.id} section={section} finding={finding} />
      <p role="status" className="s mt-4" data-live="count">
        {words !== '' && t('skills.found', { count: hits.length })}
        {more && ` ${t('skills.found.more')}`}
      </p>
      <div data-live="hits">
        {words !== '' && hits.length === 0 && <p className="text-ink2">{t('frameworks.search.none')}</p>}
        <ul className="rows">
          {hits.map((hit) => (
            <FoundSkill key={hit.id} hit={hit} design={design} target={target} />
          ))}
        </ul>
      </div>
      <p className="mt-5">
        <a href={`${addressOf(design.id, section)}${at >= 0 ? `#row-${target}` : '#content.skills'}`}>
          {t('skills.back')}
        </a>
      </p>
      <Behaviour name="find-skill" />
    </section>
  );
}

type SearchProps = { readonly design: string; readonly section: string; readonly finding: Finding };

function SearchForm({ design, section, finding }: SearchProps) {
  const t = useT();
  const { target, words, framework, frameworks } = finding;
  if (frameworks.length === 0) return <p className="measure mt-4">{t('skills.find.none-brought')}</p>;
  return (
    <form method="get" action={`/studio/designs/${design}#find`} className="form mt-4" data-find>
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="for" value={target} />
      <TextField
        name="q"
        type="search"
        label={t('frameworks.search.label')}
        defaultValue={words}
        maxLength={200}
        autoComplete="off"
      />
      {frameworks.length > 1 && (
        <SelectField
          name="framework"
          label={t('skills.find.framework')}
          defaultValue={framework}
          options={[
            { value: '', label: t('skills.find.every') },
            ...frameworks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <div>
        <Button variant="primary">{t('frameworks.search')}</Button>
      </div>
    </form>
  );
}

type FoundProps = { readonly hit: Hit; readonly design: DesignerData['design']; readonly target: string };

function FoundSkill({ hit, design, target }: FoundProps) {
  const t = useT();
  // The badge says it in the language of the design.
  const { text } = chooseText(hit.name, design.content.defaultLanguage);
  const has = alignmentsOf(design.content, target)?.some(({ targetUrl }) => targetUrl === hit.url);
  return (
    <li className="py-3">
      <p>
        <Content text={hit.name} />
        {hit.code && <span className="s text-ink2"> {hit.code}</span>}
      </p>
      <p className="s text-ink2">
        {hit.framework.name}
        {hit.framework.offeredBy && (
          <>
            {' · '}
            {t('frameworks.whose.offered-by')} <Content text={hit.framework.offeredBy} />
          </>
        )}
      </p>
      {Object.keys(hit.description).length > 0 && (
        <p className="s measure">
          <Content text={hit.description} />
        </p>
      )}
      {has ? (
        <p className="s mt-2 text-ink2">{t('skills.has')}</p>
      ) : (
        <form method="post" className="mt-2">
          <input type="hidden" name="revision" value={design.revision} />
          <input type="hidden" name="targetName" value={text} />
          <input type="hidden" name="targetUrl" value={hit.url} />
          <input type="hidden" name="targetFramework" value={hit.framework.name} />
          <input type="hidden" name="targetCode" value={hit.code ?? ''} />
          <Button dense name="act" value={`align:${target}`}>
            {t('skills.add')}
            <span className="sr-only">: {text}</span>
          </Button>
        </form>
      )}
    </li>
  );
}
