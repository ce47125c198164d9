import { useState } from 'react';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { CheckList } from '../ui/check-list.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FactList, Facts } from '../ui/facts.tsx';
import { SelectField } from '../ui/field.tsx';
import { Message } from '../ui/message.tsx';
import { GoalBar, Progress } from '../ui/progress.tsx';
import { RowStateMark, StateMark } from '../ui/state-mark.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import { Steps } from '../ui/steps.tsx';
import { Table } from '../ui/table.tsx';

export function Errors() {
  return (
    <ErrorSummary
      title="2 things must be put right"
      faults={[
        { href: '#faulty', text: 'E-mail address: it has no ending' },
        { href: '#reason', text: 'Reason: say what the author should change' },
      ]}
    />
  );
}

export function States() {
  return (
    <div className="flex flex-col gap-4">
      <ButtonRow>
        <StateMark state="passed" />
        <StateMark state="warning" />
        <StateMark state="failed" />
        <StateMark state="not-checked" />
        <RowStateMark state="duplicate" />
        <RowStateMark state="has-it" />
      </ButtonRow>
      <StatusBar
        state="passed"
        title="Verified. All 8 required checks passed."
        note="Checked 21 November 2026, 14:32"
        action={<ButtonLink href="#checks">See the checks</ButtonLink>}
      />
      <StatusBar
        state="not-checked"
        title="Partly checked. We cannot say whether it is still in force."
        note="The status list did not answer. Try again later."
      />
      <StatusBar
        state="warning"
        title="Verified, with one warning. Read it before you decide."
        note="The provider is not in a register we know. That does not make it false."
      />
      <StatusBar
        state="failed"
        title="Do not rely on this credential. Something was changed."
        note="Later checks were not run; they would mean nothing."
      />
      <CheckList
        checks={[
          {
            id: 'readable',
            name: 'Readable',
            state: 'passed',
            finding: 'This is an Open Badges 3.0 credential',
            details: 'ob3-data-integrity',
          },
          {
            id: 'status',
            name: 'In force',
            state: 'failed',
            finding: 'Revoked on 3 March 2026: issued in error',
            note: 'Status list of 21 November 2026, 14:15',
            details: 'Index 84 213',
          },
          {
            id: 'recipient',
            name: 'About this person',
            state: 'not-checked',
            finding: 'You have not said whom you expect',
          },
        ]}
      />
    </div>
  );
}

const assessments = [
  { name: 'Case report', weight: 50, supervision: 'Unsupervised', state: 'warning' },
  { name: 'Oral defence', weight: 30, supervision: 'On site, identity document', state: 'passed' },
] as const;

export function DataSamples() {
  return (
    <div className="flex flex-col gap-8">
      <Facts
        facts={[
          { label: 'Level', value: 'EQF 7 · NLQF 7' },
          { label: 'Load', value: '5 EC · 140 hours' },
          { label: 'Form', value: 'On site, Groningen' },
          { label: 'Language', value: 'English' },
        ]}
      />
      <Table
        caption="Assessments"
        rows={assessments}
        rowKey={({ name }) => name.replaceAll(' ', '-')}
        finding={({ state }) => (state === 'warning' ? 'warning' : undefined)}
        columns={[
          { key: 'name', head: 'Assessment', cell: ({ name }) => name },
          { key: 'weight', head: 'Weight', number: true, cell: ({ weight }) => `${weight}%` },
          { key: 'supervision', head: 'Supervision', cell: ({ supervision }) => supervision },
          { key: 'state', head: 'State', cell: ({ state }) => <StateMark state={state} /> },
        ]}
      />
      <FactList
        facts={[
          { label: 'Version 3', value: 'From 9 September 2026 · current' },
          {
            label: 'Content code',
            value: <span className="mono">sha256 03aa d1c4 f28f 33e6 3b43 acf0</span>,
          },
        ]}
      />
    </div>
  );
}

export function ProgressSamples() {
  return (
    <div className="flex flex-col gap-6">
      <Progress
        label="Signing 812 of 1,196"
        value={812}
        of={1196}
        note="About 2 minutes. You can close this page."
      />
      <GoalBar label="5 of 15 EC earned, 10 waiting" earned={5} waiting={6} of={15} />
      <Steps
        names={['What', 'Who', 'Columns', 'Dry run', 'Approval', 'Run', 'Undo window', 'Result']}
        current={4}
      />
    </div>
  );
}

export function Messages() {
  return (
    <div className="flex flex-col gap-3">
      <Message action={<button type="button">Undo</button>}>Shared. Anyone with the link can see it.</Message>
      <Message icon="info" action={<button type="button">Stop</button>}>
        1,196 awards wait until 15:02. Nothing has been sent.
      </Message>
    </div>
  );
}

export function DialogSample() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="button" variant="destructive" onClick={() => setOpen(true)}>
        Revoke
      </Button>
      <Dialog title="Revoke this credential?" state="failed" open={open} onClose={() => setOpen(false)}>
        <p>
          Anyone who checks it will read “revoked” and your reason. Amara Okonjo is told today and may appeal
          for 90 days.
        </p>
        <SelectField
          label="Reason, shown to everyone"
          name="revocation"
          options={[{ value: 'error', label: 'Issued in error' }]}
        />
        <ButtonRow>
          <Button type="button" variant="destructive" onClick={() => setOpen(false)}>
            Revoke
          </Button>
          <Button type="button" autoFocus onClick={() => setOpen(false)}>
            Keep it
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
}

export function Empty() {
  return (
    <EmptyState
      title="Your backpack is empty"
      action={
        <ButtonRow>
          <Button type="button">Add from elsewhere</Button>
          <a href="/catalogue">Look in the catalogue</a>
        </ButtonRow>
      }
    >
      When an institution awards you something, it appears here. You can also add what you received elsewhere.
    </EmptyState>
  );
}
