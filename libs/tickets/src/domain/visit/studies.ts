import type { Instant } from '@app/kernel';
import type { CustomerFileReviewed, FaultAnalysed } from '../ticket/ticket.events.js';

/** A technician read the customer's file, or thought the fault through, for a visit of theirs (V6). */
export interface Study {
  readonly of: 'file' | 'fault';
  readonly visit: number;
  readonly technician: string;
  readonly at: Instant;
}

/** What is asked of whoever sets out to a visit, and when they did. */
export interface SettingOut {
  readonly studies: readonly Study[];
  readonly visit: number;
  readonly technician: string;
  readonly departedAt: Instant;
}

/** After one more event; what the office reads or thinks for nobody's visit prepares nobody. */
export function studiesAfter(
  studies: readonly Study[],
  { type, data: { visit, technician }, occurredAt: at }: CustomerFileReviewed | FaultAnalysed,
): readonly Study[] {
  if (visit === undefined || technician === undefined) return studies;
  const of = type === 'FaultAnalysed' ? 'fault' : 'file';
  return [...studies, { of, visit, technician, at }];
}

/** Whether that was done by somebody for a visit of theirs, by the time at which they set out. */
export function hasStudied(of: Study['of'], out: SettingOut): boolean {
  return out.studies.some(
    (each) =>
      each.of === of &&
      each.visit === out.visit &&
      each.technician === out.technician &&
      each.at <= out.departedAt,
  );
}
