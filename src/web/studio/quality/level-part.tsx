import type { TextKey } from '../../lib/i18n.ts';
import { useT } from '../../lib/language.tsx';
import { addressOf } from '../designer/addresses.ts';
import { LanguageFields } from '../designer/language-fields.tsx';
import type { DossierProps } from './dossier-props.ts';

const SOURCE = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32017H0615(01)';
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
type Level = (typeof LEVELS)[number];

/** The level argued, with what the European framework says of it beside. */
export function LevelPart({ design, dossier, languages, faults }: DossierProps) {
  const t = useT();
  const claimed = LEVELS.find((level) => level === design.content.level.eqf);
  return (
    <div className="level-columns">
      <div className="workbench-fields">
        <LanguageFields
          languages={languages}
          faults={faults}
          name="dossier.levelArgument"
          label={t('workbench.level.argument')}
          hint={t('workbench.level.argument.hint')}
          text={dossier.levelArgument}
          lines={8}
        />
        <p className="s measure text-ink2">
          {claimed ? t('workbench.level.claimed', { level: claimed }) : t('workbench.level.unclaimed')}{' '}
          <a href={addressOf(design.id, 'level')}>{t('workbench.level.change')}</a>
        </p>
      </div>
      <section className="level-descriptors" aria-labelledby="descriptors">
        <h2 id="descriptors" className="h3">
          {claimed ? t('workbench.level.asks', { level: claimed }) : t('workbench.level.all')}
        </h2>
        {claimed && <Descriptor level={claimed} />}
        {LEVELS.filter((level) => (claimed ? Math.abs(level - claimed) === 1 : true)).map((level) => (
          <details key={level} className="editor-more">
            <summary>{t('workbench.level.compare', { level })}</summary>
            <Descriptor level={level} />
          </details>
        ))}
        <p className="xs text-ink2">
          {t('workbench.level.source')} <a href={SOURCE}>2017/C 189/03</a>
        </p>
      </section>
    </div>
  );
}

function Descriptor({ level }: { readonly level: Level }) {
  const t = useT();
  return (
    <dl className="descriptor">
      {(['knowledge', 'skills', 'autonomy'] as const).map((aspect) => (
        <div key={aspect}>
          <dt>{t(`workbench.eqf.${aspect}`)}</dt>
          <dd>{t(`workbench.eqf.${level}.${aspect}` satisfies TextKey)}</dd>
        </div>
      ))}
    </dl>
  );
}
