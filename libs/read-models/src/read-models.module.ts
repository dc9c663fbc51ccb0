import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EventStore } from '@app/event-store';
import { Projections, type ProjectionsOptions } from '@app/projections';
import { DataSource } from 'typeorm';
import { AsOf } from './as-of.js';
import { CustomerListController } from './customer-list/customer-list.controller.js';
import { CustomerListHandler } from './customer-list/customer-list.query.js';
import { EmployeeListController } from './employee-list/employee-list.controller.js';
import { EmployeeListHandler } from './employee-list/employee-list.query.js';
import { FindingsInboxController } from './findings-inbox/findings-inbox.controller.js';
import { FindingsInboxHandler } from './findings-inbox/findings-inbox.query.js';
import { projections } from './projections.js';
import { TechnicianDayController } from './technician-day/technician-day.controller.js';
import { TechnicianDayHandler } from './technician-day/technician-day.query.js';
import { TicketBoardController } from './ticket-board/ticket-board.controller.js';
import { TicketBoardHandler } from './ticket-board/ticket-board.query.js';
import { TicketDetailController } from './ticket-detail/ticket-detail.controller.js';
import { TicketDetailHandler } from './ticket-detail/ticket-detail.query.js';

/** Every question that the read side answers, and the runners that keep the answers current. */
@Module({
  imports: [CqrsModule],
  controllers: [
    TicketBoardController,
    TicketDetailController,
    TechnicianDayController,
    FindingsInboxController,
    CustomerListController,
    EmployeeListController,
  ],
  providers: [
    AsOf,
    TicketBoardHandler,
    TicketDetailHandler,
    TechnicianDayHandler,
    FindingsInboxHandler,
    CustomerListHandler,
    EmployeeListHandler,
  ],
  exports: [Projections],
})
export class ReadModelsModule {
  /** Needs `EventStore` and `DataSource` from global modules. */
  static register(options: ProjectionsOptions): DynamicModule {
    return {
      module: ReadModelsModule,
      providers: [
        {
          provide: Projections,
          inject: [DataSource, EventStore],
          useFactory: (dataSource: DataSource, store: EventStore) =>
            new Projections(dataSource, store, projections, options),
        },
      ],
    };
  }
}
