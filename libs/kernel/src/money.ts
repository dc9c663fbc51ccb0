/** An amount in yuan with two places, `128.00`: how money stands in events, commands and answers. */
export type Yuan = string;

/** The same amount in fen, for arithmetic. Money is never a binary float. */
export type Fen = bigint;

/** Fen of an amount written in yuan; throws RangeError on anything but digits with two places. */
export function fen(amount: Yuan): Fen {
  if (!/^-?\d+\.\d{2}$/.test(amount)) throw new RangeError(`not an amount in yuan: ${amount}`);
  return BigInt(amount.replace('.', ''));
}

/** An amount of fen, written in yuan. */
export function yuan(amount: Fen): Yuan {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum of amounts. */
export function sum(amounts: readonly Yuan[]): Yuan {
  return yuan(amounts.reduce((total, amount) => total + fen(amount), 0n));
}
