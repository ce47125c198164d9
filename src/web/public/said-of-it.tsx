import type { ShownFeedback } from '../../features/feedback/feedback.schema.ts';
import { FeedbackFigures, WeDid } from '../features/feedback/feedback-figures.tsx';
import { useT } from '../lib/language.tsx';
import { Section } from '../ui/section.tsx';

/** What learners and employers say of this version in plain numbers, and what its makers did with it. */
export function SaidOfIt({ feedback: { groups, outcomes, replies } }: { readonly feedback: ShownFeedback }) {
  const t = useT();
  return (
    <>
      {groups.length > 0 && (
        <Section label={t('feedback.public')} note={t('feedback.public.note')} id="feedback">
          <FeedbackFigures groups={groups} outcomes={outcomes} />
        </Section>
      )}
      {replies.length > 0 && (
        <Section label={t('feedback.we-did')} id="we-did">
          <WeDid replies={replies} />
        </Section>
      )}
    </>
  );
}
