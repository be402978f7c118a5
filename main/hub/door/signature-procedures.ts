import { refused } from '../hub.ts'
import { door, permissionRefusal } from './procedures.ts'
import type { DoorParts } from './server.ts'

/** 请申请人签字: the clerk asks, the countertop answers, the clerk's form takes what was drawn. */
export function createSignatureProcedures({ hub, signatures, live }: DoorParts) {
  return {
    askSignature: door.door.askSignature.handler(({ input, context }) => {
      const refusal = permissionRefusal(context, ['clerk', 'supervisor'])
      if (refusal !== null) return refusal
      const session = context.session!
      const windowNumber = hub.tables.serviceWindow.ofStaff(session.actor.staffId)
      if (windowNumber === null || !live().isWatched('countertop', windowNumber))
        return refused('countertop-absent', {})
      const cannot = signatures.refusalOf(input, session.actor)
      if (cannot !== null) return refused(cannot.code, cannot.facts)
      const { requestId } = signatures.ask(session, windowNumber, input)
      return { kind: 'done' as const, made: { requestId } }
    }),
    giveSignature: door.door.giveSignature.handler(({ input: { requestId, signature }, context: { machine } }) => {
      if (machine.kind === 'unpaired') return refused('not-paired', {})
      if (machine.kind === 'paired' && machine.screenKind !== 'countertop') return refused('not-permitted', {})
      const isTaken = signatures.give(requestId, machine.kind === 'local' ? null : machine.windowNumber, signature)
      return isTaken ? { kind: 'done' as const, made: {} } : refused('signature-not-asked', {})
    }),
    collectSignature: door.door.collectSignature.handler(({ input, context: { session } }) => {
      const signature = session === undefined ? null : signatures.collect(input.requestId, session)
      return signature === null ? refused('signature-not-asked', {}) : { kind: 'done' as const, made: { signature } }
    }),
    endSignature: door.door.endSignature.handler(({ input, context: { session } }) => {
      if (session !== undefined) signatures.end(input.requestId, session)
      return {}
    }),
  }
}
