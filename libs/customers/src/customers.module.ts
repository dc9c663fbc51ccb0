import { Module } from '@nestjs/common';
import { HandleCustomerHandler } from './application/handle-customer.js';
import { ReadCustomerHandler } from './application/read-customer.js';
import { CustomerCommandsController, CustomersController } from './http/customers.controller.js';

/** The customer files (R8): who the customers are, and where service is given. */
@Module({
  controllers: [CustomersController, CustomerCommandsController],
  providers: [HandleCustomerHandler, ReadCustomerHandler],
})
export class CustomersModule {}
