import { judgeEnglishVerb } from './judge-english-verb.ts';
import type { WordTable } from './table.ts';

const OFFER =
  '(?:course|module|training|workshop|programme|program|summer school|winter school|masterclass|lessons?|lectures?|lecture series|class(?:es)?|seminars?|sessions?|e-learning|mooc|webinars?|minor|track|bootcamp|trajectory)';
const GIVEN =
  '(?:treated|discussed|covered|taught|presented|explained|learned|learnt|studied|introduced|offered|provided|handed out|addressed|dealt with|encountered|practi[sc]ed|seen|read|shown|acquired|demonstrated|handled|used|given|examined)';
const LECTURER =
  '(?:(?:guest |course |senior )?(?:lecturers?|teachers?|instructors?|professors?|tutors?|trainers?|docents?|course (?:leader|coordinator)s?))';
const NUMBER = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|[ivx]+)';

export const english: WordTable = {
  judgeVerb: judgeEnglishVerb,
  path: [
    new RegExp(
      `\\b(?:after|upon|on|following|by|having)\\s+(?:the\\s+)?(?:successful(?:ly)?\\s+)?(?:(?:completion|end|close) of|complet(?:ing|ed)|finish(?:ing|ed)|attend(?:ing|ed)|follow(?:ing|ed)|tak(?:ing|en)|pass(?:ing|ed))\\s+(?:this|the|our|all|an?|these)?\\s*(?:[\\w-]+\\s+){0,2}?${OFFER}\\b`,
      'i',
    ),
    new RegExp(
      `\\b(?:at|by|towards) the (?:end|close|start|beginning) of (?:this|the|our|each) (?:[\\w-]+ )?${OFFER}\\b`,
      'i',
    ),
    new RegExp(
      `^(?:after|in|during|following|through|throughout) (?:this|the|our|these) (?:[\\w-]+ )?${OFFER}\\b`,
      'i',
    ),
    new RegExp(
      `\\b(?:in|during|after|throughout|of|from|within|through|for|before|by) (?:this|these|our) (?:[\\w-]+ )?${OFFER}\\b`,
      'i',
    ),
    /\b(?:in|during|throughout|from|after) the (?:course|module)\b(?! (?:of|management|catalogue|design|description|guide)\b)/i,
    new RegExp(
      `\\b${GIVEN} (?:[\\w-]+ )?(?:in|during|at|by|within) (?:(?:the|this|these|our|each|all) )?(?:(?:guest|first|second|third|last|online|weekly|plenary|previous|interactive) )*(?:${OFFER}|weeks?|readers?|course|literature|textbook)\\b`,
      'i',
    ),
    new RegExp(
      `\\b${GIVEN} by (?:the|our|a|an|one of the|dr|prof)\\.? ?(?:[\\w-]+ )?${LECTURER}?\\b(?<=${LECTURER}|dr|prof)`,
      'i',
    ),
    new RegExp(`\\b(?:the|our) ${LECTURER}'s?\\b`, 'i'),
    /\b(?:lectures?|classes|lessons|workshops?|seminars?) (?:of|by|from|given by|with) (?:the|prof|dr|mr|mrs|ms|[A-Z])/,
    /\b(?:[Pp]rof(?:essor)?|[Dd]r|[Dd]rs|[Mm]r|[Mm]rs|[Mm]s)\.? (?:(?:van|de|der|den|ter|ten|von|di|el) )*[A-Z][a-zà-ÿ]+/,
    /\b(?:[Ll]ecturer|[Tt]eacher|[Ii]nstructor|[Tt]utor|[Tt]rainer) [A-Z][a-zà-ÿ]+/,
    new RegExp(
      `\\b(?:week ${NUMBER}|weeks \\d+)(?:\\s*(?:-|–|to|and|through|until)\\s*${NUMBER})?\\b(?! (?:of (?:the )?(?:pregnancy|gestation)|weeks?))`,
      'i',
    ),
    new RegExp(
      `\\b(?:modules?|lessons?|lectures?|sessions?|workshops?|class(?:es)?|seminars?|course days?|units?) (?:no\\.? |number )?(?:${NUMBER})\\b(?!-)`,
      'i',
    ),
    /\b(?:in|during|after|of|from|until) the (?:first|second|third|fourth|fifth|sixth|last|final|opening|closing|introductory|weekly|plenary) (?:lectures?|workshops?|module|course day|seminar|class meeting|webinar)\b/i,
    /\b(?:first|second|third|fourth|fifth|last|final|opening) (?:weeks?|days?|half) of (?:the|this) (?:course|module|training|programme|summer school)\b/i,
    new RegExp(
      `\\battend(?:s|ed|ing)? (?!to\\b)(?:regularly |actively )?(?:all|at least|every|each|the|this|these|\\d|(?:[\\w-]+ ){0,3}?${OFFER})\\b`,
      'i',
    ),
    /\battendance (?:at|in) (?:the |all |at least |every |each |lectures|lessons|sessions|classes|workshops|meetings)/i,
    /(?:\d ?%|per ?cent|percent|full|regular|active|mandatory|compulsory|minimum|sufficient|through|by|based on|demonstrated by) attendance\b(?! (?:figures|data|records?|registers?|rates?|policy|systems?|management))/i,
    /\bparticipat(?:es?|ed|ing) (?:actively )?in (?:all |the |this |at least |every |each |weekly |group |\d+ )*(?:lectures?|lessons?|sessions?|class(?:es)?|course|training|excursions?|programme|modules?|workshops?|webinars?|course meetings?|course discussions?)\b/i,
    /\b(?:is|be|was|been) (?:always |actively |physically )?present (?:at|in|during) (?:all|the|every|each|at least|\d)/i,
    /\b(?:follow|complet|finish|pass|watch|tak)(?:e|s|es|ed|ing|en)? (?:all |the |this |every |each |all of the |\d+ )+(?:[\w-]+ )?(?:lectures?|courses?|lessons?|modules?|class(?:es)?|webinars?|e-learning|knowledge clips|weblectures|video lectures|workshops?)\b/i,
    /\b(?:from|in|of|with|using|on|based on) the (?:course|lecture|class|module) (?:materials?|literature|reader|book|notes|slides|handouts|readings|content|texts?)\b/i,
    /\b(?:from|in|with|using) the (?:reader|slides|lecture notes|required readings?|compulsory literature|reading list|lectures|lessons|classes|knowledge clips)\b/i,
    /\b(?:course|module|lecture|seminar|workshop|class|training) ["“‘'][A-Z]/,
    /\b(?:the|our|a|from|of|in) (?:course|module|seminar|lecture|minor|training) (?!(?:Director|Manager|Coordinator|Leader)\b)[A-Z][a-zà-ÿ]{2,}/,
    /\b(?:course|module|course code|code) [A-Z]{2,}[- ]?\d/,
    /\b[A-Z][a-z]+ 101\b/,
    /\b[A-Z][\w-]+ (?:course|module|lectures|seminar)s? (?:at|of) (?:the|our|this)\b/,
    /\b(?:group|course|home) assignments? \d/i,
  ],
  titles: [
    {
      word: /\bdegrees?\b/i,
      unless:
        /\d+[- ]?degrees?\b|\bdegrees? (?:of (?!master|bachelor|doctor|science|arts)|celsius|fahrenheit)|\bdegree (?:students?|apprentices?|programme design|recognition|evaluation|fraud)/i,
    },
    {
      word: /\bbachelor(?:'?s|s')?\b/i,
      unless:
        /\bbachelor(?:'?s|s')?[- ](?:students?|thes[ei]s|theses|supervis\w+|graduates?|candidates?|projects?|level students?)\b/i,
    },
    {
      word: /\bmaster(?:'?s|s')?\b/i,
      unless:
        /\bmaster(?:'?s|s')?[- ](?:students?|thes[ei]s|theses|supervis\w+|graduates?|candidates?|data|plan\w*|class(?:es)?|file|schedule|budget|key|mind|keys|your|the|an?|these|those|it|builders?|bakers?|brewers?)\b|\b(?:scrum|harbour|harbor|grand|question|quiz|station|web|past|toast|dive|ring|chess|concert|ballet|yoga|to|how to|agile|stage)[- ]?masters?\b|\bmaster of ceremonies\b/i,
    },
    {
      word: /\bph\.? ?d\.?(?: degree| title| diploma| in\b| programme)|\b(?:mini|short|professional|executive|junior|micro)[- ]?ph\.?d\b|^ph\.?d\.?$/i,
    },
    {
      word: /\bdiplomas?\b/i,
      unless:
        /\bdiplomas? (?:supplements?|recognition|evaluation|fraud|mills?|assessment|workshops?|students?)\b/i,
    },
    { word: /\bdoctorates?\b|\bdoctoral (?:degree|title|diploma|programme)\b|\bdoctor of\b/i },
    {
      word: /\bnational(?:ly)?\b/i,
      unless:
        /\bnational (?:parks?|socialis[mt]|socialism|accounts?|security|laws?|legislation|identit(?:y|ies)|minorit(?:y|ies)|histor(?:y|ies)|archives?|museums?|curricul(?:um|a)|elections?|politics|languages?|governments?|authorit(?:y|ies)|polic(?:y|ies)|budgets?|borders?|health (?:services?|systems?|polic\w+)|income|debt|economy|economies|grids?|heritage|libraries|library|parliaments?|courts?|statistics|and (?:international|european|regional|local)|or (?:international|european|regional))\b|\b(?:cross|inter|multi|trans|sub|supra|local and|regional and|european and)[- ]?national\b/i,
    },
    { word: /\bmba\b/i, unless: /\bmba (?:students?|alumni|graduates?|candidates?)\b/i },
    { word: /\bcertificate of higher education\b|\bcert ?he\b/i },
    { word: /\b(?:state|government|officially|legally)[- ](?:recogni[sz]ed|approved|accredited)\b/i },
    {
      word: /\b(?:m\.?sc|b\.?sc|m\.?phil|b\.?eng|m\.?eng|ll\.?m|ll\.?b)\b\.?(?! (?:students?|thes[ei]s|theses|graduates?))/i,
    },
  ],
  average: /\b(?:average|typical|median|mean|normal|nominal|standard|ordinary|representative)\b/i,
  complaint: /\b(?:complain\w*|grievances?|dissatisf\w+|ombud\w*|objections?)\b/i,
  appeal:
    /\b(?:appeal\w*|objections?|object|exam(?:ination)?s? (?:board|committee|appeals?)|board of (?:examiners|appeal)|ombud\w*|review\w*|reconsider\w*|disputes?|contest\w*)\b/i,
};
