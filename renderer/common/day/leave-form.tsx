import { Form } from 'antd'
import { leaveKindWords } from '../../../shared/vocabulary/words.ts'
import { ChoiceField, optionsOf, SelectField, TextField } from '../form/fields.tsx'
import { CommandForm, type Typed } from '../form/hub-form.tsx'
import { StaffField } from '../promise/staff-field.tsx'
import { attendanceText } from '../text/attendance.ts'
import { instantAt } from '../time-text.ts'

const words = attendanceText.leave

interface LeaveFormProps {
  today: string
  /** When the morning ends by today's hours, such as 12:00; the halves of a day meet there. */
  noon: string
  /** True: for somebody else, by a supervisor. */
  isForAnother?: boolean
  onDone: () => void
  onCancel: () => void
}

/** 请假: a half-day or whole days by one choice, other hours by the clock. */
export function LeaveForm({ today, noon, isForAnother = false, onDone, onCancel }: LeaveFormProps) {
  return (
    <CommandForm
      type="AskLeave"
      initial={{ kind: 'personal', span: 'day', fromDay: today, toDay: today, fromClock: '', toClock: '', note: '' }}
      bodyOf={(typed) => bodyOf(typed, noon)}
      checkTyped={checkTyped}
      submitText={words.submit}
      onDone={onDone}
      onCancel={onCancel}
    >
      {isForAnother && <StaffField name={['staffId']} label={words.person} />}
      <SelectField name={['kind']} label={words.kind} remark={words.kindRemark} options={optionsOf(leaveKindWords)} />
      <ChoiceField name={['span']} label={words.span} names={words.spanName} />
      <Times />
      <StaffField name={['substituteId']} label={words.substitute} remark={words.substituteRemark} />
      <TextField name={['note']} label={words.noteOptional} remark={words.noteRemark} />
    </CommandForm>
  )
}

function Times() {
  const span = Form.useWatch<string | undefined>('span')
  return (
    <div className="leave-times">
      <TextField name={['fromDay']} label={words.fromDay} />
      <TextField name={['toDay']} label={words.toDay} />
      {span === 'hours' && (
        <>
          <TextField name={['fromClock']} label={words.fromClock} example="08:00" />
          <TextField name={['toClock']} label={words.toClock} example="12:00" />
        </>
      )}
    </div>
  )
}

const clocksOf = ({ span, fromClock, toClock }: Typed, noon: string): [string, string] => {
  if (span === 'hours') return [String(fromClock).trim(), String(toClock).trim()]
  return [span === 'afternoon' ? noon : '00:00', span === 'morning' ? noon : '24:00']
}

function bodyOf(typed: Typed, noon: string) {
  const { staffId, kind, fromDay, toDay, substituteId, note } = typed
  const [fromClock, toClock] = clocksOf(typed, noon)
  return {
    kind,
    note,
    from: instantAt(String(fromDay).trim(), fromClock),
    to: instantAt(String(toDay).trim(), toClock),
    ...(staffId === undefined ? {} : { staffId }),
    ...(substituteId === undefined ? {} : { substituteId }),
  }
}

function checkTyped(typed: Typed) {
  const days = ['fromDay', 'toDay'].filter((field) => Number.isNaN(instantAt(String(typed[field]).trim(), '00:00')))
  const clocks = typed.span === 'hours' ? ['fromClock', 'toClock'] : []
  const wrong = clocks.filter((field) => Number.isNaN(instantAt('2026-01-01', String(typed[field]).trim())))
  return [
    ...days.map((field) => ({ name: [field], errors: [words.dayProblem] })),
    ...wrong.map((field) => ({ name: [field], errors: [words.clockProblem] })),
  ]
}
