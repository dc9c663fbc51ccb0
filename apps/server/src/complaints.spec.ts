import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import type { OutcomeBody, Problem } from '@app/http';
import type { Role } from '@app/identity';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

const WORDS = '他开着我的车去接孩子';
const NAME = '欧阳不满';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
  const roles: Role[] = ['hotline', 'technician', 'storekeeper', 'supervisor', 'general-manager'];
  for (const role of roles) await service.token(role);
}, 60_000);
afterAll(() => service?.stop());

const url = (path: string) => `${service.url}/api/v1/${path}`;
const post = async (role: Role, path: string, body: object) =>
  send<OutcomeBody & Problem>(url(`complaints${path}`), { token: await service.token(role), body });
const get = async <Body>(role: Role, path: string, language = 'zh') =>
  send<Body>(url(path), {
    method: 'GET',
    token: await service.token(role),
    headers: { 'Accept-Language': language },
  });
const ok = async (role: Role, path: string, body: object) => {
  const answer = await post(role, path, body);
  expect([path, answer.status, answer.body.code]).toEqual([
    path,
    path === '' ? 201 : 200,
    undefined,
  ]);
};

const accountOf = async (language: string) => {
  const headers = {
    Authorization: `Bearer ${await service.token('auditor')}`,
    'Accept-Language': language,
  };
  return (await fetch(url('streams/complaint-TS-1/account'), { headers })).text();
};

const POINT = { about: 'integrity', employee: 'E-technician' };

async function received(complaint: string): Promise<void> {
  const complainant = { name: NAME, phone: '13977665544' };
  const call = { complaint, channel: 'phone', complainant, words: WORDS, points: [POINT] };
  await ok('hotline', '', call);
  await ok('hotline', `/${complaint}/offer-apology`, { channel: 'phone' });
}

async function investigated(complaint: string): Promise<void> {
  await received(complaint);
  const investigator = { employee: 'E-storekeeper' };
  await ok('supervisor', `/${complaint}/assign-investigator`, investigator);
  await ok('storekeeper', `/${complaint}/record-investigation`, { result: '门卫记录相符' });
}

describe('[R7] [R9] [N13] a complaint over HTTP', () => {
  test('is dealt with from the first word to the answer, and told in both languages', async () => {
    await investigated('TS-1');
    await ok('supervisor', '/TS-1/uphold-complaint', { point: 1, reason: '本人承认' });
    const outcome = { point: 1, outcome: '谈话提醒' };
    await ok('general-manager', '/TS-1/record-referral-outcome', outcome);
    await ok('hotline', '/TS-1/propose-remedy', { kind: 'compensation', amount: '80.00' });
    await ok('hotline', '/TS-1/accept-remedy', { remedy: 1 });
    await ok('hotline', '/TS-1/answer-complaint', { channel: 'phone', answer: '已处理' });
    await ok('supervisor', '/TS-1/close-complaint', {});
    await ok('hotline', '/TS-1/record-satisfaction', { rating: 5 });
    const shown = await get<Record<string, unknown>>('hotline', 'complaints/TS-1');
    expect(shown.body).toMatchObject({
      ...{ stage: 'closed', words: [WORDS], complainant: { name: NAME }, rating: 5 },
      ...{ complainedOf: ['E-technician'], missed: [] },
      points: [{ verdict: { upheld: true, referral: { outcome: '谈话提醒' } } }],
      terms: { acknowledge: { verdict: 'kept' } },
    });
    const [chinese, english] = await Promise.all(['zh', 'en'].map(accountOf));
    for (const said of [
      '受理电话投诉',
      '向客户道歉',
      '转公司《员工奖惩制度》处理',
      '结案，已答复客户',
    ])
      expect(chinese).toContain(said);
    for (const said of ['received a complaint', 'apologised', 'general staff rules', 'closed'])
      expect(english).toContain(said);
  });

  test('is refused with the article that stands in the way, and changes nothing', async () => {
    const begin = { complaint: 'TS-2', channel: 'letter', anonymous: true };
    await ok('hotline', '', begin);
    const early = await post('supervisor', '/TS-2/assign-investigator', { employee: 'E-hotline' });
    expect(early).toMatchObject({ status: 422, body: { article: 'N13' } });
    const nobody = { words: '…', points: [{ about: 'other', employee: 'E-nobody' }] };
    const unknown = await post('hotline', '/TS-2/record-complaint', nobody);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown-employee' } });
    const ticket = { complaint: 'TS-3', channel: 'web', ticket: 'T-none' };
    expect(await post('hotline', '', ticket)).toMatchObject({ status: 404 });
    const { body } = await get<{ version: number }>('hotline', 'complaints/TS-2');
    expect(body).toMatchObject({ stage: 'received' });
  });

  test('names a clause of document 2 only where one was in force, and fits', async () => {
    await investigated('TS-4');
    const conduct = { article: 'D39', clause: 'vehicle', happenedAt: new Date().toISOString() };
    const uphold = { point: 1, reason: '本人承认', conduct };
    expect(await post('supervisor', '/TS-4/uphold-complaint', uphold)).toMatchObject({
      status: 422,
      body: { article: 'D42' },
    });
  });

  test('[D39] opens a case where the clause fits, which is decided as any other', async () => {
    const edit = async (role: Role, step: string, headers = {}) => {
      const token = await service.token(role);
      const body = { edition: '2026.1' };
      return send(url(`editions/document-2/${step}-edition`), { token, body, headers });
    };
    await edit('supervisor', 'draft');
    await edit('general-manager', 'approve', { 'If-Match': '"1"' });
    const file = { name: '李伟', department: 'repair', supervisor: false };
    const changed = await send(url('employees/E-technician/change-employee'), {
      ...{ token: await service.token('general-manager'), body: file },
      headers: { 'If-Match': '"1"' },
    });
    expect(changed.status).toBe(200);
    await investigated('TS-6');
    const conduct = { article: 'D39', clause: 'vehicle', happenedAt: new Date().toISOString() };
    await ok('supervisor', '/TS-6/uphold-complaint', { point: 1, reason: '本人承认', conduct });
    const cases = 'discipline-cases?employee=E-technician';
    const opened = () =>
      get<{ items: Record<string, unknown>[] }>('general-manager', cases).then(
        ({ body }) => body.items,
      );
    await until(async () => (await opened()).length > 0);
    expect(await opened()).toMatchObject([{ article: 'D39', clause: 'vehicle', status: 'open' }]);
    const account = await get<{ points: object[] }>('hotline', 'complaints/TS-6');
    expect(account.body.points).toMatchObject([{ verdict: { conduct: { article: 'D39' } } }]);
  });
});

