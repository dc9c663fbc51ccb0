import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { API_PREFIX, BESIDE } from '../paths.js';
import { describe } from './document.js';

const NOWHERE = { databaseUrl: 'postgres://nowhere', masterKey: new Uint8Array(32) };

/** The description of the API without a server or a database: modules are looked at, nothing is made. */
export async function renderDescription(): Promise<string> {
  const app = await NestFactory.create(AppModule.with(NOWHERE), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: [...BESIDE] });
  const text = `${JSON.stringify(describe(app), undefined, 2)}\n`;
  await app.close();
  return text;
}
