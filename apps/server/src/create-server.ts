import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { Contexts, EventStore } from '@app/event-store';
import { passByOtherWords } from '@app/internals/src/route-words.js';
import { Processes } from '@app/processes';
import { Projections } from '@app/projections';
import { createApplication } from './application.js';
import { openClock } from './clock/open-clock.js';
import { migrate } from './database/migrate.js';
import { EnvironmentError } from './environment.js';
import { leaseOwner } from './lease-owner.js';
import { masterKeyOf } from './keys/master-key-of.js';
import { DatabaseRoom } from './health/database-room.js';
import { missingCalendar } from './health/missing-calendar.js';
import { Lifecycle } from './lifecycle.js';
import { observeCalendar } from './observation/calendar-metrics.js';
import { mailStatus } from './mail/mail-status.js';
import { Mailer } from './mail/mailer.js';
import { observeMail } from './observation/mail-metrics.js';
import { observeProcesses } from './observation/process-metrics.js';
import { observeRoom } from './observation/room-metrics.js';
import { observeStore } from './observation/store-metrics.js';
import { BusSender } from './processes/bus-sender.js';
import { serveDescription } from './openapi/serve.js';
import { logFailures } from './followers/failure-log.js';
import { Followers } from './followers/followers.js';
import { ThreadHealth } from './followers/thread-health.js';
import { ServiceSettingsOf } from './store/service-settings.js';
import { refuseCheapPasswords, type ReadyOptions, type ServerOptions } from './server-options.js';

/** A server that listens. */
export interface Server {
  /** Where, without a slash at its end: `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly app: NestExpressApplication;
  /** Ends what is under way, then everything else; may be called twice. */
  close(): Promise<void>;
}

/**
 * Brings the database up to date and starts a server on it; several may run in one process.
 *
 * @throws MasterKeyUnfit the master key is not that of the database
 * @throws EnvironmentError `passwordCost` is one for tests, the clock is not to be used so, or `host` is not known
 */
export async function createServer(given: ServerOptions): Promise<Server> {
  refuseCheapPasswords(given);
  await migrate(given.databaseUrl);
  const options = { ...given, masterKey: await masterKeyOf(given) };
  const clock = await openClock(options);
  const { app, lines } = await createApplication(options, clock).catch(async (error: unknown) => {
    await clock.close();
    throw error;
  });
  let followers: Followers | undefined;
  try {
    serveDescription(app);
    await app.init();
    await app.get(Processes, { strict: false }).install();
    passByOtherWords(app.getHttpAdapter().getInstance());
    await app.listen(options.port ?? 0, options.host ?? '127.0.0.1').catch(refuseUnknownHost);
    const projections = app.get(Projections, { strict: false });
    observeStore(app.get(Registry), () => app.get(EventStore).metrics, projections);
    observeRoom(app.get(Registry), app.get(DatabaseRoom));
    observeCalendar(app.get(Registry), () =>
      missingCalendar(app.get(DataSource, { strict: false }), app.get(Contexts, { strict: false })),
    );
    observeMail(app.get(Registry), () => mailStatus(app.get(DataSource, { strict: false })));
    observeProcesses(app.get(Registry), app.get(Processes, { strict: false }));
    logFailures(projections);
    const { projections: where = 'here' } = options;
    if (where === 'thread') followers = startFollowers(app, options);
    else projections.start();
    if (where === 'here') app.get(Processes, { strict: false }).start();
    if (where !== 'none' && options.mail) app.get(Mailer, { strict: false }).start();
  } catch (error) {
    await app.close();
    await clock.close();
    throw error;
  }
  let closed: Promise<void> | undefined;
  const close = () =>
    (closed ??= closeInOrder(app, followers, options)
      .finally(() => clock.close())
      .finally(() => lines?.flush()));
  return { url: urlOf(app, options.host), app, close };
}

/** The database's host may be unknown too: whoever starts the service is told which of the two it is. */
function refuseUnknownHost(cause: NodeJS.ErrnoException): never {
  if (cause.code !== 'ENOTFOUND' && cause.code !== 'EAI_AGAIN') throw cause;
  throw new EnvironmentError(`HOST is not known as an address of this machine: ${cause.message}`, {
    cause,
  });
}

/** Nothing that was acknowledged is lost, and nothing is acknowledged that could be. */
async function closeInOrder(
  app: NestExpressApplication,
  followers: Followers | undefined,
  { mail }: ServerOptions,
): Promise<void> {
  const lifecycle = app.get(Lifecycle);
  lifecycle.close();
  const server = app.getHttpServer();
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await lifecycle.idle();
  // Everything has been answered: what is still open is kept alive for nothing.
  server.closeAllConnections();
  await stopped;
  if (mail) await app.get(Mailer, { strict: false }).stop();
  await app.get(Processes, { strict: false }).stop();
  await followers?.close();
  await app.get(Projections, { strict: false }).stop();
  app.get(ServiceSettingsOf).stop();
  await app.get(EventStore).close();
  await app.close();
}

function startFollowers(
  app: NestExpressApplication,
  { databaseUrl, masterKey, eventStoreDb, allowUnsafe = false }: ReadyOptions,
): Followers {
  const store = { databaseUrl, masterKey, allowUnsafe, ...(eventStoreDb && { eventStoreDb }) };
  const data = { store, owner: leaseOwner() };
  const followers = new Followers(data, {
    store: app.get(EventStore),
    projections: app.get(Projections, { strict: false }),
    processes: app.get(Processes, { strict: false }),
    sender: app.get(BusSender, { strict: false }),
    health: app.get(ThreadHealth),
  });
  followers.start();
  return followers;
}

function urlOf(app: NestExpressApplication, host = '127.0.0.1'): string {
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
