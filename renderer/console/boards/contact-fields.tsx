import { Button, Form } from 'antd'
import { SelectField, TextField } from '../../common/form/fields.tsx'
import type { Typed } from '../../common/form/hub-form.tsx'
import type { FieldPath } from '../../common/form/zod-problem.ts'
import { consolePromise } from '../../common/text/console-promise.ts'

const words = consolePromise.boards

/** People who can be named, by staffId; their names come from the staff list and nowhere else. */
export type PeopleOptions = { value: string; label: string }[]

/** What stands in the fields of a contact before anybody is chosen. */
export const freshContact = { staffId: '', position: '', officePhone: '' }

/** 受理人员名单: everybody whom the wall names. */
export function ContactList({ people }: { people: PeopleOptions }) {
  return (
    <Form.List name={['boards', 'contacts']}>
      {(rows, { add, remove }, { errors }) => (
        <>
          {rows.map(({ key, name: place }) => (
            <fieldset key={key} className="material-row">
              <legend className="field-legend">{`${words.contact} ${place + 1}`}</legend>
              <SelectField name={[place, 'staffId']} label={words.staffId} options={people} />
              <PositionFields at={[place]} />
              <Button danger size="small" onClick={() => remove(place)}>
                {words.removeContact}
              </Button>
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} />
          <Button onClick={() => add({ position: '', officePhone: '' })}>{words.addContact}</Button>
        </>
      )}
    </Form.List>
  )
}

interface CardPersonProps {
  name: 'responsible' | 'deputy'
  people: PeopleOptions
}

/** 责任人 or B 岗 of the card; nobody is a choice of its own, so that one who leaves can be taken off. */
export function CardPerson({ name, people }: CardPersonProps) {
  const form = Form.useFormInstance<Typed>()
  const staffId = Form.useWatch<string | undefined>(['boards', name, 'staffId'], form)
  const nobody = { value: '', label: words.nobody }
  return (
    <fieldset className="material-row">
      <legend className="field-legend">{words.cardPerson[name]}</legend>
      <SelectField name={['boards', name, 'staffId']} label={words.staffId} options={[nobody, ...people]} />
      {staffId !== undefined && staffId !== '' && <PositionFields at={['boards', name]} />}
    </fieldset>
  )
}

function PositionFields({ at }: { at: FieldPath }) {
  return (
    <>
      <TextField name={[...at, 'position']} label={words.position} />
      <TextField name={[...at, 'officePhone']} label={words.officePhone} />
    </>
  )
}
