import { z } from 'zod'
import { calendarOverride, publishedYear } from './calendar.ts'
import { disciplineSettings } from './discipline-settings.ts'
import { hall, printerSettings, queue, queueSettings, serviceWindowSetup, voiceSettings } from './hall.ts'
import { promiseSettings } from './promise-settings.ts'
import { refusalSentence } from './refusal.ts'
import { profileBoards } from './service-board.ts'
import { type ServiceItem, serviceItem } from './service-item.ts'
import { screenKind, staffMember } from './staff.ts'
import { timetable } from './timetable.ts'

/** The password everybody of a demo hall signs in with; a real hall's profile has no passwords. */
export const demoPassword = 'demo-2026'

/** 大厅配置: the YAML file a hall starts from. What the console changes later is kept in the store. */
export const profile = z
  .strictObject({
    hall,
    /** The demo hall has a movable clock, simulated citizens and ready accounts. A real hall has none of them. */
    demo: z.boolean().default(false),
    queues: z.array(queue).min(1, '至少要有一个队列').max(24),
    serviceItems: z.array(serviceItem).min(1, '至少要有一个事项').max(500),
    serviceWindows: z.array(serviceWindowSetup).min(1, '至少要有一个窗口').max(99),
    staff: z.array(staffMember).max(500).default([]),
    timetables: z.array(timetable).min(1, '至少要有一个作息时间').max(50),
    /** Years published by the State Council that the program does not bring along. */
    publishedYears: z.array(publishedYear).max(20).default([]),
    overrides: z.array(calendarOverride).max(400).default([]),
    queueSettings: queueSettings.prefault({}),
    /** Left out, the console alone says it. */
    promise: promiseSettings.optional(),
    discipline: disciplineSettings.optional(),
    /** 公开上墙 and 便民联系卡; left out, the console alone fills them. */
    boards: profileBoards.optional(),
    voice: voiceSettings.prefault({}),
    printer: printerSettings.default({ kind: 'none' }),
    /** LAN mode: the hub listens on every address instead of this machine alone. */
    network: z
      .strictObject({ lan: z.boolean().default(false), port: z.int().min(1).max(65535).default(8610) })
      .prefault({}),
    /** Screens that this PC opens when the program starts. */
    screens: z
      .array(
        z.strictObject({
          kind: screenKind,
          fullscreen: z.boolean().default(false),
          /** The window of a countertop. */
          windowNumber: z.int().min(1).max(99).optional(),
        }),
      )
      .max(16)
      .default([{ kind: 'console', fullscreen: false }]),
  })
  .superRefine((value, context) => {
    const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const letters = new Set(value.queues.map((queue) => queue.letter))
    const repeated = <T>(values: T[]) => values.findIndex((one, at) => values.indexOf(one) !== at)

    const sameLetter = repeated(value.queues.map((queue) => queue.letter))
    if (sameLetter >= 0) complain(['queues', sameLetter, 'letter'], '队列字母重复')
    const sameCode = repeated(value.serviceItems.map((item) => item.itemCode))
    if (sameCode >= 0) complain(['serviceItems', sameCode, 'itemCode'], '事项编码重复')
    const sameWindow = repeated(value.serviceWindows.map((one) => one.windowNumber))
    if (sameWindow >= 0) complain(['serviceWindows', sameWindow, 'windowNumber'], '窗口号重复')
    const sameStaff = repeated(value.staff.map((one) => one.staffNumber))
    if (sameStaff >= 0) complain(['staff', sameStaff, 'staffNumber'], '工号重复')
    const sameTimetable = repeated(value.timetables.map((one) => one.timetableId))
    if (sameTimetable >= 0) complain(['timetables', sameTimetable, 'timetableId'], '作息时间编号重复')

    value.screens.forEach(({ kind, windowNumber }, at) => {
      if ((kind === 'countertop') !== (windowNumber !== undefined))
        complain(['screens', at, 'windowNumber'], '前置屏要写明窗口号，其他屏幕不写')
      else if (windowNumber !== undefined && !value.serviceWindows.some((one) => one.windowNumber === windowNumber))
        complain(['screens', at, 'windowNumber'], '没有这个窗口')
    })

    const sameYear = repeated(value.publishedYears.map((one) => one.year))
    if (sameYear >= 0) complain(['publishedYears', sameYear, 'year'], '同一年只能有一份放假安排')
    const sameDay = repeated(value.overrides.map((one) => one.day))
    if (sameDay >= 0) complain(['overrides', sameDay, 'day'], '同一天只能有一条本厅调整')

    value.serviceItems.forEach((item, at) => {
      if (!letters.has(item.queue)) complain(['serviceItems', at, 'queue'], `没有队列 ${item.queue}`)
      if (promiseExceedsStatutory(item)) complain(['serviceItems', at, 'promisedLimit'], '承诺时限不能长于法定时限')
      if (stagesExceedPromise(item))
        complain(['serviceItems', at, 'stages'], refusalSentence('stages-over-promise', {}))
    })
    const windowNumbers = new Set(value.serviceWindows.map((one) => one.windowNumber))
    value.serviceWindows.forEach((one, at) => {
      one.queues.forEach((letter, place) => {
        if (!letters.has(letter)) complain(['serviceWindows', at, 'queues', place], `没有队列 ${letter}`)
      })
    })
    value.staff.forEach((one, at) => {
      one.windowNumbers.forEach((number, place) => {
        if (!windowNumbers.has(number)) complain(['staff', at, 'windowNumbers', place], `没有 ${number} 号窗口`)
      })
    })
    const staffNumbers = new Set(value.staff.map((one) => one.staffNumber))
    const mustBeStaff = (contact: { staffNumber: string } | null | undefined, path: (string | number)[]) => {
      if (contact == null || staffNumbers.has(contact.staffNumber)) return
      complain(['boards', ...path, 'staffNumber'], `人员中没有工号 ${contact.staffNumber}`)
    }
    value.boards?.contacts.forEach((contact, at) => {
      mustBeStaff(contact, ['contacts', at])
    })
    mustBeStaff(value.boards?.responsible, ['responsible'])
    mustBeStaff(value.boards?.deputy, ['deputy'])
    if (!value.timetables.some((one) => one.validTo === null)) {
      complain(['timetables'], '至少要有一个长期有效的作息时间（validTo 为 null）')
    }
    if (!value.demo && value.printer.kind === 'pdf') complain(['printer', 'kind'], 'pdf 打印只用于演示大厅')
  })
