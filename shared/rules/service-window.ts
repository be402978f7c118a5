import type { CommandBody } from '../vocabulary/command.ts'
import type { HallFact } from '../vocabulary/event.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import type { Ticket } from '../vocabulary/ticket.ts'
import { type AtWindowFacts, dutyRefusal, numberOf } from './at-window.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { closedRefusal } from './hall-day.ts'
import { phaseAt } from './timetable.ts'

export interface OpenWindowFacts extends AtWindowFacts {
  /** Name of whoever is on duty at the window, for the refusal. */
  staffName: string
  /** The window at which the asking person is on duty already. */
  onDutyAt: number | null
}

/** 上岗: one person a window and one window a person. Signing in again where one already is changes nothing. */
export function decideOpenServiceWindow(body: CommandBody<'OpenServiceWindow'>, facts: OpenWindowFacts): Decision {
  const { serviceWindow, actor, onDutyAt } = facts
  const { windowNumber } = body
  if (serviceWindow === undefined) return refuse('window-unknown', { windowNumber })
  if (actor.kind !== 'staff') return refuse('not-permitted')
  if (actor.windowNumbers.length > 0 && !actor.windowNumbers.includes(windowNumber)) {
    return refuse('window-not-assigned', { windowNumber })
  }
  if (onDutyAt !== null && onDutyAt !== windowNumber) return refuse('clerk-elsewhere', { windowNumber: onDutyAt })
  if (serviceWindow.status !== 'closed') {
    // The PC died or the page was closed: whoever comes back finds the window as it was.
    if (serviceWindow.staffId === actor.staffId) return accept([], { windowNumber })
    return refuse('window-taken', { windowNumber, staffName: facts.staffName })
  }
  return accept({ type: 'ServiceWindowOpened', body: { windowNumber, staffId: actor.staffId } }, { windowNumber })
}

/** 暂停: nobody is in front of the clerk; `99` asks for a note. A held ticket may stay. */
export function decidePauseServiceWindow(body: CommandBody<'PauseServiceWindow'>, facts: AtWindowFacts): Decision {
  const { windowNumber, reason, note } = body
  const forbidden = openAndEmptyRefusal(facts, windowNumber)
  if (forbidden !== null) return forbidden
  if (facts.serviceWindow!.status === 'paused') return refuse('window-paused')
  if (reason === '99' && note === '') return refuse('pause-note-needed')
  return accept({ type: 'ServiceWindowPaused', body: { windowNumber, reason, note } })
}

/** 恢复: to the state before the pause. */
export function decideResumeServiceWindow(body: CommandBody<'ResumeServiceWindow'>, facts: AtWindowFacts): Decision {
  const { windowNumber } = body
  const forbidden = dutyRefusal(facts, windowNumber)
  if (forbidden !== null) return forbidden
  if (facts.serviceWindow!.status !== 'paused') return refuse('window-not-paused')
  return accept({ type: 'ServiceWindowResumed', body: { windowNumber, status: 'open' } })
}

/** 下岗: not with somebody in front of the clerk or on hold (edge case 34). */
export function decideCloseServiceWindow(
  body: CommandBody<'CloseServiceWindow'>,
  facts: AtWindowFacts & { heldNumber: string | null; reserved: readonly Ticket[] },
): Decision {
  const { windowNumber } = body
  const forbidden = openAndEmptyRefusal(facts, windowNumber)
  if (forbidden !== null) return forbidden
  if (facts.heldNumber !== null) return refuse('window-has-ticket', { number: facts.heldNumber })
  return accept(windowClosed(windowNumber, 'pressed', facts.reserved))
}

/** A window that closes keeps nobody: who was transferred to it waits in the queue again, at the same place. */
export function windowClosed(
  windowNumber: number,
  reason: 'pressed' | 'signed-out',
  reserved: readonly Ticket[],
): HallFact[] {
  const released = reserved.map(
    ({ ticketId, queue }): HallFact => ({
      type: 'TicketReleased',
      body: { ticketId, fromWindow: windowNumber, queue },
    }),
  )
  return [...released, { type: 'ServiceWindowClosed', body: { windowNumber, reason } }]
}

/** 值守窗口: a supervisor lets an attended window call in the lunch break or the link-up hour, until that phase ends (D2). */
export function decideOpenDutyWindow(body: CommandBody<'OpenDutyWindow'>, facts: AtWindowFacts): Decision {
  const { windowNumber, reason } = body
  if (facts.serviceWindow === undefined) return refuse('window-unknown', { windowNumber })
  const { phase, endsAt } = phaseAt(facts.schedule, facts.now)
  if (phase === 'open') return refuse('duty-not-needed')
  if (phase !== 'lunch' && phase !== 'linkup') return closedRefusal(facts)!
  return accept({ type: 'DutyWindowOpened', body: { windowNumber, until: endsAt, reason } }, { until: endsAt })
}

/** 值守结束 */
export function decideCloseDutyWindow(body: CommandBody<'CloseDutyWindow'>, facts: AtWindowFacts): Decision {
  const { windowNumber } = body
  if (facts.serviceWindow === undefined) return refuse('window-unknown', { windowNumber })
  if (facts.serviceWindow.dutyUntil <= facts.now) return refuse('window-not-on-duty')
  return accept({ type: 'DutyWindowClosed', body: { windowNumber } })
}

function openAndEmptyRefusal(facts: AtWindowFacts, windowNumber: number): Refusal | null {
  const forbidden = dutyRefusal(facts, windowNumber)
  if (forbidden !== null) return forbidden
  if (facts.serviceWindow!.status === 'closed') return refuse('window-not-open')
  if (facts.current !== undefined) return refuse('window-has-ticket', { number: numberOf(facts.current) })
  return null
}
