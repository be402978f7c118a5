import { Alert, Button, Card, Descriptions, Space, Steps } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { password, staffMember } from '../../shared/vocabulary/staff.ts'
import { AskedFrame } from '../common/form/asked-frame.tsx'
import { TextField } from '../common/form/fields.tsx'
import { HubForm, type Typed } from '../common/form/hub-form.tsx'
import { pressedAtDoor } from '../common/form/pressed.ts'
import { useAsk } from '../common/form/use-ask.ts'
import { hub } from '../common/hub-link.ts'
import { consoleText } from '../common/text/console.ts'
import { setupText } from '../common/text/console-setup.ts'
import { differingPasswords } from './parts/password-fields.tsx'

const words = consoleText.firstRun

interface FirstRunProps {
  hallName: string
  isLocal: boolean
  onCreated: () => void
}

/** First start of a hall: what the profile says is looked over, then the first administrator is made. */
export function FirstRun({ hallName, isLocal, onCreated }: FirstRunProps) {
  const [step, setStep] = useState(0)
  return (
    <main className="first-run">
      <Card>
        <p className="sign-in-hall">{hallName}</p>
        <h1 className="sign-in-title">{words.title}</h1>
        <Steps
          size="small"
          current={step}
          items={[{ title: words.stepHall }, { title: words.stepAdministrator }, { title: words.stepSignIn }]}
        />
        {step === 0 ? (
          <HallCheck hallName={hallName} onRight={() => setStep(1)} />
        ) : (
          <FirstAdministrator isLocal={isLocal} onBack={() => setStep(0)} onCreated={onCreated} />
        )}
      </Card>
    </main>
  )
}

const askCatalogue = () => hub.query.catalogue({})

function HallCheck({ hallName, onRight }: { hallName: string; onRight: () => void }) {
  const asked = useAsk(askCatalogue)
  return (
    <>
      <p>{words.hallSentence}</p>
      <AskedFrame asked={asked}>
        {({ hall, queues, serviceItems }) => (
          <Descriptions
            bordered
            size="small"
            column={1}
            items={[
              { key: 'name', label: words.hallName, children: hall.name || hallName },
              { key: 'address', label: words.address, children: hall.address || words.empty },
              { key: 'office', label: words.officePhone, children: hall.officePhone || words.empty },
              { key: 'supervision', label: words.supervisionPhone, children: hall.supervisionPhone || words.empty },
              {
                key: 'queues',
                label: words.queues,
                children: queues.map(({ letter, name }) => `${letter} ${name}`).join('、'),
              },
              { key: 'items', label: words.items, children: words.itemCount(serviceItems.length) },
            ]}
          />
        )}
      </AskedFrame>
      <Button className="form-buttons" type="primary" disabled={asked.answer === null} onClick={onRight}>
        {words.looksRight}
      </Button>
    </>
  )
}

const shape = z.strictObject({ staff: staffMember, password })

function FirstAdministrator({
  isLocal,
  onBack,
  onCreated,
}: Pick<FirstRunProps, 'isLocal' | 'onCreated'> & { onBack: () => void }) {
  if (!isLocal) {
    return (
      <Space orientation="vertical" className="form-answer">
        <Alert type="warning" showIcon title={words.notLocal} />
        <Button onClick={onBack}>{words.back}</Button>
      </Space>
    )
  }
  const bodyOf = ({ staff, password }: Typed) => ({ staff: { ...(staff as Typed), role: 'administrator' }, password })
  return (
    <>
      <p>{words.administratorSentence}</p>
      <HubForm
        shape={shape}
        bodyOf={bodyOf}
        checkTyped={differingPasswords}
        press={(body) => pressedAtDoor(hub.door.createFirstAdministrator(body))}
        onDone={onCreated}
        submitText={words.create}
      >
        <TextField name={['staff', 'staffNumber']} label={setupText.staff.staffNumber} />
        <TextField name={['staff', 'name']} label={setupText.staff.name} />
        <TextField name={['password']} label={consoleText.newPassword} isSecret />
        <TextField name={['again']} label={consoleText.passwordAgain} isSecret />
      </HubForm>
    </>
  )
}
