import { SelectField } from '../form/fields.tsx'
import { useAsk } from '../form/use-ask.ts'
import type { FieldPath } from '../form/zod-problem.ts'
import { hub } from '../hub-link.ts'

const askStaff = () => hub.query.staffDirectory({})

/** Somebody of the staff, found by typing a name or a unit. */
export function StaffField({ name, label, remark }: { name: FieldPath; label: string; remark?: string }) {
  const { answer } = useAsk(askStaff)
  const options = (answer?.staff ?? [])
    .filter(({ role }) => role !== 'administrator')
    .map((one) => ({
      value: one.staffId,
      label: [one.name, one.homeUnit].filter((part) => part !== '').join(' · '),
    }))
  return <SelectField name={name} label={label} remark={remark} options={options} />
}
