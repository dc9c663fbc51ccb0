import type { ServiceSettings } from '@app/policy';
import { compareEditions } from '../domain/edition/compare-editions.js';
import type { EditionText } from '../domain/edition/edition.js';
import { approved, type Edition, type EditionLine } from '../domain/edition/edition-line.js';
import { withShipped } from '../domain/edition/settings.js';

type Text = EditionText | ServiceSettings;

/** The editions as they are shown, each with what it changes. */
export function editionLineBody(
  stored: EditionLine<Text>,
  { line }: { readonly line: string },
): object {
  const state = withShipped(line, stored);
  return { line, editions: state.editions.map((edition) => shown(edition, state)) };
}

function shown({ text, ...edition }: Edition<Text>, line: EditionLine<Text>): object {
  const before = editionBefore(edition, line);
  return {
    ...edition,
    status: edition.inForceFrom === undefined ? 'draft' : 'approved',
    ...(before && { changes: compareEditions(before.text, text) }),
    ...('clauses' in text ? { text } : { settings: text }),
  };
}

function editionBefore(
  { inForceFrom }: Omit<Edition<Text>, 'text'>,
  line: EditionLine<Text>,
): Edition<Text> | undefined {
  return approved(line).findLast(
    (each) => inForceFrom === undefined || each.inForceFrom < inForceFrom,
  );
}
