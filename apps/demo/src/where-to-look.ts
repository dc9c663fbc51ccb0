import type { Bilingual, Language } from '@app/kernel';
import type { Scenario } from '@app/scenario';
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

/** What to try while the demo stays up. */
export function whereToLook(
  { url, dataDir }: DemoServer,
  { people, tickets, accounts = [] }: Scenario,
  language: Language,
): string {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const [first] = tickets;
  const stream = first ? `ticket-${first.ticket}` : accounts[0]!;
  const who = people.map(({ employee, name, roles }) => [employee, name, roles.join(', ')]);
  const get = (path: string) => `curl -s -H "Authorization: Bearer $TOKEN" '${url}${path}'`;
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
      -d '{"login":"xu-jing","password":"${DEMO_PASSWORD}"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
    ${get('/api/v1/tickets?status=open')}
    ${get(`/api/v1/streams/${stream}/account`)}
    ${get(`/api/v1/streams/${stream}/account?lang=en`)}
    ${get('/api/v1/findings?status=open')}
    ${get('/api/v1/technicians/chen-gang/days/2026-03-03')}
    ${get(`/api/v1/streams/${stream}/replay?version=10`)}
    ${get(`/api/v1/streams/${stream}/replay?at=2026-03-02T09:20:00%2B08:00`)}
    DATA_DIR=${dataDir} npm run cli -- replay ${stream} --at 2026-03-02T09:20:00+08:00

  ${say('end')} ${dataDir}`;
}
