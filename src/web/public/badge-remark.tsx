import { QuestionFields } from '../features/feedback/question-fields.tsx';
import { listQuestions } from '../features/feedback/questions.ts';
import { useT } from '../lib/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FieldError, TextArea, TextField } from '../ui/field.tsx';
import { Message } from '../ui/message.tsx';
import { Section } from '../ui/section.tsx';

export type RemarkState = 'open' | 'thanked' | 'refused';

/** Whoever reads a credential tells the makers whether it says enough: about the design, never about its holder. */
export function BadgeRemark({ id, state }: { readonly id: string; readonly state: RemarkState }) {
  const t = useT();
  return (
    <Section label={t('feedback.employer.title')} note={t('feedback.employer.note')} id="feedback">
      {state === 'thanked' ? (
        <Message>{t('feedback.employer.thanks')}</Message>
      ) : (
        <details className="more-form" open={state === 'refused'}>
          <summary>{t('feedback.employer.send')}</summary>
          <form method="post" action={`/c/${id}`} className="form mt-4">
            {state === 'refused' && <FieldError>{t('feedback.employer.refused')}</FieldError>}
            <p className="measure">{t('feedback.employer.text')}</p>
            <QuestionFields questions={listQuestions(t, 'employer')} />
            <TextArea name="text" label={t('feedback.words')} maxLength={2000} optional />
            <TextField
              name="organisation"
              label={t('feedback.employer.organisation')}
              autoComplete="organization"
              maxLength={200}
              optional
            />
            <div className="unseen-field" aria-hidden="true">
              <TextField
                name="website"
                label={t('feedback.employer.website')}
                tabIndex={-1}
                autoComplete="off"
              />
            </div>
            <ButtonRow fill>
              <Button>{t('feedback.employer.send')}</Button>
            </ButtonRow>
          </form>
        </details>
      )}
    </Section>
  );
}
