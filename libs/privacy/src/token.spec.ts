import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ERASED } from '@app/kernel';
import { keyOf, newKey } from './cipher.js';
import { opened } from './opened.js';
import { sealed, tokenOf, unsealed } from './token.js';

const person = { id: 'Ab-_56789012', key: keyOf(newKey()) };
const place = { event: '0190d3f0-0000-7000-8000-000000000001', field: 'signature.name' };
const keys = new Map([[person.id, person]]);

describe('a sealed text', () => {
  test('is the same again when it is opened, whatever it says', () => {
    const property = fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clear = text.toWellFormed();
      const token = tokenOf(sealed(clear, person, place));
      expect(token).toMatchObject({ keyId: person.id, field: place.field });
      expect(unsealed(token!, person.key, place)).toBe(clear);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('says nothing of the text, and is another each time', () => {
    const [one, other] = [1, 2].map(() => sealed('孙丽', person, place));
    expect(one).not.toBe(other);
    expect(one).toMatch(/^§1:Ab-_56789012:signature\.name:[\w-]+$/);
    expect(Buffer.from(tokenOf(one!)!.body, 'base64url').includes('孙丽')).toBe(false);
  });

  test.each([
    ['in another event', { ...place, event: '0190d3f0-0000-7000-8000-000000000002' }],
    ['in another field', { ...place, field: 'name' }],
  ])('does not open %s', (_, elsewhere) => {
    const token = tokenOf(sealed('孙丽', person, place))!;
    expect(() => unsealed(token, person.key, elsewhere)).toThrow(/belongs elsewhere/);
    // Nor where somebody wrote in it that it belongs there.
    expect(() => unsealed({ ...token, field: 'name' }, person.key)).toThrow();
  });

  test('does not open by another key, nor once a bit of it is another', () => {
    const token = tokenOf(sealed('孙丽', person, place))!;
    expect(() => unsealed(token, keyOf(newKey()), place)).toThrow();
    const bytes = Buffer.from(token.body, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      const body = changed.toString('base64url');
      expect(() => unsealed({ ...token, body }, person.key)).toThrow();
    }
  });

  test('is found anywhere in a value; what holds none is left as it is', () => {
    const text = sealed('孙丽', person, place);
    const plain = { at: [1, null, { name: '§1:short' }] };
    expect(opened(plain, keys)).toBe(plain);
    expect(opened({ plain, of: [{ name: text }] }, keys)).toEqual({
      plain,
      of: [{ name: '孙丽' }],
    });
    expect(opened([text, 'x'], new Map())).toEqual([ERASED, 'x']);
  });
});
