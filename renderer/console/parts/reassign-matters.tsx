import { DialogButton } from '../../common/form/dialog-button.tsx'
import { TextField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { StaffField } from '../../common/promise/staff-field.tsx'
import { consoleText } from '../../common/text/console.ts'
import { consolePromise } from '../../common/text/console-promise.ts'

const words = consolePromise.filings

/** 全部改派: everything that somebody holds goes to one other person, before he leaves. */
export function ReassignMattersButton() {
  return (
    <DialogButton label={words.reassign} title={words.reassign}>
      {(close) => (
        <CommandForm
          type="ReassignMatters"
          submitText={words.reassign}
          doneText={words.reassigned}
          onDone={close}
          onCancel={close}
        >
          <p>{words.reassignSentence}</p>
          <StaffField name={['fromStaffId']} label={words.fromStaffId} />
          <StaffField name={['toStaffId']} label={words.toStaffId} />
          <TextField name={['reason']} label={consoleText.reason} />
        </CommandForm>
      )}
    </DialogButton>
  )
}
