import { type Grammar, starting, whole } from './grammar';

/*
 * Danish puts the finite verb second in a statement and first in a yes/no question. A question that
 * begins with a word and then its subject ("Kiggede du …", "Blev I …") is therefore closed whatever
 * the verb, and it is shorter to list the few words that are not verbs than all that are.
 */

/** Subjects that can hardly be anything else. "I" with a capital is "you"; "i" is "in". */
const PERSON = 'du|I|han|hun|vi|man|jeg';

/** The people whom the dialogues are with. */
const CUSTOMER =
  'borgeren|borgerne|kunden|kunderne|patienten|læseren|modtageren|kollegaen|medarbejderen';

/** Conjunctions, prepositions, adverbs and nouns that come right before a subject: "Når du …". */
const NOT_VERB = [
  'da|når|hvis|mens|imens|om|at|fordi|siden|selvom|skønt|før|førend|inden|efter|indtil|idet',
  'dengang|og|men|eller|for|både|hverken|som|end|ligesom|også|kun|bare|blot|selv|måske|mon|gid|nu',
  'på|med|i|ved|under|fra|til|af|over|mod|hos|uden|blandt|mellem|gennem|trods|omkring|foran|bag',
  'det|den|de|der|her|dér|alt|noget|nogle|intet|hver|første|anden|sidst|sidste|måde|side',
  'tanker|ideer|eksempler|spørgsmål|øjeblik|tidspunkt|situationer|steder|ord|ting',
  'hej|kære|tak|ja|nej|jo|nå|okay|prøv|fortæl|hv\\S*|\\S+(?:en|et|erne|ene)',
].join('|');

/** Forms of the past and present that have no ending to know them by. */
const STRONG = [
  'er|var|kan|kunne|skal|vil|må|bør|tør|ved|blev|bad|bar|brød|bød|faldt|fandt|fik|fløj|gav|gik',
  'greb|hang|hjalp|holdt|kom|lod|lo|lød|løb|lå|sad|skrev|slap|slog|sov|sprang|stod|så|tav|tog',
  'trak|traf|vandt|forstod|forlod|foregik|foreslog|opstod|undgik|lykkes|føles|findes|skyldes',
].join('|');

/** A word with the look of a finite verb; asked for where the subject alone is not proof enough. */
const FINITE = `(?!(?:${NOT_VERB}) )(?:${STRONG}|\\S+(?:de|te|lle|r|des|tes))`;

/** Verbs so common that they are known even in the middle of a sentence without commas. */
const EVERYDAY = [
  'er|var|har|havde|kan|kunne|fik|gav|gjorde|sagde|tog|lagde|så|kiggede|spurgte|tænkte|følte',
  'oplevede|skrev|fortalte',
].join('|');
const LEAD_IN = 'da|når|hvis|mens|efter|inden|før|under';

/** Subjects that may also be something else: "der", a possessive, a definite noun, a name. */
const THING = [
  'det|der|de|den|denne|dette|disse|din|dit|dine|hans|hendes|deres|jeres|vores|min|mit|mine|en|et',
  'alle|alt|begge|hele|nogen|noget|nogle|andre|ingen|intet',
  '\\S{2,}(?:en|et|erne|ene)s?|\\p{Lu}\\S*',
].join('|');

// "Ved" is "by" and "at" as well as "know": a verb before a person only.
const VERB_FIRST = `(?:(?:ved|(?!(?:${NOT_VERB}) )\\S+) (?:${PERSON})|${FINITE} (?:${THING}))`;

/** Words at which the main clause ends, and with it what a negation belongs to. */
const NEW_CLAUSE = ',|at|om|da|når|hvis|mens|fordi|som|inden|før|siden|og|men|hv\\S+';

/** "… du ikke": near the subject, and not that of another clause ("noget du ikke fik sagt"). */
const NOT = `(?: (?!(?:${NEW_CLAUSE}|${PERSON}|${CUSTOMER}) )\\S+){0,3} (?:ikke|aldrig)`;

const BEFORE_BETTER = `(?: (?!(?:${NEW_CLAUSE}|noget) )\\S+)*`;

/** "Eller" between answers: not in a subordinate clause or in "noget du sagde eller gjorde". */
const BEFORE_OR = '(?: (?!(?:at|om|da|når|hvis|mens|fordi|som|hv\\S+|noget|nogen|nogle) )\\S+)*';
const NO_CHOICE = '.* (?:(?:en|et) eller and\\S+|mere eller mindre|før eller siden)(?: |$)';
const NO_ALTERNATIVE = '(?:noget|lignende|så|ej|ikke|hvad)$';

/** Question words. "Hvis" is left out: it is nearly always "if". */
const HV =
  'hvad|hvem|hvordan|hvorledes|hvorfor|hvornår|hvorhen|hvorfra|hvor|hvilken|hvilket|hvilke';
