import { type Grammar, starting, whole } from './grammar';

/*
 * English marks a yes/no question by an auxiliary before the subject, and its auxiliaries are few,
 * so they are listed. The form alone does not decide: "Could you tell me …?" is an invitation.
 */
const AUXILIARY = [
  'do|does|did|is|are|am|was|were|have|has|had|can|could|will|would|shall|should|may|might|must',
  'ought',
].join('|');

const PERSON = 'you|I|we|they|he|she|it|that|this|there';
const DETERMINER =
  'the|a|an|your|their|his|her|its|our|my|any|all|both|every|each|some|these|those';
const PEOPLE = 'customers|citizens|patients|callers|readers|colleagues|people';
const CUSTOMER = '(?:the|a|your) (?:customer|citizen|patient|caller|reader|colleague)s?';

/** "Do tell me" and "Have a look" begin like questions but ask for something. */
const VERB_FIRST = [
  `(?:do|have(?! an? )) (?:${PERSON}|${DETERMINER}|${PEOPLE}|\\p{Lu}\\S*)`,
  `(?!(?:do|have) )(?:${AUXILIARY}) \\S+`,
].join('|');

/** Words at which the main clause ends, and with it what an "or" belongs to. */
const NEW_CLAUSE =
  'that|if|whether|when|because|who|which|what|how|why|where|while|as|after|before';

/** Open whatever follows. "When" and "where" are left out: they also begin subordinate clauses. */
const WH = 'what|how|why|which|who|whom|whose';
const ANY_WH = `${WH}|when|where`;
const BEFORE_WH = '(?:(?:in|at|to|with|from|for|on|by|about|of|through) )?';

/** Clauses that lead in to a question: "When the citizen went quiet, did you …?" */
const CONDITION = 'if|when|while|whilst|as|after|before|once|since|although|because';

/** Questions in form, invitations in fact: nobody answers "Could you tell me …?" with a yes. */
const PLEASE = [
  "(?:can|could|would|will|may|might|won't|shall) (?:you|I|we)(?: (?:please|perhaps|maybe|possibly",
  'just|kindly|also|try to|help me(?: to)?))*',
  '(?:would|do) you (?:like|care|mind|want|be (?:willing|able|happy)|feel able)(?: to)?',
].join('|');

const AFTER_TELL = `(?= (?:me|us|more|about|a (?:bit|little)|something|${ANY_WH})(?: |$))`;
const TELL = [
  `(?:tell|show|explain|telling|showing|hear|ask)${AFTER_TELL}|explain$|describe|describing|share`,
  'sharing|elaborate|expand|expanding|unpack|reflect on|paint|recount|understand|name|point to',
  'think of',
  'say (?:a (?:bit|little)|more|something|some more|how|what)|put (?:\\S+ )?into words',
  '(?:walk|talk|take) (?:me|us)|give (?:me |us )?(?:an|some|another|a few)|talk about|talking',
].join('|');
const WHETHER = '(?:(?:me|us) )?(?:if|whether)';
const TO_CUSTOMER = `(?:to )?(?:${CUSTOMER}|him|her|them)`;

/**
 * What one may be able to say now; with a wh-clause after it the wh-clause is the real question.
 * "Can" does that with any verb. "Could" does not: it may be about what went on in the dialogue.
 */
const RECALL = [
  'can you|could you (?:remember|recall|imagine)|do you (?:still )?(?:remember|recall|know|see)',
  '(?:do|can) you have (?:an?|any|some) \\S+|have you (?:an?|any|thought about|considered)',
].join('|');

/** Statements that a question mark alone turns into questions: "You looked at the customer?" */
const STATEMENT = [
  `(?:so )?(?:(?:you|he|she|they|${CUSTOMER}) (?!and |or )\\S+`,
  '(?:it|that|this|there) (?:is|was|felt|went|seemed|made|worked|had|has|could|must)',
  "(?:it|that)'s)",
].join('|');
const NO_WH = `(?!(?:,|${ANY_WH})(?: |$))`;

/** Tags: "…, right?", "…, didn't you?", "…, wouldn't you say?" */
const TAG = [
  'right|no|yes|yeah|correct|eh|surely',
  `(?:${AUXILIARY}|ca|wo)(?:n't)? (?:${PERSON})(?: not)?(?: think| say| agree)?`,
].join('|');

/** "Or" between answers: neither in a subordinate clause nor in "anything you said or did". */
const BEFORE_OR = `(?: (?!(?:${NEW_CLAUSE}|any\\w*|some\\w*) )\\S+)*`;
const NO_CHOICE = [
  '.* (?:(?:more or less|one or two|two or three)(?: |$)',
  'or (?:so|not|anything|something)$)',
].join('|');

const BETTER = '(?: \\S+)? (?:better|best|wiser|easier|nicer|kinder|good)';
const BEFORE_BETTER = `(?: (?!(?:${NEW_CLAUSE}|,|anything|something) )\\S+)*`;

const AND = '(?:(?:and|but|so|then|if so|if yes|if not) (?:, )?)*';

