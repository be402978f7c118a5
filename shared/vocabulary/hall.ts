import { z } from 'zod'
import { queueLetter } from './queue-letter.ts'
import { journalText, label } from './text-field.ts'

/** 大厅: what is printed on every ticket and shown on every screen. */
export const hall = z.strictObject({
  name: label(40),
  nameEnglish: journalText(80).default(''),
  address: journalText(100).default(''),
  /** Public office lines, not a person's number. */
  officePhone: z.string().max(20).default(''),
  supervisionPhone: z.string().max(20).default(''),
  /** Lines that pass along the foot of the display. */
  ticker: z.array(journalText(100)).max(20).default([]),
})
export type Hall = z.infer<typeof hall>

/** 队列（业务）: the waiting tickets that a set of items shares; its letter starts their numbers. */
export const queue = z.strictObject({
  letter: queueLetter,
  name: label(20),
  nameEnglish: journalText(60).default(''),
})
export type Queue = z.infer<typeof queue>

/** 窗口: a counter as the hall sets it up. The number is what is painted on it and its identity. */
export const serviceWindowSetup = z.strictObject({
  windowNumber: z.int().min(1).max(99),
  name: label(20),
  department: journalText(40).default(''),
  queues: z.array(queueLetter).min(1, '窗口至少要受理一个队列').max(26),
})
export type ServiceWindowSetup = z.infer<typeof serviceWindowSetup>

/**
 * Settings of the queue. The defaults are the decisions D1, D2, D4–D7 of a hall that has not
 * decided otherwise; the text on the wall is printed from them.
 */
export const queueSettings = z.strictObject({
  /** D5: after this many priority tickets in a row an ordinary one is called. */
  priorityInterleave: z.int().min(1).max(9).default(2),
  /** D6: calls, the first included, before a ticket may be passed over. */
  missAfterCalls: z.int().min(1).max(5).default(3),
  recallSpacingSeconds: z.int().min(0).max(120).default(10),
  /** D6: a passed ticket that reports back waits behind this many others. */
  requeueAfter: z.int().min(0).max(20).default(3),
  /** Age read from an ID number from which a ticket has priority; 0: never by age. */
  elderlyAge: z.int().min(0).max(120).default(65),
  requeueTimesMax: z.int().min(0).max(5).default(1),
  /** D7: tickets of one ID number for one item on one day. */
  perIdDailyMax: z.int().min(1).max(20).default(2),
  transfersMax: z.int().min(1).max(9).default(2),
  /** D4: minutes before opening in which the kiosk already gives numbers. */
  preOpenMinutes: z.int().min(0).max(30).default(0),
  lastTicketMinutes: z.int().min(0).max(120).default(0),
  /** D1: what waits at 17:00 is served by duty windows, carried to the next workday, or void. */
  atSplit: z.enum(['duty', 'carry', 'void']).default('duty'),
  /** D1: what still waits when the day ends is carried with priority to the next workday, or void. */
  atDayEnd: z.enum(['carry', 'void']).default('carry'),
  /** D2: who may call in the link-up hour. */
  linkupCalls: z.enum(['duty-window', 'every-window']).default('duty-window'),
  /** A hall with more people than this waiting has another problem than numbers. */
  waitingMax: z.int().min(10).max(100_000).default(2000),
})
export type QueueSettings = z.infer<typeof queueSettings>

/** How numbers are spoken: from the joined clips of the voice pack, or by the system's Chinese voice. */
export const voiceSettings = z.strictObject({
  source: z.enum(['clips', 'system', 'off']).default('clips'),
  /** Times a call is spoken. */
  repeat: z.int().min(1).max(3).default(2),
  volume: z.number().min(0).max(1).default(0.9),
})
export type VoiceSettings = z.infer<typeof voiceSettings>

/** Where a kiosk's tickets are printed. */
export const printerSettings = z.discriminatedUnion('kind', [
  /** A PDF in the data folder: the demo's default. */
  z.strictObject({ kind: z.literal('pdf') }),
  /** The system driver of the kiosk's own PC; an empty name is its default printer. */
  z.strictObject({ kind: z.literal('system'), name: z.string().max(120).default('') }),
  /** Raw ESC/POS, sent by the hub. */
  z.strictObject({
    kind: z.literal('escpos'),
    host: z.string().min(1).max(120),
    port: z.int().min(1).max(65535).default(9100),
  }),
  /** No printer: the number is shown large. */
  z.strictObject({ kind: z.literal('none') }),
])
export type PrinterSettings = z.infer<typeof printerSettings>
