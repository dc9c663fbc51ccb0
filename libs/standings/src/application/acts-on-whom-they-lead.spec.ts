import { describe, expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { requested } from '@app/event-store/src/testing/requests.js';
import { Forbidden, type Actor } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { figures } from '../figures.aggregate.js';
import { standings } from '../standing.aggregate.js';
import { ActsOnWhomTheyLead } from './acts-on-whom-they-lead.js';

/* The supervisor leads xu-qiang, who leads he-ying; li-wei reports to somebody else. */
const REPORTS_TO: Readonly<Record<string, string>> = {
  'he-ying': 'xu-qiang',
  'xu-qiang': SUPERVISOR.id,
  'li-wei': 'sun-hong',
};
const contexts = new StatedContexts((stream) => ({
  status: 'active',
  reportsTo: REPORTS_TO[stream.slice('employee-'.length)],
}));
const check = new ActsOnWhomTheyLead(contexts);
const asks = (type: string, employee: string, actor: Actor = SUPERVISOR) =>
  check.check(requested(type, employee, { employee, year: '2026' }, { actor }));

const all = [standings, figures].flatMap(({ routed }) => [...routed.values()]);
/* Whoever reports, is heard or appeals does so whoever leads them; all else that a supervisor may is of those below them. */
const OF_EVERYBODY = ['FileAppeal', 'HearEmployee', 'OpenCase'];
const ofSupervisors = all
  .filter(({ permission: { roles } }) => (roles as readonly string[]).includes('supervisor'))
  .map(({ type }) => type);
const ofSuperiors = ofSupervisors.filter((type) => !OF_EVERYBODY.includes(type));

describe.each(ofSuperiors)('[R2] %s, by a supervisor', (type) => {
  test('is of those below them, be it over others, and of nobody else', async () => {
    await asks(type, 'xu-qiang');
    await asks(type, 'he-ying');
    await expect(asks(type, 'li-wei')).rejects.toThrow(Forbidden);
    await expect(asks(type, 'li-wei')).rejects.toMatchObject({ code: 'not-led-by-you' });
  });

  test('is of everybody where the general manager gives it', async () => {
    await asks(type, 'li-wei', MANAGER);
  });
});

test('[R2] what everybody of the staff may is nobody’s by the line above them', async () => {
  expect(ofSupervisors).toEqual(expect.arrayContaining(OF_EVERYBODY));
  for (const type of OF_EVERYBODY) await asks(type, 'li-wei');
  expect(ofSuperiors.length).toBeGreaterThan(10);
});
