import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Client } from '@app/scenario';
import { OPERATOR } from '../support/service.js';
import { ownService } from '../support/own-service.js';

/*
 * The service as an operator runs it, whose processes follow the log on a thread of their own and
 * send their commands from there.
 */
const own = ownService();

const PEOPLE = [
  { login: 'desk', department: 'office', roles: ['hotline', 'dispatcher'] },
  { login: 'wang', department: 'repair', roles: ['technician'] },
];

/** Signs everybody in, who are registered where they are not yet. */
async function signedIn(): Promise<Client> {
  const client = new Client(own.service.url);
  await client.signIn(OPERATOR.login, OPERATOR.password);
  for (const { login, department, roles } of PEOPLE) {
    const file = { employee: login, name: login, department, supervisor: false };
    await client.post(OPERATOR.login, '/employees', file);
    const password = `${login}-of-the-tests`;
    await client.post(OPERATOR.login, '/users', { login, employee: login, roles, password });
    await client.signIn(login, password);
  }
  return client;
}

/** A visit of its own day for the technician, which they are to be told of. */
async function planned(client: Client, day: number): Promise<void> {
  const ticket = `T-${day}`;
  const call = {
    ...{ ticket, source: 'hotline', fault: '空调不制冷', name: '王建国', phone: '13800138000' },
    ...{ address: '上海市徐汇区漕溪北路 88 号', landmark: null },
  };
  expect((await client.post('desk', '/tickets', call)).status).toBe(201);
  const window = { from: `2099-06-0${day}T01:00:00Z`, until: `2099-06-0${day}T03:00:00Z` };
  const visit = { technician: 'wang', window, atCustomersWish: false };
  expect((await client.post('desk', `/tickets/${ticket}/schedule-visit`, visit)).status).toBe(200);
}

async function told(client: Client): Promise<readonly string[]> {
  const { body } = await client.get('wang', '/my-notices?limit=200');
  return (body as { items: { ticket: string }[] }).items.map(({ ticket }) => ticket).sort();
}

test('whoever is given a task is told of it once, also by a service that was killed meanwhile', async () => {
  const client = await signedIn();
  for (const day of [1, 2, 3]) await planned(client, day);
  await own.service.end('SIGKILL');
  await own.service.start();
  const again = await signedIn();
  await planned(again, 4);
  while ((await told(again)).length < 4) await pause(50);
  await pause(500);
  expect(await told(again)).toEqual(['T-1', 'T-2', 'T-3', 'T-4']);
}, 240_000);