export const english: Grammar = {
  words: new Set(
    [
      "you your the did do does don't didn't what how why when where who which was were is are",
      'would could should have has had it that this and to of in with about tell me if customer',
      "citizen isn't wasn't wouldn't couldn't shouldn't right they their she he felt think there",
    ].flatMap((line) => line.split(' ')),
  ),

  opener: /^(?:(?:and|but|so|then|or|okay|ok|well|now|right|hi|thanks|yes|also|,) )/u,

  sentence: [
    whole('CLOSED', `(?:${VERB_FIRST}).* ,? ?or not`),
    // A tag asks for agreement with what has just been claimed.
    whole('LEADING', `(?!(?:${ANY_WH}|${CONDITION}|tell|describe)(?: |')).*(?:^|,) (?:${TAG})`),
    whole('LEADING', `(?:${STATEMENT}).* (?:${AUXILIARY}|ca|wo)n't (?:${PERSON})`),
    whole('LEADING', `(?:surely|obviously|clearly)(?: (?!(?:${WH}) )\\S+)+`),
    whole(
      'LEADING',
      `you (?:\\w+ly )?(?:should|must|could|ought to) (?:\\w+ly )?have(?: ${NO_WH}\\S+)*`,
    ),
    whole('CLOSED', `(?:${STATEMENT})(?: ${NO_WH}\\S+)+`),
  ],

  clause: [
    // Why. An opinion is asked for kindly; a deed is asked for as an explanation is demanded; and
    // "why didn't you" says what should have been done.
    starting('OPEN', 'why do you (?:think|feel|believe|suppose|imagine|sense)'),
    starting('LEADING', "why(?: \\S+n't you| \\S+ you (?:not|never)| not)"),
    starting('LEADING', "how come you (?:\\S+n't|never)"),
    starting('LEADING', `(?:${PLEASE}) explain(?: to me)? why you (?:\\S+n't|\\S+ not)`),
    starting('BLAMING', `(?:${PLEASE}) explain(?: to me)? why you`),
    starting('BLAMING', `why(?: then)? (?:${AUXILIARY}) you|how come you|why is it that you`),
    starting('BLAMING', `(?:${ANY_WH}) on earth`),
    starting('BLAMING', 'how could you (?:just|possibly|ever|not|forget|ignore|miss|overlook)'),

    // "How about looking up?" is advice with a question mark.
    starting('LEADING', 'how about (?:you )?\\w+ing'),
    starting('OPEN', `${BEFORE_WH}(?:${WH})(?:'\\w+)?`),
    // Before an auxiliary "when" asks; before a subject ("When the customer …") it is a lead-in.
    starting('OPEN', `${BEFORE_WH}(?:when|where)(?:'\\w+| (?:${AUXILIARY}|,|exactly|else))`),
    starting('OPEN', '(?:when|where)(?: in| during| on| at|$)'),
    starting('OPEN', '(?:please )?(?:tell|describe|share)'),

    starting('OPEN', `(?:${PLEASE}) (?!\\w+ (?:${WHETHER}|${TO_CUSTOMER}) )(?:${TELL})`),
    starting('OPEN', `(?:${RECALL})(?: (?!(?:if|whether|that) )\\S+){0,4} (?:${ANY_WH})`),
    // A condition without "if": "Were you to do it again, what would you change?"
    starting('OPEN', `(?:should|were|had) \\S+ .* , (?:then )?(?:${ANY_WH})`),

    // Negation in a yes/no question expects a yes: "Don't you think …", "Was it not …".
    starting('LEADING', "\\w+n't \\S+"),
    starting('LEADING', `(?:${AUXILIARY}) (?:(?:${PERSON})|(?:${DETERMINER}) \\S+(?: \\S+)?) not`),
    // Advice, and "would it have been better", which knows the answer.
    starting('LEADING', `(?:should|ought) (?:${PERSON}|${DETERMINER})`),
    starting('LEADING', `(?:would|could|might) (?:it|that)(?: \\S+)? (?:have been|be)${BETTER}`),
    starting('LEADING', `(?:could|might|would) you${BEFORE_BETTER} (?:instead|better|rather)`),
    // Offering the explanation, or the opinion, for the other to sign.
    starting('LEADING', '(?:is|was|could|might) (?:it|that)(?: be| perhaps| just| maybe)* because'),
    starting('LEADING', '(?:do|would|will) you (?:also |not )?(?:agree|accept|admit)'),
    starting('LEADING', '(?:do|did) you (?:really|honestly|seriously)'),
    starting('LEADING', '(?:can|do) you (?:see|realise|understand) that'),

    starting('CHOICE', `(?!${NO_CHOICE})(?:${VERB_FIRST})${BEFORE_OR} or`),
    starting('CLOSED', VERB_FIRST),

    // A lead-in without its comma: "After the call did you write it down?"
    starting(
      'CLOSED',
      `(?!.* (?:${WH}) )(?:${CONDITION}|during|at|in|on)(?: (?!,)\\S+)+ (?:did|were|do|are) you`,
    ),
  ],

  openLater: new RegExp(
    [
      ` , ${AND}(?:what|how|why|in what|to what)(?:'\\w+)?(?= |$)`,
      ` (?:, )?${AND}(?:${ANY_WH})(?:'\\w+)? (?:${AUXILIARY})(?= |$)`,
    ].join('|'),
    'u',
  ),
};
