import { changes, shared } from '@app/aggregates';
import { managers } from '@app/identity';
import { ReviewFindingDto } from './review-finding.dto.js';

/** The review of findings among an aggregate's commands: `ReviewFinding: reviews`. */
export const reviews = shared(changes(ReviewFindingDto, managers));
