import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keptPort } from './kept-port.js';

export const OPERATOR = { login: 'operator', password: 'operator-of-the-tests' };

/** Of each of them, so that none leaves one where it was started. */
export const MASTER_KEY = '07'.repeat(32);

export interface ServiceOptions {
  /** More of its environment; default: the database, the port and the operator's password alone. */
  readonly environment?: Readonly<Record<string, string>>;
  /** From which level on the lines of its log are kept; default: none is. */
  readonly logLevel?: string;
  /** A module that its process loads first, and that `ask` asks; default: none. */
  readonly probe?: string;
}

/** Where `npm run build` puts it; tests and benches run from the root of the repository. */
const MAIN = resolve('dist/apps/server/src/main.js');

/** The built server as a process of its own, as an operator runs it; it can be killed and started again. */
export class Service {
  /** The lines of its log, of all its runs, where they are asked for. */
  readonly lines: string[] = [];
  private child: ChildProcess | undefined;

  private constructor(
    private readonly databaseUrl: string,
    private readonly options: ServiceOptions,
    private readonly port: number,
  ) {}

  static async start(databaseUrl: string, options: ServiceOptions = {}): Promise<Service> {
    const service = new Service(databaseUrl, options, await freePort());
    await service.start();
    return service;
  }

  /** The same process still runs that was started last. */
  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** What the probe in its process answers to that. */
  async ask(question: string): Promise<unknown> {
    const answer = once(this.child!, 'message');
    this.child!.send(question);
    return ((await answer) as unknown[])[0];
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it (again) and waits until it says that it is ready. */
  async start(): Promise<void> {
    const child = this.spawn();
    for (const output of [child.stdout, child.stderr])
      if (output) createInterface(output).on('line', (line) => void this.lines.push(line));
    this.child = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
      const ready = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (ready?.ok) return;
      await pause(50);
    }
  }

  private spawn(): ChildProcess {
    const { environment, logLevel, probe } = this.options;
    const probing = probe === undefined ? [] : ['--import', probe];
    return spawn(process.execPath, ['--max-semi-space-size=32', ...probing, MAIN], {
      env: {
        PATH: process.env['PATH'],
        PORT: String(this.port),
        DATABASE_URL: this.databaseUrl,
        OPERATOR_PASSWORD: OPERATOR.password,
        MASTER_KEY,
        ...(logLevel !== undefined && { LOG_LEVEL: logLevel }),
        ...environment,
      },
      stdio: [
        'ignore',
        ...(logLevel === undefined
          ? (['ignore', 'inherit'] as const)
          : (['pipe', 'pipe'] as const)),
        ...(probing.length > 0 ? (['ipc'] as const) : []),
      ],
    });
  }

  /** Ends it with the signal and waits until it has ended. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }
}

/** The service keeps its port when it is started again, so that its callers find it, and nobody else answers there. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = keptPort();
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
