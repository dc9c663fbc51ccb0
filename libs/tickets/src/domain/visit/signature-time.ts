import { Invalid, plusMinutes, type Command, type Instant } from '@app/kernel';
import type { Signature } from '../ticket/ticket.values.js';

/** How far the clock of the pad on which the customer signs may differ, in minutes. */
const TOLERANCE = 2;

/**
 * A signature is given after what it signs, and before it is handed in (V13, V17, V22).
 *
 * @param since when there was something to sign; unknown, nothing is checked on that side
 * @throws Invalid `signed-too-early` · `signed-ahead`, pointing at `/signature/signedAt`
 */
export function signedInTime(
  { occurredAt, data }: Command<string, { readonly signature: Signature }>,
  since: Instant | undefined,
): void {
  const { signedAt } = data.signature;
  if (since !== undefined && plusMinutes(signedAt, TOLERANCE) < since) {
    throw new Invalid(
      'signed-too-early',
      { zh: '签字时间早于所签内容', en: 'it was signed before there was anything to sign' },
      '/signature/signedAt',
    );
  }
  if (signedAt > plusMinutes(occurredAt, TOLERANCE)) {
    throw new Invalid(
      'signed-ahead',
      { zh: '签字时间晚于本步骤的发生时间', en: 'it was signed later than this step happened' },
      '/signature/signedAt',
    );
  }
}
