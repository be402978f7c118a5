import { z } from 'zod'
import { hallDate } from './hall-date.ts'
import { journalText, label } from './text-field.ts'

/** A notice names about 40 days; a year has no more. */
const daysMax = 366
const days = z.array(hallDate).max(daysMax, `一年的日期不能超过 ${daysMax} 天`)

/**
 * 放假调休安排: what the State Council's notice says of one year. Days that are not named follow
 * the week. A notice may reach back into the December before (2022-12-31 was off for 2023).
 */
export const publishedYear = z
  .strictObject({
    year: z.int().min(2000, '年份应为 2000 至 2099').max(2099, '年份应为 2000 至 2099'),
    /** 文号 of the notice; empty when it is not known. */
    documentNumber: journalText(60).default(''),
    /** Every day off by the notice, the weekends within the holiday included. */
    restDays: days.min(1, '放假日不能为空'),
    /** 调休上班日: weekend days that are worked. */
    workedDays: days,
    /** 法定节假日 among the days off; where unknown, all days off count as 调休放假日. */
    statutoryDays: days.optional(),
  })
  .refine(({ restDays }) => areDistinct(restDays), { path: ['restDays'], message: '放假日有重复的日期' })
  .refine(({ workedDays }) => areDistinct(workedDays), { path: ['workedDays'], message: '调休上班日有重复的日期' })
  .refine(({ year, restDays, workedDays }) => [...restDays, ...workedDays].every((day) => isOfYear(day, year)), {
    path: ['year'],
    message: '有日期不属于这一年（上一年 12 月除外）',
  })
  .refine(({ restDays, workedDays }) => workedDays.every((day) => !restDays.includes(day)), {
    path: ['workedDays'],
    message: '同一天不能既放假又上班',
  })
  .refine(({ restDays, statutoryDays }) => (statutoryDays ?? []).every((day) => restDays.includes(day)), {
    path: ['statutoryDays'],
    message: '法定节假日应在放假日之内',
  })
export type PublishedYear = z.infer<typeof publishedYear>

/** 本厅调整: one day on which this hall differs from the notice, such as 壮族三月三 or a typhoon. */
export const calendarOverride = z.strictObject({
  day: hallDate,
  isWorkday: z.boolean(),
  reason: label(100),
  documentNumber: journalText(60).default(''),
})
export type CalendarOverride = z.infer<typeof calendarOverride>

/** 日历 of a hall. */
export const calendar = z
  .strictObject({
    publishedYears: z.array(publishedYear).max(100),
    overrides: z.array(calendarOverride).max(2000),
  })
  .refine(({ publishedYears }) => areDistinct(publishedYears.map(({ year }) => year)), {
    path: ['publishedYears'],
    message: '同一年只能有一份放假安排',
  })
  .refine(({ overrides }) => areDistinct(overrides.map(({ day }) => day)), {
    path: ['overrides'],
    message: '同一天只能有一条本厅调整',
  })
export type Calendar = z.infer<typeof calendar>

/** The kinds of day of the law, and the two of the hall's own. */
export const dayKind = z.enum([
  'workday',
  'weekend',
  /** 法定节假日 */
  'statutory-holiday',
  /** 调休放假日 */
  'adjusted-rest',
  /** 调休上班日: a workday like any other, deadlines included. */
  'adjusted-workday',
  'local-closure',
  'local-workday',
])
export type DayKind = z.infer<typeof dayKind>

function areDistinct(values: readonly (string | number)[]): boolean {
  return new Set(values).size === values.length
}

function isOfYear(day: string, year: number): boolean {
  return day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)
}
