/** The parts of the feedback page: words, complaints, and the forms of those who may write. */
import { COMPLAINT_KINDS, type DesignFeedback } from '../../../features/feedback/feedback.schema.ts';
import { QuestionFields } from '../../features/feedback/question-fields.tsx';
import { listQuestions } from '../../features/feedback/questions.ts';
import { formatDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { Table } from '../../ui/table.tsx';

type Typed = { readonly typed: Readonly<Record<string, string>> };

export function Words({ texts }: { readonly texts: NonNullable<DesignFeedback['texts']> }) {
  const t = useT();
  return (
    <ul className="opinions">
      {texts.map(({ kind, text }) => (
        <li key={`${kind} ${text}`}>
          <blockquote className="t3 measure">{text}</blockquote>
          <p className="s text-ink2">{t(`feedback.group.${kind}`)}</p>
        </li>
      ))}
    </ul>
  );
}

export function Complaints({ complaints }: Pick<DesignFeedback, 'complaints'>) {
  const t = useT();
  const locale = useLocale();
  if (complaints.length === 0)
    return <p className="measure text-ink2">{t('feedback.studio.complaints.none')}</p>;
  return (
    <Table
      caption={t('feedback.studio.complaints')}
      rows={complaints}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'on',
          head: t('feedback.studio.complaint.on'),
          cell: ({ receivedOn }) => formatDay(locale, receivedOn),
        },
        {
          key: 'kind',
          head: t('feedback.studio.complaint.kind'),
          cell: ({ kind }) => t(`feedback.complaint.${kind}`),
        },
        { key: 'note', head: t('feedback.studio.complaint.note'), cell: ({ note }) => note },
      ]}
    />
  );
}

export function ComplaintForm({ typed }: Typed) {
  const t = useT();
  return (
    <details className="more-form">
      <summary>{t('feedback.studio.complaint')}</summary>
      <form method="post" className="act-form">
        <SelectField
          name="kind"
          label={t('feedback.studio.complaint.kind')}
          defaultValue={typed.kind ?? 'content'}
          options={COMPLAINT_KINDS.map((value) => ({ value, label: t(`feedback.complaint.${value}`) }))}
        />
        <TextField
          name="receivedOn"
          type="date"
          label={t('feedback.studio.complaint.on')}
          defaultValue={typed.receivedOn ?? ''}
          required
        />
        <TextArea
          name="note"
          label={t('feedback.studio.complaint.note')}
          hint={t('feedback.studio.complaint.note.hint')}
          defaultValue={typed.note ?? ''}
          maxLength={2000}
          optional
        />
        <div className="button-row">
          <Button name="act" value="complain">
            {t('feedback.studio.complaint.record')}
          </Button>
        </div>
      </form>
    </details>
  );
}

export function ReplyForm({ typed }: Typed) {
  const t = useT();
  return (
    <details className="more-form" open={typed.act === 'reply'}>
      <summary>{t('feedback.studio.reply')}</summary>
      <form method="post" className="act-form">
        <p className="measure">{t('feedback.studio.reply.note')}</p>
        {(['nl', 'en'] as const).flatMap((language) =>
          (['said', 'did'] as const).map((part) => (
            <TextArea
              key={`${part}.${language}`}
              name={`${part}.${language}`}
              label={`${t(`feedback.studio.reply.${part}`)}, ${t(`feedback.studio.reply.in.${language}`)}`}
              defaultValue={typed[`${part}.${language}`] ?? ''}
              maxLength={1000}
              rows={2}
            />
          )),
        )}
        <div className="button-row">
          <Button variant="primary" name="act" value="reply">
            {t('feedback.studio.reply.publish')}
          </Button>
        </div>
      </form>
    </details>
  );
}

export function ReadingForm({ own }: { readonly own: DesignFeedback['ownReading'] }) {
  const t = useT();
  return (
    <form method="post" className="act-form">
      <QuestionFields questions={listQuestions(t, 'peer')} given={own?.answers ?? {}} />
      <TextArea
        name="text"
        label={t('feedback.words')}
        defaultValue={own?.text ?? ''}
        maxLength={2000}
        optional
      />
      <div className="button-row">
        <Button name="act" value="reading">
          {t('feedback.studio.reading.record')}
        </Button>
      </div>
    </form>
  );
}
