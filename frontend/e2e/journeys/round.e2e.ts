import { expect, type Page, test } from '@playwright/test';
import { sitsDown } from '../people/browser';
import { firstName, type Who } from '../people/person';
import { record } from '../people/recording';
import { day } from '../people/round';
import {
  acceptsTheInvitation,
  approves,
  asksAndGivesFeedback,
  beginsARound,
  confirmsTheAgreement,
  finishesTheDialogues,
  goesTo,
  hasGoneThroughTheGuide,
  isSaved,
  notesADialogue,
  opensTheReflection,
  opensTheTalk,
  seesTheOtherHasGoneThroughTheGuide,
  seesTheYes,
  settlesTheAgreement,
  sharesTheTopic,
  sheet,
  startsTheRound,
} from '../people/steps';
import { readings, runOf, Trace } from '../people/trace';

const LABEL = 'Ansøgning om boligstøtte';
const WORDS = 'Jeg så op før borgeren havde sat sig, og ventede med skærmen.';

test('two people take a round without video from the invitation to the follow-up', async ({
  browser,
}) => {
  const evaluatee = await sitsDown(browser, 'lene');
  const partner = await sitsDown(browser, 'mads');
  await untilReflecting(evaluatee, partner, 'mads', false);
  await sheet(evaluatee).fill(WORDS);
  await isSaved(evaluatee);
  await toTheEnd(evaluatee, partner, 'lene', 'mads', false);
});

test('with video the recording stays on the device: nothing of it leaves the browser', async ({
  browser,
}, { outputDir }) => {
  const recording = await record(browser, outputDir);
  expect(recording.bytes.length).toBeGreaterThan(300_000);

  const evaluatee = await sitsDown(browser, 'tove');
  const trace = new Trace(evaluatee.context());
  const partner = await sitsDown(browser, 'maria');
  const theirs = new Trace(partner.context());
  await untilReflecting(evaluatee, partner, 'maria', true);

  await test.step('she watches and notes a moment', async () => {
    await evaluatee.locator('input[type=file]').setInputFiles(recording.path);
    const video = evaluatee.locator('video');
    await expect(video).toBeVisible();
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
      .toBeGreaterThan(1);
    await evaluatee.getByRole('button', { name: 'Afspil', exact: true }).click();
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(1);
    await evaluatee.getByRole('button', { name: 'Sæt på pause' }).click();
    await sheet(evaluatee).fill(WORDS);
    await sheet(evaluatee).press('Control+Enter');
    const note = evaluatee.getByRole('textbox', { name: /^Note til/ });
    await expect(note).toBeFocused();
    await note.fill('Her kigger jeg væk.');
    await isSaved(evaluatee);
    const at = await video.evaluate((element: HTMLVideoElement) => {
      element.currentTime = 0;
      return element.currentTime;
    });
    expect(at).toBe(0);
    await evaluatee.getByRole('button', { name: /^Afspil fra/ }).click();
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThanOrEqual(1);
  });

  await test.step('the file is known again', async () => {
    await evaluatee.reload();
    await expect(evaluatee.getByText(`Sidst brugte du »${recording.name}«`)).toBeVisible();
    await evaluatee.locator('input[type=file]').setInputFiles(recording.path);
    await expect(evaluatee.getByText('Filen bliver genkendt næste gang')).toBeVisible();
  });

  await toTheEnd(evaluatee, partner, 'tove', 'maria', true);

  await test.step('nothing of the file has left either browser', async () => {
    const sent = [...(await trace.all()), ...(await theirs.all())];
    expect(sent.filter(({ method }) => method === 'PUT').length).toBeGreaterThan(5);
    const stem = recording.name.replace(/\.webm$/, '');
    for (const { method, url, headers, body } of sent) {
      const where = `${method} ${url}`;
      const said = decodeURIComponent(
        `${url} ${JSON.stringify(headers)} ${body.toString('utf8')}`.replaceAll('%', '%25'),
      );
      expect(said.includes(stem), where).toBe(false);
      for (const reading of readings(body)) {
        expect(runOf(recording.bytes, reading), where).toBeUndefined();
      }
      expect(
        url.startsWith('blob:') || new URL(url).origin === new URL(evaluatee.url()).origin,
        where,
      ).toBe(true);
    }
    expect(await trace.size()).toBeLessThan(recording.bytes.length / 2);
    // The search finds what it looks for: as it is, and in either dress.
    const part = recording.bytes.subarray(1_001, 1_201);
    for (const dressed of [part, part.toString('base64'), part.toString('hex')]) {
      const body = Buffer.concat([
        Buffer.from('{"note":"'),
        Buffer.from(dressed),
        Buffer.from('"}'),
      ]);
      expect(readings(body).some((reading) => runOf(recording.bytes, reading) !== undefined)).toBe(
        true,
      );
    }
  });
});

