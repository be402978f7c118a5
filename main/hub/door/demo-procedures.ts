import { permissions } from '../../../shared/rules/permission.ts'
import { refused } from '../hub.ts'
import { door, permissionRefusal } from './procedures.ts'
import type { DoorParts } from './server.ts'

/** What only the demo hall has. */
export function createDemoProcedures(parts: DoorParts) {
  const { demo } = parts
  return {
    moveClock: door.demo.moveClock.handler(({ input, context }) => {
      const refusal = permissionRefusal(context, ['kiosk-screen', 'guide', 'supervisor', 'administrator'])
      if (refusal !== null) return refusal
      return demo === undefined ? refused('demo-only', {}) : demo.moveClock(input.to)
    }),
    arriveCitizens: door.demo.arriveCitizens.handler(({ input, context }) => {
      const mayArrive = permissionRefusal(context, permissions.TakeTicket) === null || context.session !== undefined
      if (demo === undefined || !mayArrive) return { taken: 0, refused: 0 }
      return demo.arriveCitizens(input.count)
    }),
  }
}
