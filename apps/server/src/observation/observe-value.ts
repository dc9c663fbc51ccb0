import { Counter, Gauge, type Registry } from 'prom-client';

/** A figure that is looked up when it is asked for; a counter where its name ends with `_total`, else a gauge. */
export function observeValue(
  registry: Registry,
  what: { name: string; help: string },
  read: () => number,
): void {
  const registers = [registry];
  if (!what.name.endsWith('_total')) {
    new Gauge({
      ...what,
      registers,
      collect() {
        this.set(read());
      },
    });
    return;
  }
  new Counter({
    ...what,
    registers,
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}
