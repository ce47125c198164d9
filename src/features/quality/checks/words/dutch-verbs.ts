/** Dutch verbs of learning outcomes, and what stands before them. */
import { words } from './tokens.ts';

const SUBJECT =
  '(?:deelneme?rs?|deelneemsters?|cursist(?:en)?|student(?:en|e)?|lerenden?|leerlingen?|leerling|kandida(?:at|ten)|professionals?|afgestudeerden?|gediplomeerden?|geslaagden?|medewerkers?|beroepsbeoefena(?:ar|ars|ren)|vakm(?:an|ensen)|docent(?:en)?|verpleegkundigen?|monteurs?|onderzoekers?|leidinggevenden?|je|jij|jullie|u|ik|wij|we|hij|zij|ze|men)';
const SUBJECTS = `(?:(?:de|het|een|elke|iedere|alle|deze|onze)\\s+)?(?:geslaagde\\s+)?${SUBJECT}(?:\\s*(?:\\/|of|en)\\s*${SUBJECT})*`;
const ABLE =
  '(?:is|ben|bent|zijn|wordt)\\s+(?:(?:goed|zelfstandig|voldoende|er)\\s+)?(?:in staat|bekwaam|toegerust|gekwalificeerd)(?:\\s+gesteld)?,?\\s*(?:om\\s+)?';
const CAN = '(?:kan|kun|kunt|kunnen|moet|moeten|zal|zullen|mag)';

/** "Na afloop kan de deelnemer …": the verb comes before its subject; both are put in the usual order. */
export const INVERTED = new RegExp(
  `^(?:na|aan|op|met|bij|in|tijdens|door|vanuit|voor|binnen|onder|volgens|als|aan de hand)\\b.*?\\s([\\p{L}]+)\\s+${SUBJECTS}\\b(?:\\s+(?:dan|daarna))?\\s*`,
  'u',
);

/** Stripped at the beginning; the verb that follows is finite. */
export const STEMS: readonly RegExp[] = [
  /^(?:na|aan|op|met|bij|in|tijdens|door|vanuit|binnen|onder|gegeven)\b[^,;:]*[,:]\s*(?=\S+\s+\S)/,
  new RegExp(`^${SUBJECTS}\\s*(?::|\\.\\.\\.|…)?\\s+(?=\\S)`),
  /^(?:de|een|het|elke|iedere)\s+[\p{L}-]+\s+(?=(?:kan|kunnen|is in staat)\b)/u,
  /^(?:heeft|hebt|heb) (?:aangetoond|laten zien|bewezen) dat (?:hij|zij|ze|je|ik|hij\/zij|hij of zij|deze|die) (?=.*\bkan\b)/,
];

/** After these the verb is an infinitive, somewhere further on. */
export const INFINITIVE_STEMS: readonly RegExp[] = [
  new RegExp(`^${CAN}(?:\\s+(?:${SUBJECTS}|ook|daarna|dan|zelfstandig))*\\s*:?\\s+(?=\\S)`),
  new RegExp(`^${ABLE}(?:te\\s+)?:?\\s*`),
  /^(?:heeft|hebt|heb|beschikt over|bezit)\s+(?:de|het)\s+(?:vaardigheid|vaardigheden|vermogen|bekwaamheid|competentie)\s+om\s+/,
  /^om\s+/,
];

export const ADVERBS = words(
  'zelfstandig kritisch correct systematisch veilig doelgericht ook dan samen methodisch onder begeleiding gestructureerd adequaat op juist efficiënt effectief helder duidelijk nauwkeurig professioneel goed actief steeds altijd beargumenteerd onderbouwd planmatig zorgvuldig bewust',
);

const MIND =
  '(?:(?:basis|vak|voor|theoretische |feiten|materialen|product|praktijk|achtergrond)?kennis|inzicht|inzichten|begrip|besef|weet|overzicht|beeld|notie|gevoel|oog|bewustzijn|bewustwording|bekendheid|affiniteit|ervaring|waardering|respect|vertrouwen|interesse|belangstelling|idee|feeling|grip)';
const SOME = '(?:[\\p{L}\\d-]+\\s+){0,4}?';

