import { inOrder, isArrival } from '../../shared/rules/attendance.ts'
import { decideReviewDayAlarms } from '../../shared/rules/day-alarm.ts'
import { type Decision, unreachable } from '../../shared/rules/decision.ts'
import * as rules from '../../shared/rules/post-observation.ts'
import { decideReviewPosts, type PostFacts, type PostQueue, type PostWindow } from '../../shared/rules/post-review.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { CommandOf } from '../../shared/vocabulary/command.ts'
import type { PostHubCommandBodies, postCommandBodies } from '../../shared/vocabulary/post-command.ts'
import type { ServiceWindow } from '../../shared/vocabulary/ticket.ts'
import { dayAlarmFacts } from './day-alarm-facts.ts'
import type { DecisionContext } from './decide-on-facts.ts'
import { patrolFacts } from './decide-on-patrol.ts'
import type { Tables } from './tables/apply.ts'

export type PostCommand = CommandOf<keyof typeof postCommandBodies | keyof PostHubCommandBodies>

/** Loads the facts of a command around the posts and lets its rule decide on them. */
export function decideOnPost(command: PostCommand, context: DecisionContext, tables: Tables): Decision {
  switch (command.type) {
    case 'ExplainObservation':
      return rules.decideExplainObservation(command.body, observationFacts(command.body, context, tables))
    case 'ExcuseObservation':
      return rules.decideExcuseObservation(command.body, observationFacts(command.body, context, tables))
    case 'ReviewPosts':
      return decideReviewPosts(postFacts(command.body, context, tables))
    case 'ReviewDayAlarms':
      return decideReviewDayAlarms(dayAlarmFacts(context, tables))
    default:
      return unreachable(command)
  }
}

function observationFacts(
  { observationId }: { observationId: number },
  { now, actor }: DecisionContext,
  tables: Tables,
): rules.ObservationFacts {
  return {
    now,
    actor,
    observation: tables.postObservation.find(observationId),
  }
}

function postFacts(
  { freeSince }: PostHubCommandBodies['ReviewPosts'],
  context: DecisionContext,
  tables: Tables,
): PostFacts {
  const { now, schedule, setup } = context
  const settings = setup.disciplineSettings
  const queueOf = (letter: string): PostQueue => ({
    waitingSince: tables.ticket.longestWaitingSince(letter),
    longSince:
      tables.ticket.waitingIn(letter) < settings.longQueue
        ? null
        : tables.ticket.waitingSince(letter, settings.longQueue),
  })
  return {
    now,
    schedule,
    scheduleOn: (day) => (day === schedule.day ? schedule : scheduleOf(setup.timetables, setup.calendar, day)),
    settings,
    windows: tables.serviceWindow.all().map((one) => postWindow(one, freeSince, context, tables)),
    queues: new Map([...setup.queues.keys()].map((letter) => [letter, queueOf(letter)])),
    running: tables.postObservation.running(),
    lastObservationId: tables.postObservation.lastId(),
    jump: tables.hallDay.lastJump(),
  }
}

function postWindow(
  one: ServiceWindow,
  freeSince: PostHubCommandBodies['ReviewPosts']['freeSince'],
  context: DecisionContext,
  tables: Tables,
): PostWindow {
  const { windowNumber, status, pauseReason, since } = one
  return {
    windowNumber,
    status,
    pauseReason,
    since,
    queues: context.setup.serviceWindows.get(windowNumber)?.queues ?? [],
    staffId: inChargeNow(one, context, tables),
    ticket: tables.ticket.atWindow(windowNumber) ?? null,
    freeSince: freeSince[windowNumber] ?? null,
  }
}

/** Who is in charge of a window, unless he is on leave; of an empty one only if he has come to work and not left. */
function inChargeNow({ windowNumber, staffId: onDuty }: ServiceWindow, context: DecisionContext, tables: Tables) {
  const staffId = patrolFacts(context, tables).inCharge(windowNumber)
  if (staffId === null || tables.leave.approvedAt(staffId, context.now) !== undefined) return null
  const last = inOrder(tables.attendancePunch.ofPerson(staffId, context.schedule.day)).at(-1)
  const isHere = onDuty !== null || (last !== undefined && isArrival(last))
  return isHere ? staffId : null
}
