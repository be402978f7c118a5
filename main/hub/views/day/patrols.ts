import type { PatrolRoundView, PatrolsView } from '../../../../shared/contract/day-view.ts'
import { checksInForce, halfAt, patrolsMissing, uncheckedWindows } from '../../../../shared/rules/patrol.ts'
import type { PatrolRound } from '../../../../shared/vocabulary/patrol.ts'
import { patrolFacts } from '../../decide-on-patrol.ts'
import type { Hub } from '../../hub.ts'
import { namesIn } from '../promise/filing.ts'

/** 巡查 of a day, with the round under way and the windows as they are at `now` (epoch ms). */
export function patrolsView(hub: Hub, day: string, now: number): PatrolsView {
  const setup = hub.setup()
  const facts = patrolFacts({ setup }, hub.tables)
  const rounds = hub.tables.patrol.ofDay(day)
  const underWay = hub.tables.patrol.underWay()
  const { patrolsPerHalfDay } = setup.disciplineSettings
  const shown = (round: PatrolRound): PatrolRoundView => ({
    ...round,
    checks: checksInForce(round),
    unchecked: round.finishedAt === null ? uncheckedWindows(round, facts) : [],
  })
  const windows = [...setup.serviceWindows.values()].map(({ windowNumber, name }) => {
    const staffId = facts.inCharge(windowNumber)
    return { windowNumber, name, staffId, isOnLeave: staffId !== null && facts.leaveOf(staffId, now) !== null }
  })
  return {
    day,
    half: halfAt(hub.scheduleAt(now), now),
    rounds: rounds.map(shown),
    patrolsPerHalfDay,
    missing: patrolsMissing({ now, schedule: hub.scheduleOn(day), rounds, patrolsPerHalfDay }),
    underWay: underWay === undefined ? null : shown(underWay),
    windows,
    names: namesIn(hub, [rounds, underWay, windows]),
  }
}
