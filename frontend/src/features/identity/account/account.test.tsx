import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, service, takes } from '@/testing/service';
import { write } from '@/testing/write';

const section = async (name: string) => within(await screen.findByRole('region', { name }));

const here = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f60',
  startedAt: '2026-12-01T07:55:00Z',
  lastUsedAt: '2026-12-01T09:15:00Z',
  browser: 'Chrome',
  system: 'Windows',
  current: true,
};
const elsewhere = { ...here, id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f61', current: false };

describe('where one is signed in', () => {
  const place = () => section('Her er du logget ind');

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', '/api/v1/me/sessions');
    await openApp('/me');
    expect((await place()).getByText('Henter …')).toBeTruthy();
  });

  it('says so when it is nowhere else', async () => {
    answers('get', '/api/v1/me/sessions', [here]);
    await openApp('/me');
    expect(await (await place()).findByText('Chrome på Windows')).toBeTruthy();
    expect((await place()).getByText('Denne enhed')).toBeTruthy();
    expect((await place()).getByText('Du er ikke logget ind andre steder.')).toBeTruthy();
    expect((await place()).queryByRole('button')).toBeNull();
  });

  it('says what to do when the service fails', async () => {
    refuses('get', '/api/v1/me/sessions', 'unexpected', 500);
    await openApp('/me');
    expect(await (await place()).findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('signs out from one place, and from all others', async () => {
    let rows = [here, elsewhere, { ...elsewhere, id: 'x', browser: undefined, system: undefined }];
    const ended: string[] = [];
    service.use(
      http.get('*/api/v1/me/sessions', () => HttpResponse.json(rows)),
      http.delete('*/api/v1/me/sessions/:id', ({ params }) => {
        ended.push(String(params.id));
        rows = rows.filter(({ id }) => id !== params.id);
        return new HttpResponse(null, { status: 204 });
      }),
      http.delete('*/api/v1/me/sessions', () => {
        rows = [here];
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { person } = await openApp('/me');
    expect(await (await place()).findByText('Ukendt enhed')).toBeTruthy();
    await person.click((await place()).getByRole('button', { name: 'Log ud: Chrome på Windows' }));
    await waitFor(() => expect(ended).toEqual([elsewhere.id]));
    await person.click((await place()).getByRole('button', { name: 'Log ud alle andre steder' }));
    expect(await (await place()).findByText('Du er ikke logget ind andre steder.')).toBeTruthy();
  });
});

describe('the password', () => {
  it('is changed with the present one', async () => {
    let sent: unknown;
    service.use(
      http.put('*/api/v1/me/password', async ({ request }) => {
        sent = await request.json();
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { person } = await openApp('/me');
    await person.click(await screen.findByRole('button', { name: 'Skift adgangskode' }));
    await write(person, screen.getByLabelText('Din nuværende adgangskode'), 'spejl-demo-2026');
    await write(person, screen.getByLabelText('Ny adgangskode'), 'syv regnvåde giraffer');
    await person.click(screen.getByRole('button', { name: 'Skift adgangskode' }));
    expect(await screen.findByText('Din adgangskode er skiftet.')).toBeTruthy();
    expect(sent).toEqual({
      currentPassword: 'spejl-demo-2026',
      newPassword: 'syv regnvåde giraffer',
    });
  });

  it('says at each field what is wrong with it', async () => {
    refuses('put', '/api/v1/me/password', 'invalid', 400, {
      violations: [{ field: 'currentPassword', detail: 'Det er ikke den.' }],
    });
    const { person } = await openApp('/me');
    await person.click(await screen.findByRole('button', { name: 'Skift adgangskode' }));
    await person.click(screen.getByRole('button', { name: 'Skift adgangskode' }));
    expect(screen.getByText('Skriv din adgangskode')).toBeTruthy();
    expect(screen.getByText('Vælg en adgangskode')).toBeTruthy();
    await write(person, screen.getByLabelText('Din nuværende adgangskode'), 'forkert');
    await write(person, screen.getByLabelText('Ny adgangskode'), 'syv regnvåde giraffer');
    await person.click(screen.getByRole('button', { name: 'Skift adgangskode' }));
    expect(await screen.findByText('Det er ikke den.')).toBeTruthy();
  });
});

describe('two-step sign-in', () => {
  const place = () => section('Totrinslogin');

  it('is recommended to those it is recommended to', async () => {
    answers('get', '/api/v1/me/second-factor', { recommended: true, recoveryCodesLeft: 0 });
    await openApp('/me');
    expect(
      await (await place()).findByText('Vi anbefaler det til ledere og administratorer.'),
    ).toBeTruthy();
  });

  it('is turned on with the password, a picture and a code, and shows the recovery codes once', async () => {
    let on = false;
    service.use(
      http.get('*/api/v1/me/second-factor', () =>
        HttpResponse.json({
          recommended: false,
          recoveryCodesLeft: on ? 2 : 0,
          ...(on ? { onSince: '2026-12-01T09:15:00Z' } : {}),
        }),
      ),
      http.post('*/api/v1/me/second-factor/confirmation', () => {
        on = true;
        return HttpResponse.json({ codes: ['MZXW-6YTB-OI3G-2ZLN', 'NB2W-45DF-OIQH-4ZDJ'] });
      }),
    );
    takes('post', '/api/v1/me/second-factor', () => ({
      secret: 'JBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Dialogspejl:anna%40fjordby.example?secret=JBSWY3DPEHPK3PXP&issuer=Dialogspejl',
    }));
    const { person } = await openApp('/me');
    await person.click(await (await place()).findByRole('button', { name: 'Slå til' }));
    await write(
      person,
      (await place()).getByLabelText('Din nuværende adgangskode'),
      'spejl-demo-2026',
    );
    await person.click((await place()).getByRole('button', { name: 'Fortsæt' }));
    expect(
      await (await place()).findByRole('img', { name: 'QR-kode til din kodeapp' }),
    ).toBeTruthy();
    expect((await place()).getByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    await write(person, (await place()).getByLabelText('Kode fra din telefon'), '492039');
    await person.click((await place()).getByRole('button', { name: 'Bekræft koden' }));
    expect(await (await place()).findByText('MZXW-6YTB-OI3G-2ZLN')).toBeTruthy();
    await person.click((await place()).getByRole('button', { name: 'Jeg har gemt dem' }));
    expect(await (await place()).findByText(/Du har 2 nødkoder tilbage/)).toBeTruthy();
    expect((await place()).queryByText('MZXW-6YTB-OI3G-2ZLN')).toBeNull();
  });

  it('is turned off with the password', async () => {
    answers('get', '/api/v1/me/second-factor', {
      recommended: false,
      recoveryCodesLeft: 1,
      onSince: '2026-12-01T09:15:00Z',
    });
    refuses('post', '/api/v1/me/second-factor/removal', 'invalid', 400, {
      violations: [{ field: 'password', detail: 'Det er ikke den.' }],
    });
    const { person } = await openApp('/me');
    await person.click(await (await place()).findByRole('button', { name: 'Slå fra' }));
    const password = (await place()).getByLabelText('Din nuværende adgangskode');
    await write(person, password, 'forkert');
    await person.click((await place()).getByRole('button', { name: 'Slå fra' }));
    expect(await (await place()).findByText('Det er ikke den.')).toBeTruthy();
  });
});
