import { installedBase } from './customers/base.js';
import { byBarcode, byLastDigits, byNumber, byPartOfName, lookedUp } from './customers/look-ups.js';
import { ticketRead } from './customers/opened.js';
import { runCases, type BenchOptions } from './harness.js';

const CUSTOMERS = 1_000_000;

/**
 * Customers with two units each, at the size that is given, looked up by what people say and by what a
 * scanner sends while 100 files a second are changed (10 ms at p99); and a ticket's stream opened, next to
 * one of which nothing is personal (1.2 times its time).
 */
export default function customers(options: BenchOptions): Promise<void> {
  const count = Math.max(1_000, Math.round(CUSTOMERS * options.size));
  const filling = installedBase(count);
  const of = `${count.toLocaleString('en')} customers`;
  const lookUps = { byLastDigits, byNumber, byPartOfName, byBarcode };
  return runCases(
    [
      {
        name: 'a ticket read',
        unit: 'tickets/s',
        workers: 1,
        subjects: [ticketRead('ours', true), ticketRead('nothing personal', false)],
      },
      ...Object.entries(lookUps).map(([name, lookUp]) => ({
        name: `looked up ${TITLES[name as keyof typeof lookUps]}, ${of}`,
        unit: 'look-ups/s',
        workers: 1,
        subjects: [lookedUp(count, filling, lookUp)],
      })),
    ],
    options,
  );
}

const TITLES = {
  byLastDigits: 'by the last digits of a phone',
  byNumber: 'by the whole number',
  byPartOfName: 'by two characters of a name',
  byBarcode: 'by a barcode',
} as const;
