import express from 'express';
import { TOKEN_SECRET_BYTES } from '@app/identity';
import { EnvironmentError, readSecret, type Environment } from './environment.js';
import type { ServerOptions } from './server-options.js';

/**
 * What the settings say of tokens and proxies. They are looked at before anything starts: otherwise
 * a service that looks healthy would refuse the first sign-in.
 *
 * @throws EnvironmentError
 */
export function httpSettingsOf({
  TOKEN_SECRET_FILE,
  TRUST_PROXY,
}: Environment): Pick<ServerOptions, 'tokenSecret' | 'trustProxy'> {
  return {
    ...(TOKEN_SECRET_FILE !== undefined && { tokenSecret: tokenSecretIn(TOKEN_SECRET_FILE) }),
    ...(TRUST_PROXY !== undefined && { trustProxy: proxiesOf(TRUST_PROXY) }),
  };
}

function tokenSecretIn(file: string): Buffer {
  const secret = readSecret('TOKEN_SECRET_FILE', file);
  if (secret.length >= TOKEN_SECRET_BYTES) return secret;
  throw new EnvironmentError(`TOKEN_SECRET_FILE must hold ${TOKEN_SECRET_BYTES} bytes or more`);
}

function proxiesOf(text: string): string | number {
  const proxies = /^\d+$/.test(text) ? Number(text) : text;
  try {
    express().set('trust proxy', proxies);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EnvironmentError(`TRUST_PROXY must be a number or addresses: ${reason}`, { cause });
  }
  return proxies;
}
