import { z } from 'zod'
import { attendanceCommandBodies } from './attendance-command.ts'
import { calendarOverride, publishedYear } from './calendar.ts'
import { disciplineSettings } from './discipline-settings.ts'
import { hall, printerSettings, queue, queueSettings, serviceWindowSetup, voiceSettings } from './hall.ts'
import { type HandoverHubCommandBodies, handoverCommandBodies } from './handover-command.ts'
import { logCommandBodies } from './log-command.ts'
import { patrolCommandBodies } from './patrol-command.ts'
import { type PostHubCommandBodies, postCommandBodies } from './post-command.ts'
import { type PromiseHubCommandBodies, promiseCommandBodies } from './promise-command.ts'
import { promiseSettings } from './promise-settings.ts'
import { queueLetter } from './queue-letter.ts'
import { type ServiceItem, serviceItem } from './service-item.ts'
import { screenKind, staffMember } from './staff.ts'
import { journalText, label } from './text-field.ts'
import { cancelReason, pauseReason, priorityGround, resultCodesOfClerk, ticketHolder, ticketPurpose } from './ticket.ts'
import { timetable } from './timetable.ts'
import { type ViolationHubCommandBodies, violationCommandBodies } from './violation-command.ts'

const ticketId = z.int().min(1)
const windowNumber = z.int().min(1).max(99)
const staffId = z.string().min(1).max(40)
const reason = label(100)

/** Queue, windows, setup and access. */
const hallCommandBodies = {
  // 取号
  TakeTicket: z.strictObject({
    itemCode: z.string().max(20),
    holder: ticketHolder.default('self'),
    purpose: ticketPurpose.default('apply'),
    /** Checked by staff; a kiosk may not claim one (an age is read from the ID number). */
    priorityGround: priorityGround.exclude(['carried-over']).default('none'),
    /** Kept as a keyed hash only. */
    idNumber: z.string().max(40).optional(),
    /** Kept as a surname mask only. */
    holderName: z.string().max(40).optional(),
    /** The number of the workday before that was not served (D1): it comes first today. */
    carriedNumber: z.string().max(8).optional(),
  }),
  /** 补打 */
  ReprintTicket: z.strictObject({ ticketId }),
  /** The kiosk says what became of the paper; the number is valid in either case. */
  ReportTicketPrint: z.strictObject({ ticketId, isPrinted: z.boolean(), trouble: journalText(100).default('') }),
  // 叫号 and what follows
  CallNextTicket: z.strictObject({ windowNumber }),
  /** 指定叫号: out of order, hence with a reason. */
  CallTicket: z.strictObject({ windowNumber, ticketId, reason }),
  RecallTicket: z.strictObject({ windowNumber, ticketId }),
  MissTicket: z.strictObject({ windowNumber, ticketId }),
  RequeueTicket: z.strictObject({ ticketId }),
  StartService: z.strictObject({ windowNumber, ticketId }),
  FinishService: z.strictObject({ windowNumber, ticketId, resultCode: resultCodesOfClerk }),
  HoldTicket: z.strictObject({ windowNumber, ticketId, reason }),
  ResumeTicket: z.strictObject({ windowNumber, ticketId }),
  /** 转号: to another item, or to one window; the original time of taking is kept. */
  TransferTicket: z.strictObject({
    windowNumber,
    ticketId,
    itemCode: z.string().max(20).optional(),
    toWindow: windowNumber.optional(),
    reason,
  }),
  /** 取错号: the right business, the original time. */
  CorrectTicketItem: z.strictObject({ windowNumber, ticketId, itemCode: z.string().max(20) }),
  CancelTicket: z.strictObject({ ticketId, reason: cancelReason }),
  // 窗口
  OpenServiceWindow: z.strictObject({ windowNumber }),
  PauseServiceWindow: z.strictObject({ windowNumber, reason: pauseReason, note: journalText(100).default('') }),
  ResumeServiceWindow: z.strictObject({ windowNumber }),
  CloseServiceWindow: z.strictObject({ windowNumber }),
  /** 值守窗口: a supervisor lets a window call outside the public hours of the day. */
  OpenDutyWindow: z.strictObject({ windowNumber, reason }),
  CloseDutyWindow: z.strictObject({ windowNumber }),
  // What the hall is set up with
  PublishHall: z.strictObject({ hall }),
  PublishQueue: z.strictObject({ queue }),
  WithdrawQueue: z.strictObject({ letter: queueLetter }),
  PublishServiceItem: z.strictObject({ serviceItem }),
  WithdrawServiceItem: z.strictObject({ itemCode: z.string().max(20) }),
  PublishServiceWindow: z.strictObject({ serviceWindow: serviceWindowSetup }),
  WithdrawServiceWindow: z.strictObject({ windowNumber }),
  PublishTimetable: z.strictObject({ timetable }),
  WithdrawTimetable: z.strictObject({ timetableId: z.string().max(40) }),
  PublishHolidayTable: z.strictObject({ publishedYear }),
  OverrideCalendarDay: z.strictObject({ override: calendarOverride }),
  WithdrawCalendarOverride: z.strictObject({ day: z.iso.date() }),
  PublishQueueSettings: z.strictObject({ settings: queueSettings }),
  PublishVoiceSettings: z.strictObject({ settings: voiceSettings }),
  PublishPrinterSettings: z.strictObject({ settings: printerSettings }),
  PublishPromiseSettings: z.strictObject({ settings: promiseSettings }),
  PublishDisciplineSettings: z.strictObject({ settings: disciplineSettings }),
  AddStaff: z.strictObject({ staff: staffMember }),
  ChangeStaff: z.strictObject({ staffId, staff: staffMember }),
  RetireStaff: z.strictObject({ staffId, reason }),
  EnrolScreen: z.strictObject({
    pairingCode: z.string().regex(/^\d{6}$/),
    kind: screenKind,
    name: label(40),
    /** The window of a countertop; nothing to the other kinds. */
    windowNumber: z.int().min(1).max(99).nullable().default(null),
  }),
  RevokeScreen: z.strictObject({ screenId: z.string().max(40), reason }),
  AcknowledgeClockJump: z.strictObject({}),
} as const

