import { createStore, entries } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import { vault } from './vault';

const raw = () => entries<string, { data: ArrayBuffer }>(createStore('dialogspejl-kept', 'kept'));

describe('what is kept on the device', () => {
  it('is read back as it was', async () => {
    await vault.put('draft:1', { text: 'Æblegrød på øen 😊' });
    expect(await vault.get('draft:1')).toEqual({ text: 'Æblegrød på øen 😊' });
  });

  it('cannot be read by looking into the storage', async () => {
    await vault.put('draft:1', { text: 'KANARIEFUGL' });
    const stored = await raw();
    expect(stored).toHaveLength(1);
    const bytes = new Uint8Array(stored[0]?.[1].data ?? new ArrayBuffer(0));
    expect(bytes.length).toBeGreaterThan(20);
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('KANARIEFUGL');
  });

  it('is sealed with a key that cannot be taken out', async () => {
    await vault.put('draft:1', 'x');
    const [[, key] = []] = await entries<string, CryptoKey>(
      createStore('dialogspejl-keys', 'keys'),
    );
    expect(key?.extractable).toBe(false);
  });

  it('is found by how its name begins', async () => {
    await vault.put('draft:a:1', 1);
    await vault.put('draft:b:1', 2);
    expect(await vault.all('draft:a:')).toEqual([['draft:a:1', 1]]);
  });

  it('is gone when it is removed, and all of it when it is cleared', async () => {
    await vault.put('a', 1);
    await vault.put('b', 2);
    await vault.remove('a');
    expect(await vault.get('a')).toBeUndefined();
    await vault.clear();
    expect(await raw()).toEqual([]);
    expect(await vault.get('b')).toBeUndefined();
  });

  it('is gone when it is removed while it was still being sealed', async () => {
    const putting = vault.put('form:1', 'næsten sendt');
    await vault.remove('form:1');
    await putting;
    expect(await vault.get('form:1')).toBeUndefined();
  });

  it('is read as it is asked to become, however long sealing takes', async () => {
    await vault.put('form:1', 'gammelt');
    void vault.put('form:1', 'nyt');
    expect(await vault.get('form:1')).toBe('nyt');
    void vault.put('form:1', 'næsten sendt');
    void vault.remove('form:1');
    expect(await vault.get('form:1')).toBeUndefined();
  });
});