/** Anchored at a finite verb (or a bare infinitive at the beginning). The first group is what is shown. */
export const UNOBSERVABLE: readonly RegExp[] = [
  /^(begrijp(?:t|en)?)(?![\p{L}-])/u,
  /^(ken(?:t|nen)?)(?![\p{L}-])(?!.*\btoe\b(?! te\b))/u,
  /^(weet|weten|wist)(?![\p{L}-])(?!(?:\s+[\p{L}\d-]+){1,12}?\s+te\s+(?!(?:weten|begrijpen|kennen)\b)[\p{L}-]+en(?![\p{L}]))/u,
  /^(snap(?:t|pen)?|besef(?:t|fen)?|doorgrond(?:t|en)?|doorziet|doorzien|doorzie)(?![\p{L}-])/u,
  /^(leer(?:t|en)?)\s+(?=(?:over|hoe|wat|waarom|welke|wanneer|om|van|uit|de|het|een|te|omgaan|werken|kennen|zelf|zich|je|zijn|haar|hun|meer|alles|verschillende)(?![\p{L}]))(?!.*\baan\b\s*(?:$|[.,;]|met|bij|tijdens|in|op|door|volgens))/u,
  /^(onthoud(?:t|en)?|herinner(?:t|en)? (?:zich|je|me)|gelo(?:of|oft|ven)|ervaar|ervaart|ervaren|internalis(?:eert|eren)|voel(?:t|en)?)(?![\p{L}-])/u,
  /^(denk(?:t|en)?\s+(?:na|over|dat|aan))(?![\p{L}])/u,
  /^(realis(?:eert|eer|eren) (?:zich|je|me))(?![\p{L}])/u,
  /^((?:verdiep(?:t|en)?|oriënteer(?:t)?|oriënteren|interesseert|bekwaamt) (?:zich|je|me|u))(?![\p{L}])/u,
  new RegExp(`^((?:heeft|heb|hebt|hebben)\\s+${SOME}${MIND})(?![\\p{L}])`, 'u'),
  new RegExp(
    `^((?:beschikt?|beschikken)\\s+over\\s+${SOME}(?:${MIND}|vaardigheden|kennis))(?![\\p{L}])`,
    'u',
  ),
  new RegExp(`^((?:bezit|bezitten)\\s+${SOME}${MIND})(?![\\p{L}])`, 'u'),
  /^((?:is|ben|bent|zijn|raakt|raak|raken|wordt|word|worden|blijft|voelt)\s+(?:[\p{L}\d-]+\s+){0,4}?(?:bekend|vertrouwd|bewust|op de hoogte|doordrongen|geïnformeerd|ingevoerd|thuis|gevoelig|geïnteresseerd|gemotiveerd|ingewijd|geïntroduceerd|wegwijs|onderlegd|kundig|vaardig|bedreven))(?![\p{L}])/u,
  /^((?:maak|maakt|maken)\s+(?:[\p{L}-]+\s+){0,3}?kennis)\s+(?:met|van)\b/u,
  /^((?:neem|neemt|nemen)\s+(?:[\p{L}-]+\s+){0,2}?kennis)\s+van\b/u,
  /^((?:doet|doe|doen)\s+(?:[\p{L}-]+\s+){0,4}?(?:kennis|inzicht(?:en)?|ervaring(?:en)?))(?![\p{L}])/u,
  new RegExp(
    `^((?:krijg|krijgt|krijgen|verkrijgt?|verkrijgen|verwerft?|verwerven|vergaart|vergaren|ontvangt|behoudt)\\s+${SOME}(?:${MIND}|uitleg|informatie|instructie|een introductie|les|lessen|training))(?![\\p{L}])`,
    'u',
  ),
  new RegExp(
    `^((?:ontwikkelt?|ontwikkelen|vormt|vormen)\\s+${SOME}(?:kennis|inzicht|inzichten|begrip|besef|gevoel|bewustzijn|waardering|feeling))\\s+(?:van|in|voor|over|bij|met|omtrent|hoe)\\b`,
    'u',
  ),
  new RegExp(
    `^((?:vergroot|vergroten|verdiept?|verdiepen|verbreedt|verbreden|verrijkt|verrijken|verhoogt|versterkt)\\s+(?:(?:zijn|haar|hun|de|het|je|eigen|uw|mijn|zijn\\/haar)\\s+)*(?:${MIND}))(?![\\p{L}])`,
    'u',
  ),
  /^((?:ziet|zie|zien)\s+(?:[\p{L}-]+\s+){0,3}?(?:belang|noodzaak|waarde|nut|in))(?![\p{L}])/u,
  /^(zien? in|ziet .* in)(?:$|[.,;])/u,
  /^((?:waardeert|waardeer|waarderen)\s+(?:het belang|de rol|de bijdrage|de betekenis|diversiteit|verschillen|de verschillen|de waarde|de kracht))/u,
  /^((?:hecht|hechten)\s+(?:veel |grote )?(?:belang|waarde))(?![\p{L}])/u,
  /^(staat open voor|staat achter|onderschrijft het belang)/u,
  /^((?:beheers(?:t|en)?)\s+(?:[\p{L}-]+\s+){0,3}?(?:basis|(?:grond)?beginselen|basisbeginselen|basisprincipes|theorie|theorieën|kennis|stof|leerstof|principes|(?:basis)?begrippen|concepten|terminologie|basisvaardigheden|vakjargon))(?![\p{L}])/u,
  /^(kennen|begrijpen|weten|snappen|beseffen|inzien|doorgronden|leren)(?![\p{L}-])/u,
  /^((?:zich )?(?:bewust|bekend|vertrouwd|op de hoogte)(?: (?:zijn|raken|worden))?)\s+(?:van|met|zijn|raken)\b/u,
];

