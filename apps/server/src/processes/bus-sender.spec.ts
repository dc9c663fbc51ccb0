import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { send } from '@app/processes';
import { requestOf } from '@app/processes/src/request.js';
import { employeeStreams } from '@app/department';
import { startTestServer, type TestServer } from '../testing/test-client.js';

const { BusSender } = await loadServerCode();

let running: TestServer;
beforeAll(async () => {
  running = await startTestServer();
});
afterAll(() => running?.stop());

const cause = { process: 'some-process', eventId: newId(), correlationId: newId(), number: 0 };
const data = { employee: 'li-wei', name: '李伟', department: 'repair', supervisor: false };
const register = send(employeeStreams, 'li-wei', 'RegisterEmployee', data);

test("a process's command goes where those of people go, once, in its own name", async () => {
  const sender = running.server.app.get(BusSender, { strict: false });
  const request = () => requestOf(cause, register, at('09:00'), at('09:01'));
  await sender.send('employee', request());
  await sender.send('employee', request());
  expect(await running.store.readStream('employee-li-wei')).toMatchObject([
    {
      actor: { id: 'some-process', role: 'process' },
      causationId: cause.eventId,
      correlationId: cause.correlationId,
    },
  ]);
});

test('a category that nobody declares is a fault of the program', async () => {
  const sender = running.server.app.get(BusSender, { strict: false });
  const request = requestOf(cause, register, at('09:00'), at('09:01'));
  await expect(sender.send('nobody', request)).rejects.toThrow(
    'no aggregate takes commands for nobody',
  );
});
