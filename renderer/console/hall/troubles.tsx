import { Alert } from 'antd'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { consoleText } from '../../common/text/console.ts'
import { clockSecondsText, clockText, dayText } from '../../common/time-text.ts'
import { useConsoleView, useSession } from '../console-context.ts'

const words = consoleText.hall

/** What is wrong and what to do, until it is over; a jump of the clock until somebody has looked. */
export function Troubles() {
  const troubles = useConsoleView((view) => view.troubles)
  const jump = useConsoleView((view) => view.clock.jump)
  if (troubles.length === 0 && jump === null) return null
  return (
    <section className="troubles" aria-label={words.troubles}>
      {troubles.map(({ what, since, advice }) => (
        <Alert
          key={what}
          type="error"
          showIcon
          title={`${words.trouble[what]} · ${words.troubleSince(clockText(since))}`}
          description={advice}
          action={what === 'clock-jumped' && jump !== null && <AcknowledgeJump />}
        />
      ))}
      {jump !== null && (
        <Alert
          type="warning"
          showIcon
          title={words.jump(instantText(jump.fromAt), instantText(jump.toAt))}
          action={!troubles.some(({ what }) => what === 'clock-jumped') && <AcknowledgeJump />}
        />
      )}
    </section>
  )
}

const instantText = (at: number) => `${dayText(at)} ${clockSecondsText(at)}`

function AcknowledgeJump() {
  const { role } = useSession()
  if (role === 'guide') return null
  return (
    <DialogButton label={words.acknowledgeJump} title={words.acknowledgeJump}>
      {(close) => (
        <CommandForm type="AcknowledgeClockJump" submitText={consoleText.confirm} onDone={close} onCancel={close}>
          <p>{words.acknowledgeJumpSure}</p>
        </CommandForm>
      )}
    </DialogButton>
  )
}
