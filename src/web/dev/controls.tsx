import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Checkbox, ChoiceGroup, Radio } from '../ui/choices.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { SwitchOfTwo, Tabs } from '../ui/tabs.tsx';
import { Chips, Punches, WithIcon } from '../ui/tags.tsx';

export function Buttons() {
  return (
    <div className="flex flex-col gap-4">
      <ButtonRow>
        <Button variant="primary">Primary</Button>
        <Button>Secondary</Button>
        <Button variant="destructive">Revoke</Button>
        <Button variant="tertiary">Tertiary</Button>
        <Button dense>Dense</Button>
        <ButtonLink href="#main">A link</ButtonLink>
      </ButtonRow>
      <ButtonRow>
        <Button unavailable="Two criteria have no judgement yet.">Record the decision</Button>
      </ButtonRow>
    </div>
  );
}

export function Fields() {
  return (
    <form method="get" className="grid gap-6 wide:grid-cols-3">
      <TextField
        label="E-mail address"
        hint="We send one code to it"
        name="email"
        type="email"
        autoComplete="off"
      />
      <TextField
        label="E-mail address"
        name="faulty"
        defaultValue="jan.devries@example"
        error="The address has no ending such as .nl or .org"
      />
      <SelectField
        label="Level"
        hint="Highest level that is assessed"
        name="level"
        options={[
          { value: '6', label: 'EQF 6 · NLQF 6' },
          { value: '7', label: 'EQF 7 · NLQF 7' },
        ]}
      />
      <ChoiceGroup label="Language">
        <Checkbox label="English" name="language" value="en" count={7} defaultChecked />
        <Checkbox label="Dutch" name="language" value="nl" count={4} />
        <Checkbox label="Frisian" name="language" value="fy" count={0} disabled />
      </ChoiceGroup>
      <ChoiceGroup label="Who may see this?">
        <Radio label="Only me" name="audience" value="private" defaultChecked />
        <Radio label="Anyone with the link" name="audience" value="link" />
        <Radio label="Everyone" name="audience" value="public" />
      </ChoiceGroup>
      <TextArea
        label="Reason"
        hint="In words the author can act on"
        name="reason"
        optional
        defaultValue="The oral defence does not cover outcome 2."
      />
    </form>
  );
}

export function TagSamples() {
  return (
    <div className="flex flex-col gap-3">
      <Punches kind="microcredential" eqf={7} ects={5}>
        English
      </Punches>
      <Punches kind="proof-of-competence" hours={84}>
        English, Dutch
      </Punches>
      <Punches kind="edubadge" />
      <Chips
        label="Filters"
        chips={[
          { name: 'EQF 7', removeHref: '?' },
          { name: 'On site', removeHref: '?' },
        ]}
        clearHref="?"
      />
      <WithIcon icon="lock">Only you</WithIcon>
      <WithIcon icon="eye">Public page · 9 visits</WithIcon>
    </div>
  );
}

export function TabSamples() {
  return (
    <div className="flex flex-col gap-6">
      <Tabs
        label="Rows"
        tabs={[
          { href: '?rows=all', name: 'All', count: 1204, current: true },
          { href: '?rows=ready', name: 'Ready', count: 1187, current: false },
          { href: '?rows=warnings', name: 'Warnings', count: 9, current: false },
          { href: '?rows=errors', name: 'Errors', count: 2, current: false },
        ]}
      />
      <div>
        <SwitchOfTwo
          label="Length"
          options={[
            { href: '?view=minute', name: 'In one minute', current: true },
            { href: '?view=full', name: 'Full record', current: false },
          ]}
        />
      </div>
    </div>
  );
}
