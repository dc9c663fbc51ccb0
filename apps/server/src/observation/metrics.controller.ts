import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Registry } from 'prom-client';
import { Public } from '@app/identity';

/** Milliseconds for which the figures are not put together again, however many ask. */
const FRESH = 1_000;

/** Figures for Prometheus, at most a second old; keep the path off the public network. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  private text?: Promise<string>;
  private since = 0;

  constructor(private readonly registry: Registry) {}

  @Get()
  @Public()
  @Header('Content-Type', Registry.PROMETHEUS_CONTENT_TYPE)
  metrics(): Promise<string> {
    const now = performance.now();
    if (!this.text || now - this.since >= FRESH) {
      this.since = now;
      this.text = this.registry.metrics();
    }
    return this.text;
  }
}
