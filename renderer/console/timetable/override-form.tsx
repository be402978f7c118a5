import { Form, Radio } from 'antd'
import type { CalendarOverride } from '../../../shared/vocabulary/calendar.ts'
import { TextField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'

const words = setupText.timetable

interface OverrideFormProps {
  day: string
  /** What the hall has said of the day before. */
  published: CalendarOverride | undefined
  onDone: () => void
}

/** 本厅调整: one day, with the reason that citizens are told. */
export function OverrideForm({ day, published, onDone }: OverrideFormProps) {
  return (
    <CommandForm
      type="OverrideCalendarDay"
      initial={{ override: published ?? { day, reason: '', documentNumber: '' } }}
      submitText={consoleText.save}
      doneText={consoleText.saved}
      onDone={onDone}
      onCancel={onDone}
    >
      <Form.Item name={['override', 'isWorkday']} label={words.overrideDecision}>
        <Radio.Group
          options={[
            { value: false, label: words.isRestDay },
            { value: true, label: words.isWorkday },
          ]}
        />
      </Form.Item>
      <TextField name={['override', 'reason']} label={words.overrideReason} />
      <TextField name={['override', 'documentNumber']} label={words.documentNumber} />
    </CommandForm>
  )
}
