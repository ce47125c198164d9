import { data } from 'react-router';
import { appContext } from '../lib/app-context.ts';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/components.ts';
import { Buttons, Fields, TabSamples, TagSamples } from './controls.tsx';
import { DataSamples, DialogSample, Empty, Errors, Messages, ProgressSamples, States } from './feedback.tsx';
import { Colours, Marks, TypeStyles } from './foundations.tsx';

/** The component sheet, for those who build pages: only where demonstration data is. In English only. */
export function loader({ context }: Route.LoaderArgs) {
  if (!context.get(appContext).demo) throw data(null, { status: 404 });
  return null;
}

export default function Components() {
  return (
    <Page title="Components">
      <PageHead title="Components" />
      <Section label="Colour" note="Light left, dark right.">
        <Colours />
      </Section>
      <Section label="Type" note="Sans: the platform speaks. Serif: the credential speaks.">
        <TypeStyles />
      </Section>
      <Section label="Buttons" note="One primary per page. 44 px high, 34 in dense rows.">
        <Buttons />
      </Section>
      <Section label="Fields">
        <Fields />
      </Section>
      <Section label="Error summary" note="First on the page, takes focus, links to the fields.">
        <Errors />
      </Section>
      <Section label="Status" note="Shape, word and colour; any one of the three is enough.">
        <States />
      </Section>
      <Section label="Tags" note="The outline says which kind of fact it is.">
        <TagSamples />
      </Section>
      <Section label="Tabs and switch">
        <TabSamples />
      </Section>
      <Section label="Facts and tables">
        <DataSamples />
      </Section>
      <Section label="Progress and steps" note="Always with counts; no spinner without an end.">
        <ProgressSamples />
      </Section>
      <Section label="Messages" note="Stay until closed when they ask for an action.">
        <Messages />
      </Section>
      <Section label="Dialog">
        <DialogSample />
      </Section>
      <Section label="Empty state" note="A blind mark: nothing has been struck yet.">
        <Empty />
      </Section>
      <Section label="The waarmerk" note="Three drawings for three sizes, and one for print.">
        <Marks />
      </Section>
    </Page>
  );
}
