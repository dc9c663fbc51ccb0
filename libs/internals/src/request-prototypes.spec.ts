import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import express from 'express';
import { ownPrototypes } from './request-prototypes.js';

test('Express finds its own prototypes on what Node has made, and leaves them as they are', async () => {
  const app = express();
  const seen: [before: object, after: object][] = [];
  let before: object[] = [];
  app.get('/', (request, response) => {
    const after = [request, response].map((each) => Object.getPrototypeOf(each) as object);
    seen.push([before[0]!, after[0]!], [before[1]!, after[1]!]);
    response.json({ path: request.path });
  });
  const server = createServer({ ...ownPrototypes(app) }, (request, response) => {
    before = [request, response].map((each) => Object.getPrototypeOf(each) as object);
    app(request, response);
  });
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const [answer] = (await once(get({ port }), 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  server.close();
  expect(answer.statusCode).toBe(200);
  expect(seen).toHaveLength(2);
  for (const [made, used] of seen) expect(made).toBe(used);
  expect(seen.map(([made]) => made)).toEqual([app.request, app.response]);
});
