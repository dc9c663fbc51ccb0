import { expect, test } from '@jest/globals';
import { derivedId, isId, newId } from './ids.js';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('derives the UUIDv5 of RFC 9562 within a namespace that begins with no time', () => {
  expect(derivedId(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('what is derived within an id of its time begins with the same time, and so does what is derived from that', () => {
  const command = newId(Date.parse('2026-03-02T01:00:00Z'));
  const event = derivedId(command, '0');
  expect(event.slice(0, 15)).toBe(`${command.slice(0, 14)}8`);
  expect(derivedId(event, '0').slice(0, 15)).toBe(event.slice(0, 15));
  expect([command, event].every(isId)).toBe(true);
});

test('the same two give the same id, in either case, and any other two another', () => {
  const command = newId(0);
  const ids = [command, newId(0), DNS].flatMap((within) =>
    ['0', '1', 'ticket-1/0'].map((name) => derivedId(within, name)),
  );
  expect(new Set(ids).size).toBe(9);
  expect(derivedId(command.toUpperCase(), '0')).toBe(ids[0]);
});
