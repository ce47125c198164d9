/** The demo's designs as dossiers: what a design is judged by and a credential does not carry. */
import { type Dossier, dossierSchema } from '../../features/quality/index.ts';
import type { Text } from '../../formats/index.ts';
import type { DemoDesign, readDemo } from './content.ts';

const AUDIENCES: Readonly<Record<string, readonly string[]>> = {
  'students-and-professionals': ['students', 'professionals'],
};

export const QUALIFICATIONS: Readonly<Record<string, string>> = { UTQ: 'utq', PDG: 'pdg' };

type Around = Pick<ReturnType<typeof readDemo>, 'people' | 'largerCredentials'>;

/** Of one version: `versionOf()` gives an earlier one. `on`: a day; the first delivery that is not over then counts. */
export function toDossier(design: DemoDesign, { people, largerCredentials }: Around, on: string): Dossier {
  const { workload, assessmentQuality: quality, portfolioRelation: portfolio } = design;
  const delivery = design.deliveries.find(({ end }) => end >= on) ?? design.deliveries.at(-1);
  return dossierSchema.parse({
    outcomes: Object.fromEntries(design.learningOutcomes.map((one) => [one.id, toOutcome(one)])),
    assessments: Object.fromEntries(design.assessments.map((one) => [one.id, toAssessment(one)])),
    workload: {
      basis: workload.basis,
      activities: workload.activities.map(({ id, label, type, hours, contact }) => {
        return { id, label, type: type.code, hours, contact };
      }),
    },
    levelArgument: design.level.argument,
    audiences: AUDIENCES[design.audience] ?? [design.audience],
    statements: {
      validity: { text: quality.validity },
      reliability: { text: quality.reliability },
      transparency: { text: quality.transparency },
      independence: { text: join(quality.independence, quality.secondExaminerRule) },
      'target-group': { text: design.targetGroup },
      'prior-knowledge': { text: design.prerequisites },
      admission: { text: join(design.admission.requirement, design.admission.howTested) },
      portfolio: { text: portfolio.statement, ...(portfolio.link ? { url: portfolio.link } : {}) },
      need: { text: join(...design.needEvidence) },
      difference: { text: design.similar.difference },
      'prior-learning': { text: design.recognitionOfPriorLearning.statement },
      accessibility: {
        text: join(design.accessibility.materials, design.accessibility.assessmentAdjustments),
      },
      feedback: { text: join(...design.feedback.map(({ instrument }) => instrument)) },
      complaints: { text: toComplaints(design.complaintsAndAppeals) },
      privacy: { text: join(design.privacy.statement, design.privacy.retention) },
      ...(design.stackability.receivingBodyStatement
        ? { stacking: { text: design.stackability.receivingBodyStatement.text } }
        : {}),
    },
    team: design.team.map((one) =>
      toTeacher(one, people.find(({ id }) => id === one.person)?.name.full ?? one.person),
    ),
    ...(delivery ? { delivery: { from: delivery.start, until: delivery.end } } : {}),
    stacksInto: toStacksInto(design, largerCredentials),
  });
}

function toOutcome({
  verb,
  object,
  context,
  bloom,
  eqfLevel,
  essential,
}: DemoDesign['learningOutcomes'][number]) {
  return { verb, object, context, cognitive: bloom, eqf: eqfLevel, essential };
}

function toAssessment(one: DemoDesign['assessments'][number]) {
  const { place, mustPass, secondExaminer, resit, unsupervisedJustification } = one;
  return {
    place,
    mustPass,
    secondExaminer,
    ...(resit ? { resit } : {}),
    ...(unsupervisedJustification ? { unsupervisedJustification } : {}),
  };
}

function toComplaints({ complaint, appeal, contact }: DemoDesign['complaintsAndAppeals']): Text {
  const text = join(complaint, appeal);
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language, `${words} ${contact}`]),
  );
}

function toTeacher({ person, role, qualification }: DemoDesign['team'][number], name: string) {
  const { kind, registerReference, validFrom, validUntil, equivalence } = qualification;
  return {
    id: person,
    name,
    role: /examin|assess|observ/i.test(role.en ?? '') ? 'teacher-and-examiner' : 'teacher',
    qualification: {
      kind: QUALIFICATIONS[kind] ?? 'other',
      evidence: kind === 'equivalence' ? 'equivalence' : 'register',
      reference: registerReference ?? equivalence?.en ?? '',
      validFrom,
      ...(validUntil ? { validUntil } : {}),
    },
  };
}

function toStacksInto({ stackability }: DemoDesign, largerCredentials: Around['largerCredentials']) {
  const goal = largerCredentials.find(({ id }) => id === stackability.target);
  const body = stackability.receivingBodyStatement?.body;
  return goal && body ? [{ name: goal.title, body }] : [];
}

function join(...texts: readonly (Text | null)[]): Text {
  const said = texts.filter((text) => text !== null);
  const languages = [...new Set(said.flatMap((text) => Object.keys(text)))];
  return Object.fromEntries(
    languages.map((language) => [language, said.flatMap((text) => text[language] ?? []).join(' ')]),
  );
}
