import type { Language } from '@app/kernel';

/** One answer of the API. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a command is sent with. */
export interface Condition {
  /** `Idempotency-Key`; default: none. */
  readonly key?: string;
  /** The version at which the stream must stand; default: any. */
  readonly version?: number;
}

/** How a process stands, as far as a scenario waits for it. */
interface Standing {
  readonly lagEvents: number;
  readonly overdue: number;
}

/** Speaks to the public API for many people, each under their own token. */
export class Client {
  private readonly tokens = new Map<string, string>();

  /** @param language of what it is answered in words */
  constructor(
    private readonly url: string,
    readonly language: Language = 'zh',
  ) {}

  isSignedIn(login: string): boolean {
    return this.tokens.has(login);
  }

  async signIn(login: string, password: string): Promise<void> {
    if (this.isSignedIn(login)) return;
    const { status, body } = await this.request('POST', '/sessions', { body: { login, password } });
    if (status >= 300) {
      const why = typeof body['detail'] === 'string' ? body['detail'] : status;
      const says = { zh: `${login} 无法登录：${why}`, en: `${login} could not sign in: ${why}` };
      throw new Error(says[this.language]);
    }
    this.tokens.set(login, body['token'] as string);
  }

  post(by: string, path: string, body: unknown, { key, version }: Condition = {}): Promise<Answer> {
    return this.request('POST', path, {
      by,
      body,
      headers: {
        ...(key !== undefined && { 'Idempotency-Key': key }),
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
    });
  }

  /**
   * Sets the service's clock forward to that time, where it is not there yet.
   *
   * @throws Error the service was not started with a clock to be set
   */
  async until(by: string, now: string): Promise<void> {
    const { status, body } = await this.post(by, '/clock/set-forward', { now });
    if (status === 404)
      throw new Error('the clock of this service is not to be set: start it with CLOCK (README)');
    if (status >= 300) throw new Error(`the clock was not set: ${JSON.stringify(body)}`);
  }

  get(by: string, path: string): Promise<Answer> {
    return this.request('GET', path, { by });
  }

  /** How what follows by itself stands: what each process has not looked at, and what is due. */
  async standing(by: string): Promise<readonly Standing[]> {
    const headers = { Authorization: `Bearer ${this.tokens.get(by)}` };
    const response = await fetch(`${this.url}/health/deps`, { headers });
    const body = (await response.json()) as { processes?: readonly Standing[] };
    if (body.processes) return body.processes;
    throw new Error(`nobody says how processes stand: ${JSON.stringify(body)}`);
  }

  /** Every item of a list, page by page. `path` has a query. */
  async list(by: string, path: string): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    for (let after: unknown = ''; typeof after === 'string';) {
      const page = after && `&after=${encodeURIComponent(after)}`;
      const { status, body } = await this.get(by, `${path}&limit=200${page}`);
      if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      items.push(...(body['items'] as Record<string, unknown>[]));
      after = body['next'];
    }
    return items;
  }

  /** The body as it was sent, such as the plain account of a ticket. */
  async text(by: string, path: string): Promise<string> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      headers: {
        Authorization: `Bearer ${this.tokens.get(by)}`,
        Accept: 'text/plain',
        'Accept-Language': this.language,
      },
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
    const response = await this.reach(path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': this.language,
        ...(by && { Authorization: `Bearer ${this.tokens.get(by)}` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: this.bodyIn(text) };
  }

  /** @throws Error nobody answers, with the address and the reason */
  private async reach(path: string, request: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.url}/api/v1${path}`, request);
    } catch (error) {
      const { cause = error } = error as Error;
      const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
      const why = first instanceof Error ? first.message : String(first);
      const says = {
        zh: `无法连接 ${this.url}：${why}`,
        en: `nobody answers at ${this.url}: ${why}`,
      };
      throw new Error(says[this.language], { cause: error });
    }
  }

  /** @throws Error something else answers there */
  private bodyIn(text: string): Answer['body'] {
    try {
      return text ? (JSON.parse(text) as Answer['body']) : {};
    } catch (cause) {
      const says = {
        zh: `在 ${this.url} 应答的不是本服务`,
        en: `what answers at ${this.url} is not the service`,
      };
      throw new Error(says[this.language], { cause });
    }
  }
}
