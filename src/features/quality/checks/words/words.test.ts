import { describe, expect, test } from 'vitest';
import { tables } from './index.ts';

function judgeVerb(language: 'en' | 'nl', text: string): string | undefined {
  return tables[language]?.judgeVerb(text, [])?.reason;
}

function namesPath(language: 'en' | 'nl', text: string): boolean {
  return tables[language]?.path.some((pattern) => pattern.test(text)) ?? false;
}

function misleads(language: 'en' | 'nl', title: string): boolean {
  return (
    tables[language]?.titles.some(({ word, unless }) => word.test(title) && !unless?.test(title)) ?? false
  );
}

describe('the verb of an outcome in English', () => {
  test.each([
    'Analyse the rights of people affected by land acquisition.',
    'The participant is able to calculate heat loss for a terraced house.',
    'Participants will be able to critically evaluate how people understand risk.',
    'After completion, participants can design a lesson.',
    'Upon successful completion of the microcredential the learner can assess the knowledge of pupils.',
    'You can explain what managers need to know about privacy.',
    'Tests the understanding of pupils with formative assessment.',
    'Independently and safely operates a forklift.',
    'In a simulated setting, lead a team through a crisis.',
    'Given a data set, select a model and justify the choice.',
    'Is able to independently draw up a care plan.',
    'To diagnose faults in a heat pump.',
    'Map the knowledge of a team and plan how it is shared.',
    'Raises awareness of phishing among colleagues with a campaign.',
    'Builds a knowledge base for a help desk.',
    'Understand and apply the principles of universal design.',
    'Understands the rules of consent and applies them in an interview.',
    'Position a brand in a market.',
    'Function as chair of a project meeting.',
    'Supply a client with tailored advice.',
    'Facilitate learning in a team.',
    'Has written a policy brief on the basis of evidence.',
    'Graduates can mediate between parties.',
    'Coach new employees who are not yet familiar with the system.',
    'Develop a campaign that makes residents aware of energy use.',
    'LO1: Compare three methods.',
    '1. Compare three methods.',
    'Learning plans: draws up an individual plan for each pupil.',
    'Programme a robot arm.',
    'Reduces food waste in a professional kitchen.',
    'Formulates a research question.',
    'Communicate findings to lay people.',
    'Records observations with facts separated from interpretation.',
    'Quantify uncertainty in a forecast.',
    'As a member of a team, deliver a prototype.',
    'The nurse can administer medication.',
    'Demonstrate knowledge of safety rules by carrying out an inspection.',
    'Reflects on what one knows and does not know.',
    'Establish a baseline.',
    'Recognise signs of abuse and report them.',
  ])('is observable: %s', (text) => {
    expect(judgeVerb('en', text)).toBeUndefined();
  });

  test.each([
    'Understand the principles of land acquisition.',
    'The participant understands how a contract works.',
    'Participants will understand the design of surveys.',
    'The learner will be able to understand the causes of climate change.',
    'Knows the rules on privacy.',
    'After completion the participant knows the steps of a risk analysis.',
    'Students know and understand the most important theories.',
    'Be aware of ethical dilemmas in research.',
    'Is aware of cultural differences.',
    'Becomes familiar with the tools for data analysis.',
    'Be familiar with the legislation.',
    'You are familiar with statistical software.',
    'Learn about the history of design.',
    'Learns how to work with patients.',
    'Appreciate the importance of diversity.',
    'Has insight into the functioning of teams.',
    'Has a thorough understanding of the market.',
    'Gain knowledge of the energy transition.',
    'Gains insight in the behaviour of consumers.',
    'Develops an understanding of the role of data.',
    'Acquire a basic understanding of machine learning.',
    'Critically understand sources.',
    'Realise the importance of hygiene.',
    'Comprehend complex texts.',
    'Grasps the essence of systems thinking.',
    'Feel confident in speaking in public.',
    'At the end, learners will have knowledge of accounting.',
    'Possesses knowledge of European law.',
    'Get acquainted with design thinking.',
    'Is introduced to the basics of programming.',
    'Familiarise themselves with the software.',
    'Think about sustainability.',
    'Students are conscious of bias in data.',
    'Is knowledgeable about nutrition.',
    'Know how to write a report.',
    'Will have a good grasp of tax law.',
    'Deepen their understanding of leadership.',
    'I understand what a business case is.',
    'The ability to understand financial statements.',
    'Understanding the basics of finance.',
  ])('is not observable: %s', (text) => {
    expect(judgeVerb('en', text)).toBe('outcome-verb-unobservable');
  });

  test.each([
    'Knowledge of the energy transition.',
    'Insight into the law on privacy.',
    'The history of Groningen in four periods.',
    'Basic principles of accounting.',
    'Introduction to statistics.',
    'Communication in teams.',
    'Statistical methods for the social sciences.',
    'Awareness of bias.',
  ])('is not there: %s', (text) => {
    expect(judgeVerb('en', text)).toBe('outcome-without-verb');
  });
});