const BEFORE_HV = '(?:(?:på|med|i|ved|for|om|under|efter|fra|til|af|over|mod|hos) )?';
/** Later in a sentence "hvilket" is relative, and so is "hvor" unless the verb comes next. */
const HV_LATER = `hvad|hvem|hvordan|hvorfor|hvornår|hvilke|hvilken|hvor ${FINITE}`;
const IF_SO = '(?:(?:og|men|så|hvis ja|hvis nej|i så fald|i givet fald) (?:, )?)*';

/** Questions in form, invitations in fact: nobody answers "Kan du fortælle …?" with a yes. */
const PLEASE = [
  `(?:kan|kunne|vil|ville|må|tør|skal) (?:${PERSON})(?: (?:ikke|godt|lige|så|måske|eventuelt|evt`,
  'også|kort|selv|prøve at|forsøge at|have lyst til at))*',
  '(?:har|kunne|vil|ville) (?:du|I)(?: have)? lyst til(?: at)?(?: prøve at)?',
  'er (?:du|I) sød at',
].join('|');

/** "Fortælle om" invites, "fortælle om du …" (whether you) does not, nor "fortælle kunden …". */
const AFTER_TELL = `(?= (?:til |om )?(?:${HV}|mig|os|lidt|mere|noget|med|om|til)(?: |$))`;
const TELL = [
  `(?:fortælle|forklare|vise|sige|spørge)${AFTER_TELL}|fortælle$|uddybe|skildre|dele|nævne|folde`,
  'sætte (?:nogle |lidt |flere )?ord på|reflektere over|hjælpe mig|tage mig med',
  'se på|pege på|bede dig',
  '(?:give|finde)(?: mig| os)? (?:et|nogle|flere|et par) \\S*eksemp\\S+',
  'komme (?:i tanke om|med|på|ind på)|(?:høre|tale)(?: lidt| mere)? om',
].join('|');
const WHETHER = `(?:\\S+ ){0,2}om (?:${PERSON}|der|det (?:${EVERYDAY})|(?:${CUSTOMER}) ${FINITE})`;
const TO_CUSTOMER = `(?:til )?(?:${CUSTOMER}|ham|hende|dem)`;

/**
 * What one may be able to say now; with a hv-clause after it the hv-clause is the real question.
 * "Kan" does that with any verb. "Kunne" does not: it may be about what went on in the dialogue.
 */
const RECALL = [
  'kan (?:du|I)|kunne (?:du|I) (?:forestille dig|huske)',
  'har (?:du|I) (?:selv )?(?:idéer|ideer|bud|tanker|eksempler|forslag)',
  'husker (?:du|I)(?: stadig)?|ved (?:du|I)(?: selv)?|har (?:du|I) (?:tænkt over|gjort dig)',
  'har (?:du|I) (?:selv )?(?:en|et) (?:idé|ide|bud|fornemmelse|tanke|forslag)',
  'har (?:du|I) (?:selv )?(?:nogen|nogle|flere) (?:idéer|ideer|bud|tanker|forslag)',
].join('|');

/** Statements that a question mark alone turns into questions: "Du kiggede på borgeren?" */
const STATEMENT = [
  `(?:så )?(?:(?:du|han|hun|${CUSTOMER}) ${FINITE}`,
  `(?:det|der) (?:${STRONG}|havde|har))`,
].join('|');
const TO_THE_END = '(?: (?!,|hv)\\S+)*';

/** Tags: "…, ikke?", "…, vel?", "…, gjorde du ikke?", and those that need no pause before them. */
const IKKE = "(?:ikke|ikk|ik|ikk'|ik')";
const TAG = [
  `(?:(?:^|,) (?:${IKKE}|ikke rigtigt|vel|hva|eller(?: hvad)?`,
  `\\S+ (?:${PERSON}|det|der|den|de) (?:ikke|vel))`,
  `(?: ,)? ${IKKE} (?:også|os|sandt))`,
].join('|');
const PARTICLE = 'vel|jo|nok|sikkert|selvfølgelig|naturligvis|da (?:godt|også|have|nok)';

