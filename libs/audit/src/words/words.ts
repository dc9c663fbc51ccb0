import {
  localDate,
  localTime,
  minutesBetween,
  type Actor,
  type Bilingual,
  type Instant,
  type Span,
} from '@app/kernel';
import { chinese } from './chinese.js';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const ROLES: Readonly<Record<string, Bilingual>> = {
  hotline: { zh: '接线员', en: 'hotline agent' },
  dispatcher: { zh: '调度员', en: 'dispatcher' },
  technician: { zh: '技术员', en: 'technician' },
  sales: { zh: '营业人员', en: 'sales representative' },
  storekeeper: { zh: '仓库管理员', en: 'storekeeper' },
  supervisor: { zh: '主管', en: 'supervisor' },
  'general-manager': { zh: '总经理', en: 'general manager' },
  auditor: { zh: '审计员', en: 'auditor' },
  integrator: { zh: '对接程序', en: 'integrator' },
  operator: { zh: '系统管理员', en: 'operator' },
  process: { zh: '自动流程', en: 'process' },
};

/**
 * `技术员李伟`. What is entered in somebody's place they did themselves: `技术员李伟（调度员赵敏代录）`.
 *
 * @param actor with `placeOf`, the role of whoever it was done in the place of; default: it is not known
 */
export function who(actor: Actor & { readonly placeOf?: string }): Bilingual {
  const { onBehalfOf, placeOf } = actor;
  if (onBehalfOf === undefined) return self(actor);
  const doer = inRole(onBehalfOf, placeOf);
  const entered = enteredBy(actor);
  return { zh: `${doer.zh}${entered.zh}`, en: `${doer.en}${entered.en}` };
}

/** `（调度员赵敏代录）`: whose hand wrote down what another did. */
export function enteredBy(actor: Actor): Bilingual {
  const { zh, en } = self(actor);
  return { zh: chinese`（${zh}代录）`, en: ` (entered by ${en})` };
}

function self({ id, role }: Actor): Bilingual {
  const { zh, en } = ROLES[role] ?? { zh: role, en: role };
  return { zh: chinese`${zh}${id}`, en: `${en} ${id}` };
}

/** `营业人员何英`: an employee who is named beside the actor, in the role that they are known in; default: none. */
export function inRole(id: string, role = ''): Bilingual {
  const { zh, en } = ROLES[role] ?? { zh: '员工', en: 'employee' };
  return { zh: chinese`${zh}${id}`, en: `${en} ${id}` };
}

/** `2025年3月1日`. */
export function day(at: Instant): Bilingual {
  const { zh, en } = when(at);
  return { zh: zh.split(' ')[0]!, en: en.split(',')[0]! };
}

/** `3月2日 10:05`; with the year when `near` is another year or none, without the date on its very day. */
export function when(at: Instant, near?: Instant): Bilingual {
  const date = localDate(at);
  const time = localTime(at);
  const known = near === undefined ? '' : localDate(near);
  if (date === known) return { zh: time, en: time };
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const sameYear = known.startsWith(`${date.slice(0, 4)}-`);
  return {
    zh: `${sameYear ? '' : `${year}年`}${month}月${day}日 ${time}`,
    en: `${day} ${MONTHS[month - 1]}${sameYear ? '' : ` ${year}`}, ${time}`,
  };
}

/** `at 10:05`, `on 2 March, 10:05`: an English time as it stands in a sentence. */
export function onOrAt(time: string): string {
  return `${/^\d+ /.test(time) ? 'on' : 'at'} ${time}`;
}

/** `3月2日 23:59`: as `when`, and with the date on the very day too, for what is an end and not a time of that day. */
export function until(at: Instant, near: Instant): Bilingual {
  const date = localDate(at);
  if (date !== localDate(near)) return when(at, near);
  const time = localTime(at);
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  return { zh: `${month}月${day}日 ${time}`, en: `${day} ${MONTHS[month - 1]}, ${time}` };
}

/** `09:00–11:00`, with dates where they differ from that of `near`; always with the first date without it. */
export function period({ from, until }: Span, near?: Instant): Bilingual {
  const start = when(from, near);
  const end = when(until, from);
  return { zh: `${start.zh}–${end.zh}`, en: `${start.en}–${end.en}` };
}

/** `1 小时 30 分钟`; less than a minute counts as one. */
export function duration(minutes: number): Bilingual {
  const whole = Math.max(1, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const zh = [hours > 0 && `${hours} 小时`, rest > 0 && `${rest} 分钟`];
  const en = [hours > 0 && plural(hours, 'hour'), rest > 0 && plural(rest, 'minute')];
  return { zh: zh.filter(Boolean).join(' '), en: en.filter(Boolean).join(' ') };
}

/** How long a span lasts, in words. */
export function length(span: Span): Bilingual {
  return duration(minutesShown(span));
}

/** The minutes from one time to another as both are told: their seconds are not, and count nothing. */
export function minutesShown({ from, until }: Span): number {
  return minutesBetween(minuteOf(from), minuteOf(until));
}

function minuteOf(at: Instant): Instant {
  return `${at.slice(0, 16)}:00.000Z`;
}

/** `1 minute`, `2 minutes`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A list as people write it; `none` where it is empty. */
export function list(items: readonly (string | Bilingual)[], none: Bilingual): Bilingual {
  if (items.length === 0) return none;
  const both = items.map((item) => (typeof item === 'string' ? { zh: item, en: item } : item));
  return { zh: both.map(({ zh }) => zh).join('、'), en: both.map(({ en }) => en).join(', ') };
}

/** The text in quotation marks; those that it has itself become the inner ones, so that it ends where it ends. */
export function quoted(text: string | undefined): string {
  return `“${(text ?? '').replace(/“/gu, '‘').replace(/”/gu, '’')}”`;
}

/** Both texts where the condition holds, and nothing where it does not. */
export function where(condition: unknown, zh: string, en: string): Bilingual {
  return condition ? { zh, en } : { zh: '', en: '' };
}

const BREAK = /[\n\v\f\r\u0085\u2028\u2029]/u;

/**
 * The text on one line and in the order in which it was written: nothing that is quoted can look
 * like a line of the account, or turn around what stands beside it.
 */
export function onOneLine(text: string): string {
  return text
    .replace(/[\s\u0085]+/gu, (space) => (BREAK.test(space) ? ' ' : space))
    .replace(/\p{Bidi_Control}/gu, '');
}
