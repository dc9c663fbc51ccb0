import { rule } from '@app/policy';

/** D8 counts each act once: the same paper is not taken over twice, unless as a correction that names the entry. */
export const paperIsTakenOverOnce = rule<{
  readonly source: string;
  readonly openings: readonly { readonly source: string; readonly status: string }[];
}>(
  'D8',
  'paper-taken-over-twice',
  {
    zh: '该纸面记录已录入；如须更正，请注明所更正的录入',
    en: 'this paper was entered already; a correction names the entry that it corrects',
  },
  ({ source, openings }) =>
    openings.some((each) => each.status !== 'replaced' && sameText(each.source, source)),
);

/** Width, case and spaces do not make another paper. */
function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
