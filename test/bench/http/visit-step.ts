import { fileURLToPath } from 'node:url';
import { OPERATOR, Service } from '../../support/service.js';
import type { Subject } from '../harness.js';
import { inTurn } from '../in-turn.js';
import { Connections } from './connections.js';
import { endsWithUs } from './ends-with-us.js';

/** Tickets on whose visits the steps are taken in turn, so that no stream grows beyond what a ticket is. */
const TICKETS = 640;

const FIRST_DAY = Date.UTC(2024, 0, 1);
const PEOPLE = [
  {
    login: 'desk',
    employee: 'desk',
    department: 'office',
    roles: ['hotline', 'dispatcher', 'supervisor'],
  },
  { login: 'wang', employee: 'wang', department: 'repair', roles: ['technician'] },
];

/** What the technician tells the customer. */
export function explanation(): object {
  return {
    visit: 1,
    subject: 'usage',
    advice: '滤网每两个月清洗一次，关机后再拔插头。',
    confidential: false,
    declined: false,
    customerUnfamiliar: true,
    plainWords: true,
  };
}

/** A step of a visit, and what it is compared as. */
interface Step {
  readonly name: string;
  readonly command: string;
  readonly body: object;
  /** A module that the server imports before all others. Default: none. */
  readonly probe?: string;
}

const EXPLAINS: Step = { name: 'ours', command: 'give-explanation', body: explanation() };

const inspected = { visit: 1, partsComplete: true, tamperingSigns: false, photos: [] };

/** A step with a note, which is sealed; with the same note where nothing is; and without one. */
export const INSPECTS: Step = {
  name: 'ours',
  command: 'inspect-integrity',
  body: { ...inspected, note: '家里老人说昨晚就不对劲，外壳有一道旧痕' },
};
export const INSPECTS_UNSEALED: Step = {
  ...INSPECTS,
  name: 'nothing sealed',
  probe: fileURLToPath(new URL('./unsealed.js', import.meta.url)),
};
export const INSPECTS_SILENTLY: Step = {
  name: 'nothing personal',
  command: 'inspect-integrity',
  body: inspected,
};

/**
 * One visit step after another through the built server, each a new command on a visit that is on site.
 *
 * @param environment what a server is told besides; default: nothing
 * @param taken default: something is explained to the customer, of which nothing is personal
 */
export function visitStep(
  connections: number,
  environment: () => Readonly<Record<string, string>> = () => ({}),
  { name, command, body, probe }: Step = EXPLAINS,
): Subject {
  return {
    name,
    async open(url) {
      const probing = probe !== undefined && { probe };
      const service = await Service.start(url, { environment: environment(), ...probing });
      const ended = endsWithUs(() => void service.end('SIGTERM'));
      const http = new Connections(service.url, connections);
      const tokens = await settle(http);
      await inTurn(TICKETS, connections, (number) => goOnSite(http, tokens, number));
      const each = TICKETS / connections;
      const taken = Array.from({ length: connections }, () => 0);
      return {
        // Each on tickets of its own: of two steps on one the later does not overtake the earlier.
        step: async (worker) => {
          const number = worker * each + (taken[worker]!++ % each);
          await http.post(`/api/v1/tickets/T-${number}/${command}`, body, tokens['wang']);
          return 1;
        },
        async close() {
          await http.close();
          await service.end('SIGTERM');
          ended();
        },
      };
    },
  };
}

type Tokens = Readonly<Record<string, { readonly Authorization: string }>>;

/** Registers the people and signs them in. */
async function settle(http: Connections): Promise<Tokens> {
  const signIn = async (login: string, password: string) => {
    const { token } = JSON.parse(await http.post('/api/v1/sessions', { login, password })) as {
      token: string;
    };
    return { Authorization: `Bearer ${token}` };
  };
  const operator = await signIn(OPERATOR.login, OPERATOR.password);
  const tokens: Record<string, { Authorization: string }> = {};
  for (const { login, employee, department, roles } of PEOPLE) {
    await http.post(
      '/api/v1/employees',
      { employee, name: login, department, supervisor: false },
      operator,
    );
    await http.post(
      '/api/v1/users',
      { login, employee, roles, password: `${login}-of-the-bench` },
      operator,
    );
    tokens[login] = await signIn(login, `${login}-of-the-bench`);
  }
  return tokens;
}

/** A ticket whose visit is on site, each on a day of its own, since the technician is in one place at a time. */
async function goOnSite(http: Connections, tokens: Tokens, number: number): Promise<void> {
  const morning = FIRST_DAY + number * 24 * 60 * 60_000;
  const at = (minutes: number) => new Date(morning + minutes * 60_000).toISOString();
  const ticket = `/api/v1/tickets/T-${number}`;
  const caller = {
    name: '王建国',
    phone: '13800138000',
    address: '上海市徐汇区漕溪北路 88 号',
    landmark: null,
  };
  const call = {
    ticket: `T-${number}`,
    source: 'hotline',
    fault: '空调不制冷',
    occurredAt: at(0),
    ...caller,
  };
  const window = { from: at(60), until: at(120) };
  await http.post('/api/v1/tickets', call, tokens['desk']);
  await http.post(
    `${ticket}/schedule-visit`,
    { technician: 'wang', window, atCustomersWish: false, occurredAt: at(1) },
    tokens['desk'],
  );
  await http.post(`${ticket}/depart`, { visit: 1, occurredAt: at(50) }, tokens['wang']);
  await http.post(`${ticket}/record-arrival`, { visit: 1, occurredAt: at(70) }, tokens['wang']);
}
