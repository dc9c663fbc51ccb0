import { listOf } from '@app/projections';
import { readFindings } from '../../permissions.js';
import { FindingsInbox1763900400000 } from './1763900400000-findings-inbox.js';
import { FindingsInboxParams } from './findings-inbox.dto.js';
import { findingsInbox } from './findings-inbox.projection.js';

/** What a supervisor is to review, the latest recorded first. */
export const findingsInboxModel = listOf(findingsInbox, {
  path: 'findings',
  operation: 'inbox',
  summary:
    'Findings in any kind of stream, by state of review, article, person, kind or entity, latest first; open ones by default. Those in streams that the reader may not read are left out, so that a page may have fewer than asked for.',
  to: readFindings,
  params: FindingsInboxParams,
  unlessAsked: { status: ['open'] },
  latest: 'recorded',
  streamOf: ({ kind, entity }) => `${kind}-${entity}`,
  migrations: [FindingsInbox1763900400000],
});
