/** Does work number 0, 1, 2 … below `count`, several at a time. */
export async function inTurn(
  count: number,
  workers: number,
  work: (number: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let number = next++; number < count; number = next++) await work(number);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}
