import { Select } from 'antd'
import { useId } from 'react'
import { useAsk } from '../../common/form/use-ask.ts'
import { hub } from '../../common/hub-link.ts'

const askStaff = () => hub.query.staffDirectory({})

interface StaffChoiceProps {
  label: string
  value: string | null
  onChoose: (staffId: string | null) => void
}

/** Somebody of the staff outside a form, found by typing a name. */
export function StaffChoice({ label, value, onChoose }: StaffChoiceProps) {
  const id = useId()
  const { answer } = useAsk(askStaff)
  const options = (answer?.staff ?? []).map((one) => ({
    value: one.staffId,
    label: [one.name, one.homeUnit].filter((part) => part !== '').join(' · '),
  }))
  return (
    <div className="patrol-field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        size="large"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        // A name that has not been read yet would show as an id.
        value={options.some((one) => one.value === value) ? value : null}
        onChange={(chosen: string | undefined) => onChoose(chosen ?? null)}
      />
    </div>
  )
}
