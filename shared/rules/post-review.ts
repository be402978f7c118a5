import type { DisciplineSettings } from '../vocabulary/discipline-settings.ts'
import type { HallFact } from '../vocabulary/event.ts'
import type { ObservationKind, PostObservation } from '../vocabulary/post.ts'
import type { ServiceWindow, Ticket } from '../vocabulary/ticket.ts'
import { accept, type Decision } from './decision.ts'
import { type HallDate, minuteMs } from './hall-time.ts'
import { type HallSchedule, type HallSpan, phaseAt } from './timetable.ts'

/** A window as the hub sees it now. */
export interface PostWindow extends Pick<ServiceWindow, 'windowNumber' | 'status' | 'pauseReason' | 'since'> {
  queues: readonly string[]
  /** Who is in charge of it, at work today and not on leave or outside duty; null: nobody is. */
  staffId: string | null
  /** The number at the window. */
  ticket: Pick<Ticket, 'status' | 'calledAt' | 'startedAt'> | null
  /** Since when it has been seen open and without a visitor, epoch ms; null: it is not. */
  freeSince: number | null
}

/** A queue of the hall as it waits now. Instants in epoch ms. */
export interface PostQueue {
  /** When the one who waits longest took his number; null when nobody waits. */
  waitingSince: number | null
  /** When the queue became long of those who wait in it now; null: it is not long. */
  longSince: number | null
}

/** What a look at the posts is decided on. */
export interface PostFacts {
  now: number
  schedule: HallSchedule
  scheduleOn: (day: HallDate) => HallSchedule
  settings: DisciplineSettings
  windows: readonly PostWindow[]
  queues: ReadonlyMap<string, PostQueue>
  /** Observations that have not ended. */
  running: readonly PostObservation[]
  lastObservationId: number
  /** The last jump of the clock: nothing is counted across it. */
  jump: { fromAt: number; toAt: number } | null
}

/** A window with somebody in charge of it. */
type MannedWindow = PostWindow & { staffId: string }

/** Something that goes on at a window and must not go on for longer than its limit. */
interface Cause {
  kind: ObservationKind
  windowNumber: number
  staffId: string
  /** From when its minutes count, epoch ms. */
  since: number
  /** When what goes on began: an observation opened before that was about something else. */
  beganAt: number
  limitMinutes: number
}

/**
 * 巡看在岗 (domain §2.10 AL10, 5-14; edges 33, 62, 66), by the hub: opens what has gone on for longer
 * than its limit in the hours it is seen in, and ends what has ended. One at a time for a window and
 * kind; nothing on a rest day, nothing of anybody on leave, nothing across a jump of the clock.
 */
export function decideReviewPosts(facts: PostFacts): Decision {
  const causes = causesOf(facts)
  const goesOn = facts.running.filter((one) => causes.some((cause) => isStill(one, cause, facts.schedule.day)))
  const keys = new Set(goesOn.map(keyOf))
  const ended = facts.running
    .filter((one) => !goesOn.includes(one))
    .map((one): HallFact => {
      const { observationId } = one
      return { type: 'ObservationEnded', body: { observationId, minutes: minutesAtEnd(one, facts) } }
    })
  const opened = causes
    .filter((cause) => !keys.has(keyOf(cause)) && isOverLimit(cause, facts))
    .map(({ beganAt: _, ...cause }, at): HallFact => {
      const observationId = facts.lastObservationId + at + 1
      return { type: 'ObservationOpened', body: { observationId, day: facts.schedule.day, ...cause } }
    })
  return accept([...ended, ...opened])
}

function keyOf({ kind, windowNumber }: Pick<Cause, 'kind' | 'windowNumber'>): string {
  return `${kind} ${windowNumber}`
}

function isStill(one: PostObservation, cause: Cause, day: HallDate): boolean {
  return one.day === day && keyOf(one) === keyOf(cause) && cause.beganAt <= one.openedAt
}

function isOverLimit({ kind, since, limitMinutes }: Cause, { schedule, now }: PostFacts): boolean {
  return msWithin(schedule, kind, since, now) > limitMinutes * minuteMs
}

/** What a jump interrupted is counted up to the jump. */
function minutesAtEnd(one: PostObservation, { now, jump, scheduleOn }: PostFacts): number {
  const isInterrupted = jump !== null && one.openedAt <= jump.fromAt && jump.fromAt < now
  return observedMinutes(one, isInterrupted ? jump.fromAt : now, scheduleOn(one.day))
}

/**
 * Whole minutes of an observation up to an instant (epoch ms): public hours alone, because lunch and
 * closed hours are nobody's fault; of 过时办理 the lunch break and the link-up hour, because it is
 * what was given beyond the public hours. `schedule` is that of the observation's day.
 */
export function observedMinutes(
  { kind, since }: Pick<PostObservation, 'kind' | 'since'>,
  until: number,
  schedule: HallSchedule,
): number {
  return Math.floor(msWithin(schedule, kind, since, until) / minuteMs)
}

