import { addDays } from '../../shared/rules/hall-time.ts'
import type { Calendar, PublishedYear } from '../../shared/vocabulary/calendar.ts'

/** The notices of 2025 and 2026, copied by hand from their text and not from any package. */
export const notices: readonly [PublishedYear, PublishedYear] = [
  {
    year: 2025,
    documentNumber: '国办发明电〔2024〕12号',
    restDays: [
      '2025-01-01',
      ...range('2025-01-28', '2025-02-04'),
      ...range('2025-04-04', '2025-04-06'),
      ...range('2025-05-01', '2025-05-05'),
      ...range('2025-05-31', '2025-06-02'),
      ...range('2025-10-01', '2025-10-08'),
    ],
    workedDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    statutoryDays: [
      '2025-01-01',
      ...range('2025-01-28', '2025-01-31'),
      '2025-04-04',
      '2025-05-01',
      '2025-05-02',
      '2025-05-31',
      ...range('2025-10-01', '2025-10-03'),
      '2025-10-06',
    ],
  },
  {
    year: 2026,
    documentNumber: '国办发明电〔2025〕7号',
    restDays: [
      ...range('2026-01-01', '2026-01-03'),
      ...range('2026-02-15', '2026-02-23'),
      ...range('2026-04-04', '2026-04-06'),
      ...range('2026-05-01', '2026-05-05'),
      ...range('2026-06-19', '2026-06-21'),
      ...range('2026-09-25', '2026-09-27'),
      ...range('2026-10-01', '2026-10-07'),
    ],
    workedDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    statutoryDays: [
      '2026-01-01',
      ...range('2026-02-16', '2026-02-19'),
      '2026-04-05',
      '2026-05-01',
      '2026-05-02',
      '2026-06-19',
      '2026-09-25',
      ...range('2026-10-01', '2026-10-03'),
    ],
  },
]

export const calendarOf2025And2026: Calendar = { publishedYears: [...notices], overrides: [] }

/** Workdays of each month of 2025 and 2026, recounted independently. */
export const workdaysByMonth = {
  2025: [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23],
  2026: [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23],
}

/** Every day from `first` to `last`, both included. */
export function range(first: string, last: string): string[] {
  const days = [first]
  for (let day = first; day < last; ) {
    day = addDays(day, 1)
    days.push(day)
  }
  return days
}

/** A day, so many workdays after it, and the day they end on; counted by hand from the notices. */
export const workdayExamples: readonly [day: string, workdays: number, due: string][] = [
  ['2026-01-30', 5, '2026-02-06'],
  ['2026-02-12', 5, '2026-02-26'],
  ['2026-02-13', 5, '2026-02-27'],
  ['2026-04-30', 3, '2026-05-08'],
  ['2026-04-30', 5, '2026-05-11'],
  ['2026-09-18', 5, '2026-09-24'],
  ['2026-09-24', 1, '2026-09-28'],
  ['2026-09-30', 3, '2026-10-10'],
  ['2026-01-03', 1, '2026-01-04'],
  ['2026-02-20', 5, '2026-02-28'],
  ['2025-04-25', 5, '2025-05-06'],
  ['2025-09-26', 5, '2025-10-10'],
  ['2026-03-02', 10, '2026-03-16'],
]
