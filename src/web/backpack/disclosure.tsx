import type { BackpackDetail } from '../../features/backpack/backpack.schema.ts';
import type { Disclosable } from '../../features/credentials/credentials.schema.ts';
import { useT } from '../lib/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Checkbox, ChoiceGroup } from '../ui/choices.tsx';

type DisclosureProps = {
  readonly item: Omit<BackpackDetail, 'content'>;
  readonly parts: readonly Disclosable[];
  /** The result in words. */
  readonly result: string | undefined;
};

/** A file for one reader, with what its holder ticks and no more; nothing is ticked beforehand. */
export function Disclosure({ item, parts, result }: DisclosureProps) {
  const t = useT();
  const hints: Readonly<Partial<Record<Disclosable, string | null | undefined>>> = {
    name: item.recipientName,
    result,
    narrative: item.narrative,
    creditsEarned: item.ects === null ? null : String(item.ects),
  };
  return (
    <>
      <p className="measure">{t('backpack.disclose.always')}</p>
      <form method="post" action={`/backpack/${item.id}/disclosure`} className="form mt-5">
        <ChoiceGroup
          label={t('backpack.disclose.choose')}
          hint={t('backpack.disclose.hint')}
          id="disclose-parts"
        >
          {parts.map((part) => (
            <Checkbox
              key={part}
              name="part"
              value={part}
              label={t(`backpack.disclose.part.${part}`)}
              {...(hints[part] ? { hint: hints[part] } : {})}
            />
          ))}
        </ChoiceGroup>
        <p className="s measure text-ink2">{t('backpack.disclose.linkable')}</p>
        <ButtonRow fill>
          <Button>{t('backpack.disclose.make')}</Button>
        </ButtonRow>
      </form>
    </>
  );
}
