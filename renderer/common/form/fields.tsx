import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { common } from '../text/common.ts'
import type { FieldPath } from './zod-problem.ts'

interface FieldProps {
  name: FieldPath
  label: string
  remark?: string | undefined
}

interface TextFieldProps extends FieldProps {
  example?: string
  isDisabled?: boolean
  isSecret?: boolean
}

/** A line of text. One that another choice takes out of sight is forgotten: nobody sends what he does not see. */
export function TextField({ name, label, remark, example, isDisabled = false, isSecret = false }: TextFieldProps) {
  return (
    <Form.Item name={name} label={label} extra={remark} preserve={false}>
      {isSecret ? (
        <Input type="password" autoComplete="new-password" />
      ) : (
        <Input placeholder={example ?? ''} disabled={isDisabled} spellCheck={false} />
      )}
    </Form.Item>
  )
}

export function LinesField({ name, label, remark, rows = 4 }: FieldProps & { rows?: number }) {
  return (
    <Form.Item name={name} label={label} extra={remark}>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 12 }} spellCheck={false} />
    </Form.Item>
  )
}

export function NumberField(props: FieldProps & { isDisabled?: boolean; step?: number; example?: string }) {
  const { name, label, remark, isDisabled = false, step = 1, example = '' } = props
  return (
    <Form.Item name={name} label={label} extra={remark}>
      <InputNumber className="number-field" disabled={isDisabled} step={step} placeholder={example} />
    </Form.Item>
  )
}

/** One of a few choices, all of them in sight. */
export function ChoiceField<K extends string>({
  name,
  label,
  remark,
  names,
}: FieldProps & { names: Readonly<Record<K, string>> }) {
  return (
    <Form.Item name={name} label={label} extra={remark}>
      <Radio.Group options={optionsOf(names)} />
    </Form.Item>
  )
}

/** A claim that is true or not. */
export function YesNoField({ name, label, remark }: FieldProps) {
  return (
    <Form.Item name={name} label={label} extra={remark}>
      <Radio.Group
        options={[
          { value: true, label: common.yes },
          { value: false, label: common.no },
        ]}
      />
    </Form.Item>
  )
}

interface SelectFieldProps extends FieldProps {
  options: { value: string | number; label: string }[]
  isMultiple?: boolean
  isDisabled?: boolean
}

/** One of many choices, or several of them, found by typing. */
export function SelectField({
  name,
  label,
  remark,
  options,
  isMultiple = false,
  isDisabled = false,
}: SelectFieldProps) {
  return (
    <Form.Item name={name} label={label} extra={remark}>
      <Select
        options={options}
        disabled={isDisabled}
        showSearch={{ optionFilterProp: 'label' }}
        {...(isMultiple ? { mode: 'multiple' as const } : {})}
      />
    </Form.Item>
  )
}

export function optionsOf<K extends string>(names: Readonly<Record<K, string>>): { value: K; label: string }[] {
  return (Object.keys(names) as K[]).map((value) => ({ value, label: names[value] }))
}