/** Infinitives of the mind, wherever they stand after "kan". */
export const UNOBSERVABLE_INFINITIVES = words(
  'begrijpen kennen weten snappen beseffen inzien doorgronden doorzien leren onthouden herinneren geloven ervaren voelen nadenken verwerven',
);

/** Also after "kan": "zich bewust zijn", "inzicht verkrijgen". */
export const UNOBSERVABLE_GROUPS: readonly RegExp[] = [
  /((?:bekend|vertrouwd|bewust|op de hoogte)\s+(?:zijn|raken|worden))(?![\p{L}])/u,
  /((?:kennis|inzicht|begrip|een beeld|een overzicht)\s+(?:\S+\s+){0,8}?(?:hebben|verkrijgen|verwerven|krijgen|opdoen|ontwikkelen))(?![\p{L}])/u,
  /(kennis\s+(?:\S+\s+){0,6}?(?:maken|nemen)\s+(?:met|van)|kennismaken)(?![\p{L}])/u,
];

/** Outcomes that name a thing instead of an act. */
export const NOUN_HEADS: readonly RegExp[] = [
  /^(?:(?:een|het|de)\s+)?(?:(?:goede?|brede?|grondige|globale?|actuele?|basale|voldoende|diepgaande?|theoretische?|praktische?|eerste|algemene?|elementaire)\s+)*(?:[\p{L}]*kennis|inzicht(?:en)?|begrip|bewustzijn|bewustwording|besef|[\p{L}]*vaardighe(?:id|den)|bekendheid|overzicht|introductie|inleiding|kennismaking|vertrouwdheid|theorie(?:ën)?|achtergronden?|beheersing|principes|basisprincipes|(?:grond)?beginselen|geschiedenis|aspecten|ervaring|competenties?)\s+(?:van|in|met|over|om|bij|omtrent|op|rond|rondom|achter|voor|tot)\s/u,
];

