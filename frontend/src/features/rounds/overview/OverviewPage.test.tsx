import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import {
  agreementView,
  anna,
  bo,
  followUpView,
  guideView,
  ownDialogue,
  ownFeedback,
  roundView,
  summaryView,
} from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';

const path = `/rounds/${roundView().id}`;
const asPartner = { iAm: 'PARTNER', evaluatee: bo, partner: anna } as const;

function given(round: Partial<Schemas['RoundView']> = {}) {
  answers('get', '/api/v1/rounds/:roundId', roundView(round));
}

describe('the overview', () => {
  beforeEach(() => {
    answers('get', '/api/v1/rounds/:roundId/history', []);
    answers('get', '/api/v1/rounds/:roundId/dialogues', []);
    answers('get', '/api/v1/guides/:guideId', guideView());
  });

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', '/api/v1/rounds/:roundId');
    const { container } = await openApp(path);
    await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeTruthy());
  });

  it('says what to do when the service fails', async () => {
    refuses('get', '/api/v1/rounds/:roundId', 'not-found', 404);
    await openApp(path);
    expect(await screen.findByText('Det findes ikke her')).toBeTruthy();
  });

  it('shows where the round stands, what waits and what is missing', async () => {
    given({
      status: 'CONDUCTING',
      waitingFor: [
        {
          step: 'FINISH_DIALOGUES',
          unmet: [
            { code: 'NO_DIALOGUES', detail: 'Notér mindst én dialog.' },
            { code: 'FEWER_DIALOGUES_WITHOUT_REASON', detail: 'Skriv kort hvorfor.' },
          ],
        },
      ],
    });
    await openApp(path);
    const turn = await screen.findByRole('region', { name: 'Venter på dig' });
    expect(within(turn).getByText('Notér mindst én dialog.')).toBeTruthy();
    expect(within(turn).queryByText('Skriv kort hvorfor.')).toBeNull();
    expect(within(turn).getByRole('link', { name: 'Notér en dialog' })).toBeTruthy();
    const stage = within(screen.getByRole('region', { name: 'Hvor I er' }));
    const current = stage
      .getAllByRole('listitem')
      .filter((one) => one.ariaCurrent ?? one.getAttribute('aria-current'));
    expect(current.map((one) => one.textContent)).toEqual([expect.stringContaining('Dialoger')]);
  });

  it('shows the talk and the focus points taken along, where there are any', async () => {
    given({
      status: 'DISCUSSING',
      talkPlace: 'Lokale 2',
      carriedFocusPoints: ['Slip skærmen'],
    });
    answers('get', '/api/v1/rounds/:roundId/summary', summaryView());
    await openApp(path);
    expect(await screen.findByText('Lokale 2')).toBeTruthy();
    const points = screen.getByRole('region', { name: 'Fokuspunkter fra det forrige forløb' });
    expect(within(points).getByText('Slip skærmen')).toBeTruthy();
  });

  it('tells the evaluatee what of theirs the partner and HR can read', async () => {
    given({ status: 'CONCLUDED', mode: 'WITH_VIDEO' });
    answers('get', '/api/v1/rounds/:roundId/follow-up', followUpView());
    answers('get', '/api/v1/rounds/:roundId/summary', summaryView({ sharedWithHr: true }));
    answers('get', '/api/v1/rounds/:roundId/dialogues', [
      ownDialogue({ id: 'd1', label: 'Pas', sharedTopics: ['closing', 'welcome'] }),
      ownDialogue({ id: 'd2', label: 'Flytning', sharedTopics: [] }),
    ]);
    await openApp(path);
    const who = within(await screen.findByRole('region', { name: 'Hvem kan se hvad' }));
    expect(
      await who.findByText(
        'Bo kan læse det du har skrevet om »Pas« under Modtagelse og Afslutning.',
      ),
    ).toBeTruthy();
    expect(who.queryByText(/Flytning/)).toBeNull();
    expect(
      who.getByText('Resten af det du har skrevet om dine dialoger, er kun dit.'),
    ).toBeTruthy();
    expect(who.getByText(/Dine optagelser bliver på din egen enhed/)).toBeTruthy();
    expect(await who.findByText(/HR kan læse opsummeringen fordi du har delt den/)).toBeTruthy();
  });

  it('tells the partner which questions the evaluatee can read, and that notes are private', async () => {
    given({ ...asPartner, status: 'REFLECTING' });
    const sheet: Schemas['OwnFeedbackSheet'] = {
      reader: 'PARTNER',
      topics: [
        { ...ownFeedback('needs'), questions: ['Hvad så du?'], questionsShared: true },
        { ...ownFeedback('welcome'), feedback: 'Din ro smittede.', feedbackShared: false },
      ],
    };
    answers('get', '/api/v1/rounds/:roundId/partner-feedback', sheet);
    await openApp(path);
    expect(await screen.findByText('Bo kan læse dine spørgsmål under Behov.')).toBeTruthy();
    expect(screen.getByText('Bo kan ikke læse din feedback.')).toBeTruthy();
    expect(screen.getByText('Dine noter er kun dine.')).toBeTruthy();
    expect(screen.getByText('HR kan ikke læse noget fra forløbet.')).toBeTruthy();
  });

  it('tells who did what, in words', async () => {
    given();
    const row = { from: 'PREPARING', to: 'PREPARING', at: '2026-11-22T09:15:00Z' } as const;
    const steps: Schemas['StepRow'][] = [
      { step: 'INVITE', to: 'PREPARING', by: anna, at: '2026-11-22T09:10:00Z' },
      { ...row, step: 'ACCEPT', by: bo },
      { ...row, step: 'CANCEL', to: 'CANCELLED', by: bo, note: 'Vi har travlt.' },
    ];
    answers('get', '/api/v1/rounds/:roundId/history', steps);
    const { person } = await openApp(path);
    await person.click(await screen.findByText('Hvad der er sket'));
    expect(await screen.findByText('Du inviterede en sparringspartner')).toBeTruthy();
    expect(screen.getByText('Bo sagde ja til invitationen')).toBeTruthy();
    expect(screen.getByText('»Vi har travlt.«')).toBeTruthy();
  });

  it('gives the round up with a reason, for both', async () => {
    given();
    const sent: Schemas['Cancel'][] = [];
    takes<Schemas['Cancel']>('post', '/api/v1/rounds/:roundId/cancel', (body) => {
      sent.push(body);
      given({ status: 'CANCELLED', allowedSteps: [] });
      return roundView({ status: 'CANCELLED', allowedSteps: [] });
    });
    const { person } = await openApp(path);
    await person.click(await screen.findByText('Opgiv forløbet'));
    await person.type(screen.getByLabelText('Hvorfor? (valgfrit)'), 'Efter nytår');
    await person.click(screen.getByRole('button', { name: 'Opgiv forløbet for os begge' }));
    expect(await screen.findByText('Forløbet er opgivet.')).toBeTruthy();
    expect(sent).toEqual([{ reason: 'Efter nytår' }]);
    expect(screen.queryByText('Opgiv forløbet')).toBeNull();
  });

  describe('for an invited partner', () => {
    const invited = {
      ...asPartner,
      partnerAnswer: 'INVITED',
      allowedSteps: ['ACCEPT', 'DECLINE'],
    } as const;

    it('is the invitation, with the guide to look into', async () => {
      given({ ...invited, allowedSteps: ['ACCEPT', 'DECLINE'] });
      const { person } = await openApp(path);
      expect(
        await screen.findByRole('heading', { name: 'Bo vil gerne have dig som sparringspartner' }),
      ).toBeTruthy();
      expect(screen.queryByText('Hvem kan se hvad')).toBeNull();
      await person.click(screen.getByText(/Se feedbackguiden/));
      expect(await screen.findByText('Hvordan gør den anden: Modtagelse?')).toBeTruthy();
    });

    it('says that a leader has suggested it, with the leader’s words', async () => {
      given({
        ...asPartner,
        partnerAnswer: 'INVITED',
        startedBy: { leader: { id: 'p9', name: 'Karen Skov' }, message: 'Jeg glæder mig.' },
      });
      await openApp(path);
      expect(await screen.findByText(/Du er foreslået som sparringspartner for Bo/)).toBeTruthy();
      expect(screen.getByText('Karen har sat forløbet i gang: »Jeg glæder mig.«')).toBeTruthy();
    });

    it('goes on to the agreement with a yes', async () => {
      given({ ...invited, allowedSteps: ['ACCEPT', 'DECLINE'] });
      const accepted = roundView({ ...asPartner, version: 5 });
      takes('post', '/api/v1/rounds/:roundId/accept', () => {
        answers('get', '/api/v1/rounds/:roundId', accepted);
        return accepted;
      });
      answers(
        'get',
        '/api/v1/rounds/:roundId/agreement',
        agreementView({ version: 5, partner: anna }),
      );
      const { person } = await openApp(path);
      await person.click(await screen.findByRole('button', { name: 'Ja, det vil jeg gerne' }));
      expect(await screen.findByRole('heading', { name: 'Aftalen' })).toBeTruthy();
    });

    it('says what a no does before it is taken, and goes home', async () => {
      given({ ...invited, allowedSteps: ['ACCEPT', 'DECLINE'] });
      let declined = 0;
      takes('post', '/api/v1/rounds/:roundId/decline', () => {
        declined++;
        refuses('get', '/api/v1/rounds/:roundId', 'not-found', 404);
        answers('get', '/api/v1/rounds', []);
        return roundView({ ...asPartner, partnerAnswer: 'DECLINED' });
      });
      const { person } = await openApp(path);
      await person.click(await screen.findByRole('button', { name: 'Nej tak' }));
      expect(declined).toBe(0);
      expect(screen.getByText(/du kan ikke længere se forløbet/)).toBeTruthy();
      await person.click(screen.getByRole('button', { name: 'Sig nej tak' }));
      expect(await screen.findByRole('heading', { name: 'Mine forløb' })).toBeTruthy();
      expect(declined).toBe(1);
    });
  });

  it('tells who has read what I shared', async () => {
    given({ status: 'DISCUSSING' });
    const dialogue = ownDialogue();
    answers('get', '/api/v1/rounds/:roundId/dialogues', [dialogue]);
    answers('get', '/api/v1/rounds/:roundId/summary', summaryView());
    const read: Schemas['AccessRow'] = {
      id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f40',
      content: 'REFLECTIONS',
      reader: bo,
      roundId: roundView().id,
      dialogueId: dialogue.id,
      topics: ['welcome'],
      at: '2026-11-23T10:00:00Z',
    };
    answers('get', '/api/v1/me/access', [read, { ...read, id: anna.id }]);
    await openApp(path);
    const reads = await screen.findByRole('region', { name: 'Hvem har læst med' });
    expect(
      await within(reads).findByText(
        `Bo har læst det du skrev om »${dialogue.label}« under Modtagelse.`,
      ),
    ).toBeTruthy();
    expect(within(reads).getByText(/^2 gange, senest/)).toBeTruthy();
  });

  it('says so when nobody has read anything', async () => {
    given({ status: 'CONDUCTING' });
    await openApp(path);
    expect(
      await screen.findByText('Ingen andre har læst noget af det du har delt her.'),
    ).toBeTruthy();
  });
});

