import { Button, Form, Select } from 'antd'

import { NumberField, optionsOf, SelectField, TextField } from '../../common/form/fields.tsx'
import { setupText } from '../../common/text/console-setup.ts'

const words = setupText.items
const fresh = {
  materialCode: '',
  name: '',
  need: 'required',
  form: 'original',
  copies: 1,
  source: 'applicant',
  when: null,
  condition: '',
  basis: '',
  note: '',
}
const whens = [{ value: '', label: words.always }, ...optionsOf(words.whenName)]

/** 申请材料: the whole list, because a citizen is told once what to bring. */
export function MaterialFields() {
  return (
    <Form.List name={['serviceItem', 'materials']}>
      {(rows, { add, remove, move }, { errors }) => (
        <>
          {rows.map(({ key, name: place }) => (
            <fieldset key={key} className="material-row">
              <legend className="field-legend">{`${words.materials} ${place + 1}`}</legend>
              <TextField name={[place, 'name']} label={words.materialName} />
              <SelectField name={[place, 'need']} label={words.need} options={optionsOf(words.needName)} />
              <SelectField name={[place, 'form']} label={words.form} options={optionsOf(words.formName)} />
              <NumberField name={[place, 'copies']} label={words.copies} />
              <TextField name={[place, 'condition']} label={words.condition} />
              <WhenField place={place} />
              <SelectField name={[place, 'source']} label={words.source} options={optionsOf(words.sourceName)} />
              <TextField name={[place, 'materialCode']} label={words.materialCode} example={words.codeInOrder} />
              <TextField name={[place, 'note']} label={words.note} />
              <TextField name={[place, 'basis']} label={words.materialBasis} />
              <div className="material-keys">
                <Button size="small" disabled={place === 0} onClick={() => move(place, place - 1)}>
                  {words.moveUp}
                </Button>
                <Button danger size="small" onClick={() => remove(place)}>
                  {words.removeMaterial}
                </Button>
              </div>
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} />
          <Button onClick={() => add(fresh)}>{words.addMaterial}</Button>
        </>
      )}
    </Form.List>
  )
}

/** A list of choices cannot offer null: always needed is the empty one. */
function WhenField({ place }: { place: number }) {
  return (
    <Form.Item
      name={[place, 'when']}
      label={words.when}
      getValueProps={(when: string | null | undefined) => ({ value: when ?? '' })}
      normalize={(when: string) => (when === '' ? null : when)}
    >
      <Select options={whens} />
    </Form.Item>
  )
}
