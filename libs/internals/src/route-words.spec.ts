import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import express from 'express';
import { passByOtherWords } from './route-words.js';

const PATHS = [
  '/',
  '/tickets',
  '/tickets/:ticket',
  '/tickets/:ticket/account',
  '/tickets/:ticket/depart',
  '/parts/:sku/in-hand/:employee',
  '/docs/*rest',
  '/:any/:other',
];

const ASKED = [
  '/',
  '/tickets',
  '/tickets/',
  '/TICKETS/T-1',
  '/tickets/T-1',
  '/tickets/T-1/',
  '/tickets/T-1//',
  '/tickets/depart',
  '/tickets/T-1/depart',
  '/tickets/T-1/DEPART/',
  '/tickets/T%2F1/depart?lang=en',
  '/tickets/T-1/departed',
  '/tickets/T-1/x/depart',
  '/parts/CAP-35/in-hand/li-wei',
  '/parts/in-hand/li-wei',
  '/docs/a/b',
  '/docs',
  '/parts/CAP-35',
  '/any/other',
  '/nothing',
];

/** What an application answers, and how many of its routes were tried by their regular expression. */
async function answered(narrow: boolean) {
  const app = express();
  for (const path of PATHS)
    app.get(path, (request, response) => response.json([path, request.params]));
  let tried = 0;
  for (const layer of app.router.stack as unknown as { match(path: string): unknown }[]) {
    const match = layer.match.bind(layer);
    layer.match = (path) => {
      tried++;
      return match(path);
    };
  }
  if (narrow) passByOtherWords(app);
  const server = createServer(app).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answers: unknown[] = [];
  for (const path of ASKED) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    answers.push([path, answer.status, answer.ok && (await answer.json())]);
  }
  server.close();
  return { answers, tried };
}

test('every path is answered as Express answers it by itself, and few routes are tried for it', async () => {
  const [slow, quick] = [await answered(false), await answered(true)];
  expect(quick.answers).toEqual(slow.answers);
  expect(quick.tried).toBeGreaterThan(0);
  expect(quick.tried).toBeLessThan(slow.tried / 2);
});
