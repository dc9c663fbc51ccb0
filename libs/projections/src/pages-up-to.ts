import type { EventStore, Page, ReadAllOptions } from '@app/event-store';

/** The pages of the log up to `head`; each is read while whoever asked deals with the one before it. */
export async function* pagesUpTo(
  head: bigint,
  store: EventStore,
  stretch: ReadAllOptions & { readonly after: bigint },
): AsyncGenerator<Page> {
  const pageAfter = (after: bigint) => store.readAll({ ...stretch, after });
  let reading = stretch.after < head ? pageAfter(stretch.after) : undefined;
  while (reading) {
    const page: Page = await reading;
    reading = page.scannedTo < head ? pageAfter(page.scannedTo) : undefined;
    // Whoever asked may end before it is awaited.
    reading?.catch(() => undefined);
    yield page;
  }
}
