import { Counter, Histogram, type Registry } from 'prom-client';

/** What is told apart; HEAD is answered as GET is, and no route answers the others. */
const METHODS: Readonly<Record<string, string>> = { GET: 'GET', HEAD: 'GET', POST: 'POST' };

interface Series {
  requests: { inc(): void };
  seconds: { inc(seconds: number): void };
  duration: { observe(seconds: number): void };
}

/**
 * How many requests come, how they end and how long they take. Labels take few values, whatever is
 * sent: the route is its template, never a path, the status its class. Buckets are kept by method
 * alone: with routes and statuses they would be thousands of series.
 */
export class HttpMetrics {
  private readonly requests: Counter<'method' | 'route' | 'status'>;
  private readonly seconds: Counter<'method' | 'route'>;
  private readonly duration: Histogram<'method'>;
  /** Finding them by their labels again and again would cost more than counting. */
  private readonly series = new Map<string, Series>();

  constructor(registry: Registry) {
    const registers = [registry];
    this.requests = new Counter({
      name: 'http_requests_total',
      help: 'Requests by route and by the class of their status',
      labelNames: ['method', 'route', 'status'],
      registers,
    });
    this.seconds = new Counter({
      name: 'http_request_seconds_total',
      help: 'Time that the requests of a route took, all together',
      labelNames: ['method', 'route'],
      registers,
    });
    this.duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the request to the end of its answer',
      labelNames: ['method'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
  }

  /** @param route the template; `none` where there is no such route */
  observe(method: string, route: string, status: number, seconds: number): void {
    const known = METHODS[method];
    const statusClass = `${Math.floor(status / 100)}xx`;
    const series = this.of(known ?? 'other', known ? route : 'none', statusClass);
    series.requests.inc();
    series.seconds.inc(seconds);
    series.duration.observe(seconds);
  }

  private of(method: string, route: string, status: string): Series {
    const key = `${method} ${status} ${route}`;
    let series = this.series.get(key);
    if (!series) {
      series = {
        requests: this.requests.labels(method, route, status),
        seconds: this.seconds.labels(method, route),
        duration: this.duration.labels(method),
      };
      this.series.set(key, series);
    }
    return series;
  }
}
