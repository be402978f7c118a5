import { dayAfter } from '../parts/day-choice.tsx'
import type { Days } from '../parts/days-form.tsx'

const dayMs = 86_400_000
export const dayChoices = ['today', 'yesterday', 'week', 'month', 'lastMonth'] as const
export type DayChoice = (typeof dayChoices)[number]

/** The days of a quick choice, seen from today; a week begins on Monday. */
export function daysOf(choice: DayChoice, today: string): Days {
  const month = today.slice(0, 8)
  const lastOfMonthBefore = dayAfter(`${month}01`, -1)
  switch (choice) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: dayAfter(today, -1), to: dayAfter(today, -1) }
    case 'week':
      return { from: dayAfter(today, 1 - (utc(today).getUTCDay() || 7)), to: today }
    case 'month':
      return { from: `${month}01`, to: today }
    case 'lastMonth':
      return { from: `${lastOfMonthBefore.slice(0, 8)}01`, to: lastOfMonthBefore }
  }
}

/** Days from the first to the last, both counted. */
export function lengthOf({ from, to }: Days): number {
  return (utc(to).getTime() - utc(from).getTime()) / dayMs + 1
}

const utc = (day: string) => new Date(`${day}T00:00:00Z`)
