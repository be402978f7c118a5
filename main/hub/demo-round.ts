import type { Command } from '../../shared/vocabulary/command.ts'
import type { Hub } from './hub.ts'

/** Whose badge was forgotten this morning in the demo hall. */
const remindedAt = 5

/**
 * The first round of the demo's morning, gone by a supervisor: every window is in order but one, whose
 * clerk was reminded of the badge. Without a supervisor nobody goes round.
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
  const inOrder = { post: 'on-post', excuse: '', wrongItems: [], prohibitions: [], note: '' } as const
  for (const windowNumber of hub.setup().serviceWindows.keys()) {
    const isReminded = windowNumber === remindedAt
    const found = isReminded
      ? { wrongItems: ['badge' as const], note: '工牌放在抽屉里，提醒后戴上' }
      : { wrongItems: [] }
    send({
      type: 'CheckWindow',
      body: { patrolId, check: { windowNumber, ...inOrder, prohibitions: [], ...found } },
    })
  }
  const reminded = patrol.find(patrolId)?.checks.find(({ windowNumber }) => windowNumber === remindedAt)
  if (reminded?.staffId != null) {
    send({
      type: 'ProposeViolation',
      body: {
        ...{ staffId: reminded.staffId, day: patrol.find(patrolId)!.day, windowNumber: remindedAt, code: 'badge' },
        ...{ source: 'patrol', sourceId: patrolId, facts: reminded.note, onTheSpot: 'reminded' },
      },
    })
  }
  send({ type: 'FinishPatrol', body: { patrolId, environment: [], note: '' } })
}
