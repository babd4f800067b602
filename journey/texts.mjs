/** What Anna and Bo write. All of it is made up; no citizen, no colleague and no case is meant. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** A day as the calendar in Denmark has it, counted from today. */
export function day(offset) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
    .format(new Date(Date.now() + offset * DAY_MS));
}

/** To the second, as the service writes it back when there are no fractions. */
export function hoursFromNow(hours) {
  return new Date(Date.now() + hours * 60 * 60 * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

export const AGREEMENT = {
  method: 'Stikord lige efter samtalen, og resten når jeg har set optagelsen igennem en gang uden lyd.',
  time: 'Tirsdag og torsdag fra kl. 14.30, når ekspeditionen er stilnet af',
  setting: 'Stillerummet bag ekspeditionen. Telefonen bliver ved skranken.',
  cooperation: 'Bo spørger, og han venter med gode råd, til jeg beder om dem. Vi siger det højt, hvis noget er svært.',
};

export const LABELS = ['Pas til barn', 'Flytning og skift af læge', 'Hjælp til digital post'];

export const FEWER_REASON = 'Der kom færre borgere end ventet i ugen med efterårsferie.';

// Line breaks, quotes, an emoji outside the basic plane and a combining accent: what must survive untouched.
export const REFLECTIONS = {
  welcome: {
    text: 'Jeg så op og sagde goddag, før borgeren nåede skranken.\n\nSkærmen stod i vejen, og den drejede jeg først '
      + 'væk efter et halvt minut. Uden lyd ligner det, at jeg smiler til tastaturet 🙂',
    moments: [
      { second: 4, note: 'Siger »goddag« og ser op.' },
      { second: 31, note: 'Her drejer jeg skærmen. Det er sent.' },
    ],
  },
  needs: {
    text: 'Jeg spurgte: »Fortæl lidt om, hvad der er sket.« Så ventede jeg, og så kom det hele. Pausen føltes lang, '
      + 'men på optagelsen er den kun fire sekunder – på én gang kort og nok.',
    moments: [{ second: 75, note: 'Pausen. Jeg når næsten at bryde ind.' }],
  },
  closing: {
    text: 'Jeg sluttede med "Du kan bare ringe". Jeg ved ikke, om borgeren gik hjem og vidste, hvad der nu skal ske.',
    moments: [{ second: 402, note: 'Borgeren tager jakken på, mens jeg stadig taler.' }],
  },
};

export const SECOND_DIALOGUE_NEEDS =
  'Et lukket spørgsmål for meget i starten. Cafe\u0301bordet ved siden af larmede, og jeg lod mig forstyrre.';

export const OTHER_TAB = 'Skrevet i en anden fane, som ikke vidste, at der allerede stod noget her.';

export const PARTNER = {
  note: 'Spørg til skærmen, men lad hende selv finde frem til den.',
  questions: [
    'Hvad lagde du mærke til hos borgeren, da du drejede skærmen?',
    'Hvad ville du gerne have vidst fem minutter før?',
  ],
  feedback: 'Din ro smitter. Jeg kunne høre på det, du skriver, at borgeren turde tage sig tid.',
  otherNote: 'Kun til mig selv: jeg kan også selv øve mig i at vente.',
};

export const TALK_PLACE = 'Mødelokale 2, med kaffe';

const FOLLOW_UP_IN_DAYS = 42;

/** As Bo writes it first: it has one thing to work on, and two are needed. */
export const firstSummary = () => ({
  workedWell: 'Roen og øjenkontakten fra start.',
  focusPoints: ['Slip skærmen, mens borgeren taler'],
  learning: 'Vi prøver pausen af på teammødet.',
  followUpHow: 'En kop kaffe og et kvarter',
  followUpOn: day(FOLLOW_UP_IN_DAYS),
});

export const fullSummary = () => ({
  ...firstSummary(),
  focusPoints: [
    'Slip skærmen, mens borgeren taler',
    'Lad borgeren opsummere til sidst',
    'Spørg åbent i det første minut',
  ],
});

export const finalSummary = () => ({
  ...fullSummary(),
  workedWell: 'Roen og øjenkontakten fra start – og pausen, der fik borgeren til at fortælle det hele.',
});

export const OUTCOMES = [
  { status: 'KEPT_GOING', note: 'Skærmen er drejet væk, før borgeren sætter sig.' },
  { status: 'IN_PROGRESS', note: 'Det går godt om formiddagen og glipper, når der er kø.' },
  { status: 'LET_GO', note: 'Det viste sig at være det samme som det første.' },
];

export const CANCEL_REASON = 'Vi tager den igen efter nytår.';
