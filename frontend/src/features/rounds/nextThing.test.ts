import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { roundRow } from '@/testing/data';
import { type NextThing, nextThing } from './nextThing';

type Row = Parameters<typeof nextThing>[0];

const next = (given: Partial<Schemas['RoundRow']> & Pick<Row, 'waitingFor'>) =>
  nextThing({ ...roundRow({ id: 'r' }), ...given } as Row);

describe('the next thing in a round', () => {
  it.each<[Partial<Schemas['RoundRow']>, NextThing['what'], boolean, string]>([
    [{ allowedSteps: ['ACCEPT', 'DECLINE'] }, 'answer', true, ''],
    [{ partnerAnswer: 'NOT_ASKED' }, 'choosePartner', true, '/agreement'],
    [{ partnerAnswer: 'DECLINED' }, 'nameAnother', true, '/agreement'],
    [{ allowedSteps: ['CONFIRM'] }, 'confirm', true, '/agreement'],
    [{ allowedSteps: ['START'] }, 'start', true, '/agreement'],
    [{ partnerAnswer: 'INVITED' }, 'awaitAnswer', false, '/agreement'],
    [{}, 'agree', true, '/agreement'],
    [{ status: 'CONDUCTING' }, 'hold', true, '/dialogues'],
    [{ status: 'CONDUCTING', iAm: 'PARTNER' }, 'awaitDialogues', false, '/preparation'],
    [{ status: 'REFLECTING' }, 'reflect', true, '/dialogues'],
    [{ status: 'REFLECTING', iAm: 'PARTNER' }, 'prepare', true, '/preparation'],
    [{ status: 'DISCUSSING' }, 'talk', true, '/talk'],
    [
      { status: 'DISCUSSING', allowedSteps: ['WITHDRAW_APPROVAL'] },
      'awaitApproval',
      false,
      '/talk',
    ],
    [{ status: 'CONCLUDED' }, 'followUp', true, '/follow-up'],
    [{ status: 'FOLLOWED_UP' }, 'goOn', false, '/follow-up'],
    [{ status: 'FOLLOWED_UP', iAm: 'PARTNER' }, 'none', false, '/follow-up'],
    [{ status: 'CANCELLED' }, 'none', false, ''],
  ])('%o is %s', (given, what, mine, page) => {
    expect(next(given)).toEqual({ what, mine, to: `/rounds/r${page}` });
  });

  it('is the other’s where the reader has confirmed the agreement', () => {
    const waitingFor: Schemas['WaitingStep'][] = [
      { step: 'CONFIRM', unmet: [{ code: 'ALREADY_CONFIRMED', detail: '…' }] },
    ];
    expect(next({ waitingFor })).toEqual({
      what: 'awaitOther',
      mine: false,
      to: '/rounds/r/agreement',
    });
  });
});
