import { changes, shared } from '@app/aggregates';
import { managers } from '@app/identity';
import { ReopenVerdictDto } from './reopen-verdict.dto.js';
import { ReviewFindingDto } from './review-finding.dto.js';

/** The review of findings among an aggregate's commands: `ReviewFinding: reviews`. */
export const reviews = shared(changes(ReviewFindingDto, managers));

/** A verdict reopened on appeal, among an aggregate's commands: `ReopenVerdict: appeals`. */
export const appeals = shared(changes(ReopenVerdictDto, ['general-manager']));
