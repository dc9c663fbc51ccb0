import type { HttpException } from '@nestjs/common';
import type { Refusal } from './refusal.js';

const CODES: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'no-such-route',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  503: 'unavailable',
};

/** What an exception of the framework, or of what it runs on, means to the caller. */
export function refusalOfHttpError(error: HttpException): Refusal {
  const status = error.getStatus();
  if (error.cause instanceof URIError) {
    return {
      status: 400,
      code: 'malformed-path',
      says: { zh: '路径编码有误', en: 'the path is not encoded correctly' },
    };
  }
  return {
    status,
    code: CODES[status] ?? `http-${status}`,
    ...(status === 404 && { says: { zh: '没有这个路径', en: 'there is no such path' } }),
    ...(status >= 500 && status !== 503 && { fault: true }),
  };
}
