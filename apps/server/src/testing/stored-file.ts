import type { TestServer } from './test-client.js';

/** Stores a paper of its own content, and answers with its hash. */
export async function storedFile(
  { url }: Pick<TestServer, 'url'>,
  token: string,
  content = '单据',
): Promise<string> {
  const response = await fetch(`${url}/api/v1/files`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/vnd.strokes+json' },
    body: JSON.stringify([content]),
  });
  const { hash } = (await response.json()) as { hash?: string };
  if (hash === undefined) throw new Error(`not stored: ${response.status}`);
  return hash;
}