function msWithin({ spans }: HallSchedule, kind: ObservationKind, from: number, to: number): number {
  return spans
    .filter((span) => isSeenIn(span, kind))
    .reduce((sum, { startsAt, endsAt }) => sum + Math.max(0, Math.min(endsAt, to) - Math.max(startsAt, from)), 0)
}

function isSeenIn({ phase }: HallSpan, kind: ObservationKind): boolean {
  return kind === 'past-closing' ? phase === 'lunch' || phase === 'linkup' : phase === 'open'
}

/** Everything that goes on now and is looked at, each kind once for a window. */
function causesOf(facts: PostFacts): Cause[] {
  const { schedule, now, jump } = facts
  const span = phaseAt(schedule, now)
  return facts.windows
    .filter((one): one is MannedWindow => one.staffId !== null)
    .flatMap((one) => [
      ...pauseCause(one, facts),
      ...unattendedCause(one, facts),
      ...callCause(one, facts),
      ...pastClosingCause(one, facts),
      ...idleCause(one, facts),
    ])
    .filter(({ kind }) => isSeenIn(span, kind))
    .map((cause) => ({
      ...cause,
      since: Math.max(cause.since, schedule.spans[0]!.startsAt, jump?.toAt ?? 0),
      beganAt: Math.max(cause.beganAt, jump?.toAt ?? 0),
    }))
}

/** 暂停超时: by the limit of its reason; a reason without one ends by itself (§3.6). */
function pauseCause(one: MannedWindow, { settings }: PostFacts): Cause[] {
  const { windowNumber, staffId, status, pauseReason } = one
  const limitMinutes = pauseReason === null ? undefined : settings.pauseMinutesMax[pauseReason]
  if (status !== 'paused' || limitMinutes === undefined) return []
  const since = one.since ?? 0
  return [{ kind: 'pause-too-long', windowNumber, staffId, since, beganAt: since, limitMinutes }]
}

/**
 * 窗口无人: nobody sits there, and people wait whom no other window serves. A pause whose reason has a
 * limit of its own is asked about by that alone: nobody answers twice for one absence.
 */
function unattendedCause(one: MannedWindow, facts: PostFacts): Cause[] {
  const { windowNumber, staffId, status } = one
  if (status === 'open' || pauseCause(one, facts).length > 0) return []
  const waits = one.queues.flatMap((letter) => unservedSince(letter, facts) ?? [])
  if (waits.length === 0) return []
  const limitMinutes = facts.settings.unattendedMinutesMax
  const since = Math.max(one.since ?? 0, Math.min(...waits))
  return [{ kind: 'unattended', windowNumber, staffId, since, beganAt: one.since ?? 0, limitMinutes }]
}

/** Since when somebody waits in a queue that no window serves; null: it is served, or nobody waits. */
function unservedSince(letter: string, { windows, queues }: PostFacts): number | null {
  const serving = windows.filter((one) => one.queues.includes(letter))
  const waitingSince = queues.get(letter)?.waitingSince ?? null
  if (waitingSince === null || serving.some(({ status }) => status === 'open')) return null
  return Math.max(waitingSince, ...serving.map(({ since }) => since ?? 0))
}

/** 叫号无人接: called, and neither begun nor passed over nor called again. */
function callCause({ windowNumber, staffId, ticket }: MannedWindow, { settings }: PostFacts): Cause[] {
  if (ticket?.status !== 'called' || ticket.calledAt === null) return []
  const since = ticket.calledAt
  const limitMinutes = settings.unfollowedMinutesMax
  return [{ kind: 'call-unfollowed', windowNumber, staffId, since, beganAt: since, limitMinutes }]
}

/** 过时办理: a service that goes on after the public hours of its session. A forgotten one ends with the day's work (edge 62). */
function pastClosingCause({ windowNumber, staffId, ticket }: MannedWindow, facts: PostFacts): Cause[] {
  const closed = facts.schedule.spans.findLast(({ phase, endsAt }) => phase === 'open' && endsAt <= facts.now)
  if (ticket?.status !== 'serving' || ticket.startedAt === null || closed === undefined) return []
  const since = Math.max(ticket.startedAt, closed.endsAt)
  const limitMinutes = facts.settings.pastClosingMinutesMax
  return [{ kind: 'past-closing', windowNumber, staffId, since, beganAt: since, limitMinutes }]
}

/** 排队时空闲: open without a visitor while one of its own queues is long. */
function idleCause(one: MannedWindow, { queues, settings }: PostFacts): Cause[] {
  const { windowNumber, staffId, status, freeSince } = one
  const long = one.queues.flatMap((letter) => queues.get(letter)?.longSince ?? [])
  if (status !== 'open' || one.ticket !== null || freeSince === null || long.length === 0) return []
  const beganAt = Math.max(freeSince, one.since ?? 0)
  const since = Math.max(beganAt, Math.min(...long))
  return [{ kind: 'idle-beside-queue', windowNumber, staffId, since, beganAt, limitMinutes: settings.idleMinutesMax }]
}
