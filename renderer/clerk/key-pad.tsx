import type { ClerkView } from '../../shared/contract/view.ts'
import { clerkText, type DeskAction } from '../common/text/clerk.ts'
import { useDesk, useDeskState } from './desk-context.ts'
import { type FunctionKey, foresee, functionKeys, keyActions, recallSecondsLeft, type Why } from './foresee.ts'

interface KeyPadProps {
  view: ClerkView
  /** The hub's time, epoch ms. */
  now: number
}

const deskButtons = ['correct', 'cancel', 'materials'] as const satisfies readonly DeskAction[]

/** F1–F8 as buttons, and what has no key. A grey one says why beneath its name, and again when pressed. */
export function KeyPad({ view, now }: KeyPadProps) {
  const desk = useDesk()
  const { busy } = useDeskState()
  const foreseen = foresee(view, now, desk.session)
  const actions = keyActions(view)
  return (
    <section className="key-pad" aria-label={clerkText.keys.title}>
      <div className="key-pad-keys">
        {functionKeys.map((key) => (
          <DeskKey
            key={key}
            functionKey={key}
            action={actions[key]}
            why={foreseen[actions[key]]}
            remark={keyRemark(actions[key], view, now, foreseen[actions[key]])}
            busy={busy}
          />
        ))}
      </div>
      <div className="key-pad-more">
        {deskButtons.map((action) => (
          <button
            key={action}
            type="button"
            className="desk-button"
            aria-disabled={busy !== null || foreseen[action] !== null}
            title={foreseen[action]?.sentence}
            onClick={() => desk.press(action)}
          >
            {clerkText.actions[action]}
          </button>
        ))}
      </div>
    </section>
  )
}

interface DeskKeyProps {
  functionKey: FunctionKey
  action: DeskAction
  why: Why | null
  remark: string
  busy: DeskAction | null
}

function DeskKey({ functionKey, action, why, remark, busy }: DeskKeyProps) {
  const desk = useDesk()
  const isOff = why !== null || busy !== null
  const sentence = why === null ? remark : clerkText.answers.withClause(why.sentence, why.clause)
  // aria-disabled instead of disabled: a grey key still has to be able to say why.
  return (
    <button
      type="button"
      className={`desk-key is-${action}`}
      aria-disabled={isOff}
      aria-keyshortcuts={functionKey}
      title={sentence}
      onClick={() => desk.press(action)}
    >
      <span className="desk-key-name">
        <kbd>{functionKey}</kbd> {clerkText.actions[action]}
      </span>
      <small>{busy === action ? clerkText.keys.busy : shortReason(why, remark)}</small>
    </button>
  )
}

function shortReason(why: Why | null, remark: string): string {
  return remark !== '' || why === null ? remark : why.sentence
}

/** What a key says beneath its name beyond why it is grey. */
function keyRemark(action: DeskAction, view: ClerkView, now: number, why: Why | null): string {
  const { current, held, settings } = view
  const isCalled = current?.status === 'called'
  if (action === 'recall' && isCalled) {
    const seconds = recallSecondsLeft(view, now)
    return seconds > 0 ? clerkText.keys.recallIn(seconds) : ''
  }
  if (action === 'miss' && isCalled) return clerkText.current.calls(current.callCount, settings.missAfterCalls)
  if (action === 'resume' && held !== null) return held.number
  return action === 'call-next' && current !== null && why === null ? clerkText.keys.asksFirst : ''
}
