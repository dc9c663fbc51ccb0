import { expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { instant, type DailySpan } from '@app/kernel';
import { policy } from '@app/policy';
import { at } from '../testing/ticket.builders.js';
import { OtherContexts } from './other-contexts.js';

/** The other contexts where streams were otherwise before ten o'clock. */
const changedAtTen = (before: unknown, since: unknown) =>
  new OtherContexts(
    new StatedContexts((stream, moment) => {
      if (stream.startsWith('merge-')) return { merged: [] };
      return moment && moment < at('10:00') ? before : since;
    }),
  );

const fileWith = (address: string, quietHours?: readonly DailySpan[]) => ({
  status: 'registered',
  customer: 'C-1',
  name: '孙丽',
  phone: '13800000001',
  sites: [{ site: 'S-1', address, landmark: null, ...(quietHours && { quietHours }) }],
});
const noon = [{ from: '12:00', until: '13:00' }];
const evening = [{ from: '18:00', until: '20:00' }];

const FROM = '2026-03-01';
const promised = (terms: object, sites: readonly string[] = []) => [
  {
    contract: 'HT-1',
    sites,
    systems: [],
    terms: [{ from: FROM, until: '2026-12-31', response: 60, restoration: 180, ...terms }],
  },
];

test('[B2] a call that is entered late has the terms of the contract that held when it came', async () => {
  const others = changedAtTen([], promised({}));
  expect(await others.termsFor({ customer: 'C-1' }, at('09:00'))).toMatchObject({
    terms: 'default',
    edition: policy.version,
    response: policy.sla.response,
  });
  const { warnPercent } = policy.sla;
  const own = { terms: 'HT-1', response: 60, restoration: 180, warnPercent };
  const edition = instant(`${FROM}T00:00+08:00`);
  const held = await others.termsFor({ customer: 'C-1' }, at('10:00'));
  expect(held).toEqual({ ...own, edition });
  expect(await others.termsFor({}, at('10:00'))).toMatchObject({ terms: 'default' });
});

test('[V11] [B3] the emergency clause consents as the contract stood at the call, and names the contract', async () => {
  const consent = { by: '孙建平', upTo: '2000.00' };
  const contract = (emergency: object) => ({
    status: 'in-force',
    until: '2026-12-31',
    versions: [{ from: FROM, terms: { emergency } }],
  });
  const others = (clause: object, promises: object = promised({})) =>
    new OtherContexts(
      new StatedContexts((stream, moment) => {
        if (stream.startsWith('merge-')) return { merged: [] };
        if (stream === 'promise-C-1') return promises;
        return contract(moment && moment < at('10:00') ? clause : {});
      }),
    );
  const asked = (of: OtherContexts, time: '09:00' | '10:00' = '09:00') =>
    of.consentFor({ customer: 'C-1' }, at(time));
  expect(await asked(others({ consent }))).toEqual({ clause: { ...consent, contract: 'HT-1' } });
  expect(await asked(others({ consent }), '10:00')).toEqual({});
  expect(await asked(others({ measures: '…' }))).toEqual({});
  expect(await asked(others({ consent }, []))).toEqual({});
  expect(await others({ consent }).consentFor({}, at('09:00'))).toEqual({});
});

test('[B2] a contract for one site holds at that site alone', async () => {
  const others = changedAtTen([], promised({}, ['S-1']));
  const termsAt = async (site?: string) =>
    (await others.termsFor({ customer: 'C-1', ...(site && { site }) }, at('10:00'))).terms;
  expect([await termsAt('S-1'), await termsAt('S-2'), await termsAt()]).toEqual([
    'HT-1',
    'default',
    'default',
  ]);
});

test('[B2] a contract of another file of the customer’s holds, but for one that names a site of that file', async () => {
  const merged = (promises: object) =>
    new OtherContexts(
      new StatedContexts((stream) => {
        if (stream === 'merge-C-1') return { merged: ['C-2'] };
        return stream === 'promise-C-2' ? promises : [];
      }),
    ).termsFor({ customer: 'C-1', site: 'S-1' }, at('10:00'));
  expect(await merged(promised({}))).toMatchObject({ terms: 'HT-1' });
  expect(await merged(promised({}, ['S-1']))).toMatchObject({ terms: 'default' });
});

test('[B2] terms in working hours come with what is published of the year of the call and the next', async () => {
  const hours = [{ from: '08:30', until: '17:30' }];
  const name = { zh: '劳动节', en: 'Labour Day' };
  const days = { edition: 1, restDays: [6, 7], makeUpDays: [] };
  const published = { ...days, year: '2026', holidays: [{ date: '2026-05-01', name }] };
  const others = new OtherContexts(
    new StatedContexts((stream) => {
      if (stream === 'promise-C-1') return promised({ hours });
      if (stream.startsWith('merge-')) return { merged: [] };
      return stream === 'calendar-2026' ? published : undefined;
    }),
  );
  const years = [{ ...days, year: '2026', holidays: [{ date: '2026-05-01' }] }];
  const held = await others.termsFor({ customer: 'C-1' }, at('09:00'));
  expect(held).toMatchObject({ working: { hours, years } });
  expect(await others.publishedDays(['2027'])).toEqual([]);
});

test('[V19] its rest hours are those of then, its address the one that is known now', async () => {
  const others = changedAtTen(fileWith('1 号', noon), fileWith('2 号', evening));
  const then = await others.siteOf('C-1', 'S-1', at('09:00'));
  expect(then).toMatchObject({ address: '2 号', quietHours: noon });
  expect((await others.siteOf('C-1', 'S-1', at('11:00')))?.quietHours).toEqual(evening);
});

test('[V19] what was put on file only afterwards counts as it stands', async () => {
  const late = changedAtTen({ status: 'none' }, fileWith('2 号', evening));
  expect((await late.siteOf('C-1', 'S-1', at('09:00')))?.quietHours).toEqual(evening);
  const unnamed = changedAtTen({ status: 'none' }, fileWith('2 号'));
  const site = await unnamed.siteOf('C-1', 'S-1', at('09:00'));
  expect(site?.quietHours).toEqual(policy.quietHours);
});

test('[V7] a technician of then may be named in what is told late, whatever became of them', async () => {
  const file = { status: 'active', department: 'repair' };
  const left = changedAtTen(file, { ...file, status: 'left' });
  expect(await left.technician('li-wei', at('09:00'))).toEqual({
    employee: 'li-wei',
    active: true,
  });
  expect(await left.technician('li-wei', at('11:00'))).toMatchObject({ active: false });
  const moved = changedAtTen(file, { ...file, department: 'sales' });
  expect(await moved.technician('li-wei', at('09:00'))).toBeDefined();
  expect(await moved.technician('li-wei', at('11:00'))).toBeUndefined();
  const registeredLater = changedAtTen({ status: 'none' }, file);
  expect(await registeredLater.technician('li-wei', at('09:00'))).toMatchObject({ active: true });
});

test('[V19] a site may rest on days off, by what is published of the years around', async () => {
  const rests = { ...fileWith('1 号', noon) };
  const file = { ...rests, sites: [{ ...rests.sites[0], restsOnDaysOff: true }] };
  expect(await changedAtTen(file, rests).siteOf('C-1', 'S-1', at('09:00'))).toMatchObject({
    restsOnDaysOff: true,
  });
  expect(await changedAtTen(file, rests).siteOf('C-1', 'S-1', at('11:00'))).not.toHaveProperty(
    'restsOnDaysOff',
  );
  const published = changedAtTen(undefined, { year: '2026', restDays: [6, 7] });
  expect(await published.calendarAround(at('09:00'))).toEqual(
    new Map([['2026', { year: '2026', restDays: [6, 7] }]]),
  );
});
