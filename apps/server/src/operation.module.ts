import { Module, type DynamicModule } from '@nestjs/common';
import { Registry } from 'prom-client';
import { ThreadHealth } from './followers/thread-health.js';
import { DatabaseRoom } from './health/database-room.js';
import { HealthController } from './health/health.controller.js';
import { Health } from './health/health.js';
import { Lifecycle } from './lifecycle.js';
import { HttpMetrics } from './observation/http-metrics.js';
import { MetricsController } from './observation/metrics.controller.js';

/** What those who run the installation look at: health and figures. */
@Module({
  controllers: [HealthController, MetricsController],
  providers: [
    DatabaseRoom,
    Health,
    Lifecycle,
    ThreadHealth,
    { provide: Registry, useFactory: () => new Registry() },
    {
      provide: HttpMetrics,
      inject: [Registry],
      useFactory: (registry: Registry) => new HttpMetrics(registry),
    },
  ],
  exports: [DatabaseRoom, Lifecycle, Registry, HttpMetrics, ThreadHealth],
})
export class OperationModule {
  /** @param watched the modules that have the projections and the processes, whose lag is looked at */
  static watching(...watched: readonly DynamicModule[]): DynamicModule {
    return { module: OperationModule, imports: [...watched] };
  }
}
