import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { newId, type Bilingual } from '@app/kernel';
import type { Refusal } from './refusal.js';
import { problemOf } from './problem.filter.js';

/** What Node's parser says of a request that never became one. */
const KNOWN: Readonly<Record<string, Omit<Refusal, 'says'> & { says: Bilingual }>> = {
  HPE_INVALID_METHOD: {
    status: 501,
    code: 'unknown-method',
    says: { zh: '没有这种 HTTP 方法', en: 'there is no such HTTP method' },
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers-too-large',
    says: { zh: '请求头过大', en: 'the headers are too large' },
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request-timeout',
    says: { zh: '请求未及时到达', en: 'the request did not arrive in time' },
  },
};

const MALFORMED = {
  status: 400,
  code: 'malformed-http',
  says: { zh: '不是有效的 HTTP 请求', en: 'this is not a valid HTTP request' },
};

const UNMET = {
  status: 417,
  code: 'expectation-unknown',
  says: { zh: 'Expect 只可为 100-continue', en: 'nothing but 100-continue can be expected' },
};

/** Answers with a problem document also what is no HTTP, or too much of it; the connection ends. */
export function refuseUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (socket.writable && !isAnswering(socket))
      socket.write(answer(KNOWN[error.code ?? ''] ?? MALFORMED));
    socket.destroy(error);
  });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const body = bodyOf(UNMET);
    response.writeHead(417, { ...HEADERS, 'Content-Length': Buffer.byteLength(body) }).end(body);
  });
}

const HEADERS = {
  'Content-Type': 'application/problem+json',
  'Content-Language': 'zh-CN',
  Connection: 'close',
};

/** As Node itself looks before it writes: words between those of an answer would corrupt it. */
function isAnswering(socket: Duplex & { _httpMessage?: { headersSent: boolean } }): boolean {
  return socket._httpMessage?.headersSent ?? false;
}

function answer(refusal: Refusal): string {
  const body = bodyOf(refusal);
  return [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    ...Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

function bodyOf(refusal: Refusal): string {
  return JSON.stringify(problemOf(refusal, { language: 'zh', requestId: newId() }));
}