/** What a screen may wish for: one schema a command, imperative, verb first. */
export const commandBodies = {
  ...hallCommandBodies,
  ...promiseCommandBodies,
  ...patrolCommandBodies,
  ...violationCommandBodies,
  ...logCommandBodies,
  ...handoverCommandBodies,
  ...attendanceCommandBodies,
  ...postCommandBodies,
} as const

export type CommandType = keyof typeof commandBodies
export type CommandBody<T extends CommandType> = z.infer<(typeof commandBodies)[T]>

/** The wishes of the hub itself; no screen can send them. */
export interface HubCommandBodies
  extends PromiseHubCommandBodies,
    HandoverHubCommandBodies,
    ViolationHubCommandBodies,
    PostHubCommandBodies {
  /** A new date has come: what the day before left open is closed with its reason. */
  OpenHallDay: Record<string, never>
  /** 17:00: the public part of the day is over. */
  SplitHallDay: Record<string, never>
  ReportClockJump: { fromAt: number; toAt: number }
  MoveDemoClock: { toAt: number }
  SignIn: { staffId: string }
  SignOut: { staffId: string; reason: 'pressed' | 'expired' | 'elsewhere' | 'retired' }
  SetPassword: { staffId: string }
  /** 事项导入: a file of items, larger than any command, that came through a door of its own. */
  PublishServiceItems: { serviceItems: ServiceItem[] }
}
export type HubCommandType = keyof HubCommandBodies

export type AnyCommandType = CommandType | HubCommandType

/** 指令: a wish with its body. */
export type Command = { [T in CommandType]: { type: T; body: CommandBody<T> } }[CommandType]
export type HubCommand = { [T in HubCommandType]: { type: T; body: HubCommandBodies[T] } }[HubCommandType]
export type AnyCommand = Command | HubCommand
export type CommandOf<T extends AnyCommandType> = Extract<AnyCommand, { type: T }>

/** Made by the screen before it sends; the same id with every resend of the same press. */
export const commandId = z.string().regex(/^[0-9a-zA-Z-]{16,64}$/, 'commandId 应为 16 至 64 位字母、数字或连字符')
