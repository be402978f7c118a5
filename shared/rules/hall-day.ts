import type { Refusal } from '../vocabulary/refusal.ts'
import type { Actor } from '../vocabulary/staff.ts'
import type { ServiceWindow, Ticket } from '../vocabulary/ticket.ts'
import { nextWorkday } from './calendar.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { clockOf, dayOf, weekdayOf } from './hall-time.ts'
import type { HallSetup } from './setup.ts'
import { type HallSchedule, issuingSpanAt, nextOpening, phaseAt } from './timetable.ts'

/** What every decision looks at: the hub's time, the day's hours, the setup and who asks. */
export interface DayFacts {
  /** Epoch ms of the hub's clock at the moment of the press. */
  now: number
  /** The hall day that was opened last; null before the first. */
  hallDay: string | null
  schedule: HallSchedule
  setup: HallSetup
  actor: Actor
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** When the windows are open to the public again, in words for a refusal. */
export function nextOpenText(facts: Pick<DayFacts, 'now' | 'setup'>): string {
  const opening = nextOpening(facts.setup.timetables, facts.setup.calendar, facts.now)
  if (opening === null) return '开放时间另行公布'
  const clock = clockOf(opening.startsAt).slice(0, 5)
  const day = dayOf(opening.startsAt)
  if (day === dayOf(facts.now)) return `今天 ${clock} 开放`
  // A guess over an unpublished calendar is never told as a fact.
  const provisional = opening.isProvisional ? '，以放假通知为准' : ''
  const weekday = weekdays[weekdayOf(day) - 1]
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日（星期${weekday}）${clock} 开放${provisional}`
}

/** The refusal of a phase in which the public is not served; null in the public hours (篇5.7). */
export function closedRefusal(facts: Pick<DayFacts, 'now' | 'setup' | 'schedule'>): Refusal | null {
  const { phase } = phaseAt(facts.schedule, facts.now)
  const nextOpen = nextOpenText(facts)
  if (phase === 'rest-day') return refuse('hall-rest-day', { dayKind: restDayText(facts.schedule), nextOpen })
  if (phase === 'before-open') return refuse('hall-not-yet-open', { nextOpen })
  if (phase === 'lunch') return refuse('hall-on-lunch-break', { nextOpen })
  if (phase === 'linkup') return refuse('hall-linkup', { nextOpen })
  if (phase === 'closed') return refuse('hall-closed', { nextOpen })
  return null
}

function restDayText(schedule: HallSchedule): string {
  const names: Record<string, string> = {
    weekend: '周末',
    'statutory-holiday': '法定节假日',
    'adjusted-rest': '调休放假',
    'local-closure': '本厅休息',
  }
  return names[schedule.dayKind] ?? '休息日'
}

/** Numbers are tied to the day that is open; a clock behind it would give yesterday's numbers. */
function clockBehind(facts: Pick<DayFacts, 'now' | 'hallDay'>): Refusal | null {
  return facts.hallDay !== null && dayOf(facts.now) < facts.hallDay ? refuse('clock-behind') : null
}

/**
 * Why no number is given now; null while the kiosk gives them (篇5.7, D4). Half-open: at 12:00:00
 * and 17:00:00 sharp it has ended, decided by the hub's time of the press.
 */
export function issuingRefusal(
  facts: Pick<DayFacts, 'now' | 'hallDay' | 'schedule' | 'setup'>,
  lastTicketMinutesOfItem = 0,
): Refusal | null {
  const behind = clockBehind(facts)
  if (behind !== null) return behind
  const { preOpenMinutes, lastTicketMinutes } = facts.setup.queueSettings
  const minutes = Math.max(lastTicketMinutes, lastTicketMinutesOfItem)
  if (issuingSpanAt(facts.schedule, facts.now, { preOpenMinutes, lastTicketMinutes: minutes }) !== null) return null
  return closedRefusal(facts) ?? refuse('issuing-ended', { minutes, nextOpen: nextOpenText(facts) })
}

/**
 * Why a window may not call now; null when it may. Outside the public hours only a window that a
 * supervisor put on duty calls, or in the link-up hour every one where the hall says so (篇5.7, D2).
 */
export function callingRefusal(
  facts: Pick<DayFacts, 'now' | 'hallDay' | 'schedule' | 'setup'>,
  serviceWindow: Pick<ServiceWindow, 'dutyUntil'>,
): Refusal | null {
  const behind = clockBehind(facts)
  if (behind !== null) return behind
  const { phase } = phaseAt(facts.schedule, facts.now)
  if (phase === 'open') return null
  if (phase === 'linkup' && facts.setup.queueSettings.linkupCalls === 'every-window') return null
  if (serviceWindow.dutyUntil > facts.now) return null
  return closedRefusal(facts)
}

/** Service that begins or ends outside the public hours is stamped as served past closing. */
export function isPastClosing(facts: Pick<DayFacts, 'now' | 'schedule'>): boolean {
  return phaseAt(facts.schedule, facts.now).phase !== 'open'
}

/** A ticket that a day's end finds without an end of its own. */
export type OpenTicket = Pick<Ticket, 'ticketId' | 'status' | 'queue' | 'priorityClass' | 'windowNumber'>

/**
 * 开厅日换日: when a later date first acts, what the days before left open is closed with its
 * reason, in one decision, also when the PC was off for a week. The number series needs nothing:
 * numbers are counted by hall day.
 */
export function decideOpenHallDay(facts: DayFacts & { openTickets: OpenTicket[]; openWindows: number[] }): Decision {
  const { hallDay: previousHallDay, schedule, setup } = facts
  if (previousHallDay !== null && schedule.day <= previousHallDay) return accept([])

  const validOn = schedule.isWorkday ? schedule.day : nextWorkday(setup.calendar, schedule.day).day
  const tickets = facts.openTickets.map((ticket) => closeAtDayEnd(ticket, setup.queueSettings.atDayEnd, validOn))
  const windows = facts.openWindows.map(
    (windowNumber) => ({ type: 'ServiceWindowClosed', body: { windowNumber, reason: 'day-end' } }) as const,
  )
  const opened = {
    type: 'HallDayOpened',
    body: {
      hallDay: schedule.day,
      previousHallDay,
      dayKind: schedule.dayKind,
      isProvisional: schedule.isProvisional,
      timetableId: schedule.timetable?.timetableId ?? null,
    },
  } as const
  return accept([...tickets, ...windows, opened])
}

function closeAtDayEnd(ticket: OpenTicket, atDayEnd: 'carry' | 'void', validOn: string) {
  const { ticketId, queue, priorityClass } = ticket
  const wasWaiting = ticket.status === 'waiting'
  if (ticket.status === 'serving') {
    const windowNumber = ticket.windowNumber ?? 0
    const body = { ticketId, windowNumber, resultCode: 'left-open', isPastClosing: true } as const
    return { type: 'ServiceFinished', body } as const
  }
  if (ticket.status === 'missed' || atDayEnd === 'void') {
    return { type: 'TicketVoided', body: { ticketId, wasWaiting, queue, priorityClass, reason: 'day-end' } } as const
  }
  return { type: 'TicketCarried', body: { ticketId, wasWaiting, queue, priorityClass, validOn } } as const
}

/**
 * 17:00: the public part of the day is over, once a day (篇5.7, D1). What waits stays for the duty
 * windows, or is carried or void where the hall says so.
 */
export function decideSplitHallDay(facts: DayFacts & { isSplit: boolean; waitingTickets: OpenTicket[] }): Decision {
  const { schedule, now, setup, hallDay } = facts
  const { phase } = phaseAt(schedule, now)
  const isOver = phase === 'linkup' || phase === 'closed'
  if (facts.isSplit || !isOver || hallDay !== schedule.day) return accept([])

  const { atSplit } = setup.queueSettings
  const validOn = nextWorkday(setup.calendar, schedule.day).day
  const ended = facts.waitingTickets.map(({ ticketId, queue, priorityClass }) =>
    atSplit === 'carry'
      ? ({ type: 'TicketCarried', body: { ticketId, wasWaiting: true, queue, priorityClass, validOn } } as const)
      : ({
          type: 'TicketVoided',
          body: { ticketId, wasWaiting: true, queue, priorityClass, reason: 'split' },
        } as const),
  )
  const split = {
    type: 'HallDaySplit',
    body: { hallDay: schedule.day, waitingCount: facts.waitingTickets.length },
  } as const
  return accept(atSplit === 'duty' ? [split] : [split, ...ended])
}
