/** What every form of those who judge has: its fields, the words for the maker, the button that records. */
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';

export function JudgingForm({
  act,
  record,
  children,
}: {
  readonly act: string;
  readonly record: string;
  readonly children: ReactNode;
}) {
  return (
    <form method="post" className="act-form">
      {children}
      <div className="button-row">
        <Button variant="primary" name="act" value={act}>
          {record}
        </Button>
      </div>
    </form>
  );
}

export function SummaryField({
  typed,
  ...said
}: {
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly typed: Readonly<Record<string, string>>;
}) {
  return <TextArea {...said} name="summary" rows={4} defaultValue={typed.summary ?? ''} required />;
}
