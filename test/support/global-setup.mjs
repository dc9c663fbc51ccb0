import './register-typescript.mjs';

export default async function setUp() {
  const { startTestServer } = await import('./test-server.ts');
  await startTestServer();
}
