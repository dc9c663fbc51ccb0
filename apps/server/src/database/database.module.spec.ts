import { expect, test } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { Contexts, EventStore } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { Projections } from '@app/projections';
import { readModels } from '../declared.js';
import { Subordinates } from '@app/standings/src/application/ports.js';
import { ReadModelsModule } from '@app/projections/src/read-models.module.js';
import { TicketBoardQuery } from '@app/tickets/src/read-models/ticket-board/ticket-board.query.js';
import { SubordinatesOnFile } from '../adapters/subordinates.js';
import { testDatabase } from '../../../../test/support/database.js';
import { DatabaseModule } from './database.module.js';

test('the read models come up on the data source and the store, and answer over the query bus', async () => {
  const database = await testDatabase();
  const store = await PostgresEventStore.open({
    connectionString: database.url,
    allowUnsafe: true,
  });

  const contexts = new StatedContexts(() => undefined);
  @Global()
  @Module({
    imports: [CqrsModule],
    providers: [
      { provide: EventStore, useValue: store },
      { provide: Contexts, useValue: contexts },
      { provide: Subordinates, useClass: SubordinatesOnFile },
    ],
    exports: [EventStore, Contexts, Subordinates],
  })
  class StoreModule {}

  const module = await Test.createTestingModule({
    imports: [
      DatabaseModule.register(database.url),
      StoreModule,
      ReadModelsModule.register(readModels, { owner: 'test' }),
    ],
  }).compile();
  const application = await module.init();
  const query = new TicketBoardQuery({}, new Date().toISOString(), 0n);
  expect(await application.get(QueryBus).execute(query)).toEqual({
    items: [],
    next: null,
    position: '0',
  });
  const { runners } = application.get(Projections);
  while (runners.some(({ state }) => state !== 'leading')) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await application.close();
  expect(runners.map(({ state }) => state)).toEqual(runners.map(() => 'stopped'));
  await store.close();
  await database.drop();
});
