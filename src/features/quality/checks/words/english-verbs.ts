/** English verbs of learning outcomes, and what stands before them. */
import { words } from './tokens.ts';

const SUBJECT =
  '(?:participants?|learners?|students?|graduates?|candidates?|professionals?|trainees?|attendees?|holders?|employees?|practitioners?|teachers?|lecturers?|researchers?|nurses?|managers?|policymakers?|engineers?|technicians?|workers?|person|people|you|i|we|they|he|she|one|he or she|she or he|he/she|s/he|those who (?:earn|hold|receive) (?:it|this)(?: credential| badge| microcredential)?)';
const ABLE =
  '(?:able|capable|competent|qualified|equipped|prepared|ready|in a position)\\s+(?:to|of|in)\\s+(?:be able to\\s+)?';

/** Tried in turn until none fits: "After completion, the participant will be able to …". */
export const STEMS: readonly RegExp[] = [
  /^(?:after|upon|on|by|at|following|having|when|once|in|with|within|using|given|for|from|based on|under|as)\b[^,;:]*[,:]\s*(?=\S+\s+\S)/,
  new RegExp(
    `^(?:after|upon|on|by|at|following|having|when|once)\\b[^,;:]*?\\s(?=(?:the |an? |each |every |all )?(?:successful )?${SUBJECT}\\b)`,
  ),
  new RegExp(
    `^(?:(?:the|an?|each|every|all|our|successful|a successful)\\s+)*${SUBJECT}(?:\\s+(?:of|who|with)\\s[^,]*?(?=\\s(?:can|will|is able|are able)\\b))?(?:\\s*:|\\s+(?!'))`,
  ),
  /^(?:the|an?|each|every)\s+(?:[\w-]+\s+){1,2}(?=(?:can|will be able|is able|are able|is capable)\b)/,
  new RegExp(
    `^(?:will|should|shall|must|would|is|are|am)?\\s*(?:then\\s+|also\\s+|be\\s+|being\\s+)*(?:fully\\s+|well\\s+)?${ABLE}:?\\s*`,
  ),
  /^(?:has|have|possess(?:es)?|demonstrates?|shows?|proves?)\s+(?:the|an?|their)?\s*(?:ability|capacity|competence)\s+to\s+/,
  /^(?:has|have)\s+(?:demonstrated|shown|proven|proved)\s+(?:that (?:they|he or she|she or he|he|she|you|i) can|(?:the|an?) ability to|to be able to)\s+/,
  /^(?:the\s+)?ability to\s+/,
  /^(?:can|could|will|should|shall|must|may|would)(?:\s+(?:then|also|now))?\s*:?\s+(?=\S)/,
  /^(?:is|are)\s+expected to\s+/,
  /^to\s+/,
  // The perfect tense tells the verb in its participle.
  /^(?:has|have)\s+(?:successfully\s+|already\s+|independently\s+)?(?=(?:\p{L}+ed|written|built|made|led|given|taken|shown|done|drawn|held|run|set|drawn up)\b(?!\s+(?:knowledge|skills|understanding|insight)))/u,
];

/** What stands between a stem and its verb; words on -ly are recognised by their ending. */
export const ADVERBS = words(
  'also then independently together jointly both either first always often well thus effectively safely fluently at least again now further even',
);

/** On -ly, and verbs all the same. */
export const LY_VERBS = words('apply supply reply comply rely imply multiply assembly fly ally rally tally');

const MIND =
  '(?:knowledge|understanding|insights?|awareness|overview|appreciation|grasp|sense|feeling|familiarity|consciousness|notion|view|idea|comprehension|command|experience|interest|confidence|respect|skills?|competen(?:ce|cies|cy)|expertise|affinity)';
const SOME = "(?:[\\w'-]+\\s+){0,4}?";

