import { z } from 'zod'
import { queueLetter } from './queue-letter.ts'
import { journalText, label } from './text-field.ts'

/** 申请材料: one entry of a service item's list. */
export const requiredMaterial = z.strictObject({
  name: label(120),
  /** `required` always, `conditional` when `condition` holds, `tolerable` 容缺, `promise` 告知承诺. */
  need: z.enum(['required', 'conditional', 'tolerable', 'promise']).default('required'),
  form: z.enum(['original', 'copy', 'electronic', 'checked-online', 'made-at-window']).default('original'),
  copies: z.int().min(0).max(9).default(1),
  source: z.enum(['applicant', 'government', 'shared-data']).default('applicant'),
  condition: journalText(120).default(''),
})
export type RequiredMaterial = z.infer<typeof requiredMaterial>

/** A limit of time with the unit it is printed in; the unit is never converted. */
export const timeLimit = z.strictObject({
  amount: z.int().min(1).max(999),
  unit: z.enum(['workday', 'natural-day', 'hour', 'minute']),
  basis: journalText(200).default(''),
})
export type TimeLimit = z.infer<typeof timeLimit>

/** 事项: a kind of business the hall offers. */
export const serviceItem = z.strictObject({
  itemCode: z.string().regex(/^[A-Z0-9-]{2,20}$/, '事项编码只能用大写字母、数字和连字符'),
  name: label(),
  nameEnglish: journalText(120).default(''),
  /** Former names and short names people ask for, as search aliases. */
  aliases: z.array(label()).max(10).default([]),
  category: label(20),
  department: label(40),
  /** The queue whose tickets this item is served from. */
  queue: queueLetter,
  /** 即办件 / 承诺件 / 联办件 / 上报件 */
  kind: z.enum(['instant', 'promised', 'joint', 'passed-up']),
  statutoryLimit: timeLimit.nullable().default(null),
  promisedLimit: timeLimit.nullable().default(null),
  /** Minutes at the window that a visit usually takes; the first waiting estimate comes from it. */
  serviceMinutes: z.int().min(1).max(240).default(10),
  materials: z.array(requiredMaterial).max(40).default([]),
  fee: journalText(200).default(''),
  remark: journalText(300).default(''),
  /** Whether a number needs an ID number: `required`, `optional`, or `none`. */
  identity: z.enum(['required', 'optional', 'none']).default('optional'),
  /** Who may hold the number: the person, or also an agent. */
  holderRule: z.enum(['self-only', 'agent-allowed']).default('agent-allowed'),
  /** Numbers given out in one session (morning or afternoon); null: no limit. */
  quotaMorning: z.int().min(0).max(9999).nullable().default(null),
  quotaAfternoon: z.int().min(0).max(9999).nullable().default(null),
  /** Earlier end of issuing for this item, minutes before the windows close. */
  lastTicketMinutes: z.int().min(0).max(120).default(0),
})
export type ServiceItem = z.infer<typeof serviceItem>
