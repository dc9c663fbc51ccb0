import { test } from '@jest/globals';
import { onSite } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
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
