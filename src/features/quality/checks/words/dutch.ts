import { judgeDutchVerb } from './judge-dutch-verb.ts';
import type { WordTable } from './table.ts';

const OFFER =
  '(?:cursus(?:sen)?|module|training|leergang|workshops?|opleiding|scholing|summerschool|zomerschool|winterschool|lessen(?:reeks|serie)?|les|(?:hoor|werk)?colleges?|(?:hoor)?collegereeks|bijeenkomst(?:en)?|programma|vak|blok|e-learning|masterclass|traject|leertraject|minor|cursusdag(?:en)?|lesdag(?:en)?|trainingsdag(?:en)?|webinars?)';
const GIVEN =
  '(?:behandelde?|besproken|aangereikte?|aangeboden|gepresenteerde?|uitgelegde?|geleerde?|opgedane?|aan bod (?:gekomen|komende?|komt|kwam(?:en)?)|geïntroduceerde?|gegeven|onderwezen|getoonde?|voorgedane|toegelichte?|gebruikte?|geoefende?|verworven|bestudeerde?|gelezen)';
const LECTURER =
  '(?:(?:gast|hoofd|vak|cursus)?(?:docent(?:e|en)?|trainers?|instructeurs?|hoogleraar|professor|lera(?:ar|ren)|tutor|cursusleider|opleiders?))';
const NUMBER = '(?:\\d+|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|[ivx]+)';

