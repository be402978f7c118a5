import { useState } from 'react'
import type { Setup } from '../../../shared/contract/contract.ts'
import type { ServiceWindowSetup } from '../../../shared/vocabulary/hall.ts'
import { ChoiceField, SelectField, TextField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'
import { PasswordForm } from '../parts/password-fields.tsx'

const words = setupText.staff

interface AddStaffFormProps {
  serviceWindows: ServiceWindowSetup[]
  onAdded: () => void
  onDone: () => void
}

/** A new person, then the first password: without one nobody can sign in. */
export function AddStaffForm({ serviceWindows, onAdded, onDone }: AddStaffFormProps) {
  const [added, setAdded] = useState<{ staffId: string; name: string } | null>(null)
  if (added !== null) {
    return (
      <>
        <p>{words.setPasswordTitle(added.name)}</p>
        <p>{words.setPasswordSentence}</p>
        <PasswordForm
          staffId={added.staffId}
          isOwn={false}
          onDone={() => {
            onAdded()
            onDone()
          }}
        />
      </>
    )
  }
  return (
    <CommandForm
      type="AddStaff"
      initial={{ staff: { role: 'clerk', homeUnit: '', windowNumbers: [] } }}
      submitText={consoleText.save}
      onCancel={onDone}
      onDone={(made, { staff }) => {
        setAdded({ staffId: String(made.staffId), name: staff.name })
        onAdded()
      }}
    >
      <StaffFields serviceWindows={serviceWindows} />
    </CommandForm>
  )
}

interface ChangeStaffFormProps {
  staff: Setup['staff'][number]
  serviceWindows: ServiceWindowSetup[]
  onDone: () => void
  onCancel: () => void
}

export function ChangeStaffForm({ staff, serviceWindows, onDone, onCancel }: ChangeStaffFormProps) {
  const { staffId, staffNumber, name, role, homeUnit, windowNumbers } = staff
  return (
    <CommandForm
      type="ChangeStaff"
      initial={{ staffId, staff: { staffNumber, name, role, homeUnit, windowNumbers } }}
      submitText={consoleText.save}
      doneText={consoleText.saved}
      onDone={onDone}
      onCancel={onCancel}
    >
      <StaffFields serviceWindows={serviceWindows} />
    </CommandForm>
  )
}

function StaffFields({ serviceWindows }: { serviceWindows: ServiceWindowSetup[] }) {
  return (
    <>
      <TextField name={['staff', 'staffNumber']} label={words.staffNumber} />
      <TextField name={['staff', 'name']} label={words.name} />
      <ChoiceField name={['staff', 'role']} label={words.role} names={common.role} />
      <TextField name={['staff', 'homeUnit']} label={words.homeUnit} />
      <SelectField
        name={['staff', 'windowNumbers']}
        label={words.windowNumbers}
        remark={words.everyWindowRemark}
        isMultiple
        options={serviceWindows.map(({ windowNumber, name }) => ({
          value: windowNumber,
          label: `${common.windowName(windowNumber)} ${name}`,
        }))}
      />
    </>
  )
}
