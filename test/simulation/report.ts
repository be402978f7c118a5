import { minuteMs } from '../../shared/rules/hall-time.ts'
import { median, percentile } from '../bench/figures.ts'
import { type DayOptions, type SimulatedDay, simulatedDay } from './day.ts'
import type { Invariant } from './invariants.ts'
import { publicMinutes, type Recount } from './recount.ts'

/** A column of figures stands to the right, one of words to the left. */
type Column = { head: string; isFigure?: boolean }

/** Columns by the width they take on a screen, where a Chinese character is as wide as two letters. */
export function table(columns: Column[], rows: string[][]): string {
  const widthOf = (text: string) => [...text].reduce((width, letter) => width + (letter > '\u2fff' ? 2 : 1), 0)
  const lines = [columns.map(({ head }) => head), ...rows]
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column]!))))
  const cell = (text: string, column: number) => {
    const space = ' '.repeat(widths[column]! - widthOf(text))
    return columns[column]!.isFigure ? space + text : text + space
  }
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n')
}

export const words = (...heads: string[]): Column[] => heads.map((head) => ({ head }))
export const figures = (...heads: string[]): Column[] => heads.map((head) => ({ head, isFigure: true }))

const minutes = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : '–')

function waits(day: SimulatedDay, counted: Recount): string {
  const ofDay = [...counted.tickets.values()].filter((one) => one.hallDay === simulatedDay)
  const rows = day.world.catalogue.serviceItems.flatMap(({ itemCode, name }) => {
    const taken = ofDay.filter((one) => one.itemCode === itemCode)
    if (taken.length === 0) return []
    const waited = taken.flatMap((one) =>
      one.firstCalledAt === null ? [] : [publicMinutes(one.takenAt, one.firstCalledAt)],
    )
    const mean = waited.reduce((sum, one) => sum + one, 0) / waited.length
    const waitedMinutes = [minutes(mean), minutes(median(waited)), minutes(percentile(waited, 0.9))]
    return [[itemCode, name, String(taken.length), String(waited.length), ...waitedMinutes]]
  })
  return table([...words('item', ''), ...figures('taken', 'called', 'mean wait', 'median', 'p90 min')], rows)
}

function refusals({ traffic }: SimulatedDay): string {
  const rows = [...traffic.refusals]
    .sort((a, b) => b[1].times - a[1].times || a[0].localeCompare(b[0]))
    .map(([code, { times, sentence }]) => [code, String(times), sentence])
  return table([...words('refused because'), ...figures('times'), ...words('said the first time')], rows)
}

function windows({ world, hall }: SimulatedDay): string {
  const names = hall.hub.setup().serviceWindows
  const rows = world.desks.map((desk) => {
    const share = desk.attendedMs === 0 ? '–' : `${Math.round((100 * desk.servedMs) / desk.attendedMs)} %`
    const [served, attended] = [desk.servedMs / minuteMs, desk.attendedMs / minuteMs]
    const { windowNumber, services } = desk
    const name = names.get(windowNumber)!.name
    return [String(windowNumber), name, String(services), minutes(served), minutes(attended), share]
  })
  return table([...words('window', ''), ...figures('services', 'served min', 'attended min', 'utilisation')], rows)
}

/** The day in words and figures; the same for the same seed. */
export function reportOf(
  options: DayOptions,
  day: SimulatedDay,
  counted: Recount,
  invariants: readonly Invariant[],
): string {
  const { traffic, world } = day
  const taken = [...counted.tickets.values()].filter((one) => one.hallDay === simulatedDay).length
  const checked = invariants.flatMap(({ law, breaches }) => [
    `${breaches.length === 0 ? 'holds ' : 'BROKEN'}  ${law}`,
    ...breaches.slice(0, 5).map((one) => `        ${one}`),
  ])
  return [
    `seed ${options.seed}: ${options.citizens} citizens, ${options.windows} windows, ${simulatedDay} and the next morning`,
    `${traffic.sent} commands over the contract, ${taken} numbers given, ${world.turnedAway} citizens turned away`,
    `${counted.servicesPastClosing} services ended past the public hours, ${counted.carried} numbers carried over, ${world.broughtBack} of them brought back`,
    '',
    waits(day, counted),
    '',
    refusals(day),
    '',
    windows(day),
    '',
    ...checked,
  ].join('\n')
}
