/** Whether two names are the same as they are read: width, case and spaces make no other person or product. */
export function readsTheSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
}
