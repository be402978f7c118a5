import { z } from 'zod'
import { hallDate } from './hall-date.ts'
import { queueLetter } from './queue-letter.ts'
import { journalText, label } from './text-field.ts'

/**
 * 情形: what a clerk ticks once about the person in front of him, so that the list of materials
 * follows. `other`: a circumstance that only the material's `condition` says, in words.
 */
export const materialCondition = z.enum([
  /** 委托他人代办 */
  'agent',
  /** 未满 16 周岁 */
  'under-16',
  /** 老年人 */
  'elderly',
  /** 租房居住 */
  'rented-home',
  /** 已婚 */
  'married',
  /** 单位办理，或挂靠单位 */
  'unit',
  /** 换领、变更、延续 */
  'renewal',
  'other',
])
export type MaterialCondition = z.infer<typeof materialCondition>

/** 申请材料: one entry of a service item's list. */
export const requiredMaterial = z.strictObject({
  /** Names the material within its item for good, such as M01; empty: by its place in the list. */
  materialCode: z
    .string()
    .regex(/^[A-Z0-9-]{0,12}$/, '材料编号只能用大写字母、数字和连字符，最多 12 位')
    .default(''),
  name: label(120),
  /** `required` always, `conditional` when `condition` holds, `tolerable` 容缺, `promise` 告知承诺. */
  need: z.enum(['required', 'conditional', 'tolerable', 'promise']).default('required'),
  form: z.enum(['original', 'copy', 'electronic', 'checked-online', 'made-at-window']).default('original'),
  copies: z.int().min(0).max(9).default(1),
  source: z.enum(['applicant', 'government', 'shared-data']).default('applicant'),
  /** The circumstance in which it is needed; null: always. A conditional one without is `other`. */
  when: materialCondition.nullable().default(null),
  /** The circumstance in words, as the citizen is told. */
  condition: journalText(120).default(''),
  /** What law asks for it (行政许可法第三十一条: nothing that has no bearing on the item). */
  basis: journalText(80).default(''),
  /** 要求说明: what makes it acceptable, such as a seal, a signature, a size. */
  note: journalText(80).default(''),
})
export type RequiredMaterial = z.infer<typeof requiredMaterial>

/** A list as it was written, with a code for each that has none and a circumstance for each conditional one. */
function withDefaults(materials: RequiredMaterial[]): RequiredMaterial[] {
  const taken = new Set(materials.map(({ materialCode }) => materialCode))
  const freeCodes = materials.map((_, at) => `M${String(at + 1).padStart(2, '0')}`).filter((code) => !taken.has(code))
  return materials.map((material) => ({
    ...material,
    materialCode: material.materialCode || freeCodes.shift()!,
    when: material.need === 'conditional' ? (material.when ?? 'other') : material.when,
  }))
}

const materials = z
  .array(requiredMaterial)
  .max(40)
  .overwrite(withDefaults)
  .superRefine((list, context) => {
    const codes = list.map(({ materialCode }) => materialCode)
    const repeated = codes.findIndex((code, at) => codes.indexOf(code) !== at)
    if (repeated < 0) return
    context.addIssue({ code: 'custom', path: [repeated, 'materialCode'], message: '材料编号在同一事项内重复' })
  })
  .default([])

/** A limit of time with the unit it is printed in; the unit is never converted. */
export const timeLimit = z.strictObject({
  amount: z.int().min(1).max(999),
  unit: z.enum(['workday', 'natural-day', 'hour', 'minute']),
  basis: journalText(200).default(''),
})
export type TimeLimit = z.infer<typeof timeLimit>

/** 环节: one step that a filing of an item goes through inside the house, with its own limit. */
export const itemStage = z.strictObject({ name: label(20), limit: timeLimit })
export type ItemStage = z.infer<typeof itemStage>

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
  /** A draft is kept for the console and shown to nobody else. */
  status: z.enum(['published', 'draft']).default('published'),
  /** The first day of this version; null: at once. Until then the version before it holds. */
  effectiveFrom: hallDate.nullable().default(null),
  /** False for a company (有线电视、电话): nothing is printed about 行政复议 or 诉讼. */
  isOrgan: z.boolean().default(true),
  /** Whether an elderly person is asked in person what he himself wishes (户口、住房). */
  elderlyWish: z.boolean().default(false),
  /** 即办件 / 承诺件 / 联办件 / 上报件 */
  kind: z.enum(['instant', 'promised', 'joint', 'passed-up']),
  // The blocks that 行政许可法第三十条 has a hall publish, beside name, limits and materials.
  /** 依据 */
  basis: journalText(300).default(''),
  /** 条件: who may apply. */
  conditions: journalText(300).default(''),
  /** 数量 */
  quantity: journalText(100).default(''),
  /** 程序: short steps, in order. */
  procedure: z.array(label(60)).max(12).default([]),
  statutoryLimit: timeLimit.nullable().default(null),
  promisedLimit: timeLimit.nullable().default(null),
  /** 环节, in order: together not longer than the promise, in its unit; none of an instant item. */
  stages: z.array(itemStage).max(12).default([]),
  /** Minutes at the window that a visit usually takes; the first waiting estimate comes from it. */
  serviceMinutes: z.int().min(1).max(240).default(10),
  materials,
  /** 申请书示范文本: its name, and where it lies. */
  sample: journalText(120).default(''),
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
