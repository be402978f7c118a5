import { Alert, Form, Input } from 'antd'
import { z } from 'zod'
import type { HandoverView } from '../../../shared/contract/day-view.ts'
import { staffNumber } from '../../../shared/vocabulary/staff.ts'
import { HubForm } from '../form/hub-form.tsx'
import { pressedAtDoor } from '../form/pressed.ts'
import { hub } from '../hub-link.ts'
import { handoverText as words } from '../text/handover.ts'

const credentials = z.object({ staffNumber, password: z.string().min(1).max(128) })

/** The two ways to take it: the receiver's own page by a QR code, or a second sign-in here. */
export function TakeHandoverHere({ view, onDone }: { view: HandoverView; onDone: () => void }) {
  const { handoverId, ownPage } = view
  return (
    <section className="handover-take" aria-label={words.takeTitle}>
      <div className="handover-code">
        {ownPage === null ? (
          <Alert type="info" title={words.noLan} />
        ) : (
          <>
            <p>{words.scan}</p>
            <img alt={ownPage.address} src={ownPage.picture} width={190} height={190} />
            <p>
              <code>{ownPage.address}</code>
            </p>
          </>
        )}
      </div>
      <div className="handover-sign-in">
        <p>{words.secondSignIn}</p>
        <HubForm
          shape={credentials}
          press={(who, commandId) => pressedAtDoor(hub.door.takeHandover({ commandId, handoverId, ...who }))}
          submitText={words.takeHere}
          doneText={words.taken}
          onDone={onDone}
        >
          <Form.Item name={['staffNumber']} label={words.staffNumber}>
            <Input autoComplete="off" spellCheck={false} maxLength={12} />
          </Form.Item>
          <Form.Item name={['password']} label={words.password}>
            <Input type="password" autoComplete="new-password" maxLength={128} />
          </Form.Item>
        </HubForm>
      </div>
    </section>
  )
}