describe('the verb of an outcome in Dutch', () => {
  test.each([
    'Analyseert de rechten van mensen in een projectdossier.',
    'De deelnemer kan een risicoanalyse uitvoeren voor een klein bedrijf.',
    'De deelnemer is in staat om zelfstandig een plan van aanpak op te stellen.',
    'Na afloop kan de deelnemer een storing opsporen met meetinstrumenten.',
    'Na afloop van het traject ben je in staat om een gesprek te leiden.',
    'Je kunt uitleggen hoe mensen leren.',
    'Je legt uit wat medewerkers moeten weten over privacy.',
    'Kan een zorgplan opstellen samen met een cliënt.',
    'Legt training en toetsing van een model uit aan een raadslid.',
    'Toetst de kennis van leerlingen met een diagnostische toets.',
    'Kent punten toe aan werkstukken aan de hand van een rubric.',
    'Kent rechten toe aan gebruikers in een beheeromgeving.',
    'Leert cliënten nieuwe vaardigheden aan.',
    'Begrijpt de theorie en past deze toe op een casus.',
    'Kent, begrijpt en gebruikt de regels voor veilig werken.',
    'Draagt kennis van het vak over aan leerlingen.',
    'Deelt kennis over phishing met collega’s.',
    'Ziet toe op de naleving van veiligheidsregels.',
    'Spoort twee storingen op.',
    'Een adviesrapport schrijven over een juridisch vraagstuk.',
    'Kennis van het vak overdragen aan nieuwe collega’s.',
    'Het leerproces van een groep begeleiden.',
    'Herkent signalen van verwaarlozing en meldt deze.',
    'Verkent met een cliënt welke hulp past.',
    'Erkent en benoemt eigen fouten in een nabespreking.',
    'Beheerst een noodsituatie door de installatie af te schakelen.',
    'Waardeert een woning met de vergelijkingsmethode.',
    'De deelnemer kan het leren van leerlingen zichtbaar maken.',
    'De deelnemer kan aan een bewoner uitleggen welke keuzes er zijn.',
    'De verpleegkundige kan medicatie toedienen.',
    'Weegt privacy en veiligheid tegen elkaar af.',
    'Weet een conflict in een team te de-escaleren.',
    'Maakt kennis uit onderzoek bruikbaar voor beleid.',
    'Geeft voorlichting aan bewoners die niet bekend zijn met warmtepompen.',
    'De student kan een model bouwen en uitleggen hoe het werkt.',
    'In een gesimuleerde omgeving leidt de deelnemer een evacuatie.',
    'Voert zelfstandig een gesprek met een ouder.',
    'Ik kan een begroting opstellen.',
    'Hecht een snijwond volgens protocol.',
    'Bevordert het bewustzijn van collega’s over informatieveiligheid.',
    'Heeft een rapport geschreven over een actueel vraagstuk.',
  ])('is observable: %s', (text) => {
    expect(judgeVerb('nl', text)).toBeUndefined();
  });

  test.each([
    'Begrijpt de principes van grondverwerving.',
    'De deelnemer begrijpt hoe een contract werkt.',
    'De deelnemer kent de regels over privacy.',
    'De deelnemer weet hoe een risicoanalyse werkt.',
    'Weet welke stappen nodig zijn.',
    'Heeft inzicht in het functioneren van teams.',
    'De deelnemer heeft kennis van de energietransitie.',
    'Is zich bewust van culturele verschillen.',
    'Je bent je bewust van je eigen rol.',
    'Is bekend met de wetgeving.',
    'De cursist maakt kennis met ontwerpgericht denken.',
    'Krijgt inzicht in het gedrag van consumenten.',
    'Verwerft kennis over gezond ouder worden.',
    'Doet kennis op over duurzaamheid.',
    'Leert over de geschiedenis van het vak.',
    'De deelnemer leert hoe een business case werkt.',
    'De deelnemer kan de basisprincipes van machine learning begrijpen.',
    'De deelnemer kan de belangrijkste begrippen kennen.',
    'De deelnemer is in staat om de oorzaken van klimaatverandering te begrijpen.',
    'Na afloop begrijpt de deelnemer de werking van een warmtepomp.',
    'Na afloop van het traject heeft de deelnemer inzicht in de markt.',
    'Je begrijpt wat een begroting is.',
    'Ik weet wat een begroting is.',
    'Snapt de kern van systeemdenken.',
    'Beseft het belang van hygiëne.',
    'Realiseert zich dat taal invloed heeft.',
    'Ziet het belang van samenwerken in.',
    'Beschikt over kennis van het Europees recht.',
    'Beheerst de basisbegrippen van de statistiek.',
    'Verdiept zich in de theorie van het leren.',
    'Kent en begrijpt de belangrijkste theorieën.',
    'Is op de hoogte van de laatste ontwikkelingen.',
    'Heeft een goed beeld van de sector.',
    'Waardeert het belang van diversiteit.',
    'Raakt vertrouwd met de software.',
    'Ontwikkelt inzicht in eigen gedrag.',
    'Het belang van privacy inzien.',
    'Begrijpen hoe een contract tot stand komt.',
    'Kent de regels om die toe te passen.',
  ])('is not observable: %s', (text) => {
    expect(judgeVerb('nl', text)).toBe('outcome-verb-unobservable');
  });

  test.each([
    'Kennis van de energietransitie.',
    'Inzicht in de wet op de privacy.',
    'Basiskennis van statistiek.',
  ])('is not there: %s', (text) => {
    expect(judgeVerb('nl', text)).toBe('outcome-without-verb');
  });
});

