import { expect } from '@jest/globals';
import type { Problem } from '@app/http';
import { send, type Answer, type SendOptions, type TestServer } from './test-client.js';

/** Sends it, and proves that it has stored nothing, whatever follows by itself meanwhile. */
export async function refusedBy(
  service: TestServer,
  url: string,
  options: SendOptions,
): Promise<Answer<Problem>> {
  const { store } = service;
  const before = await store.head();
  const answer = await send(url, options);
  const since = await store.readAll({ after: before });
  const requestId = answer.headers.get('x-request-id');
  expect(since.events.filter((event) => event.correlationId === requestId)).toEqual([]);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    status: answer.status,
    type: `urn:service-centre:problem:${answer.body.code}`,
  });
  expect(answer.body.instance).toBe(`urn:service-centre:request:${requestId}`);
  return answer;
}
