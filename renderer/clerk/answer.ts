import type { SendOutcome } from '../common/hub-link.ts'
import { clerkText, type DeskAction } from '../common/text/clerk.ts'
import { common } from '../common/text/common.ts'

/** What came of a press, as the clerk reads it. */
export interface Answer {
  answerId: number
  /** The hub's time, epoch ms. */
  at: number
  tone: SendOutcome['kind']
  action: DeskAction
  sentence: string
}

/** One Chinese sentence for what the hub answered; `number` is what the press was about, empty for none. */
export function answerSentence(action: DeskAction, outcome: SendOutcome, number = ''): string {
  const words = clerkText.answers
  switch (outcome.kind) {
    case 'done': {
      const called = outcome.made.number
      const isCall = action === 'call-next' || action === 'call-chosen'
      return isCall && typeof called === 'string' ? words.called(called) : words.done(clerkText.actions[action], number)
    }
    case 'refused':
      return words.withClause(outcome.sentence, outcome.clause)
    case 'unreachable':
      return words.unreachable(clerkText.actions[action])
    case 'fault':
      return common.fault(outcome.incident)
  }
}
