import { why } from '../../account/why.js';
import { explanationOf } from '../../domain/standing/standing-of-cases.js';
import type { CaseFile } from '../../domain/standing.state.js';
import type { CaseBody, RanksBody, StandingAnswer } from './standing.dto.js';
import { unpacked } from './packed.js';
import type { StandingRow } from './standing.row.js';

/** What is said where no act counts. */
const NOTHING = {
  edition: null,
  editions: [],
  order: null,
  months: [],
  gross: [],
  converted: [],
  offset: [],
  net: [],
};

/** A year as it is shown, with what made each of its numbers. */
export function answerOf(
  { employee, year, points, standing, version }: StandingRow,
  { ranks, closed }: { readonly ranks: RanksBody; readonly closed: boolean },
  position: bigint,
): StandingAnswer {
  const { cases } = unpacked(standing);
  const explained = explanationOf(cases);
  const answer = {
    employee,
    year,
    closed,
    ...(explained ?? NOTHING),
    points,
    ranks,
    why: explained ? why(explained, cases) : [],
    cases: cases.map(caseBody),
    version,
    position: position.toString(),
  };
  return structuredClone(answer) as StandingAnswer;
}

function caseBody(file: CaseFile): CaseBody {
  const { status, opened, measures, points, sharePaid, hearingUntil, appealUntil, share } = file;
  const { article, clause, facts, happenedAt, because, judgedBy } = opened;
  return {
    case: file.case,
    status,
    article,
    clause,
    says: judgedBy.clause.says,
    facts,
    happenedAt,
    edition: judgedBy.edition,
    measures: [...measures],
    points,
    sharePaid,
    ...(hearingUntil && { hearingUntil }),
    ...(appealUntil && { appealUntil }),
    ...(because && { because: [...because] }),
    ...(share && { share }),
    ...(file.fromPaper && { fromPaper: file.fromPaper }),
  };
}
