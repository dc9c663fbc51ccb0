import { fileURLToPath } from 'node:url';
import { OPERATOR, Service } from '../support/service.js';
import type { Holds } from './bodies/probe.js';
import { shapes, type Shape } from './bodies/shapes.js';
import type { BenchOptions } from './harness.js';
import { endsWithUs } from './http/ends-with-us.js';
import { withServer } from './server.js';

/** Milliseconds that no body may hold the event loop. */
const LIMIT = 50;

/** Times that a shape is sent in one repetition, one after the other. */
const TIMES = 5;

const PROBE = fileURLToPath(new URL('./bodies/probe.js', import.meta.url));

/**
 * How long bodies of each shape hold the event loop of the built server, during which it answers
 * nobody else: of the longest holds of all repetitions the median, in milliseconds of the thread's own
 * processor time beside the limit; `wallMs` is the same by the clock, with what else the machine
 * was doing. Where the system does not tell the processor time, all are by the clock.
 */
export default function bodies({ reps, only }: BenchOptions): Promise<void> {
  return withServer(async (server) => {
    const database = await server.freshDatabase();
    const service = await Service.start(database.url, { probe: PROBE });
    const ended = endsWithUs(() => void service.end('SIGTERM'));
    const token = await signedIn(service);
    for (const shape of shapes.filter(({ name }) => name.includes(only))) {
      const body = shape.body();
      const holds: Holds[] = [];
      let status = 0;
      // The first time it is compiled.
      for (let rep = 0; rep <= reps; rep++) {
        await service.ask('longest');
        for (let time = 0; time < TIMES; time++)
          status = await send(service.url, shape, body, token);
        const held = (await service.ask('longest')) as Holds;
        if (rep > 0) holds.push(held);
      }
      print(shape, { bytes: Buffer.byteLength(body), status }, holds);
    }
    await service.end('SIGTERM');
    ended();
    await database.drop();
  });
}

/** A token of an account that may send every shape. */
async function signedIn({ url }: Service): Promise<string> {
  const account = {
    login: 'desk',
    password: 'desk-of-the-bench',
    roles: ['supervisor', 'operator'],
  };
  const operator = await signIn(url, OPERATOR);
  const path = '/api/v1/users';
  await send(url, { path }, JSON.stringify(account), operator);
  return signIn(url, account);
}

async function signIn(
  url: string,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<string> {
  const body = JSON.stringify({ login, password });
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${url}/api/v1/sessions`, { method: 'POST', headers, body });
  return ((await answer.json()) as { token: string }).token;
}

/** The status of the answer, once all of it is there. */
async function send(
  url: string,
  shape: Omit<Shape, 'name' | 'body'>,
  body: string,
  token: string,
): Promise<number> {
  const { path, type = 'application/json', stranger = false } = shape;
  const headers = {
    'Content-Type': type,
    ...(!stranger && { Authorization: `Bearer ${token}` }),
  };
  const answer = await fetch(url + path, { method: 'POST', headers, body });
  await answer.arrayBuffer();
  return answer.status;
}

function print({ name }: Shape, answered: object, holds: readonly Holds[]): void {
  const [median, min, max] = spread(holds.map(({ own, wall }) => own ?? wall));
  const [wallMs] = spread(holds.map(({ wall }) => wall));
  const line = { case: 'longest hold of the loop', subject: name, unit: 'ms', median, min, max };
  process.stdout.write(`${JSON.stringify({ ...line, wallMs, limit: LIMIT, ...answered })}\n`);
}

/** Median, least and most, to a tenth. */
function spread(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[sorted.length >> 1]!, sorted[0]!, sorted.at(-1)!].map(
    (value) => Math.round(value * 10) / 10,
  );
}
