import { enforce, happened, Invalid } from '@app/kernel';
import { atWork } from '../on-site.js';
import { barcodeIsOnFile } from '../rules/barcode-is-on-file.js';
import { documentIsOnFile } from '../rules/document-is-on-file.js';
import { overrideIsASupervisors } from '../rules/override-is-a-supervisors.js';
import type { CheckEntitlement } from '../ticket.commands.js';
import type { EntitlementChecked, TicketEvent } from '../ticket.events.js';
import type { Ticket } from '../ticket.state.js';

/**
 * What the customer may claim: by their document (V11), by a component's barcode where there is none
 * (V12), or as a supervisor decides. A document goes before a barcode.
 */
export function checkEntitlement(
  command: CheckEntitlement,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { data } = command;
  const { visit } = atWork(command, ticket);
  if (data.override === undefined && reference(command) === undefined) {
    throw invalid(
      'no-evidence',
      '须提供凭证号或部件条码',
      'a document or a barcode is needed',
      '/document',
    );
  }
  if (data.override && !data.override.reason.trim()) {
    throw invalid(
      'no-reason',
      '改定服务范围须说明理由',
      'an override needs a reason',
      '/override/reason',
    );
  }
  enforce([overrideIsASupervisors], command);
  enforce([documentIsOnFile, barcodeIsOnFile], command);
  const article = data.document === undefined && data.override === undefined ? 'V12' : 'V11';
  return [
    happened(command, 'EntitlementChecked', { visit: visit.visit, ...answer(command) }, [article]),
  ];
}

function answer(command: CheckEntitlement): Omit<EntitlementChecked['data'], 'visit'> {
  const { data, known } = command;
  const looked = reference(command);
  const named = looked === undefined ? {} : { reference: looked };
  if (data.override) {
    const { entitlement, reason } = data.override;
    return { by: 'override', ...named, entitlement, overrideReason: reason };
  }
  return {
    by: data.document === undefined ? 'barcode' : 'document',
    ...named,
    entitlement: known.entitlement!,
  };
}

function reference({ data: { document, barcode } }: CheckEntitlement): string | undefined {
  return document ?? barcode;
}

function invalid(code: string, zh: string, en: string, pointer: string): Invalid {
  return new Invalid(code, { zh, en }, pointer);
}
