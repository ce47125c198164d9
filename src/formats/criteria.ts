/**
 * The criteria of a badge as Markdown in one language: where the European elements stand that Open Badges has
 * no term for (DECISIONS 14). Open Badges 2.0 and 3.0 share it. The reader takes the same text apart again.
 */
import { sayAccreditation } from './accreditations.ts';
import { type CriteriaWords, findTopic, wordsFor } from './criteria-words.ts';
import type { Assessment, DesignContent, Language, Text } from './facts.ts';
import type { CriteriaTopic, SummarySection } from './summary.ts';
import { sayIn } from './texts.ts';
import { labelOf } from './vocabularies.ts';

export function writeCriteria(content: DesignContent, language: Language): string {
  const words = wordsFor(language);
  const say = (text: Text) => sayIn(text, language, content.defaultLanguage);
  return listSections(content, language, words, say)
    .filter(([, text]) => text !== '')
    .map(([topic, text]) => `## ${words.headings[topic]}\n\n${text}`)
    .join('\n\n');
}

/** Any criteria text, ours or not, by its headings. Text before the first heading has none. */
export function readCriteria(narrative: string): readonly SummarySection[] {
  const blocks = `\n${narrative.replaceAll('\r\n', '\n')}`.split(/\n(?=#{1,6} )/);
  return blocks.flatMap((block) => {
    const [, heading, body] = /^#{1,6} ([^\n]*)\n?([\s\S]*)$/.exec(block) ?? [];
    const text = (heading === undefined ? block : (body ?? '')).trim();
    if (heading === undefined) return text === '' ? [] : [{ text }];
    const topic = findTopic(heading);
    return [{ heading: heading.trim(), text, ...(topic ? { topic } : {}) }];
  });
}

type Say = (text: Text) => string;
type Section = readonly [CriteriaTopic, string];

function listSections(
  content: DesignContent,
  language: Language,
  words: CriteriaWords,
  say: Say,
): readonly Section[] {
  const optional = (text: Text | undefined) => (text ? quote(say(text)) : '');
  return [
    ['outcomes', writeOutcomes(content, words, say)],
    ['assessments', content.assessments.map((one) => writeAssessment(one, language, words, say)).join('\n')],
    ['pass-rule', optional(content.passRule)],
    ['workload', writeWorkload(content, words)],
    ['prerequisites', optional(content.prerequisites)],
    ['audience', optional(content.audience)],
    [
      'instruction-languages',
      content.instructionLanguages.map((code) => nameLanguage(code, language)).join(', '),
    ],
    ['programme', writeProgramme(content, words)],
    ['quality-assurance', writeQualityAssurance(content, language, say)],
    ['external-quality-assurance', writeAccreditations(content, language)],
    ['stackability', writeStackability(content, words, say)],
    ['partners', (content.partners ?? []).map((partner) => `- ${flatten(say(partner))}`).join('\n')],
    ['validity', content.validityMonths === undefined ? '' : words.validMonths(content.validityMonths)],
    [
      'further-information',
      join([optional(content.furtherInformation), content.furtherInformationUrl ?? '']),
    ],
  ];
}

function writeOutcomes(content: DesignContent, words: CriteriaWords, say: Say): string {
  const titles = new Map(content.assessments.map((one) => [one.id, `${one.id} ${flatten(say(one.title))}`]));
  return content.outcomes
    .map((outcome) => {
      const proofs = content.provenBy.filter((cell) => cell.outcome === outcome.id);
      const cells = proofs.map((cell) => {
        const parts = [titles.get(cell.assessment) ?? cell.assessment];
        if (cell.coverage === 'partial') parts.push(words.partly);
        if (cell.weight !== undefined) parts.push(words.ofFinalResult(cell.weight));
        return parts.join(', ');
      });
      const proven = cells.length > 0 ? ` (${words.assessedBy}: ${cells.join('; ')})` : '';
      return `- **${outcome.id}** ${flatten(say(outcome.text))}${proven}`;
    })
    .join('\n');
}

function writeAssessment(assessment: Assessment, language: Language, words: CriteriaWords, say: Say): string {
  const traits = [labelOf('assessment', assessment.type, language)];
  if (assessment.supervision) traits.push(labelOf('supervision', assessment.supervision, language));
  if (assessment.weight !== undefined) traits.push(words.ofFinalResult(assessment.weight));
  const sentences = [`- **${assessment.id} ${flatten(say(assessment.title))}**: ${traits.join('; ')}.`];
  if (assessment.description) sentences.push(flatten(say(assessment.description)));
  if (assessment.grading) sentences.push(`${words.grading}: ${flatten(say(assessment.grading))}.`);
  if (assessment.identityCheck)
    sentences.push(`${words.identityCheck}: ${flatten(say(assessment.identityCheck))}`);
  return sentences.join(' ');
}

function writeWorkload({ workload }: DesignContent, words: CriteriaWords): string {
  const parts: string[] = [];
  if (workload.ects !== undefined) parts.push(`${workload.ects} ECTS`);
  if (workload.hours !== undefined) parts.push(words.hours(workload.hours));
  if (workload.other) parts.push(`${workload.other.amount} ${flatten(workload.other.unit)}`);
  return parts.join(', ');
}

function writeProgramme({ programme }: DesignContent, words: CriteriaWords): string {
  if (!programme) return '';
  const parts = [words.places[programme.place]];
  if (programme.programmeName) parts.push(flatten(programme.programmeName));
  if (programme.registerNumber) parts.push(`${words.registerNumber}: ${flatten(programme.registerNumber)}`);
  return join(parts);
}

function writeQualityAssurance({ qualityAssurance }: DesignContent, language: Language, say: Say): string {
  if (!qualityAssurance) return '';
  const { type, framework, statement, url } = qualityAssurance;
  return join([
    labelOf('accreditation', type, language),
    framework ? quote(say(framework)) : '',
    quote(say(statement)),
    url ?? '',
  ]);
}

function writeAccreditations(
  { accreditations = [], defaultLanguage }: DesignContent,
  language: Language,
): string {
  return accreditations
    .map((one) => {
      const { title, sentence, source } = sayAccreditation(one, language, defaultLanguage);
      return `- **${flatten(title)}** ${flatten(sentence)} ${flatten(source)}: ${one.url}`;
    })
    .join('\n');
}

function writeStackability({ stackability }: DesignContent, words: CriteriaWords, say: Say): string {
  if (!stackability) return '';
  return join([
    words.kinds[stackability.kind],
    stackability.statement ? quote(say(stackability.statement)) : '',
  ]);
}

function join(paragraphs: readonly string[]): string {
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** One line: a text of the designer must not open a heading or a list of its own. */
function flatten(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function quote(text: string): string {
  return text.trim().replace(/^(\s*)#/gm, '$1\\#');
}

function nameLanguage(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
