import type { Outcome } from '../../../shared/contract/outcome.ts'
import type { CommandBody, CommandType } from '../../../shared/vocabulary/command.ts'
import { send } from '../hub-link.ts'

/** What became of a press, be it a command or something asked at the door. */
export type Pressed =
  | { kind: 'done'; made: Record<string, unknown> }
  | Exclude<Outcome, { kind: 'done' }>
  | { kind: 'unreachable' }

/** How a form sends a body; the id stays the same when the same body is pressed again after no answer came. */
export type Press<B> = (body: B, commandId: string) => Promise<Pressed>

/** The press of one kind of command. */
export function pressOf<T extends CommandType>(type: T): Press<CommandBody<T>> {
  return (body, commandId) => send(type, body, commandId)
}

/** An answer of the door as what became of a press: no answer is `unreachable`, an error of the hub a fault. */
export async function pressedAtDoor(answer: Promise<Exclude<Pressed, { kind: 'unreachable' }>>): Promise<Pressed> {
  try {
    return await answer
  } catch (problem) {
    if (isAnswer(problem)) return { kind: 'fault', incident: problem.message }
    return { kind: 'unreachable' }
  }
}

/** Whether an error is the hub's own answer (with a status) and not a broken line. */
export function isAnswer(problem: unknown): problem is { status: number; message: string } {
  return problem instanceof Error && 'status' in problem && typeof problem.status === 'number'
}