describe('an outcome in English', () => {
  test.each([
    'After this course, the participant can design a survey.',
    'Apply the theories discussed in the lectures to a case.',
    'Explain the concepts treated in week 3.',
    'Summarise module 2.',
    'Attend at least 80% of the meetings.',
    'Reproduce the model as explained by the lecturer.',
    'Apply the method of Professor Jansen to a case.',
    'In this module the student analyses a contract.',
    'By the end of the course, calculate heat loss.',
    'Carry out the exercises from the course materials.',
    'Participates actively in all workshops.',
    'Explain what was taught during the training.',
    'Present the results of weeks 4 to 6.',
    'Discuss the literature of the course Research Methods in Practice.',
    'After completing the training, install a heat pump.',
    'Uses the techniques from lesson 5 in practice.',
    'Has attended all sessions and can present a plan.',
    'Apply the frameworks presented in the guest lecture by Dr. Bakker.',
    'Having followed the module, evaluate a policy.',
    'Use the templates given in the workshop.',
  ])('leans on a path: %s', (text) => {
    expect(namesPath('en', text)).toBe(true);
  });

  test.each([
    'Align teaching activities and an assessment with learning outcomes in a plan for two sessions.',
    'Prepare a lesson plan for a tutorial of ninety minutes.',
    'Analyse barriers in one of their own course units.',
    'Argue for a course of action in an integrity dilemma.',
    'Adjust treatment in the course of an illness.',
    'Plan the rota of a ward for two weeks.',
    'Install a solar module on a pitched roof.',
    'Write unit tests for a software module.',
    'Draw lessons from an incident.',
    'Register attendance of pupils and act on absence.',
    'Attend to the needs of a patient.',
    'Advise a lecturer on formative assessment.',
    'Train a model on labelled data.',
    'Repair a gearbox in the workshop of an employer.',
    'Facilitate a workshop for residents.',
    'Design a training for new colleagues.',
    'Lead an activating discussion in class with fifteen students.',
    'Deliver a prototype within six weeks.',
    'Monitor a pregnancy after week 26 of pregnancy.',
    'Chart the course of a ship in coastal waters.',
    'Design a module for upper secondary education.',
    'Support the teacher of a class with a pupil who needs extra care.',
  ])('leans on no path: %s', (text) => {
    expect(namesPath('en', text)).toBe(false);
  });
});