export const OBSERVABLE_INFINITIVES = words(`
  aanbevelen aanbieden aanbrengen aandragen aangeven aanleggen aanleren aanmaken aanmelden aanpakken aanpassen aansluiten aanspreken
  aanstellen aansturen aantonen aanvragen aanvullen aanwijzen achterhalen activeren adviseren afbakenen afhandelen afleiden afnemen
  afronden afstellen afstemmen afwegen afwerken agenderen analyseren anticiperen archiveren argumenteren assembleren assisteren
  automatiseren bakken becommentariëren beargumenteren beantwoorden bedenken bedienen beheren beheersen begeleiden begroten behandelen
  bekritiseren belichten beluisteren bemiddelen bemonsteren benaderen benoemen benutten beoordelen bepalen bepleiten beproeven bereiden
  berekenen beredeneren beschermen beschrijven beslissen besluiten bespreken bestellen besturen bestuderen betrekken bevestigen bevorderen
  bevragen bewaken bewaren bewerken bewijzen bijhouden bijstellen bijsturen bouwen brengen budgetteren calculeren categoriseren
  checken citeren classificeren coachen coderen combineren communiceren compileren concluderen configureren construeren contrasteren
  controleren converteren coördineren corrigeren creëren debatteren debuggen declareren deconstrueren deduceren definiëren delegeren
  delen demonstreren demonteren diagnosticeren differentiëren documenteren doorrekenen doorverwijzen doorvoeren draaien duiden
  evalueren experimenteren expliciteren faciliteren fabriceren feedback filteren financieren formuleren fotograferen frezen gebruiken
  genereren geven groeperen hanteren handelen handhaven hechten helpen herformuleren herkennen herleiden herontwerpen herschrijven
  herstellen hervormen identificeren illustreren implementeren importeren improviseren inbrengen indelen indienen indiceren
  informeren innoveren inregelen inrichten inschatten inspecteren inspireren installeren instellen instrueren integreren interpreteren
  interveniëren interviewen introduceren inventariseren invoeren invullen inzetten isoleren kalibreren karakteriseren kiezen klaarmaken
  knippen kwantificeren lassen leggen leiden leveren lezen lokaliseren lokaliseer luisteren maken managen markeren meten meedenken mengen
  modelleren modereren monitoren monteren motiveren navigeren nagaan neerzetten nemen noemen noteren observeren onderbouwen
  onderhandelen onderhouden onderscheiden onderzoeken ondersteunen ontleden ontvangen ontwerpen ontwikkelen oordelen oplossen opbouwen
  opleveren opmaken opmeten opnemen opruimen opsporen opstarten opstellen opsommen opvolgen opvragen opzetten optimaliseren opzoeken
  organiseren overdragen overleggen overtuigen parafraseren participeren plaatsen plannen positioneren presenteren prioriteren
  problematiseren produceren programmeren promoten publiceren raadplegen rapporteren reageren realiseren reconstrueren redeneren
  redigeren reduceren reflecteren regelen registreren reinigen rekenen relateren repareren reproduceren reviewen revideren samenstellen
  samenvatten samenwerken schatten scheiden schetsen schrijven screenen selecteren signaleren simuleren sluiten snijden solderen sorteren
  specificeren spelen spreken standaardiseren stellen stimuleren structureren sturen synthetiseren tekenen testen toelichten toepassen
  toekennen toetsen toewijzen tonen trainen transformeren trekken typeren uitbreiden uitdragen uitleggen uitlezen uitnodigen uitrekenen uitvoeren
  uitwerken uitwisselen uitzetten updaten valideren vaststellen vastleggen verantwoorden verbeteren verbinden verdedigen verdelen
  vereenvoudigen vergelijken verhelpen verhelderen verifiëren verklaren verkennen verlenen vermelden veranderen vernieuwen versterken vertalen vertellen
  vertonen vervaardigen vervangen vervoeren verwerken verwijderen verwijzen verwoorden verzamelen verzorgen visualiseren volgen voeren voorbereiden
  voordoen voorkomen voorlichten vormgeven voorspellen voorstellen vragen waarborgen waarnemen wassen weergeven wegen weerleggen wegen wegnemen werken wijzigen
  zagen zetten zoeken zuiveren doseren toedienen prikken verbinden verplegen rijden laden lossen optekenen ontmantelen bijwerken
`);

/** Finite verbs, or their first part when they are separable, that carry a sentence after "en". */
export const OBSERVABLE_FINITE = words(`
  past pas legt leg gebruikt gebruik voert voer stelt stel zet geeft geef werkt werk beschrijft beschrijf verklaart verklaar analyseert
  analyseer beoordeelt beoordeel berekent bereken benoemt benoem vergelijkt vergelijk ontwerpt ontwerp maakt maak schrijft schrijf
  presenteert presenteer adviseert adviseer licht vat draagt draag vult vul neemt neem wijst wijs toont toon bepaalt bepaal formuleert
  formuleer onderbouwt onderbouw evalueert evalueer hanteert hanteer kiest kies lost los herkent herken onderscheidt rapporteert rapporteer
  interpreteert interpreteer implementeert ontwikkelt ontwikkel bespreekt bespreek verantwoordt verantwoord reflecteert reflecteer
  demonstreert selecteert communiceert handelt begeleidt controleert meet test toetst installeert monteert registreert verwerkt vertaalt
  verbindt integreert organiseert plant leidt coacht stemt brengt houdt schat rekent bouwt tekent leest signaleert observeert illustreert
  definieert construeert combineert weegt verdedigt beargumenteert bewaakt bedient
`);

/** After "en verb" these show that the word before was a verb and not the next thing in a list. */
export const OBJECT_STARTS = words(
  'de het een deze dit die dat ze hem haar hen hun zijn eigen mijn je uw hierover daarover er hieruit daaruit deze elke ten minste twee drie op in aan met voor bij tegen over uit af toe zelf relevante passende geschikte hoe wat waarom welke wanneer of',
);

/** From here on it is another clause, about something else. */
export const SUBCLAUSE = words(
  'hoe wat waarom dat welke wanneer die omdat zodat waarbij zoals waarmee waarin wie waar',
);
