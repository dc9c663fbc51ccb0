import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

export default async function setUp() {
  const { startTestServer } = await import('./test-server.ts');
  await startTestServer();
}
