import { sha256, type DomainEvent, type Instant } from '@app/kernel';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OnSiteRecord } from './on-site.record.js';

/**
 * What an event writes on the service record (服务单): discrepancies, hours, parts, charges and the outcome, as one
 * line of canonical text; undefined where it writes nothing there. Fields stand in this order for
 * ever, since signatures name the record by the hash of its lines.
 */
export function recordLine(event: TicketEvent): string | undefined {
  switch (event.type) {
    case 'IntegrityInspected': {
      const { partsComplete, tamperingSigns, note = null } = event.data;
      if (partsComplete && !tamperingSigns) return undefined;
      return line(event, partsComplete, tamperingSigns, note);
    }
    case 'LabourLogged': {
      const { technician, workType, span, entry } = event.data;
      return line(event, technician, workType, span.from, span.until, entry);
    }
    case 'PartConsumed': {
      const { technician, sku, quantity, serial = null, lot, entry } = event.data;
      return line(event, technician, sku, quantity, serial, entry, ...(lot ? [lot] : []));
    }
    case 'LabourCorrected': {
      const { entry, workType, span } = event.data;
      return line(event, entry, workType, span.from, span.until);
    }
    case 'PartCorrected': {
      const { entry, sku, quantity, serial = null, lot } = event.data;
      return line(event, entry, sku, quantity, serial, ...(lot ? [lot] : []));
    }
    case 'LabourWithdrawn':
    case 'PartWithdrawn':
      return line(event, event.data.entry);
    case 'ChargeAcknowledged': {
      const { quote, total } = event.data;
      const lines = quote.lines.map(({ item, what = null, amount, basis, ...measure }) => {
        const { sku, quantity, hours } = measure;
        const measured = [sku, quantity, hours].some((each) => each !== undefined);
        const most = [item, what, amount, basis];
        return measured ? [...most, sku ?? null, quantity ?? null, hours ?? null] : most;
      });
      return line(event, lines, total);
    }
    case 'ExternalCauseWithdrawn':
      return line(event, event.data.reason);
    case 'RepairCompleted': {
      const { cause, testResult, restored } = event.data;
      return line(event, cause, testResult, restored);
    }
    case 'RepairCauseCorrected':
      return line(event, event.data.cause);
    default:
      return undefined;
  }
}

/** SHA-256 of the service record as it was at `at`: what a signature of that moment is under (V22). */
export function recordHash({ onRecord }: Pick<OnSiteRecord, 'onRecord'>, at: Instant): string {
  const then = onRecord.filter((each) => each.at <= at);
  return sha256(then.map(({ text }) => text).join('\n'));
}

/** Nothing was written on the record after `at`: an answer of that moment is one to the record as it now is (V22). */
export function isRecordOf(at: Instant, { onRecord }: Pick<OnSiteRecord, 'onRecord'>): boolean {
  return onRecord.every((each) => each.at <= at);
}

function line({ type }: DomainEvent, ...values: readonly unknown[]): string {
  return JSON.stringify([type, ...values]);
}
