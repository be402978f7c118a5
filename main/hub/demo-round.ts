import type { Command } from '../../shared/vocabulary/command.ts'
import { patrolFacts } from './decide-on-patrol.ts'
import type { Hub } from './hub.ts'

/** From this window on the first clerk who is there forgot the badge this morning. */
const remindedFrom = 5

/**
 * The first round of the demo's morning, gone by a supervisor: whoever is on leave is away, and every
 * other window is in order but one, whose clerk was reminded of the badge. Without a supervisor nobody
 * goes round.
 */
export function goDemoRound(hub: Hub): void {
  const { staff, patrol } = hub.tables
  const supervisor = staff.all().find(({ role, isRetired }) => role === 'supervisor' && !isRetired)
  if (supervisor === undefined) return
  const { staffId, windowNumbers } = supervisor
  const actor = { kind: 'staff', staffId, role: 'supervisor', screenId: 'demo', windowNumbers } as const
  const send = (command: Command) =>
    hub.submitNow({ commandId: `demo-round-${hub.freshId()}`, actor, command }).kind === 'done'

  if (!send({ type: 'StartPatrol', body: {} })) return
  const patrolId = patrol.lastId()
  const { inCharge, leaveOf } = patrolFacts({ setup: hub.setup() }, hub.tables)
  const windows = [...hub.setup().serviceWindows.keys()].map((windowNumber) => {
    const person = inCharge(windowNumber)
    return { windowNumber, person, isAway: person !== null && leaveOf(person, hub.clock.now()) !== null }
  })
  const reminded = windows.find((one) => one.windowNumber >= remindedFrom && one.person !== null && !one.isAway)
  const note = '工牌放在抽屉里，提醒后戴上'
  for (const one of windows) {
    const { windowNumber, isAway } = one
    const post = isAway ? 'away' : 'on-post'
    const found = one === reminded ? { wrongItems: ['badge' as const], note } : { wrongItems: [], note: '' }
    send({
      type: 'CheckWindow',
      body: { patrolId, check: { windowNumber, post, excuse: '', prohibitions: [], ...found } },
    })
  }
  if (reminded?.person != null) {
    send({
      type: 'ProposeViolation',
      body: {
        ...{ staffId: reminded.person, day: hub.scheduleAt(hub.clock.now()).day, windowNumber: reminded.windowNumber },
        ...{ code: 'badge', source: 'patrol', sourceId: patrolId, facts: note, onTheSpot: 'reminded' },
      },
    })
  }
  send({ type: 'FinishPatrol', body: { patrolId, environment: [], note: '' } })
}
