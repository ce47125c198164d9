import type { PacksView } from '../../../features/quality/packs.schema.ts';
import { chooseText } from '../../lib/content-text.ts';
import { formatDay, formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { addressOfPack } from '../../lib/pack-words.ts';
import { Button } from '../../ui/button.tsx';
import { Content } from '../../ui/content-text.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { DifferenceList } from './difference-list.tsx';

type Kind = PacksView['kinds'][number];
type Props = { readonly kind: Kind; readonly view: PacksView };

/** By which rules one kind of design is judged: now, next, before. */
export function KindRules({ kind, view, mayAssure }: Props & { readonly mayAssure: boolean }) {
  const t = useT();
  const { inForce, history } = kind;
  return (
    <Section label={t(`kind.${kind.kind}`)} id={kind.kind}>
      {inForce ? (
        <>
          <h3 className="h3">
            <a href={addressOfPack(view.institution.slug, inForce.ref)}>
              <Content text={inForce.name} />
            </a>{' '}
            <span className="mono s text-ink2">{inForce.ref}</span>
          </h3>
          <p className="measure mt-1">
            <Content text={inForce.summary} />
          </p>
          <p className="s mt-2 text-ink2">
            <Chosen kind={kind} />
          </p>
        </>
      ) : (
        <StateMark state="failed">{t('rules.none', { name: kind.chosen })}</StateMark>
      )}
      <Follows follows={kind.follows} inForce={kind.inForce} />
      {mayAssure && <Choose kind={kind} view={view} />}
      {history.length > 1 && (
        <details className="editor-more mt-4">
          <summary>{t('rules.history')}</summary>
          <History history={history} />
        </details>
      )}
    </Section>
  );
}

function Chosen({ kind: { since, history } }: { readonly kind: Kind }) {
  const t = useT();
  const locale = useLocale();
  if (since === null) return t('rules.chosen.first');
  const day = formatInstantDay(locale, since);
  const name = history[0]?.by?.name;
  return name ? t('rules.chosen.since', { day, name }) : t('rules.chosen.since.nobody', { day });
}

function Follows({ follows, inForce }: Pick<Kind, 'follows' | 'inForce'>) {
  const t = useT();
  const locale = useLocale();
  if (!follows) return <p className="s mt-2 text-ink2">{t('rules.follows.stays')}</p>;
  const day = formatDay(locale, follows.on);
  if (!follows.pack)
    return (
      <p className="mt-3">
        <StateMark state="failed">{t('rules.follows.none', { day })}</StateMark>
      </p>
    );
  const name = chooseText(follows.pack.name, locale).text;
  return (
    <div className="mt-3">
      <StateMark state="warning">
        {follows.pack.ref === inForce?.ref ? (
          t('rules.follows.builds', { day })
        ) : (
          <>
            {t('rules.follows', { day, name })} <span className="mono s">{follows.pack.ref}</span>
          </>
        )}
      </StateMark>
      {follows.difference && (
        <details className="editor-more">
          <summary>
            {t('rules.follows.differs')}
            <span className="sr-only">: {day}</span>
          </summary>
          <DifferenceList difference={follows.difference} />
        </details>
      )}
    </div>
  );
}

function Choose({ kind, view }: Props) {
  const t = useT();
  const locale = useLocale();
  const ids = view.packs.filter(({ fits, id }) => fits.includes(kind.kind) && id !== kind.chosen);
  if (ids.length === 0) return <p className="s mt-4 text-ink2">{t('rules.choose.none')}</p>;
  return (
    <form method="get" action="/studio/quality/packs/adopt" className="inline-form mt-4">
      <input type="hidden" name="kind" value={kind.kind} />
      <SelectField
        id={`choose-${kind.kind}`}
        name="pack"
        label={t('rules.choose')}
        options={ids.map(({ id, ref, name }) => ({
          value: id,
          label: `${chooseText(name, locale).text} (${ref})`,
        }))}
      />
      <Button>
        {t('rules.choose.look')}
        <span className="sr-only">: {t(`kind.${kind.kind}`)}</span>
      </Button>
    </form>
  );
}

function History({ history }: Pick<Kind, 'history'>) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="rows">
      {history.map(({ at, by, pack, difference }) => (
        <li key={at} className="py-3">
          <p>
            <b>
              {t('rules.history.chosen', {
                day: formatInstantDay(locale, at),
                name: chooseText(pack.name, locale).text,
              })}
            </b>{' '}
            <span className="mono s text-ink2">{pack.ref}</span>
          </p>
          {by?.name && <p className="s text-ink2">{t('rules.history.by', { name: by.name })}</p>}
          {difference && (
            <details className="editor-more">
              <summary>
                {t('rules.history.differs')}
                <span className="sr-only">: {formatInstantDay(locale, at)}</span>
              </summary>
              <DifferenceList difference={difference} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
