import type { Instant } from '@app/kernel';
import { coverAt, type Covering } from '../domain/unit/cover.js';
import type { CoverBody } from './scanned-unit.dto.js';

/** What may be claimed at an instant; of what has ended, or has not begun, the instants and the document stay, to say why. */
export function coverShown(unit: Covering, at: Instant): CoverBody {
  const cover = coverAt(unit, at);
  if (!cover) return { kind: 'chargeable' };
  return cover.from <= at && at <= cover.until ? cover : { ...cover, kind: 'chargeable' };
}
