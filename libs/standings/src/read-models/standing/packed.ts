import type { JudgedBy } from '../../domain/case/judged-by.js';
import type { CaseFile, Standing } from '../../domain/standing.state.js';

/**
 * A standing as a row keeps it: what judges its cases stands in it once, and the cases name its place. Of a
 * year with fifty acts that is a third of the text.
 */
export interface PackedStanding extends Omit<Standing, 'cases'> {
  readonly judged: readonly JudgedBy[];
  readonly cases: readonly PackedCase[];
}

interface PackedCase extends Omit<CaseFile, 'opened'> {
  readonly opened: Omit<CaseFile['opened'], 'judgedBy'> & { readonly judgedBy: number };
}

export function packed({ cases, ...rest }: Standing): PackedStanding {
  const judged: JudgedBy[] = [];
  const packedCases = cases.map((file): PackedCase => {
    const { judgedBy } = file.opened;
    let place = judged.findIndex((each) => each === judgedBy || isSame(each, judgedBy));
    if (place < 0) place = judged.push(judgedBy) - 1;
    return { ...file, opened: { ...file.opened, judgedBy: place } };
  });
  return { ...rest, judged, cases: packedCases };
}

export function unpacked({ judged, cases, ...rest }: PackedStanding): Standing {
  const whole = cases.map((file): CaseFile => ({
    ...file,
    opened: { ...file.opened, judgedBy: judged[file.opened.judgedBy]! },
  }));
  return { ...rest, cases: whole };
}

/** Cheap where they differ in what they are named by. */
function isSame(one: JudgedBy, other: JudgedBy): boolean {
  return (
    one.edition === other.edition &&
    one.clause.article === other.clause.article &&
    one.clause.clause === other.clause.clause &&
    JSON.stringify(one) === JSON.stringify(other)
  );
}
