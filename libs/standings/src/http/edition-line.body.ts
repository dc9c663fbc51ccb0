import { compareEditions } from '../domain/edition/compare-editions.js';
import { approved, type Edition, type EditionLine } from '../domain/edition/edition-line.js';

/** The editions as they are shown, each with what it changes. */
export function editionLineBody(state: EditionLine, { line }: { readonly line: string }): object {
  return { line, editions: state.editions.map((edition) => shown(edition, state)) };
}

function shown(edition: Edition, line: EditionLine): object {
  const before = editionBefore(edition, line);
  return {
    ...edition,
    status: edition.inForceFrom === undefined ? 'draft' : 'approved',
    ...(before && { changes: compareEditions(before.text, edition.text) }),
  };
}

function editionBefore({ inForceFrom }: Edition, line: EditionLine): Edition | undefined {
  return approved(line).findLast(
    (each) => inForceFrom === undefined || each.inForceFrom < inForceFrom,
  );
}
