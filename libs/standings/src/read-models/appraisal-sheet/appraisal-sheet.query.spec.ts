import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import type { FindingEvent } from '@app/findings';
import { Forbidden } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import {
  SheetHandler,
  SheetQuery,
  SheetsHandler,
  SheetsQuery,
  SheetTableHandler,
  SheetTableQuery,
} from './appraisal-sheet.query.js';
import { appraisalSheetModel } from './appraisal-sheet.read-model.js';
import type { Reader } from '@app/identity';

let readSide: ReadSide;
const MONTH = '2026-03';
const finding = eventOf<FindingEvent>(SUPERVISOR);
const found = (person: string) =>
  finding('FindingRecorded', { finding: 1, article: 'V21', code: 'site-not-cleaned', person });
const upheld = finding('FindingUpheld', { finding: 1, article: 'V21' });
const withdrawn = finding('FindingWithdrawn', {
  finding: 1,
  article: 'V21',
  disprovedBy: { type: 'SiteCleaned', occurredAt: '2026-03-02T01:00:00.000Z' },
});

/** wang and li report to sun, sun to the general manager ma; zhou leads nobody of them. */
const above: Readonly<Record<string, string>> = { wang: 'sun', li: 'sun', sun: 'ma', he: 'zhou' };
const contexts = new StatedContexts((stream) => {
  const employee = stream.slice('employee-'.length);
  const reportsTo = above[employee];
  return { status: 'active', employee, ...(reportsTo && { reportsTo }) };
});

beforeAll(async () => {
  readSide = await ReadSide.start(appraisalSheetModel);
  for (const person of ['he', 'li', 'wang', 'sun'])
    await readSide.happenedIn(`ticket-${person}`, found(person), upheld);
});

afterAll(() => readSide.stop());

const by = (id: string, ...roles: string[]): Reader => ({ id, roles });
const SUN = by('sun', 'supervisor');
const MA = by('ma', 'general-manager');
const head = () => readSide.store.head();
const read = async (employee: string, reader: Reader, knownAt?: string) =>
  new SheetHandler(readSide.asOf, readSide.dataSource, contexts).execute(
    new SheetQuery(
      employee,
      { month: MONTH, ...(knownAt !== undefined && { knownAt }) },
      reader,
      await head(),
    ),
  );
const list = async (reader: Reader, page: { after?: string; limit?: number } = {}) =>
  new SheetsHandler(readSide.asOf, readSide.dataSource, contexts).execute(
    new SheetsQuery({ month: MONTH, ...page }, reader, await head()),
  );
const ids = async (reader: Reader) => (await list(reader)).items.map(({ employee }) => employee);

describe('[R13] who reads a sheet', () => {
  test('everybody their own, and no other', async () => {
    expect(await read('li', by('li', 'technician'))).toMatchObject({ findings: 1 });
    await expect(read('wang', by('li', 'technician'))).rejects.toBeInstanceOf(Forbidden);
    expect(await ids(by('li', 'technician'))).toEqual(['li']);
  });

  test('whoever leads the employee, directly or over others, as a supervisor', async () => {
    expect(await read('li', SUN)).toMatchObject({ employee: 'li', findings: 1 });
    await expect(read('he', SUN)).rejects.toBeInstanceOf(Forbidden);
    await expect(read('li', by('sun', 'technician'))).rejects.toBeInstanceOf(Forbidden);
    await expect(read('li', by('zhou', 'supervisor'))).rejects.toBeInstanceOf(Forbidden);
    expect(await ids(SUN)).toEqual(['li', 'sun', 'wang']);
    expect(await ids(by('ma', 'supervisor'))).toEqual(['li', 'sun', 'wang']);
  });

  test('the general manager and the auditor everybody’s', async () => {
    const all = ['he', 'li', 'sun', 'wang'];
    expect(await ids(MA)).toEqual(all);
    expect(await ids(by('xu', 'auditor'))).toEqual(all);
    expect(await read('he', by('xu', 'auditor'))).toMatchObject({ findings: 1 });
  });
});

test('[R13] sheets are listed page by page, as many as are asked for also where some are not shown', async () => {
  const first = await list(SUN, { limit: 2 });
  expect(first.items.map(({ employee }) => employee)).toEqual(['li', 'sun']);
  const second = await list(SUN, { limit: 2, after: first.next! });
  expect(second.items.map(({ employee }) => employee)).toEqual(['wang']);
  expect(second.next).toBeNull();
});

test('[R13] a sheet opens into its events', async () => {
  const { entries, says } = await read('wang', MA);
  const [{ stream, version, type }] = entries as [(typeof entries)[number]];
  const events = await readSide.store.readStream(stream);
  expect(events[version - 1]).toMatchObject({ type, data: { finding: 1, article: 'V21' } });
  expect(says.at(-1)?.zh).toContain('[V21]');
});

test('[R13] a sheet shows what was known at a moment; what was withdrawn since is told as such', async () => {
  const [, last] = await readSide.store.readStream('ticket-li');
  await new Promise((resolve) => setTimeout(resolve, 5));
  await readSide.happenedIn('ticket-li', withdrawn);
  const [, , gone] = await readSide.store.readStream('ticket-li');
  expect(await read('li', MA)).toMatchObject({
    findings: 0,
    takenOff: [{ entry: { version: 2 }, by: { type: 'FindingWithdrawn', version: 3 } }],
  });
  expect(await read('li', MA, last!.recordedAt)).toMatchObject({ findings: 1, takenOff: [] });
  expect(await read('li', MA, gone!.recordedAt)).toMatchObject({ findings: 0 });
  const before = new Date(Date.parse(last!.recordedAt) - 60_000).toISOString();
  expect(await read('li', MA, before)).toMatchObject({ findings: 0, takenOff: [] });
});

test('[R13] the sheets of a month as a table name the articles of what was found', async () => {
  const table = new SheetTableHandler(readSide.asOf, readSide.dataSource, contexts);
  const parts = await table.execute(new SheetTableQuery({ month: MONTH }, SUN, await head()));
  const all: string[] = [];
  for await (const part of parts) all.push(part);
  const lines = all.join('').split('\r\n');
  expect(lines[0]).toContain('员工,月份,考核分');
  expect(lines.at(-2)).toMatch(/^wang,2026-03,0,.*,1,V21,0$/);
  expect(lines.some((line) => line.startsWith('he,'))).toBe(false);
});
