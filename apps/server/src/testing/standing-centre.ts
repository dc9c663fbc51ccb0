import type { OutcomeBody } from '@app/http';
import type { Role } from '@app/identity';
import { refusedBy } from './refused.js';
import { storedFile } from './stored-file.js';
import { send, signIn, startTestServer, type Answer, type TestServer } from './test-client.js';

const CHIEF = 'E-chief';
const SUPERVISOR = 'E-supervisor';

interface Person {
  readonly roles: readonly [Role, ...Role[]];
  readonly file: File;
}
interface File {
  readonly department: 'sales' | 'repair' | 'office';
  readonly supervisor?: boolean;
  readonly reportsTo?: string;
}

/** Two general managers, the supervisor, who leads them, one who leads nobody here, and the staff. */
const PEOPLE = {
  manager: { roles: ['general-manager'], file: { department: 'office' } },
  deputy: { roles: ['general-manager'], file: { department: 'office' } },
  chief: { roles: ['supervisor', 'dispatcher'], file: { department: 'sales', supervisor: true } },
  supervisor: {
    roles: ['supervisor'],
    file: { department: 'sales', supervisor: true, reportsTo: CHIEF },
  },
  stranger: { roles: ['supervisor'], file: { department: 'repair', supervisor: true } },
  hotline: { roles: ['hotline'], file: { department: 'office' } },
  sales: { roles: ['sales'], file: { department: 'sales', reportsTo: SUPERVISOR } },
  technician: { roles: ['technician'], file: { department: 'repair', reportsTo: SUPERVISOR } },
  auditor: { roles: ['auditor'], file: { department: 'office' } },
} as const satisfies Record<string, Person>;
export type Who = keyof typeof PEOPLE | 'operator';

/** The id of whoever acts: `E-sales`. */
export function employeeOf(who: Who): string {
  return `E-${who}`;
}

type Body = Readonly<Record<string, unknown>>;

const WEEKENDS = { edition: 1, restDays: [6, 7], holidays: [], makeUpDays: [] };

/** A server where document 2 is in force, as of a time that a test sets forward. */
export class StandingCentre {
  private readonly tokens = new Map<Who, string>();

  private constructor(readonly service: TestServer) {}

  /**
   * @param clock the time at which it begins
   * @param calendars of years in which others than weekends are off, or worked
   */
  static async start(clock: string, calendars: readonly Body[] = []): Promise<StandingCentre> {
    const centre = new StandingCentre(await startTestServer({ clock }));
    centre.tokens.set('operator', await centre.service.token('operator'));
    for (const [who, person] of Object.entries(PEOPLE)) await centre.enlist(who as Who, person);
    const first = Number(clock.slice(0, 4));
    for (const year of [first, first + 1, first + 2].map(String)) {
      const own = calendars.find((each) => each['year'] === year);
      await centre.ok('manager', 'calendar', own ?? { year, ...WEEKENDS });
    }
    return centre;
  }

  private async enlist(who: Who, { roles, file }: Person): Promise<void> {
    const employee = employeeOf(who);
    const password = `${who} of the tests`;
    await this.ok('operator', 'employees', { employee, name: who, supervisor: false, ...file });
    await this.ok('operator', 'users', { login: who, password, employee, roles });
    this.tokens.set(who, await signIn(this.service.url, who, password));
  }

  /** Document 2 as published, or with another text, is drafted and approved; in force after a minute. */
  async promulgate(edition: string, more: Body = {}, by: Who = 'supervisor'): Promise<void> {
    await this.ok(by, 'editions/document-2/draft-edition', { edition, ...more });
    const { headers } = await this.get('manager', 'editions/document-2');
    const approve = 'editions/document-2/approve-edition';
    await this.ok('manager', approve, { edition }, { 'If-Match': headers.get('etag')! });
  }

  async setClock(now: string): Promise<void> {
    await this.ok('operator', 'clock/set-forward', { now });
  }

  /** Somebody's file is changed to that. */
  async file(who: Who, said: File): Promise<void> {
    const path = `employees/${employeeOf(who)}`;
    const { headers } = await this.get('manager', path);
    const body = { name: who, supervisor: false, ...said };
    await this.ok('manager', `${path}/change-employee`, body, {
      'If-Match': headers.get('etag')!,
    });
  }

  async paper(content: string, who: Who = 'manager'): Promise<string> {
    return storedFile(this.service, this.token(who), content);
  }

  token(who: Who): string {
    return this.tokens.get(who)!;
  }

  url(path: string): string {
    return `${this.service.url}/api/v1/${path}`;
  }

  async post(who: Who, path: string, body: Body, headers = {}): Promise<Answer<OutcomeBody>> {
    return send(this.url(path), { token: this.token(who), body, headers });
  }

  /** What is done, and not refused; the answer says what happened. */
  async ok(who: Who, path: string, body: Body, headers = {}): Promise<OutcomeBody> {
    const answer = await this.post(who, path, body, headers);
    if (answer.status >= 300)
      throw new Error(`${path} was answered with ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** What is refused, in a problem document, and changes nothing. */
  async refused(who: Who, path: string, body: Body, headers = {}) {
    const options = { token: this.token(who), body, headers };
    const answer = await refusedBy(this.service, this.url(path), options);
    return answer.body;
  }

  async get<Read = Body>(who: Who, path: string, language = 'en'): Promise<Answer<Read>> {
    const headers = { Accept: 'application/json', 'Accept-Language': language };
    return send(this.url(path), { method: 'GET', token: this.token(who), headers });
  }

  /** A command about the standing of somebody's year. */
  of(whose: Who, year: string) {
    const path = (command: string) => `standings/${employeeOf(whose)}/${command}`;
    return {
      ok: (who: Who, command: string, data: Body) => this.ok(who, path(command), { year, ...data }),
      refused: (who: Who, command: string, data: Body) =>
        this.refused(who, path(command), { year, ...data }),
      open: async (data: Body, who: Who = 'hotline'): Promise<number> => {
        const { events } = await this.ok(who, path('open-case'), { year, facts: '…', ...data });
        return (events[0]!.data as { case: number }).case;
      },
    };
  }

  /** The standing of somebody's year, as of all that has been recorded. */
  async standing(whose: Who, year: string): Promise<Body> {
    const head = await this.service.store.head();
    const path = `standings/${employeeOf(whose)}/${year}?minPosition=${head}`;
    return (await this.get('manager', path)).body;
  }

  stop(): Promise<void> {
    return this.service.stop();
  }
}
