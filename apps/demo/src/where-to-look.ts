import type { Scenario } from '@app/scenario';
import { table } from '../../cli/src/output.js';
import type { DemoServer } from './demo-server.js';

/** Everybody's password in the demo; it opens nothing but the demo. */
export const DEMO_PASSWORD = 'demo-2026';

/** What to try while the demo stays up. */
export function whereToLook({ url, dataDir }: DemoServer, { people, tickets }: Scenario): string {
  const [first] = tickets;
  const who = people.map(({ employee, name, roles }) => [employee, name, roles.join(', ')]);
  const get = (path: string) => `curl -s -H "Authorization: Bearer $TOKEN" '${url}${path}'`;
  return `
══ 服务仍在运行，可以看：

  API 说明     ${url}/api/v1/docs
  健康         ${url}/health/ready
  指标         ${url}/metrics
  管理员密码   ${dataDir}/operator-password（账号 operator）

  账号（密码都是 ${DEMO_PASSWORD}）：
${table([['账号', '姓名', '角色'], ...who]).replace(/^/gm, '    ')}

  试一试：
    TOKEN=$(curl -s ${url}/api/v1/sessions -H 'Content-Type: application/json' \\
      -d '{"login":"xu-jing","password":"${DEMO_PASSWORD}"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
    ${get('/api/v1/tickets?status=open')}
    ${get(`/api/v1/tickets/${first!.ticket}/account`)}
    ${get(`/api/v1/tickets/${first!.ticket}/account?lang=en`)}
    ${get('/api/v1/findings?status=open')}
    ${get('/api/v1/technicians/chen-gang/days/2026-03-03')}
    ${get(`/api/v1/streams/ticket-${first!.ticket}/replay?version=10`)}
    ${get(`/api/v1/streams/ticket-${first!.ticket}/replay?at=2026-03-02T09:20:00%2B08:00`)}
    DATA_DIR=${dataDir} npm run cli -- replay ticket-${first!.ticket} --at 2026-03-02T09:20:00+08:00

  Ctrl-C 结束；数据留在 ${dataDir}，下次启动继续。`;
}
