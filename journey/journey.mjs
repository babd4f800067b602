#!/usr/bin/env node
/**
 * A whole evaluation round, played by two people and an HR system against a running product in demo mode.
 *
 *   DIALOGSPEJL_URL   where the product is (http://localhost:8080)
 *   JOURNEY_MEMORY    what earlier journeys left behind (.data/journey.json)
 */
import { agreeing, inviting } from './preparation.mjs';
import { givingFeedback, holdingDialogues, reflecting, sharing } from './dialogues.mjs';
import { sharingWithHr, talking } from './discussion.mjs';
import { followingUp, goingOn, lookingBack } from './followup.mjs';
import { checkMemory, remember } from './memory.mjs';
import { signingIn, signingOut } from './session.mjs';
import { Deviation, step, stepsTold } from './tell.mjs';

const root = (process.env.DIALOGSPEJL_URL || 'http://localhost:8080').replace(/\/+$/, '');

async function play() {
  await expectReady();
  console.log(await checkMemory(root));

  const world = await signingIn(root);
  await inviting(world);
  await agreeing(world);
  await holdingDialogues(world);
  await reflecting(world);
  await sharing(world);
  await givingFeedback(world);
  await talking(world);
  await sharingWithHr(world);
  await followingUp(world);
  await goingOn(world);
  await lookingBack(world);
  await step('Everything is read back, word for word, and remembered for the next journey', () => remember(world));
  await signingOut(world);

  console.log(`\nThe journey is done: ${stepsTold()} steps, all as expected.`);
}

async function expectReady() {
  let answer;
  try {
    answer = await fetch(`${root}/q/health/ready`, { signal: AbortSignal.timeout(10_000) });
  } catch {
    throw new Deviation(`Nothing answers at ${root}: start the product first with \`make run\`.`);
  }
  if (!answer.ok) {
    throw new Deviation(`${root} answers ${answer.status}, not ready: start the product with \`make run\` first.`);
  }
}

try {
  await play();
} catch (error) {
  console.error(`\nThe journey stops here. ${error instanceof Deviation ? error.message : error.stack}`);
  process.exitCode = 1;
}
