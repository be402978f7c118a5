import type { ClerkView, Foreseen, SessionView } from '../../shared/contract/view.ts'
import { type RefusalCode, type RefusalFacts, refusalClause, refusalSentence } from '../../shared/vocabulary/refusal.ts'
import { clerkText, type DeskAction } from '../common/text/clerk.ts'

/** Why a press would be refused: one Chinese sentence and the clause it rests on, empty when none. */
export interface Why {
  sentence: string
  clause: string
}

export const functionKeys = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8'] as const
export type FunctionKey = (typeof functionKeys)[number]

/** Sentence and clause of a refusal as the hub would give it. */
export function whyOf(code: RefusalCode, facts: RefusalFacts = {}): Why {
  return { sentence: refusalSentence(code, facts), clause: refusalClause(code) }
}

/** What each function key stands for just now: F6 and F8 go both ways. */
export function keyActions(view: ClerkView): Record<FunctionKey, DeskAction> {
  const { status } = view.serviceWindow
  return {
    F1: 'call-next',
    F2: 'recall',
    F3: 'start',
    F4: 'finish',
    F5: 'miss',
    F6: view.current === null && view.held !== null ? 'resume' : 'hold',
    F7: 'transfer',
    F8: status === 'closed' ? 'open-window' : status === 'paused' ? 'resume-window' : 'pause',
  }
}

/** Seconds until the current number may be called again; 0 when it may. `now` is the hub's time, epoch ms. */
export function recallSecondsLeft(view: ClerkView, now: number): number {
  const calledAt = view.current?.calledAt
  if (calledAt === null || calledAt === undefined) return 0
  return Math.max(0, Math.ceil((calledAt - now) / 1_000 + view.settings.recallSpacingSeconds))
}

/**
 * For each action, why the hub would refuse it now; null when it would not. Made from the view, so
 * it can only grey a button: the hub decides all the same. `now` is the hub's time, epoch ms.
 */
export function foresee(view: ClerkView, now: number, session: SessionView): Record<DeskAction, Why | null> {
  const away = awayWhy(view, session)
  const atWindow = (why: Why | null) => away ?? why
  return {
    'call-next': atWindow(callWhy(view, view.waitingCount > 0)),
    'call-chosen': atWindow(callWhy(view, true)),
    recall: atWindow(recallWhy(view, now)),
    start: atWindow(calledWhy(view)),
    finish: atWindow(finishWhy(view)),
    miss: atWindow(missWhy(view)),
    hold: atWindow(holdWhy(view)),
    resume: atWindow(resumeWhy(view)),
    transfer: atWindow(transferWhy(view, session)),
    correct: atWindow(view.current === null ? nobodyHere : null),
    cancel: atWindow(calledWhy(view)),
    pause: atWindow(view.serviceWindow.status === 'paused' ? whyOf('window-paused') : emptyWhy(view)),
    'resume-window': atWindow(view.serviceWindow.status === 'paused' ? null : whyOf('window-not-paused')),
    'close-window': atWindow(leaveWhy(view)),
    'open-window': view.serviceWindow.status === 'closed' ? null : whyOf('window-already-open'),
    'sign-out': away === null ? leaveWhy(view) : null,
    requeue: null,
    materials: null,
    password: null,
  }
}

const nobodyHere: Why = { sentence: clerkText.why.nobodyHere, clause: '' }

/** Nobody acts at a window that is closed or somebody else's. */
function awayWhy({ serviceWindow }: ClerkView, session: SessionView): Why | null {
  const { windowNumber, staff, status } = serviceWindow
  if (status === 'closed') return whyOf('window-not-open')
  return staff?.staffId === session.staffId ? null : whyOf('not-your-window', { windowNumber })
}

/** While somebody is served a call is not refused but asks first, if there is anybody to call. */
function callWhy({ callRefusal, current }: ClerkView, isSomebodyWaiting: boolean): Why | null {
  if (current === null) return callRefusal === null ? null : whyForeseen(callRefusal)
  if (callRefusal !== null && callRefusal.code !== 'window-has-ticket') return whyForeseen(callRefusal)
  if (current.status !== 'serving') return { sentence: clerkText.why.notServing(current.number), clause: '' }
  return isSomebodyWaiting ? null : { sentence: clerkText.why.finishFirst, clause: '' }
}

function whyForeseen({ sentence, clause }: Foreseen): Why {
  return { sentence, clause }
}

/** Called and not yet served: the state in which one recalls, starts, passes over or cancels. */
function calledWhy({ current }: ClerkView): Why | null {
  if (current === null) return nobodyHere
  return current.status === 'serving' ? whyOf('service-started', { number: current.number }) : null
}

function recallWhy(view: ClerkView, now: number): Why | null {
  const seconds = recallSecondsLeft(view, now)
  return calledWhy(view) ?? (seconds > 0 ? whyOf('recall-too-soon', { seconds }) : null)
}

function missWhy(view: ClerkView): Why | null {
  const { missAfterCalls: max } = view.settings
  const count = view.current?.callCount ?? 0
  return calledWhy(view) ?? (count < max ? whyOf('call-again-first', { max, count }) : null)
}

function finishWhy({ current }: ClerkView): Why | null {
  if (current === null) return nobodyHere
  return current.status === 'serving' ? null : whyOf('service-not-started')
}

function holdWhy({ current, held }: ClerkView): Why | null {
  if (current === null) return nobodyHere
  return held === null ? null : whyOf('hold-occupied')
}

function resumeWhy(view: ClerkView): Why | null {
  if (view.serviceWindow.status === 'paused') return whyOf('window-paused')
  if (view.held === null) return { sentence: clerkText.why.nobodyHeld, clause: '' }
  return emptyWhy(view)
}

function transferWhy({ current, settings }: ClerkView, session: SessionView): Why | null {
  if (current === null) return nobodyHere
  const { transfersMax: max } = settings
  const isUsedUp = current.transferCount >= max && session.role !== 'supervisor'
  return isUsedUp ? whyOf('transfer-limit', { number: current.number, max }) : null
}

function emptyWhy({ current }: ClerkView): Why | null {
  return current === null ? null : whyOf('window-has-ticket', { number: current.number })
}

/** A window with somebody in front of it or on hold is not left (edge case 34). */
function leaveWhy(view: ClerkView): Why | null {
  const { held } = view
  return emptyWhy(view) ?? (held === null ? null : whyOf('window-has-ticket', { number: held.number }))
}
