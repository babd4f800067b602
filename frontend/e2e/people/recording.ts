import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';

/** A recording as a camera would have made it: some seconds of a moving picture and its sound. */
export interface Recording {
  path: string;
  name: string;
  bytes: Buffer;
}

/** Makes one in the browser itself, in a page of its own, and lays it on the disk. */
export async function record(browser: Browser, folder: string): Promise<Recording> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    document.body.append(canvas);
    const draw = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(25), {
      mimeType: 'video/webm',
      videoBitsPerSecond: 4_000_000,
    });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const over = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start(200);
    // Noise, which no codec makes small: the file must be too large to hide among what is sent.
    const began = performance.now();
    while (performance.now() - began < 3_000) {
      const noise = draw?.createImageData(640, 360);
      if (noise) {
        const pixels = new Uint32Array(noise.data.buffer);
        for (let i = 0; i < pixels.length; i++) pixels[i] = (Math.random() * 2 ** 32) | 0xff000000;
        draw?.putImageData(noise, 0, 0);
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    recorder.stop();
    await over;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  });
  await context.close();
  const name = 'optagelse-skranke-fru-hansen.webm';
  const bytes = Buffer.from(base64, 'base64');
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, bytes);
  return { path, name, bytes };
}
