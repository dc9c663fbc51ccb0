import type { LogLevel as NestLogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DatabaseClock } from '@app/clock';
import { AnsweringAdapter, notingReceipt, refuseUnreadable } from '@app/http';
import { AppModule } from './app.module.js';
import type { LogLevel } from './environment.js';
import { healthAlone } from './health/health-alone.js';
import { Lifecycle } from './lifecycle.js';
import { HttpMetrics } from './observation/http-metrics.js';
import { LineWriter } from './observation/line-writer.js';
import { observer } from './observation/observer.js';
import { API_PREFIX, BESIDE } from './paths.js';
import { ServerLogger } from './server-logger.js';
import { securityHeaders } from './security-headers.js';
import type { ReadyOptions, ServerOptions } from './server-options.js';
import { welcome } from './welcome.js';

const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug'];

/** The application, put together but not listening, and what it writes its request log with. */
export async function createApplication(options: ReadyOptions, clock: DatabaseClock) {
  const { logLevel = 'log' } = options;
  const logLevels = LEVELS.slice(0, LEVELS.indexOf(logLevel) + 1) as NestLogLevel[];
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(options, clock),
    new AnsweringAdapter(),
    {
      bodyParser: false,
      abortOnError: false,
      logger: new ServerLogger({ json: true, logLevels }),
    },
  );
  const lines = logLevels.includes('log') ? new LineWriter() : undefined;
  app.use(notingReceipt(clock.clock));
  configure(app, options, lines);
  return { app, lines };
}

/** In this order: everything is counted and measured, also what is refused before a route is found. */
function configure(
  app: NestExpressApplication,
  { api = true, trustProxy }: ServerOptions,
  lines: LineWriter | undefined,
): void {
  app.disable('etag');
  app.disable('x-powered-by');
  if (trustProxy !== undefined) app.set('trust proxy', trustProxy);
  app.setGlobalPrefix(API_PREFIX, { exclude: [...BESIDE] });
  app.use(app.get(Lifecycle).middleware);
  app.use(observer(app.get(HttpMetrics), lines));
  app.use(securityHeaders());
  app.use(api ? welcome : healthAlone);
  refuseUnreadable(app.getHttpServer());
}
