import { Alert } from 'antd'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { TextField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { CancelTicketForm } from '../desk/cancel-ticket-form.tsx'
import type { WindowOnMap } from './window-card.tsx'

const words = consoleText.hall
const face = { type: 'link', size: 'small' } as const

/** What a supervisor puts right at a window. */
export function WindowActions({ serviceWindow }: { serviceWindow: WindowOnMap }) {
  const { windowNumber, dutyUntil, status, current } = serviceWindow
  return (
    <div className="window-actions">
      {dutyUntil === null ? <OpenDuty windowNumber={windowNumber} /> : <CloseDuty windowNumber={windowNumber} />}
      {status !== 'closed' && <CloseWindow serviceWindow={serviceWindow} />}
      {current !== null && (
        <DialogButton
          label={words.cancelTicket}
          spoken={words.cancelTicketTitle(current.number)}
          title={words.cancelTicketTitle(current.number)}
          face={face}
        >
          {(close) => <CancelTicketForm ticketId={current.ticketId} number={current.number} onDone={close} />}
        </DialogButton>
      )}
    </div>
  )
}

const spoken = (label: string, windowNumber: number) => `${label} ${common.windowName(windowNumber)}`

function OpenDuty({ windowNumber }: { windowNumber: number }) {
  return (
    <DialogButton
      label={words.openDuty}
      spoken={spoken(words.openDuty, windowNumber)}
      title={words.openDutyTitle(windowNumber)}
      face={face}
    >
      {(close) => (
        <CommandForm
          type="OpenDutyWindow"
          initial={{ windowNumber, reason: '' }}
          submitText={words.openDuty}
          onDone={close}
          onCancel={close}
        >
          <Alert className="form-answer" type="info" title={words.openDutySentence} />
          <TextField name={['reason']} label={consoleText.reason} />
        </CommandForm>
      )}
    </DialogButton>
  )
}

function CloseDuty({ windowNumber }: { windowNumber: number }) {
  return (
    <DialogButton
      label={words.closeDuty}
      spoken={spoken(words.closeDuty, windowNumber)}
      title={words.closeDuty}
      face={face}
    >
      {(close) => (
        <CommandForm
          type="CloseDutyWindow"
          initial={{ windowNumber }}
          submitText={words.closeDuty}
          onDone={close}
          onCancel={close}
        >
          <p>{words.closeDutySure(windowNumber)}</p>
        </CommandForm>
      )}
    </DialogButton>
  )
}

function CloseWindow({ serviceWindow: { windowNumber, staffName } }: { serviceWindow: WindowOnMap }) {
  return (
    <DialogButton
      label={words.closeWindow}
      spoken={spoken(words.closeWindow, windowNumber)}
      title={words.closeWindowTitle(windowNumber)}
      face={face}
    >
      {(close) => (
        <CommandForm
          type="CloseServiceWindow"
          initial={{ windowNumber }}
          submitText={words.closeWindow}
          isDanger
          onDone={close}
          onCancel={close}
        >
          <p>{words.closeWindowSure(windowNumber, staffName ?? words.nobody)}</p>
        </CommandForm>
      )}
    </DialogButton>
  )
}
