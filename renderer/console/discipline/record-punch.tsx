import { Modal } from 'antd'
import type { AttendanceRow } from '../../../shared/contract/attendance-view.ts'
import { punchKindWords } from '../../../shared/vocabulary/words.ts'
import { optionsOf, SelectField, TextField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { instantAt } from '../../common/time-text.ts'

const words = consoleDiscipline.attendance

interface RecordPunchProps {
  row: AttendanceRow
  onClose: () => void
  onDone: () => void
}

/** 补卡 for somebody on a day: which punch, when and why. */
export function RecordPunch({ row, onClose, onDone }: RecordPunchProps) {
  const { staffId, staffName, day } = row
  const at = (clock: unknown) => instantAt(day, String(clock ?? '').trim())
  return (
    <Modal open title={words.enterTitle(staffName, day)} footer={null} destroyOnHidden onCancel={onClose}>
      <CommandForm
        type="RecordPunch"
        initial={{ kind: 'morning-in', clock: '', reason: '' }}
        bodyOf={({ kind, clock, reason }) => ({ staffId, day, kind, punchedAt: at(clock), reason })}
        checkTyped={({ clock }) => (Number.isNaN(at(clock)) ? [{ name: ['clock'], errors: [words.clockProblem] }] : [])}
        submitText={words.enter}
        onDone={onDone}
        onCancel={onClose}
      >
        <SelectField name={['kind']} label={words.kind} options={optionsOf(punchKindWords)} />
        <TextField name={['clock']} label={words.clock} example="08:00" />
        <TextField name={['reason']} label={words.reason} remark={words.reasonRemark} />
      </CommandForm>
    </Modal>
  )
}
