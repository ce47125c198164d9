import type { PolicyPack } from '../../../../features/quality/pack.schema.ts';
import { useT } from '../../../lib/language.tsx';
import { faultsByField, type Problem } from '../../../lib/problem.ts';
import { Button, ButtonRow } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { CriterionRows } from './criterion-rows.tsx';
import { GateFields, ReviewFields } from './gate-fields.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { InheritedFields } from './inherited-fields.tsx';
import { AudienceRows, SizeRows, SourceRows } from './limit-rows.tsx';
import type { Shelf } from './load-compose.ts';

type PackFormProps = {
  readonly pack: PolicyPack;
  readonly shelf: Shelf;
  readonly languages: readonly string[];
  readonly problem: Problem | undefined;
  readonly focus: string | undefined;
};

/** A whole pack in one form: every button sends all of it. */
export function PackForm({ problem, ...rest }: PackFormProps) {
  const t = useT();
  const props = { ...rest, faults: faultsByField(problem) };
  return (
    <form method="post">
      {/* Enter in a field makes nothing. */}
      <button type="submit" name="act" value="look" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <Section label={t('rules.compose.identity')} note={t('rules.compose.identity.note')} id="identity">
        <IdentityFields {...props} />
      </Section>
      <Section label={t('rules.compose.inherited')} note={t('rules.compose.inherited.note')} id="inherited">
        <InheritedFields {...props} />
      </Section>
      <Section label={t('rules.compose.criteria')} note={t('rules.compose.criteria.note')} id="criteria">
        <CriterionRows {...props} />
      </Section>
      <Section label={t('rules.sizes')} note={t('rules.compose.sizes.note')} id="sizes">
        <SizeRows {...props} />
      </Section>
      <Section label={t('rules.audiences')} note={t('rules.compose.audiences.note')} id="audiences">
        <AudienceRows {...props} />
      </Section>
      <Section label={t('rules.gates')} note={t('rules.compose.gates.note')} id="gates">
        <GateFields {...props} />
      </Section>
      <Section label={t('packs.review')} id="review">
        <ReviewFields {...props} />
      </Section>
      <Section label={t('packs.sources')} note={t('packs.sources.note')} id="sources">
        <SourceRows {...props} />
      </Section>
      <Section label={t('rules.compose.make')} note={t('rules.compose.make.note')} decision>
        <ButtonRow fill>
          <Button variant="primary" name="act" value="make">
            {t('rules.compose.make.do')}
          </Button>
        </ButtonRow>
      </Section>
    </form>
  );
}
