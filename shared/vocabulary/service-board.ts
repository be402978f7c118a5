import { z } from 'zod'
import { staffNumber } from './staff.ts'
import { journalText, label } from './text-field.ts'

const lines = z.array(label(200)).max(60)

/** Where somebody named on the wall or the card is found; the phone is an office line. */
const contactFields = {
  position: label(20),
  officePhone: z.string().trim().max(20).default(''),
}

/** A person whom the wall and the card name; the name comes from the staff list. */
const boardContact = z.strictObject({ staffId: z.string().min(1).max(40), ...contactFields })

/** The same person in a hall's file, which knows staff by their number. */
const profileContact = z.strictObject({ staffNumber, ...contactFields })

/**
 * 公开上墙: the six boards of 篇1.4 and what the 便民联系卡 of 篇1.2 is printed from. The first board,
 * 代理事项, is the published catalogue itself.
 */
function boardsNaming<C extends z.ZodType>(contact: C) {
  return z.strictObject({
    /** 办理程序 */
    procedures: lines.default([]),
    /** 文明用语 */
    phrases: lines.default([]),
    /** 规章制度 */
    regulations: lines.default([]),
    /** 工作职责 */
    duties: lines.default([]),
    /** 受理人员名单 */
    contacts: z.array(contact).max(60).default([]),
    /** 服务承诺 */
    promises: lines.default([]),
    /** 责任人 of the card, and who stands in. */
    responsible: contact.nullable().default(null),
    deputy: contact.nullable().default(null),
    /** 上门服务约定方式 */
    homeVisit: journalText(200).default(''),
    serviceHours: journalText(100).default(''),
  })
}

export const serviceBoards = boardsNaming(boardContact)
export type ServiceBoards = z.infer<typeof serviceBoards>
export type BoardContact = z.infer<typeof boardContact>

/** The boards as a hall's file has them. */
export const profileBoards = boardsNaming(profileContact)
export type ProfileBoards = z.infer<typeof profileBoards>
