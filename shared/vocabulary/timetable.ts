import { z } from 'zod'
import { clockTime, hallDate } from './hall-date.ts'
import { journalText, label } from './text-field.ts'

/** Hours of a day in which the hall's staff work; half-open, `to` no longer belongs to them. */
const segment = z.strictObject({
  from: clockTime,
  to: clockTime,
  /** `open` to the public (集中办公), or `linkup` with the home units (回原单位衔接). */
  phase: z.enum(['open', 'linkup']),
})
export type TimetableSegment = z.infer<typeof segment>

/**
 * 作息时间: the hours of every workday from `validFrom` to `validTo`, both included. The regular
 * one has no end; a seasonal one (夏令时制) has, and goes before it while it is in force. 篇5.7.
 */
export const timetable = z
  .strictObject({
    timetableId: z.string().min(1, '作息时间需要编号').max(40),
    name: label(40),
    validFrom: hallDate,
    validTo: hallDate.nullable(),
    documentNumber: journalText(60).default(''),
    segments: z.array(segment).min(1, '至少要有一个时段').max(12, '一天最多 12 个时段'),
  })
  .superRefine(({ validFrom, validTo, segments }, context) => {
    const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })

    if (validTo !== null && validTo < validFrom) complain(['validTo'], '失效日期不能早于生效日期')
    segments.forEach(({ from, to }, index) => {
      const before = segments[index - 1]
      if (from >= to) complain(['segments', index, 'to'], '时段的结束时间应晚于开始时间')
      if (before !== undefined && from < before.to) complain(['segments', index, 'from'], '时段应按先后排列，不能重叠')
    })
    if (!segments.some(({ phase }) => phase === 'open')) complain(['segments'], '至少要有一个对外开放的时段')
  })
export type Timetable = z.infer<typeof timetable>

/** Where a hall is in its day. */
export const hallPhase = z.enum([
  /** 休息日 */
  'rest-day',
  /** 未上班 */
  'before-open',
  /** 对外办公 */
  'open',
  /** 午休 */
  'lunch',
  /** 回原单位衔接 */
  'linkup',
  /** 下班 */
  'closed',
])
export type HallPhase = z.infer<typeof hallPhase>

/** Half-day of public hours; quotas are counted by it. */
export const hallSession = z.enum(['morning', 'afternoon'])
export type HallSession = z.infer<typeof hallSession>