export type Profile = z.infer<typeof profile>

/** Working days in a week, and days: without a holiday n working days take n × 7 / 5 natural ones. */
const workdaysPerWeek = 5
const daysPerWeek = 7

/**
 * Whether a promised limit is longer than the statutory one (篇5.4). Different units are not
 * converted for anybody to read, only compared: a promise in hours or minutes is shorter than any
 * day; n working days are held against natural days at seven for five, a holiday not counted.
 */
export function promiseExceedsStatutory(item: {
  promisedLimit: { amount: number; unit: string } | null
  statutoryLimit: { amount: number; unit: string } | null
}): boolean {
  const { promisedLimit, statutoryLimit } = item
  if (promisedLimit === null || statutoryLimit === null) return false
  const isDay = (unit: string) => unit === 'workday' || unit === 'natural-day'
  if (isDay(promisedLimit.unit) && isDay(statutoryLimit.unit)) {
    const isStretched = promisedLimit.unit === 'workday' && statutoryLimit.unit === 'natural-day'
    const promised = isStretched ? (promisedLimit.amount * daysPerWeek) / workdaysPerWeek : promisedLimit.amount
    return promised > statutoryLimit.amount
  }
  if (isDay(promisedLimit.unit)) return true
  if (isDay(statutoryLimit.unit)) return false
  const minutes = (limit: { amount: number; unit: string }) => limit.amount * (limit.unit === 'hour' ? 60 : 1)
  return minutes(promisedLimit) > minutes(statutoryLimit)
}

/**
 * Whether the stages of an item are more than its promise: each counts in the unit of the promise, so
 * that nothing is converted, and all of them add up to no more. Without a promise, or of an instant
 * item, there are none.
 */
export function stagesExceedPromise({
  kind,
  promisedLimit,
  stages,
}: Pick<ServiceItem, 'kind' | 'promisedLimit' | 'stages'>): boolean {
  if (stages.length === 0) return false
  if (kind === 'instant' || promisedLimit === null) return true
  const sum = stages.reduce((total, { limit }) => total + limit.amount, 0)
  return sum > promisedLimit.amount || stages.some(({ limit }) => limit.unit !== promisedLimit.unit)
}
