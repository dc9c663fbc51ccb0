import type { HttpException } from '@nestjs/common';
import type { Bilingual } from '@app/kernel';
import type { Refusal } from './refusal.js';

/** What the body parser calls its errors. */
const PARSER: Readonly<Record<string, { code: string; says: Bilingual }>> = {
  'entity.parse.failed': {
    code: 'malformed-json',
    says: { zh: '请求体不是有效的 JSON', en: 'the body is not valid JSON' },
  },
  'entity.verify.failed': {
    code: 'malformed-json',
    says: {
      zh: '请求体不是 UTF-8，或嵌套过深',
      en: 'the body is not UTF-8, or is nested too deeply',
    },
  },
  'entity.too.large': {
    code: 'body-too-large',
    says: {
      zh: '请求体过大：JSON 至多 1 MiB，文件至多 5 MiB',
      en: 'the body is too large: JSON up to 1 MiB, a file up to 5 MiB',
    },
  },
  'charset.unsupported': {
    code: 'unsupported-charset',
    says: { zh: '字符集必须是 UTF-8', en: 'the charset must be UTF-8' },
  },
  'encoding.unsupported': {
    code: 'unsupported-encoding',
    says: { zh: '不支持此内容编码', en: 'this content encoding is not supported' },
  },
  'request.aborted': {
    code: 'request-aborted',
    says: { zh: '请求中断', en: 'the request broke off' },
  },
};

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
  const parser = PARSER[typeOf(error.cause)];
  if (parser) return { status: status === 403 ? 400 : status, ...parser };
  if (error.cause instanceof URIError) {
    return {
      status: 400,
      code: 'malformed-path',
      says: { zh: '路径编码有误', en: 'the path is not encoded correctly' },
    };
  }
  if (isCompression(error.cause)) {
    return {
      status: 400,
      code: 'malformed-compression',
      says: {
        zh: '请求体无法解压，与所声明的内容编码不符',
        en: 'the body cannot be decompressed as its content encoding says',
      },
    };
  }
  return {
    status,
    code: CODES[status] ?? `http-${status}`,
    ...(status === 404 && { says: { zh: '没有这个路径', en: 'there is no such path' } }),
    ...(status >= 500 && status !== 503 && { fault: true }),
  };
}

/** What zlib says of bytes that it cannot inflate. */
function isCompression(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_');
}

function typeOf(cause: unknown): string {
  const type =
    typeof cause === 'object' && cause !== null && 'type' in cause ? cause.type : undefined;
  return typeof type === 'string' ? type : '';
}
