// The bare data file and not the package's functions: those take 13 ms to load, and for a year they
// know nothing about they answer the weekday rule without saying so.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { yearOf } from '../../shared/rules/hall-time.ts'
import type { PublishedYear } from '../../shared/vocabulary/calendar.ts'

/** The holiday regulation in force counts its 13 days since this year, and no hall here has older records. */
const yearMin = 2025

/** 法定节假日 of the civil calendar: 元旦, 劳动节, 国庆节. */
const fixedHolidays = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/**
 * What the package does not say of a year: the notice's 文号, and the 法定节假日 that the moon and the
 * sun move (除夕 to 初三, 清明, 端午, 中秋). A year that is not here yet has both left open.
 */
const notices: Partial<Record<number, { documentNumber: string; movableHolidays?: string[] }>> = {
  2025: {
    documentNumber: '国办发明电〔2024〕12号',
    movableHolidays: ['01-28', '01-29', '01-30', '01-31', '04-04', '05-31', '10-06'],
  },
  2026: {
    documentNumber: '国办发明电〔2025〕7号',
    movableHolidays: ['02-16', '02-17', '02-18', '02-19', '04-05', '06-19', '09-25'],
  },
}

/** 放假调休安排 of every year from 2025 that the bundled package has data for, earliest first. */
export function publishedYears(): PublishedYear[] {
  const restDays = Object.keys(chineseDays.holidays).sort()
  const workedDays = Object.keys(chineseDays.workdays).sort()
  // A notice may name a day of the year before or after its own; only a whole year has a National Day.
  const years = restDays.filter((day) => day.endsWith('-10-01')).map(yearOf)
  return years
    .filter((year) => year >= yearMin)
    .map((year) => {
      const isOfYear = (day: string) => yearOf(day) === year
      const { documentNumber, movableHolidays } = notices[year] ?? { documentNumber: '' }
      const statutoryDates = movableHolidays && [...fixedHolidays, ...movableHolidays].sort()
      return {
        year,
        documentNumber,
        restDays: restDays.filter(isOfYear),
        workedDays: workedDays.filter(isOfYear),
        ...(statutoryDates && { statutoryDays: statutoryDates.map((date) => `${year}-${date}`) }),
      }
    })
}