describe('an outcome in Dutch', () => {
  test.each([
    'Na deze cursus kan de deelnemer een enquête ontwerpen.',
    'Past de in de colleges behandelde theorieën toe op een casus.',
    'Legt de begrippen uit week 3 uit.',
    'Vat module 2 samen.',
    'Is bij ten minste 80% van de bijeenkomsten aanwezig.',
    'Woont alle lessen bij.',
    'Neemt actief deel aan de workshops.',
    'Past de methode van professor Jansen toe.',
    'Voert de opdrachten uit de reader uit.',
    'Aan het einde van de module berekent de deelnemer het warmteverlies.',
    'Na afloop van de training kan de deelnemer een warmtepomp installeren.',
    'Presenteert de stof die is uitgelegd door de docent.',
    'In deze module analyseert de student een contract.',
    'Volgt alle lessen en maakt een verslag.',
    'Gebruikt de technieken uit les 5.',
    'Past toe wat tijdens de cursus is geleerd.',
    'Gebruikt de modellen die in de lessen zijn behandeld.',
    'Heeft de cursus Onderzoeksmethoden gevolgd en schrijft een plan.',
  ])('leans on a path: %s', (text) => {
    expect(namesPath('nl', text)).toBe(true);
  });

  test.each([
    'Ontwerpt een lessenserie voor de onderbouw.',
    'Past differentiatie toe in de lessen aan een gemengde groep.',
    'Adviseert docenten over toetsing.',
    'Maakt een weekplanning voor een team van zes.',
    'Levert binnen zes weken een prototype op.',
    'Registreert de aanwezigheid van leerlingen.',
    'Test een softwaremodule.',
    'Ontwerpt een module voor het voortgezet onderwijs.',
    'Begeleidt een training voor nieuwe collega’s.',
    'Signaleert aanwezige risico’s op de werkplek.',
    'Geeft een workshop aan bewoners.',
    'Evalueert het eigen lesgeven met feedback van studenten.',
    'Stemt werkvormen af in een plan voor twee bijeenkomsten.',
    'Woont een teamoverleg bij en legt de besluiten vast.',
    'Neemt deel aan een multidisciplinair overleg en brengt de casus in.',
    'Begeleidt een zwangere vanaf week 20 van de zwangerschap.',
    'Geeft les in het vak Nederlands aan nieuwkomers.',
    'Volgt de instructies van de fabrikant bij het monteren.',
  ])('leans on no path: %s', (text) => {
    expect(namesPath('nl', text)).toBe(false);
  });
});

describe('a title', () => {
  test.each([
    ['en', 'Master of Data Science in Practice'],
    ['en', "Bachelor's Certificate Health"],
    ['en', 'National Certificate in Care'],
    ['en', 'Mini MBA for Engineers'],
    ['en', 'Diploma in Leadership'],
    ['en', 'Professional Degree Sustainable Finance'],
    ['en', 'PhD Degree in Writing'],
    ['en', 'Doctorate of Coaching'],
    ['en', 'Certificate of Higher Education in Law'],
    ['en', 'Nationally Recognised Coach'],
    ['en', 'Executive Master Circular Economy'],
    ['nl', 'Landelijk certificaat Zorg'],
    ['nl', 'Diploma Leidinggeven'],
    ['nl', 'Vakdiploma Warmtepompen'],
    ['nl', 'Master Digitale transformatie'],
    ['nl', 'Bachelor Zorgtechnologie'],
    ['nl', 'Rijkserkend adviseur'],
    ['nl', 'Mastergraad Data'],
    ['nl', 'Graad in het recht'],
    ['nl', 'Hbo-bachelor Zorg'],
    ['nl', 'Doctoraat in coaching'],
    ['nl', 'Mini-MBA voor ingenieurs'],
    ['nl', 'Landelijk erkende training veiligheid'],
  ] as const)('misleads in %s: %s', (language, title) => {
    expect(misleads(language, title)).toBe(true);
  });

  test.each([
    ['en', 'PhD student courses: Scientific Integrity in Practice'],
    ['en', 'International Law for Policymakers'],
    ['en', 'Mastering Data Visualisation'],
    ['en', 'Masterclass Negotiation'],
    ['en', "Supervising Master's Theses"],
    ['en', 'Scrum Master Essentials'],
    ['en', '360-degree Feedback for Leaders'],
    ['en', 'Master Data Management'],
    ['en', 'Supervising PhD Candidates'],
    ['en', 'Transnational Education'],
    ['en', 'Degrees of Freedom in Robotics'],
    ['en', 'Teaching Bachelor Students'],
    ['nl', 'Ondernemen in het landelijk gebied'],
    ['nl', 'Begeleiden van masterstudenten'],
    ['nl', 'Masterclass Onderhandelen'],
    ['nl', 'Internationaal recht voor beleidsmakers'],
    ['nl', 'Promovendi begeleiden'],
    ['nl', 'Graadmeters voor welzijn'],
    ['nl', '360 graden feedback geven'],
    ['nl', 'Cursussen voor PhD-studenten'],
    ['nl', 'Diplomawaardering in de praktijk'],
    ['nl', 'Begeleiden van bachelorscripties'],
  ] as const)('does not mislead in %s: %s', (language, title) => {
    expect(misleads(language, title)).toBe(false);
  });
});
