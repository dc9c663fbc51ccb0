import { expect, test } from '@jest/globals';
import { discrepancySigned, onSite, tampered } from '../../testing/on-site.past.js';
import { command, event, givenFor, ticketAfter } from '../../testing/ticket.builders.js';
import { inspectIntegrity } from './inspect-integrity.js';

const given = givenFor(inspectIntegrity);
const sound = { visit: 1, partsComplete: true, tamperingSigns: false, photos: [] };

test('[V13] a product that is as it should be needs no note', () => {
  given(...onSite)
    .when(command('InspectIntegrity', sound, '09:40'))
    .then(event('IntegrityInspected', sound));
});

test.each([
  ['parts that are missing', { partsComplete: false }],
  ['signs of tampering', { tamperingSigns: true }],
])('[V13] %s are recorded with their note, and refused without one', (_, differs) => {
  const noted = { ...sound, ...differs, note: '缺少护网' };
  given(...onSite)
    .when(command('InspectIntegrity', noted, '09:40'))
    .then(event('IntegrityInspected', noted));
  for (const unsaid of [
    { ...noted, note: ' ' },
    { ...sound, ...differs },
  ])
    given(...onSite)
      .when(command('InspectIntegrity', unsaid, '09:40'))
      .thenRefusedUnder('V13', 'discrepancy-not-noted');
});

test('[V13] a second look does not lift the signature that the first one waits for', () => {
  const again = event('IntegrityInspected', sound, '09:45');
  const looked = ticketAfter(...onSite, tampered(), again);
  expect(looked.visits[0]).toMatchObject({
    inspection: { discrepancy: true, acknowledged: false },
  });
  const signed = ticketAfter(...onSite, tampered(), discrepancySigned(), again);
  expect(signed.visits[0]).toMatchObject({
    inspection: { discrepancy: false, acknowledged: false },
  });
});
