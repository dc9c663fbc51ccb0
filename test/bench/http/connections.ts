import { Pool } from 'undici';

/** Keeps one connection per worker open and sends JSON through it, at little cost of its own. */
export class Connections {
  private readonly pool: Pool;

  constructor(url: string, connections: number) {
    this.pool = new Pool(url, { connections, pipelining: 1 });
  }

  /** Resolves when the whole answer is there. @throws Error unless it is a success */
  async post(
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const { statusCode, body: answer } = await this.pool.request({
      path,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (statusCode < 300) return text;
    throw new Error(`${path}: ${statusCode} ${text}`);
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