/** Ends with the evaluatee on the blank page of the first topic. */
async function untilReflecting(evaluatee: Page, partner: Page, other: Who, video: boolean) {
  const roundId = await test.step('the invitation', async () => {
    const id = await beginsARound(evaluatee, other, video);
    await partner.goto('/');
    await acceptsTheInvitation(partner, id);
    return id;
  });
  await test.step('the agreement', async () => {
    await evaluatee.goto(`/rounds/${roundId}/agreement`);
    await settlesTheAgreement(evaluatee, day(-7), day(14), video);
    await hasGoneThroughTheGuide(evaluatee);
    await hasGoneThroughTheGuide(partner);
    await seesTheOtherHasGoneThroughTheGuide(evaluatee);
    await confirmsTheAgreement(evaluatee);
    await seesTheYes(partner);
    await confirmsTheAgreement(partner);
    await startsTheRound(evaluatee);
  });
  await test.step('the dialogue', async () => {
    await goesTo(evaluatee, 'Dialoger');
    await notesADialogue(evaluatee, LABEL, video);
    await finishesTheDialogues(evaluatee);
    await opensTheReflection(evaluatee, LABEL);
  });
}

async function toTheEnd(evaluatee: Page, partner: Page, me: Who, other: Who, video: boolean) {
  await test.step('what is shared, and what is asked', async () => {
    await goesTo(partner, 'Forberedelse');
    await expect(partner.getByText(`${firstName(me)} har ikke delt noget endnu`)).toBeVisible();
    await sharesTheTopic(evaluatee, 'Velkomst', other);
    await partner.reload();
    await partner.locator('summary', { hasText: LABEL }).click();
    await expect(partner.getByText(WORDS).first()).toBeVisible();
    await asksAndGivesFeedback(
      partner,
      me,
      'Hvad lagde du mærke til i pausen?',
      'Det var modigt at vente.',
    );
  });
  await test.step('the talk and the summary', async () => {
    await goesTo(evaluatee, 'Dialoger');
    await opensTheTalk(evaluatee);
    await evaluatee.getByRole('link', { name: 'Gå til samtalen' }).click();
    await expect(evaluatee.getByText('Hvad lagde du mærke til i pausen?')).toBeVisible();
    await expect(evaluatee.getByText('Det var modigt at vente.')).toBeVisible();
    await expect(evaluatee.getByText('Husk at spørge til pausen.')).toHaveCount(0);
    await partner.reload();
    await goesTo(partner, 'Samtale');
    await evaluatee.getByLabel('Det fungerede godt').fill('At se op.');
    await evaluatee.getByLabel('Fokuspunkt 1').fill('Vente med skærmen');
    await evaluatee.getByLabel('Fokuspunkt 2').fill('Åbne spørgsmål');
    await isSaved(evaluatee);
    await expect(partner.getByLabel('Fokuspunkt 2')).toHaveValue('Åbne spørgsmål');
    await partner.getByLabel('Læring til det videre arbejde').fill('Vi siger det på teammødet.');
    await partner.getByLabel('Sådan følger I op').fill('En kop kaffe');
    await partner.getByLabel('Dagen for opfølgningen').fill(day(0));
    await isSaved(partner);
    await expect(evaluatee.getByLabel('Dagen for opfølgningen')).toHaveValue(day(0));
    await approves(evaluatee);
    await expect(evaluatee.getByText(/Du godkendte/)).toBeVisible();
    await expect(partner.getByText(/godkendte/).first()).toBeVisible();
    await approves(partner);
    await partner.waitForURL(/\/follow-up$/);
    await evaluatee.waitForURL(/\/follow-up$/);
  });
  await test.step('HR, while its owner likes', async () => {
    await evaluatee.getByRole('button', { name: 'Se hvad HR får' }).click();
    await evaluatee.getByRole('button', { name: 'Del med HR' }).click();
    await expect(evaluatee.getByText('HR kan læse opsummeringen.')).toBeVisible();
    await evaluatee.getByRole('button', { name: 'Tag den tilbage fra HR' }).click();
    await expect(evaluatee.getByText('HR kan ikke læse opsummeringen.')).toBeVisible();
  });
  if (video) {
    await test.step('the recording is deleted', async () => {
      await goesTo(evaluatee, 'Dialoger');
      await evaluatee.getByRole('button', { name: 'Bekræft at optagelsen er slettet' }).click();
      await evaluatee.getByRole('button', { name: 'Ja, den er slettet' }).click();
      await expect(evaluatee.getByText(/Du bekræftede .* at optagelsen er slettet/)).toBeVisible();
      await goesTo(evaluatee, 'Opfølgning');
    });
  }
  await test.step('the follow-up and the next round', async () => {
    const first = evaluatee.getByRole('group', { name: 'Vente med skærmen' });
    await first.getByRole('radio', { name: 'Holdt ved' }).check();
    await first.getByLabel('Note').fill('Det sidder nu.');
    const second = evaluatee.getByRole('group', { name: 'Åbne spørgsmål' });
    await second.getByRole('radio', { name: 'I gang' }).check();
    await isSaved(evaluatee);
    await evaluatee.getByRole('button', { name: 'Luk forløbet' }).click();
    await expect(evaluatee.getByText('Forløbet er lukket.')).toBeVisible();
    await evaluatee.getByRole('button', { name: 'Begynd næste forløb' }).click();
    await evaluatee.waitForURL(/\/agreement$/);
    await goesTo(evaluatee, 'Overblik');
    await expect(evaluatee.getByText('Åbne spørgsmål').first()).toBeVisible();
  });
}