describe('[R9] whoever is complained of', () => {
  test('neither reads the complaint, nor its history, nor what of it stands in the log', async () => {
    const told = { complaint: 'TS-5', channel: 'phone', complainant: { name: NAME }, words: WORDS };
    const of = (employee: string) => ({ about: 'conduct', employee });
    await ok('hotline', '', { ...told, points: [of('E-supervisor')] });
    await ok('hotline', '/TS-5/offer-apology', { channel: 'phone' });
    await ok('general-manager', '/TS-5/assign-investigator', { employee: 'E-storekeeper' });
    expect(await get('supervisor', 'complaints/TS-5')).toMatchObject({
      status: 403,
      body: { code: 'not-your-complaint' },
    });
    expect((await get('supervisor', 'streams/complaint-TS-5/events')).status).toBe(403);
    expect((await get('supervisor', 'streams/complaint-TS-5/account')).status).toBe(403);
    const log = JSON.stringify((await get('supervisor', 'log?limit=200')).body);
    expect(log).toContain('complaint-TS-1');
    expect(log).not.toContain('TS-5');
    expect(JSON.stringify((await get('general-manager', 'log?limit=200')).body)).toContain('TS-5');
  });

  test('is not told by the inbox of findings who deals with it, nor is anybody without a part in it', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const points = [{ about: 'conduct', employee: 'E-supervisor' }];
    const call = { complaint: 'TS-8', channel: 'phone', complainant: { name: NAME }, words: WORDS };
    await ok('hotline', '', { ...call, points, occurredAt: ago(90) });
    await ok('hotline', '/TS-8/offer-apology', { channel: 'phone', occurredAt: ago(80) });
    const answer = { channel: 'phone', answer: '已处理', occurredAt: ago(70) };
    await ok('hotline', '/TS-8/answer-complaint', answer);
    const inbox = async (role: Role) => {
      const { body } = await get<{ items: object[] }>(role, 'findings?kind=complaint&entity=TS-8');
      return body.items;
    };
    await until(async () => (await inbox('general-manager')).length > 0);
    const found = { entity: 'TS-8', code: 'answered-before-judged', person: 'E-hotline' };
    expect(await inbox('general-manager')).toMatchObject([found]);
    expect(await inbox('hotline')).toMatchObject([found]);
    expect(await inbox('supervisor')).toEqual([]);
    expect(await inbox('technician')).toEqual([]);
  });

  test('does nothing to it, while who investigates reads it', async () => {
    const refused = await post('supervisor', '/TS-5/reject-complaint', {
      point: 1,
      reason: '没有',
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'complained-of', article: 'R9' } });
    expect((await get('storekeeper', 'complaints/TS-5')).status).toBe(200);
    expect((await get('technician', 'complaints/TS-5')).status).toBe(403);
  });
});

test('[R9] what the customer said and who they are is stored sealed', async () => {
  const { body } = await get<{ words: string[] }>('hotline', 'complaints/TS-1');
  expect(body.words).toEqual([WORDS]);
  const stored = JSON.stringify(
    (
      await (service.store as unknown as { stored: typeof service.store }).stored.readStream(
        'complaint-TS-1',
      )
    ).map(({ data }) => data),
  );
  for (const said of [WORDS, NAME, '13977665544']) expect(stored).not.toContain(said);
});