/** Anchored at the verb. The first group is what is shown. */
export const UNOBSERVABLE: readonly RegExp[] = [
  /^((?:mis)?(?:understands?|understood|understanding))\b/,
  /^(knows?|knew|known|knowing)\b/,
  /^(learns?|learned|learnt|learning)\b(?! (?:plans?|goals?|activit|materials?|environments?|outcomes?|analytics|objectives?|needs?|paths?|arrangement))/,
  /^(appreciat(?:es?|ed|ing))\b/,
  /^(comprehends?|comprehended|comprehending|grasps?|grasped|grasping)\b/,
  /^(internali[sz](?:es?|ed|ing)|memori[sz](?:es?|ed|ing)|remembers?|remembered|remembering)\b/,
  /^(reali[sz](?:es?|ed|ing)) (?:that|how|why|what|the (?:importance|value|need|impact|significance|relevance))\b/,
  /^(famili?ari[sz](?:es?|ed|ing)|acquaints?|acquainted|acquainting|orients?|sensiti[sz](?:es?|ed)) (?:themselves|himself|herself|yourself|oneself|ourselves|myself)\b/,
  /^(believes?|feels?|feeling|thinks?|thinking|enjoys?|likes?|wants?|hopes?|cares? about|is interested)\b/,
  /^(becom(?:es?|ing)|became)\b/,
  /^((?:is|are|am|be|being|feels?|remains?|stays?)\s+[\w'-]+)\b/,
  new RegExp(`^((?:has|have|had|having|possess(?:es)?|holds?|owns?)\\s+${SOME}${MIND})\\b`),
  /^((?:has|have|having))\s+(?:an?|the|some|no|more|good|basic|sound|deep|broad)\b/,
  /^((?:gain|acquir|obtain|get|got|gett|receiv|develop|deepen|broaden|expand|increas|improv|extend|enhanc|form|refresh|attain|achiev)(?:e|es|s|ed|ing|en)?\s+(?:up\s+)?(?:(?:an?|the|their|his|her|your|my|his or her|some|more|new|deep|deeper|basic|broad|broader|better|critical|solid|sound|good|thorough|general|practical|theoretical|first|clear|advanced|own|in-depth|comprehensive|fundamental|strong|personal)\s+)*(?:knowledge|understanding|insights?|awareness|overview|appreciation|grasp|sense|feeling|familiarity|experience|idea|impression|comprehension))\b(?! (?:base|graph|map|management|questions?|check|test|tool|report|dashboard))(?!.* among(?:st)? )/,
  /^(gets? (?:to know|acquainted|familiar|introduced|informed|used))\b/,
  /^(receives? (?:an? )?(?:introduction|training|information|instruction|lectures?|explanation))\b/,
  /^(masters? (?:the |basic |some )*(?:basics|theory|theories|principles|concepts|fundamentals|essentials|subject|content|material|knowledge))\b/,
  /^(values? (?:the )?(?:importance|role|contribution|diversity|differences))\b/,
  /^(experiences?|experienced|experiencing|perceives?)\b/,
  /^(aware|conscious|familiar|acquainted|knowledgeable|informed|mindful|conversant)\b/,
  /^(studies|study|studying)\s+(?:the|an?|about|how|various|different)\b/,
  /^(explores?|discovers?|encounters?|reads? about|hears?)\s+(?:the world|what it (?:is|means)|about)\b/,
];

/** Outcomes that name a thing instead of an act: "Knowledge of …", "The history of …". */
export const NOUN_HEADS: readonly RegExp[] = [
  /^(?:(?:an?|the|some)\s+)?(?:(?:basic|in-depth|thorough|good|sound|broad|deep|general|theoretical|practical|specialist|speciali[sz]ed|advanced|working|critical|professional|current|up-to-date|solid|detailed|relevant|fundamental|technical|academic|clear|strong|and)\s+)*(?:knowledge|insights?|awareness|familiarity|comprehension|appreciation|introduction|overview|basics|principles|fundamentals|essentials|foundations|theory|theories|skills?|competen(?:ce|cy|cies)|expertise|command|mastery|proficiency|experience|history|aspects|concepts)\s+(?:of|in|into|to|about|with|on|for|and|regarding|behind)\b/,
  /^(?:the|an|a|this|these|those|some|various|different|how|why|what|which|where|basic|advanced|key)\s/,
];

/** Endings of things and qualities; verbs that share them stand in the list below. */
export const NOUN_ENDING =
  /(?:tion|sion|ment|ness|ity|ship|ism|ance|ence|ics|ology|graphy|ency|ancy|cracy|dom|hood|al|ous|ful|ible|ic|ical|ative)s?$/;

export const OBSERVABLE = words(`
  abstract accept access account achieve act activate adapt add address adjust administer adopt advise advocate align allocate
  amend analyse analyze animate annotate answer anticipate apply appoint appraise approach approve argue arrange articulate
  assemble assess assign assist attach attribute audit author automate balance bake base benchmark blend brief budget build
  calculate calibrate calm capture care carry catalogue categorise categorize caption chair challenge change characterise
  characterize chart check choose cite clarify classify clean coach coax code collaborate collect combine command comment
  commission communicate compare compile complete compose compute conceptualise conclude condition conduct configure confirm
  connect consolidate construct consult contextualise contrast contribute control convert convey convince cook cooperate
  coordinate copy correct counsel counter craft create credit criticise critique cut cultivate curate customise date deal
  debate debug decide declare decode deconstruct decorate deduce defend define delegate deliver demonstrate deploy derive
  describe design detect determine develop devise diagnose differentiate direct discriminate discuss dismantle dispense display
  disseminate distinguish distribute document draft draw dress drive edit elaborate elicit eliminate embed employ enable enforce
  engage engineer enhance enrich ensure enter enumerate establish estimate evaluate examine exchange execute exemplify exercise
  experiment explain explore express extend extract extrapolate fabricate facilitate feed file fill film filter finance find fit
  fix focus follow forecast formulate foster frame function gather generate give greet ground group guarantee guide handle
  harmonise help highlight hypothesise identify illustrate implement import improve improvise incorporate indicate infer inform
  initiate inject innovate inspect install instruct integrate interact interpret intervene interview introduce invent inventory
  investigate invite involve isolate issue judge justify label launch lay lead link list listen load locate log maintain make
  manage manipulate manufacture map march mark market match measure mediate mend mention mentor migrate mitigate mix model
  moderate modify monitor motivate mount move narrate navigate negotiate nominate note number nurse observe offer open operate
  operationalise optimise order organise organize orient originate outline oversee paint paraphrase partition perform persuade
  photograph pilot pinpoint pitch place plan play plot point position practise practice predict prepare prescribe present
  preserve prevent prioritise process procure produce profile program programme project promote propose protect prototype prove
  provide prune publish purchase put quantify raise query question rank rate read realise realize reason rebuild recall recalculate
  recognise recognize recommend reconcile reconstruct record recruit redesign reduce refer reference refine reflect reformulate
  register regulate relate relocate remove repair repeat rephrase replace replicate report represent reproduce request rescue
  research resolve respond restore restructure retrieve review revise rewrite route run safeguard sample schedule screen script
  search secure segment select separate sequence serve set shape share show signal simulate sketch solve sort source speak
  specify spot stage standardise state steer stimulate store strengthen structure submit substantiate suggest summarise summarize
  supervise supply support survey sustain switch synthesise synthesize take teach tell test thematise trace track train transfer
  transform translate transpose treat triage troubleshoot tune turn uncover underpin undertake update use utilise utilize validate
  verify visualise visualize wash weigh weld work write
  appeal conceal heal reveal total trial mimic panic evidence influence experience witness harness station ration caption auction
  sanction comment complement supplement implement augment cement fragment envision finance advance sequence reference licence
  license conference evidence distance silence dance
`);

/** After these, a word that follows "and" is an object's beginning, so the word before it is a verb. */
export const OBJECT_STARTS = words(
  'the a an this that these those them it its their his her your my our one two three each every all both such him us how what why which when where whether relevant appropriate suitable to in on with for against at by from into between these',
);
