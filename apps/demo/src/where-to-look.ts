import type { Bilingual, Language } from '@app/kernel';
import { auditorOf, instantOf, type Scenario } from '@app/scenario';
import { table } from '../../cli/src/output.js';
import type { DemoServer } from './demo-server.js';

/** Everybody's password in the demo; it opens nothing but the demo. */
export const DEMO_PASSWORD = 'demo-2026';

const WORDS = {
  head: { zh: '服务仍在运行，可以看：', en: 'The service stays up. To look at:' },
  api: { zh: 'API 说明', en: 'the API' },
  health: { zh: '健康', en: 'health' },
  metrics: { zh: '指标', en: 'metrics' },
  operator: { zh: '管理员（账号 operator）的密码', en: 'password of the user operator' },
  users: { zh: '账号的密码都是', en: 'users, all with the password' },
  try: { zh: '试一试', en: 'to try' },
  end: {
    zh: 'Ctrl-C 结束；数据留待下次启动，在',
    en: 'Ctrl-C ends; the data stay for the next start, in',
  },
} satisfies Record<string, Bilingual>;

const COLUMNS = { zh: ['账号', '姓名', '角色'], en: ['login', 'name', 'roles'] };

/** Which step of the first ticket an earlier moment is taken from: the visit has begun, and goes on. */
const EARLY = 1;

/** What to try while the demo stays up. */
export function whereToLook(
  { url, dataDir }: DemoServer,
  scenario: Scenario,
  language: Language,
): string {
  const { people, tickets, accounts = [] } = scenario;
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const [first] = tickets;
  const stream = first ? `ticket-${first.ticket}` : accounts[0]!;
  const reader = auditorOf(scenario);
  const earlier = first && instantOf(first.steps[EARLY]?.at ?? '', first.day);
  const technician = people.find(({ roles }) => roles.includes('technician'))?.employee;
  const get = (path: string) => `curl -s -H "Authorization: Bearer $TOKEN" '${url}${path}'`;
  const ofTicket = first
    ? [
        get(`/api/v1/technicians/${technician}/days/${first.day}`),
        get(`/api/v1/streams/${stream}/replay?version=1`),
        get(`/api/v1/streams/${stream}/replay?at=${encodeURIComponent(earlier!)}`),
      ]
    : [];
  const who = people.map(({ employee, name, roles }) => [employee, name, roles.join(', ')]);
  return `
══ ${say('head')}

  ${say('api')}: ${url}/api/v1/docs
  ${say('health')}: ${url}/health/ready
  ${say('metrics')}: ${url}/metrics
  ${say('operator')}: ${dataDir}/operator-password

  ${say('users')} ${DEMO_PASSWORD}:
${table([COLUMNS[language], ...who]).replace(/^/gm, '    ')}

  ${say('try')}:
    TOKEN=$(curl -s ${url}/api/v1/sessions -H 'Content-Type: application/json' \\
      -d '{"login":"${reader}","password":"${DEMO_PASSWORD}"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
    ${get('/api/v1/tickets?status=open')}
    ${get(`/api/v1/streams/${stream}/account`)}
    ${get(`/api/v1/streams/${stream}/account?lang=en`)}
    ${get('/api/v1/findings?status=open')}
${ofTicket.map((line) => `    ${line}\n`).join('')}    DATA_DIR=${dataDir} npm run cli -- replay ${stream}${earlier ? ` --at ${earlier}` : ''}

  ${say('end')} ${dataDir}`;
}
