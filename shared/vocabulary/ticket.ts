import { z } from 'zod'

/** 优先依据: why a ticket has priority; `none` is an ordinary one. Proof is checked by staff, age by the ID number. */
export const priorityGround = z.enum([
  'none',
  'elderly',
  'pregnant',
  'disabled',
  'soldier',
  'veteran',
  'firefighter',
  'martyr-family',
  'acute-illness',
  'carried-over',
])
export type PriorityGround = z.infer<typeof priorityGround>

/** 等候 / 已叫 / 办理中 / 挂起 / 过号 / 完成 / 取消 / 次日转结 / 作废 */
export const ticketStatus = z.enum([
  'waiting',
  'called',
  'serving',
  'held',
  'missed',
  'done',
  'cancelled',
  'carried',
  'void',
])
export type TicketStatus = z.infer<typeof ticketStatus>

/** 本人 / 代办人 */
export const ticketHolder = z.enum(['self', 'agent'])
export type TicketHolder = z.infer<typeof ticketHolder>

/** 申办 / 领证 / 咨询 / 继续办理（补正） */
export const ticketPurpose = z.enum(['apply', 'collect', 'consult', 'continue'])
export type TicketPurpose = z.infer<typeof ticketPurpose>

/**
 * 办理结果. `left-open` is set by the hub alone, when a day ends and nobody pressed finish;
 * it asks for review and is no eight-hour service.
 */
export const resultCode = z.enum([
  'accepted',
  'completed',
  'one-time-notice',
  'declined',
  'referred',
  'consulted',
  'collected',
  'wrong-number',
  'abandoned',
  'system-failure',
  'left-open',
])
export type ResultCode = z.infer<typeof resultCode>

/** The result codes a clerk may press. */
export const resultCodesOfClerk = resultCode.exclude(['left-open'])

/** 暂停原因, numbered as halls know them. `99` asks for a note. */
export const pauseReason = z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '99'])
export type PauseReason = z.infer<typeof pauseReason>

/** Why a waiting or called ticket is cancelled. */
export const cancelReason = z.enum(['visitor-left', 'wrong-number', 'duplicate', 'emergency'])
export type CancelReason = z.infer<typeof cancelReason>

/** 关闭 / 开放 / 暂停 */
export const serviceWindowStatus = z.enum(['closed', 'open', 'paused'])
export type ServiceWindowStatus = z.infer<typeof serviceWindowStatus>

/** 号: one visitor's place, from the slip to the result. Instants in epoch ms. */
export interface Ticket {
  ticketId: number
  hallDay: string
  letter: string
  serial: number
  /** The queue it waits in; differs from the letter after a transfer. */
  queue: string
  itemCode: string
  holder: TicketHolder
  purpose: TicketPurpose
  priorityGround: PriorityGround
  priorityClass: number
  personId: string | null
  status: TicketStatus
  /** Place in the queue: smaller is earlier; equal keys go by ticketId. */
  sortKey: number
  session: 'morning' | 'afternoon'
  /** Only this window may call it while it waits; null: every window of the queue. */
  reservedWindow: number | null
  /** Where it is called, served or held. */
  windowNumber: number | null
  takenAt: number
  firstCalledAt: number | null
  calledAt: number | null
  startedAt: number | null
  heldAt: number | null
  endedAt: number | null
  callCount: number
  /** Calls that nobody followed: above `requeueCount` while it is missed, and when it became void for it. */
  missCount: number
  requeueCount: number
  transferCount: number
  printCount: number
  resultCode: ResultCode | null
  isPastClosing: boolean
  carriedFrom: number | null
  /** The hall day on which a carried ticket comes first; null for all others. */
  validOn: string | null
}

/** 窗口 as it is now; what it is set up with stands in ServiceWindowSetup. */
export interface ServiceWindow {
  windowNumber: number
  status: ServiceWindowStatus
  staffId: string | null
  pauseReason: PauseReason | null
  /** Since when it has its status, epoch ms; null before it was ever opened. */
  since: number | null
  /** Priority tickets called in a row. */
  priorityStreak: number
  /** Until when it may call outside the public hours, epoch ms; 0: not at all. */
  dutyUntil: number
}
