import { verify, type Verification } from '@app/audit';
import { streamKinds } from '../../../server/src/streams.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onStore, type Where } from '../installation.js';
import { json, table, type Output } from '../output.js';

/** Walks the whole log and says whether it is sound. */
export function runVerify(
  where: Where,
  output: Output,
  options: { json?: boolean },
): Promise<ExitCode> {
  return onStore(where, output, async (store) => {
    const verification = await verify(store, streamKinds);
    output.result(options.json ? json(verification) : describe(verification));
    return verification.sound ? EXIT.ok : EXIT.unsound;
  });
}

function describe({
  sound,
  events,
  streams,
  head,
  unknownCategories,
  problems,
}: Verification): string {
  const first = problems[0];
  const lines = [
    sound ? 'the log is sound' : `the log is NOT sound; first at position ${first?.position}`,
    `${events} events in ${streams} streams, up to position ${head}`,
    ...(unknownCategories.length > 0
      ? [`not folded, of unknown category: ${unknownCategories.join(', ')}`]
      : []),
  ];
  const rows = problems.map(({ position, stream, version, code, detail }) => [
    position.toString(),
    stream && `${stream} ${version}`,
    code,
    detail,
  ]);
  return [
    ...lines,
    ...(rows.length > 0 ? ['', table([['position', 'stream', 'problem', 'detail'], ...rows])] : []),
  ].join('\n');
}
