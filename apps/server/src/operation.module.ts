import { Module } from '@nestjs/common';
import { Registry } from 'prom-client';
import { ReadModelsModule } from '@app/read-models/read-models.module.js';
import { HealthController } from './health/health.controller.js';
import { Health } from './health/health.js';
import { Lifecycle } from './lifecycle.js';
import { HttpMetrics } from './observation/http-metrics.js';
import { MetricsController } from './observation/metrics.controller.js';

/** What those who run the installation look at: health and figures. */
@Module({
  controllers: [HealthController, MetricsController],
  providers: [
    Health,
    Lifecycle,
    { provide: Registry, useFactory: () => new Registry() },
    {
      provide: HttpMetrics,
      inject: [Registry],
      useFactory: (registry: Registry) => new HttpMetrics(registry),
    },
  ],
  exports: [Lifecycle, Registry, HttpMetrics],
})
export class OperationModule {}
