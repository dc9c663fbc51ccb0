import { HttpException } from '@nestjs/common';
import {
  DomainError,
  Forbidden,
  Invalid,
  NotFound,
  NotPossible,
  Refused,
  type Bilingual,
} from '@app/kernel';
import { EventStoreError, VersionConflict } from '@app/event-store';
import { isDatabaseUnreachable, isDatabaseFull } from '@app/postgres';
import { HttpProblem } from './http-problem.js';
import type { Refusal } from './refusal.js';
import { refusalOfHttpError } from './refusal-of-http-error.js';

const DATABASE_FULL: Refusal = {
  code: 'database-full',
  ...unavailable({
    zh: '数据库已无存储空间或磁盘故障，未保存，请联系运维人员，稍后重试',
    en: 'the database has no room left, or its disk fails; this was not stored: tell who runs the service, and try again later',
  }),
};

const STORE: Readonly<Record<string, Omit<Refusal, 'code'>>> = {
  'duplicate-event': {
    status: 409,
    says: {
      zh: '同一请求正在处理或已被占用',
      en: 'the same request is under way or was used before',
    },
  },
  'unstorable-append': {
    status: 400,
    says: { zh: '内容无法原样保存', en: 'it cannot be stored as it is' },
  },
  'cursor-ahead': {
    status: 409,
    says: {
      zh: '日志尚未到达此位置：日志可能已恢复到较早状态，请重新同步',
      en: 'the log does not reach that position: it may have been restored to an older state; synchronize anew',
    },
  },
  'append-too-large': {
    status: 413,
    says: { zh: '一次写入的内容过多', en: 'too much for one request to store' },
  },
  'not-capable': {
    status: 501,
    passing: false,
    says: {
      zh: '当前的事件存储不能同时写入多个流，未保存任何内容',
      en: 'the event store cannot write to several streams at once; nothing was stored',
    },
  },
  'store-overloaded': unavailable({
    zh: '系统繁忙，未保存任何内容，请稍后重试',
    en: 'too much is waiting; nothing was stored, try again later',
  }),
  'database-full': DATABASE_FULL,
  'stream-claimed': unavailable({
    zh: '另一项尚未结束的操作可能改变结果，未保存任何内容，请稍后重试',
    en: 'it depends on something that is being done right now; nothing was stored, try again in a moment',
  }),
  'outcome-unknown': unavailable({
    zh: '结果未知，请以相同的幂等键重试',
    en: 'whether it was stored is unknown; send it again with the same Idempotency-Key',
  }),
  'store-closed': unavailable({ zh: '服务正在关闭', en: 'the service is shutting down' }),
};

const DATABASE_AWAY: Refusal = {
  code: 'database-away',
  ...unavailable({
    zh: '数据库暂时无法访问，请稍后重试',
    en: 'the database cannot be reached for now; try again later',
  }),
};

/** What an error's meaning depends on besides the error. */
export interface Asked {
  readonly conditional?: boolean;
  readonly pointed?: 'body' | 'query';
}

/**
 * What an error means to the caller. Whatever is not known here is a fault of ours, of which the
 * caller learns nothing but the request's id.
 *
 * @param conditional the request carried `If-Match`; default false
 * @param pointed the part of the request that the pointers of the domain's errors point into
 */
export function refusalOf(
  error: unknown,
  { conditional = false, pointed = 'body' }: Asked = {},
): Refusal {
  if (error instanceof DomainError) return refusalOfDomain(error, pointed);
  if (error instanceof HttpProblem)
    return { status: error.status, code: error.code, ...error.details };
  if (error instanceof VersionConflict) return refusalOfConflict(error, conditional);
  if (error instanceof EventStoreError) return refusalOfStore(error);
  if (error instanceof HttpException) return refusalOfHttpError(error);
  return refusalOfDatabase(error) ?? { status: 500, code: 'internal', fault: true };
}

/** What the database could not do, whoever asked it: it is full, or away. */
function refusalOfDatabase(error: unknown): Refusal | undefined {
  if (isDatabaseFull(error)) return DATABASE_FULL;
  return isDatabaseUnreachable(error) ? DATABASE_AWAY : undefined;
}

function refusalOfDomain(error: DomainError, pointed: 'body' | 'query'): Refusal {
  const { code, says, pointer } = error;
  return {
    status: statusOf(error),
    code,
    says,
    ...(pointer !== undefined && { errors: [{ pointer, in: pointed, code, says }] }),
    ...articleOf(error),
  };
}

function articleOf(error: DomainError): Pick<Refusal, 'article'> {
  const { article } = error instanceof Refused || error instanceof Invalid ? error : {};
  return article === undefined ? {} : { article };
}

function statusOf(error: DomainError): number {
  if (error instanceof Refused || error.code === 'idempotency-key-reused') return 422;
  if (error instanceof NotPossible) return 409;
  if (error instanceof Invalid) return 400;
  if (error instanceof NotFound) return 404;
  return error instanceof Forbidden ? 403 : 500;
}

function refusalOfConflict({ actual, code }: VersionConflict, conditional: boolean): Refusal {
  return conditional
    ? {
        status: 412,
        code: 'stale-version',
        says: { zh: `现版本为 "${actual}"`, en: `the version is now "${actual}"` },
        headers: { ETag: `"${actual}"` },
      }
    : {
        status: 409,
        code,
        passing: true,
        says: { zh: '他人同时修改，请重试', en: 'others changed it at the same time; try again' },
      };
}

function refusalOfStore({ code }: EventStoreError): Refusal {
  const known = STORE[code];
  return known ? { code, ...known } : { status: 500, code: 'internal', fault: true };
}

function unavailable(says: Bilingual): Omit<Refusal, 'code'> {
  return { status: 503, says, headers: { 'Retry-After': '1' } };
}
