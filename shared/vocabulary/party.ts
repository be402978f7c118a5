import { z } from 'zod'

/** What proves who somebody is: 居民身份证, 统一社会信用代码, 护照, 港澳台证件, 外国人永久居留证, 户口簿, 军人证件, 没有带证. */
export const idKind = z.enum([
  'resident-id',
  'credit-code',
  'passport',
  'hmt-permit',
  'permanent-residence',
  'household-register',
  'soldier-id',
  'none',
])
export type IdKind = z.infer<typeof idKind>

/** 特殊群体: who may need help or a home visit; none, 老年人, 残疾人, 孕妇, 军人, 未成年人, 其他. */
export const specialGroup = z.enum(['none', 'elderly', 'disabled', 'pregnant', 'soldier', 'minor', 'other'])
export type SpecialGroup = z.infer<typeof specialGroup>

/**
 * 当事人: an applicant or an agent as a clerk types it in. Everything here is personal: the door
 * keeps it encrypted beside the journal, and rules and events know the `partyId` alone.
 */
export const party = z.strictObject({
  name: z.string().trim().min(1, '请填写姓名或单位名称').max(40),
  idKind: idKind.default('resident-id'),
  /** Empty only when `idKind` is `none`; the door says so. */
  idNumber: z.string().trim().max(40).default(''),
  phone: z
    .string()
    .trim()
    .max(20)
    .regex(/^[0-9+\- ]*$/, '电话只能有数字、加号、连字符和空格')
    .default(''),
  address: z.string().trim().max(100).default(''),
})
export type Party = z.infer<typeof party>

/** 代办人: who acts for the applicant, and on what written authority. */
export const agent = party.extend({
  relation: z.string().trim().min(1, '请填写与申请人的关系').max(20),
  /** 委托书: seen, or a guardian who needs none. */
  authority: z.enum(['letter-seen', 'guardian', 'unit-introduction']),
})
export type Agent = z.infer<typeof agent>

/** 手写签名 as the pad drew it: a PNG of at most 30 KB in base64. Kept beside the journal. */
export const signatureImage = z
  .string()
  .min(1, { error: '请申请人先签字', abort: true })
  .max(40_000, '签名图片太大')
  .regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/, '签名不是图片')
