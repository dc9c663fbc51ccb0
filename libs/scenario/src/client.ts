/** One answer of the API. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Speaks to the public API for many people, each under their own token. */
export class Client {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly url: string) {}

  async signIn(login: string, password: string): Promise<void> {
    const { status, body } = await this.request('POST', '/sessions', { body: { login, password } });
    if (status >= 300) throw new Error(`${login} could not sign in: ${JSON.stringify(body)}`);
    this.tokens.set(login, body['token'] as string);
  }

  post(by: string, path: string, body: unknown, key?: string): Promise<Answer> {
    return this.request('POST', path, {
      by,
      body,
      ...(key && { headers: { 'Idempotency-Key': key } }),
    });
  }

  get(by: string, path: string): Promise<Answer> {
    return this.request('GET', path, { by });
  }

  /** The body as it was sent, such as the plain account of a ticket. */
  async text(by: string, path: string): Promise<string> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      headers: { Authorization: `Bearer ${this.tokens.get(by)}`, Accept: 'text/plain' },
    });
    return response.text();
  }

  /** Stores a file and answers with its hash. */
  async store(by: string, bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<string> {
    const response = await fetch(`${this.url}/api/v1/files`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.tokens.get(by)}`, 'Content-Type': mediaType },
      body: bytes,
    });
    const body = (await response.json()) as { hash?: string };
    if (body.hash) return body.hash;
    throw new Error(`a file was not stored: ${JSON.stringify(body)}`);
  }

  private async request(
    method: string,
    path: string,
    { by, body, headers }: { by?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': 'zh-CN',
        ...(by && { Authorization: `Bearer ${this.tokens.get(by)}` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as Answer['body']) : {} };
  }
}