export const dutch: WordTable = {
  judgeVerb: judgeDutchVerb,
  path: [
    new RegExp(
      `\\bna (?:(?:afloop|afronding|voltooiing) van |(?:succesvol(?:le)? )?(?:het )?(?:volgen|afronden|voltooien|doorlopen|bijwonen) van )(?:deze|dit|de|het|onze|een|alle) (?:[\\p{L}-]+ )?${OFFER}(?![\\p{L}])`,
      'iu',
    ),
    new RegExp(
      `\\b(?:aan|op|tegen) het (?:eind(?:e)?|slot) van (?:deze|dit|de|het|onze) (?:[\\p{L}-]+ )?${OFFER}(?![\\p{L}])`,
      'iu',
    ),
    new RegExp(
      `^(?:na|in|tijdens|gedurende|via|door) (?:deze|dit|de|het|onze) (?:[\\p{L}-]+ )?${OFFER}(?![\\p{L}])`,
      'iu',
    ),
    new RegExp(
      `\\b(?:in|tijdens|gedurende|uit|van|na|binnen|bij|door|via|voor) (?:deze|dit|onze) (?:[\\p{L}-]+ )?${OFFER}(?![\\p{L}])`,
      'iu',
    ),
    /\b(?:in|tijdens|gedurende|uit|na) (?:de|het) (?:cursus|module|leergang)(?![\p{L}])/iu,
    new RegExp(
      `${GIVEN} (?:[\\p{L}-]+ ){0,3}?(?:in|tijdens|uit|bij|op) (?:(?:de|het|deze|dit|elke|onze) )?(?:[\\p{L}-]+ )?(?:${OFFER}|reader|week|weken|literatuur)(?![\\p{L}])`,
      'iu',
    ),
    new RegExp(
      `\\b(?:in|tijdens|uit|bij|op) (?:(?:de|het|deze|dit) )?(?:[\\p{L}-]+ )?(?:${OFFER}|week \\d+) ${GIVEN}(?![\\p{L}])`,
      'iu',
    ),
    new RegExp(
      `${GIVEN} door (?:de|het|een|onze|dr|prof)\\.? ?(?:[\\p{L}-]+ )?${LECTURER}(?![\\p{L}])`,
      'iu',
    ),
    new RegExp(`\\bdoor (?:de|een|onze) ${LECTURER} (?:is |wordt |worden |zijn )?${GIVEN}(?![\\p{L}])`, 'iu'),
    new RegExp(
      `\\b(?:slides|uitleg|aantekeningen|dictaat|reader|presentaties?|colleges?|lessen|sheets|instructies|voorbeelden|hand-?outs?) van (?:de|onze) ${LECTURER}(?![\\p{L}])`,
      'iu',
    ),
    /\b(?:[Pp]rof(?:essor)?|[Dd]r|[Dd]rs|[Ii]r|[Mm]r|[Dd]hr|[Mm]evr(?:ouw)?|[Mm]eneer)\.? (?:(?:van|de|der|den|ter|ten|von|'t) )*[A-Z][a-zà-ÿ]+/,
    /\b(?:[Dd]ocent(?:e)?|[Tt]rainer|[Ii]nstructeur|[Hh]oogleraar) (?:(?:van|de|der|den) )*[A-Z][a-zà-ÿ]+/,
    new RegExp(
      `\\b(?:week ${NUMBER}|weken \\d+)(?:\\s*(?:-|–|t\\/m|tot en met|tot|en)\\s*${NUMBER})?(?![\\p{L}\\d])(?! (?:van (?:de|een|haar) zwangerschap|weken))`,
      'iu',
    ),
    new RegExp(
      `\\b(?:modules?|les(?:sen)?|(?:hoor|werk)?colleges?|bijeenkomst(?:en)?|blok|workshops?|lesdag|cursusdag|thema(?:bijeenkomst)?) (?:nr\\.? |nummer )?${NUMBER}(?![\\p{L}\\d-])`,
      'iu',
    ),
    /\b(?:in|tijdens|na|uit|van) (?:de|het) (?:eerste|tweede|derde|vierde|vijfde|zesde|laatste|wekelijkse|plenaire|afsluitende) (?:(?:hoor|werk)?college|les|bijeenkomst|workshop|module|cursusdag|lesdag|webinar|lesweek|cursusweek)(?![\p{L}])/iu,
    /\b(?:eerste|tweede|derde|vierde|vijfde|laatste) (?:weken|week|dag|dagen|helft) van (?:de|deze|het|dit) (?:cursus|module|training|opleiding|leergang|vak|blok)(?![\p{L}])/iu,
    /\b(?:is|was|zijn|bent|ben) (?:[\p{L}\d%-]+ ){0,9}?aanwezig(?: (?:bij|tijdens|op|in)|\s*[.,;]|$)(?! (?:risico|gevaar))/iu,
    /\baanwezig(?:heid)? (?:(?:is|geweest|zijn) )?(?:bij|tijdens|van (?:ten minste|minimaal|minstens|tenminste)) (?:de |het |alle |elke |minimaal |ten minste |minstens |\d+ ?%? ?(?:van de )?)*(?:[\p{L}]+ )?(?:lessen|les|colleges|bijeenkomsten|workshops|cursus|module|training|lesdagen|cursusdagen|\d)/iu,
    /\b(?:volledige|actieve|verplichte|voldoende|minimale|regelmatige|door|\d+ ?%|procent) aanwezigheid(?![\p{L}])(?! (?:van (?:schadelijke|gevaarlijke)))/iu,
    /\b(?:woont|woon|wonen)\b.*\b(?:lessen|colleges|bijeenkomsten|workshops?|cursus|module|training|lesdagen|cursusdagen|webinars?)\b.*\bbij\b/iu,
    /\b(?:bijgewoond|bijwonen)(?![\p{L}]).{0,5}$|\b(?:lessen|colleges|bijeenkomsten|workshops|cursus|module|training|lesdagen)\b.{0,40}\b(?:bijgewoond|bijwonen|gevolgd)(?![\p{L}])/iu,
    /\b(?:neemt|neem|nemen|deelgenomen|deelnemen)\b.*\b(?:aan|deel)\b.*\b(?:de|alle|het|deze|elke|minimaal \p{L}+|ten minste \p{L}+|\d+) (?:[\p{L}-]+ )?(?:lessen|colleges|hoorcolleges|werkcolleges|bijeenkomsten|workshops|cursus|module|training|excursies?|lesdagen|cursusdagen|leergang|webinars)(?![\p{L}])/iu,
    /\b(?:volgt|volg|volgen|doorloopt|rondt) (?:de |het |alle |deze |dit |elke |minimaal |ten minste |minstens |\d+ )+(?:[\p{L}-]+ )?(?:lessen|colleges|hoorcolleges|cursus|module|modules|training|e-learning|bijeenkomsten|workshops|vak|leergang|webinars|kennisclips)(?![\p{L}])/iu,
    /\b(?:bekijkt|leest|maakt) (?:de|alle) (?:kennisclips|weblectures|videocolleges|reader|huiswerkopdrachten|cursusopdrachten)/iu,
    /\b(?:uit|van|in|met|aan de hand van|op basis van|volgens) (?:de|het) (?:college(?:stof|sheets|dictaat|slides|aantekeningen)?s?|cursus(?:stof|materiaal|boek|map|literatuur|tekst)|lesstof|lesmateriaal|lesboek|reader|dictaat|sheets|slides|verplichte literatuur|literatuurlijst|kennisclips|hoorcolleges|werkcolleges)(?![\p{L}])/iu,
    /\buit de (?:lessen|workshops?|bijeenkomsten|training)(?![\p{L}])/iu,
    /\b(?:cursus|module|college|leergang|vak|training|workshop) ["“‘'][A-Z]/,
    /\b(?:cursus|module|hoorcollege|leergang|minor) [A-Z][a-zà-ÿ]{2,}/,
    /\b(?:vak|vakcode|cursuscode|modulecode) [A-Z]{2,}[- ]?\d/,
    /\bhet vak (?!(?:Nederlands|Engels|Frans|Duits|Spaans|Wiskunde|Rekenen|Biologie|Geschiedenis|Aardrijkskunde|Economie|Natuurkunde|Scheikunde|Informatica|Burgerschap|Fries|Latijn|Grieks|Maatschappijleer)\b)[A-Z][a-zà-ÿ]{2,}/,
  ],
  titles: [
    {
      word: /(?:^|[^\p{L}])(?:graad|graden)(?![\p{L}])/iu,
      unless: /\d+[- ]?(?:graad|graden)|(?:graad|graden) (?:van|celsius)|in hoge graad/iu,
    },
    {
      word: /(?:bachelor|master|doctors?|academische|universitaire|hbo|wo|ad)[- ]?(?:graad|titel|bul)(?![\p{L}])/iu,
    },
    {
      word: /[\p{L}-]*diploma(?:'?s)?(?![\p{L}-])/iu,
      unless: /diploma(?:'s)? (?:supplement|waarder\w+|beoordel\w+|erkenn\w+|fraude)/iu,
    },
    {
      word: /(?:^|[^\p{L}])(?:[\p{L}]+-)?bachelor(?:s|'s)?(?![\p{L}])|bachelor(?:opleiding|programma|diploma|niveau|traject|certificaat)/iu,
      unless: /bachelor[- ]?(?:studenten?|scripties?|theses|thesis|werkstuk\w*)/iu,
    },
    {
      word: /(?:^|[^\p{L}])(?:[\p{L}]+-)?master(?:s|'s)?(?![\p{L}])|master(?:opleiding|programma|diploma|niveau|traject|certificaat|track)/iu,
      unless:
        /(?:scrum|haven|quiz|web|agile|chess|toast|yoga|dive)[- ]?master|master[- ](?:data|plan|class|key|file|studenten?|scripties?|theses|thesis|your|the)/iu,
    },
    { word: /(?:^|[^\p{L}])doctora(?:at|ten)(?![\p{L}])|doctor in/iu },
    {
      word: /(?:^|[^\p{L}])ph\.?d\.?[- ]?(?:graad|titel|diploma|in |degree|programma|traject)|(?:mini|micro)[- ]?ph\.?d/iu,
    },
    {
      word: /(?:^|[^\p{L}])landelijke?(?![\p{L}])/iu,
      unless:
        /landelijke? (?:gebied(?:en)?|wonen|omgeving(?:en)?|ondernem\w+|leven|regio'?s?|ontwikkeling|bouwen|erfgoed|schoon|landschap(?:pen)?|toerisme|recreatie|gemeenten?|zorg|politiek|verkiezingen|beleid|wetgeving|overheid)/iu,
    },
    {
      word: /(?:^|[^\p{L}-])national?e?l?(?:e|aal)?(?![\p{L}])/iu,
      unless:
        /nationale? (?:park(?:en)?|archie\w+|muse\w+|veiligheid|recht|socialisme|identiteit|geschiedenis|wetgeving|politiek|overheid|en internationale?|feestdagen|ombudsman|politie|rekeningen)|national (?:parks?|security|geographic)/iu,
    },
    {
      word: /(?:rijks|staats|overheids|wettelijk[- ]?|officieel[- ]?)erkende?(?![\p{L}])|door het rijk erkend|rijksdiploma/iu,
    },
    { word: /(?:^|[^\p{L}])mba(?![\p{L}])/iu, unless: /mba[- ]?(?:studenten?|alumni)/iu },
    { word: /(?:^|[^\p{L}])degrees?(?![\p{L}])/iu, unless: /\d+[- ]?degrees?/iu },
    { word: /(?:^|[^\p{L}])(?:m\.?sc|b\.?sc|ir|drs)\.?(?![\p{L}])(?![- ]?studenten?)/iu },
  ],
  average: /gemiddeld|doorsnee|modale|modaal|nominaal|nominale|representatie/i,
  complaint: /klacht|klagen|klaagt|ontevreden|ombuds|bezwaar|geschil/i,
  appeal:
    /beroep|bezwaar|examencommissie|examenbestuur|ombuds|herzien|herbeoorde|heroverweg|geschil|cobex|\bcbe\b|betwist|oneens/i,
};
