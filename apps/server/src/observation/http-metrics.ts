import { Histogram, type Registry } from 'prom-client';

/** How long requests take, by route template: never by path, which would be a series per ticket. */
export class HttpMetrics {
  private readonly duration: Histogram<'method' | 'route' | 'status'>;
  /** One series each; finding it by its labels again and again would cost more than observing. */
  private readonly series = new Map<string, { observe(seconds: number): void }>();

  constructor(registry: Registry) {
    this.duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the request to the end of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [registry],
    });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    const key = `${method} ${status} ${route}`;
    let series = this.series.get(key);
    if (!series) {
      series = this.duration.labels(method, route, String(status));
      this.series.set(key, series);
    }
    series.observe(seconds);
  }
}
