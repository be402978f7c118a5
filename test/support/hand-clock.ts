import type { HubClock } from '../../main/hub/clock.ts'
import { instantOf } from '../../shared/rules/hall-time.ts'

export interface HandClock extends HubClock {
  /** To a clock time, 'HH:MM' or 'HH:MM:SS', of a day; back as well. */
  set: (day: string, time: string) => void
  forward: (seconds: number) => void
}

/** The instant of a clock time with seconds. */
export function instantAt(day: string, time: string): number {
  const [hours, minutes, seconds = '0'] = time.split(':')
  return instantOf(day, `${hours}:${minutes}`) + Number(seconds) * 1000
}

/** A clock that stands until it is moved. */
export function createHandClock(day: string, time: string): HandClock {
  let at = instantAt(day, time)
  return {
    now: () => at,
    set: (toDay, toTime) => {
      at = instantAt(toDay, toTime)
    },
    forward: (seconds) => {
      at += seconds * 1000
    },
  }
}
