import type { Schemas } from '@/api/client';

type Row = Pick<Schemas['RoundRow'], 'id' | 'status' | 'iAm' | 'partnerAnswer' | 'allowedSteps'> & {
  /** Only a single round tells it; without it an agreement that one has confirmed counts as open. */
  waitingFor?: Schemas['WaitingStep'][];
};

/** What comes next in a round, and where it is done. Its words are `next.<what>` in `home`. */
export interface NextThing {
  what:
    | 'answer'
    | 'nameAnother'
    | 'choosePartner'
    | 'confirm'
    | 'start'
    | 'agree'
    | 'awaitAnswer'
    | 'awaitOther'
    | 'hold'
    | 'awaitDialogues'
    | 'reflect'
    | 'prepare'
    | 'talk'
    | 'awaitApproval'
    | 'followUp'
    | 'goOn'
    | 'none';
  /** Whether it is the reader's to do, rather than the other's. */
  mine: boolean;
  to: string;
}

/**
 * Reads the next thing off the steps that the service allows; only where the reader goes for it is decided here.
 */
export function nextThing(round: Row): NextThing {
  const at = (what: NextThing['what'], mine: boolean, page = ''): NextThing => ({
    what,
    mine,
    to: `/rounds/${round.id}${page}`,
  });
  const can = (step: Schemas['RoundStep']) => round.allowedSteps.includes(step);
  const evaluatee = round.iAm === 'EVALUATEE';
  switch (round.status) {
    case 'PREPARING':
      if (can('ACCEPT')) return at('answer', true);
      if (round.partnerAnswer === 'NOT_ASKED') return at('choosePartner', true, '/agreement');
      if (round.partnerAnswer === 'DECLINED') return at('nameAnother', true, '/agreement');
      if (can('START')) return at('start', true, '/agreement');
      if (can('CONFIRM')) return at('confirm', true, '/agreement');
      if (round.partnerAnswer === 'INVITED') return at('awaitAnswer', false, '/agreement');
      if (haveConfirmed(round)) return at('awaitOther', false, '/agreement');
      return at('agree', true, '/agreement');
    case 'CONDUCTING':
      return evaluatee
        ? at('hold', true, '/dialogues')
        : at('awaitDialogues', false, '/preparation');
    case 'REFLECTING':
      return evaluatee ? at('reflect', true, '/dialogues') : at('prepare', true, '/preparation');
    case 'DISCUSSING':
      return can('WITHDRAW_APPROVAL')
        ? at('awaitApproval', false, '/talk')
        : at('talk', true, '/talk');
    case 'CONCLUDED':
      return at('followUp', true, '/follow-up');
    case 'FOLLOWED_UP':
      return at(evaluatee ? 'goOn' : 'none', false, '/follow-up');
    default:
      return at('none', false);
  }
}

/** Whether the reader's own yes to the agreement stands, so that the rest is the other's. */
function haveConfirmed({ waitingFor = [] }: Row): boolean {
  const confirming = waitingFor.find(({ step }) => step === 'CONFIRM');
  return confirming?.unmet.some(({ code }) => code === 'ALREADY_CONFIRMED') ?? false;
}
