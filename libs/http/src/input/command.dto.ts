import { Invalid, type Instant } from '@app/kernel';
import type { Sent } from '../sent.js';
import { InstantText, MayBeAbsent } from './fields.js';

/** How far a caller's clock may run ahead of the server's, in milliseconds. */
const TOLERANCE = 2 * 60_000;

/** What the body of every command may say besides its data. */
export class CommandDto {
  /** When it happened, by the clock of whoever did it, with a zone; default: when the server received it. At most 2 minutes ahead of the server. */
  @MayBeAbsent()
  @InstantText()
  occurredAt?: string;
}

/**
 * When the command happened, in UTC.
 *
 * @throws Invalid `clock-ahead` for what lies more than 2 minutes ahead of the server's clock
 */
export function occurredAtOf(
  dto: { readonly occurredAt?: string },
  sent: Pick<Sent, 'receivedAt'>,
): Instant {
  const { occurredAt } = dto;
  if (occurredAt === undefined) return sent.receivedAt;
  if (Date.parse(occurredAt) > Date.parse(sent.receivedAt) + TOLERANCE) {
    throw new Invalid(
      'clock-ahead',
      {
        zh: '发生时间晚于服务器时间两分钟以上',
        en: "it happened more than two minutes ahead of the server's clock",
      },
      '/occurredAt',
    );
  }
  return new Date(occurredAt).toISOString();
}

/** The command's data: the body without `occurredAt` and without what was left out. */
export function dataOf<T extends CommandDto>(dto: T): Omit<T, 'occurredAt'> {
  const data: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(dto)) {
    if (key !== 'occurredAt' && value !== undefined) data[key] = value;
  }
  return data as Omit<T, 'occurredAt'>;
}
