import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DatabaseClock } from '@app/clock';
import { instant, type Instant } from '@app/kernel';
import { InstantText } from '@app/http';
import { Can } from '@app/identity';

/** What time it is to be, or is. */
export class TimeDto {
  @InstantText()
  now!: Instant;
}

/** The clock of a demonstration or a test; there only where the service was started with one to be set. */
@ApiTags('clock')
@Controller('clock')
export class ClockController {
  constructor(private readonly clock: DatabaseClock) {}

  /** Set the service's clock forward to that time; one that is there already is left as it is. */
  @Post('set-forward')
  @HttpCode(200)
  @Can('set-clock')
  async setForward(@Body() { now }: TimeDto): Promise<TimeDto> {
    await this.clock.setForward(now);
    return { now: instant(this.clock.clock.now) };
  }
}
