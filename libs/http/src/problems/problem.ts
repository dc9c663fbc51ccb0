import { STATUS_CODES } from 'node:http';
import type { Language } from '@app/kernel';
import type { InputError } from './http-problem.js';

/** The body of every answer that is no success: RFC 9457, `application/problem+json`. */
export interface Problem {
  /** `urn:service-centre:problem:<code>`. */
  readonly type: string;
  /** What kind of refusal it is, in the caller's language. */
  readonly title: string;
  readonly status: number;
  /** Stable and made for programs. */
  readonly code: string;
  /** What happened, for people, in the caller's language. */
  readonly detail: string;
  /** Names the request; the log has it too. */
  readonly instance: string;
  /** The fields that are to blame; absent when no field is. */
  readonly errors?: readonly {
    pointer: string;
    in: InputError['in'];
    code: string;
    detail: string;
  }[];
  /** The article of the written policy under which the command was refused, and its title. */
  readonly article?: string;
  readonly articleTitle?: string;
}

const CHINESE: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '未登录',
  403: '无权操作',
  404: '不存在',
  405: '方法不允许',
  408: '请求超时',
  409: '与现状冲突',
  412: '版本已过期',
  413: '请求体过大',
  415: '媒体类型不受支持',
  417: '无法满足 Expect',
  422: '制度不允许',
  428: '缺少前提条件',
  429: '请求过多',
  431: '请求头过大',
  500: '服务器内部错误',
  501: '未实现',
  503: '服务暂不可用',
};

const ENGLISH: Readonly<Record<number, string>> = {
  401: 'Not signed in',
  403: 'Not permitted',
  409: 'In conflict with what has happened',
  412: 'Stale version',
  422: 'Against the policy',
};

/** The title of a status, in the caller's language. */
export function titleOf(status: number, language: Language): string {
  const english = ENGLISH[status] ?? sentence(STATUS_CODES[status] ?? 'Error');
  return language === 'zh' ? (CHINESE[status] ?? english) : english;
}

/** `Method Not Allowed` in one case with the titles of our own. */
function sentence(title: string): string {
  return title.charAt(0) + title.slice(1).toLowerCase();
}
