import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DatabaseClock } from '@app/clock';
import { instant, type Instant } from '@app/kernel';
import { InstantText } from '@app/http';
import { Can } from '@app/identity';
import { ServiceSettingsOf } from '../store/service-settings.js';

/** What time it is to be, or is. */
export class TimeDto {
  @InstantText()
  now!: Instant;
}

/** The clock of a demonstration or a test; there only where the service was started with one to be set. */
@ApiTags('clock')
@Controller('clock')
export class ClockController {
  constructor(
    private readonly clock: DatabaseClock,
    private readonly settings: ServiceSettingsOf,
  ) {}

  /** Set the service's clock forward to that time; one that is there already is left as it is. */
  @Post('set-forward')
  @HttpCode(200)
  @Can('set-clock')
  async setForward(@Body() { now }: TimeDto): Promise<TimeDto> {
    // The minute that an edition waits for all processes is skipped, and those that wait for it with it.
    await this.settings.look();
    await this.clock.setForward(now);
    return { now: instant(this.clock.clock.now) };
  }
}
