/** How instants of the hub are written on a screen: always Beijing time, whatever zone the PC has. */
const beijing = 8 * 3_600_000

/** Epoch ms to `09:05`. */
export function clockText(at: number): string {
  return new Date(at + beijing).toISOString().slice(11, 16)
}

/** Epoch ms to `09:05:30`. */
export function clockSecondsText(at: number): string {
  return new Date(at + beijing).toISOString().slice(11, 19)
}

/** Epoch ms to `2026-11-23`. */
export function dayText(at: number): string {
  return new Date(at + beijing).toISOString().slice(0, 10)
}

/** The instant (epoch ms) at which the hall's clocks show `09:05` on `2026-11-23`; NaN for what is none. 24:00 is the day's end. */
export function instantAt(day: string, clock: string): number {
  const [, hours, minutes] = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(clock.replace('：', ':')) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return minute > 24 * 60 ? Number.NaN : Date.parse(`${day}T00:00:00Z`) - beijing + minute * 60_000
}

/** Elapsed milliseconds to `4:07` (minutes and seconds), or `1:04:07` beyond an hour. */
export function elapsedText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