export const danish: Grammar = {
  words: new Set(
    [
      'du dig din dit dine jeg og det der den er var har havde blev ikke hvad hvor hvordan hvorfor',
      'hvem hvornår hvilke hvilken hvis på til med som et en kan kunne skal skulle vil ville burde',
      'da når at af om sig ham hende kunden borgeren kiggede sagde gjorde synes tror eller vel mon',
    ].flatMap((line) => line.split(' ')),
  ),

  // "Så" is "saw" before its subject ("Så du …") and "so" before a question ("Så hvad …").
  opener: new RegExp(
    [
      '^(?:(?:og|men|okay|ok|nå|altså|ja|hej|tak|nemlig|,) ',
      `så (?=(?:${HV}|når|da|hvis|mens) )`,
      `så (?=(?!(?:${PERSON}|${THING}) )${FINITE} (?:${PERSON}|det|der) ))`,
    ].join('|'),
    'u',
  ),

  sentence: [
    // "Eller hvad" after a yes/no question only repeats it; after a statement it asks for a yes.
    whole('CLOSED', `${VERB_FIRST}.* ,? ?eller(?: hvad| ej| ikke)?`),
    // A tag asks for agreement with what has just been claimed.
    whole('LEADING', `(?!(?:${HV}|fortæl|beskriv) ).*(?:${TAG})`),
    // Vel, jo, nok: particles that make the listener an ally of the claim.
    whole('LEADING', `(?:${STATEMENT}) (?:${PARTICLE})${TO_THE_END}`),
    whole('LEADING', `(?:${STATEMENT})${TO_THE_END} vel`),
    whole('LEADING', `du (?:burde|skulle|kunne)(?: da| jo| også| godt)* have${TO_THE_END}`),
    whole('CLOSED', `(?:${STATEMENT})(?: (?!,|hv)\\S+)+`),
  ],

  clause: [
    // Why. An opinion is asked for kindly; a deed is asked for as an explanation is demanded; and
    // "hvorfor … ikke" says what should have been done.
    starting('OPEN', 'hvorfor (?:tror|tænker|mener|synes|føler|følte|oplever|oplevede) (?:du|I)'),
    starting('LEADING', `hvorfor(?: \\S+ (?:du|I)${NOT}| ikke)`),
    starting('LEADING', `hvordan kan det være(?: at)? (?:du|I)${NOT}`),
    starting('LEADING', `(?:${PLEASE}) (?:forklare|fortælle|sige)(?: mig)? hvorfor (?:du|I)${NOT}`),
    starting('BLAMING', `(?:${PLEASE}) forklare(?: mig)? hvorfor (?:du|I)`),
    starting('BLAMING', 'hvorfor(?: i alverden| dog| så| egentlig)? \\S+ (?:du|I)'),
    starting('BLAMING', 'hv\\S+ i alverden|hvordan kunne (?:du|I) (?:dog|finde på|glemme|overse)'),

    // "Hvad med at …" is advice with a question mark.
    starting('LEADING', 'hvad med at'),
    starting('OPEN', `${BEFORE_HV}(?:${HV})|mon (?:${HV})`),
    starting('OPEN', '(?:prøv at )?(?:fortæl|beskriv|uddyb|sæt ord|giv|del)(?:le|e)?'),

    // Leading by what it takes for granted. Before the invitations: "Kan du godt se at …".
    starting('LEADING', 'kan (?:du|I)(?: godt| selv| ikke)* (?:se|forstå|høre) at'),
    starting('OPEN', `(?:${PLEASE}) beskrive`),
    starting('OPEN', `(?:${PLEASE}) (?!\\S+ (?:${WHETHER}|${TO_CUSTOMER})(?: |$))(?:${TELL})`),
    starting('OPEN', `(?:${RECALL})(?: (?!(?:at|om(?! hv)) )\\S+){0,4} (?:${HV})`),
    // A condition without "hvis": "Havde du ikke kigget op, hvad var der så sket?"
    starting('OPEN', `(?:havde|skulle|var|kunne) (?:du|I|det|${CUSTOMER}) .* , (?:så )?(?:${HV})`),

    // Negation in a verb-first question expects a yes: "Synes du ikke at …", "Mon ikke …".
    starting('LEADING', `${VERB_FIRST}${NOT}`),
    starting('LEADING', `${FINITE} ikke (?:${PERSON}|${THING})|mon ikke`),
    // Advice, and "ville det have været bedre", which knows the answer.
    starting('LEADING', `burde (?:${PERSON}|${THING})|skulle (?:du|I)(?: hellere| måske)? have`),
    starting(
      'LEADING',
      `(?:kunne|havde|ville) (?:du|I|det)${BEFORE_BETTER} (?:bedre|hellere|i stedet)`,
    ),
    // Offering the explanation, or the opinion, for the other to sign.
    starting('LEADING', '(?:er|var) det (?:så |måske |bare |mon )*fordi'),
    starting('LEADING', '(?:er|vil) (?:du|I) (?:også |så )*(?:enige? (?:med mig )?i|give mig ret)'),
    starting('LEADING', '(?:synes|mener|tror) (?:du|I) (?:også|virkelig|ærlig talt|oprigtigt)'),

    starting('CHOICE', `(?!${NO_CHOICE})${VERB_FIRST}${BEFORE_OR} eller (?!${NO_ALTERNATIVE})\\S+`),
    starting('CLOSED', `${VERB_FIRST}|mon (?:${PERSON}|${THING})`),

    // A lead-in without its comma: "Da borgeren blev stille kiggede du så op?"
    starting('CLOSED', `(?!.* hv(?!is ))(?:${LEAD_IN})(?: (?!,)\\S+)+ (?:${EVERYDAY}) (?:du|I)`),
  ],

  openLater: new RegExp(
    [
      ` , ${IF_SO}${BEFORE_HV}(?:${HV_LATER})(?= |$)`,
      ` og (?:${HV}) (?!(?:${PERSON}|der) )\\S+ (?:${PERSON}|det|der)(?= |$)`,
    ].join('|'),
    'u',
  ),
};