describe('the talk', () => {
  const TALK = '/api/v1/rounds/:roundId/talk';
  const planned = { talkAt: '2030-01-02T09:00:00Z', talkMinutes: 45, talkPlace: 'Lokale 2' };

  beforeEach(() => {
    answers('get', '/api/v1/rounds/:roundId/history', []);
    answers('get', '/api/v1/rounds/:roundId/dialogues', []);
    answers('get', '/api/v1/guides/:guideId', guideView());
  });

  it('is planned by either, who is told that the other is told', async () => {
    given({ status: 'REFLECTING' });
    const sent: Schemas['PlanTalk'][] = [];
    takes<Schemas['PlanTalk']>('put', TALK, (body) => {
      sent.push(body);
      return roundView({ status: 'REFLECTING', ...planned });
    });
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Planlæg samtalen' }));
    await person.click(screen.getByRole('button', { name: 'Gem og giv besked' }));
    expect(screen.getByText('Vælg dag og tidspunkt.')).toBeTruthy();
    expect(sent).toEqual([]);
    await person.type(screen.getByLabelText('Hvornår mødes I?'), '2030-01-02T10:00');
    await person.selectOptions(screen.getByLabelText('Hvor længe?'), '45 minutter');
    await person.type(screen.getByLabelText('Hvor? (kan vente)'), 'Lokale 2');
    await person.click(screen.getByRole('button', { name: 'Gem og giv besked' }));
    expect(await screen.findByText(/har fået besked/)).toBeTruthy();
    expect(sent).toEqual([
      { at: new Date('2030-01-02T10:00').toISOString(), minutes: 45, place: 'Lokale 2' },
    ]);
    expect(screen.getByText(/45 minutter, Lokale 2/)).toBeTruthy();
  });

  it('is cancelled only once one has said so twice', async () => {
    given({ status: 'DISCUSSING', ...planned });
    answers('get', '/api/v1/rounds/:roundId/summary', summaryView());
    let cancelled = 0;
    takes('delete', TALK, () => {
      cancelled++;
      return roundView({ status: 'DISCUSSING' });
    });
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Aflys samtalen' }));
    expect(cancelled).toBe(0);
    await person.click(screen.getByRole('button', { name: 'Aflys samtalen' }));
    expect(await screen.findByText(/Samtalen er aflyst/)).toBeTruthy();
    expect(cancelled).toBe(1);
    expect(screen.getByRole('button', { name: 'Planlæg samtalen' })).toBeTruthy();
  });

  it('says what the service says of a time that will not do', async () => {
    given({ status: 'REFLECTING', ...planned });
    refuses('put', TALK, 'invalid', 400, {
      violations: [{ field: 'at', detail: 'Vælg et tidspunkt der ligger i fremtiden.' }],
    });
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Flyt samtalen' }));
    await person.click(screen.getByRole('button', { name: 'Gem og giv besked' }));
    expect(await screen.findByText('Vælg et tidspunkt der ligger i fremtiden.')).toBeTruthy();
  });

  it('is not planned before the round has started', async () => {
    given();
    await openApp(path);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('region', { name: 'Jeres samtale' })).toBeNull();
  });
});
