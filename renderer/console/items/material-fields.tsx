import { Button, Form } from 'antd'
import { NumberField, optionsOf, SelectField, TextField } from '../../common/form/fields.tsx'
import { setupText } from '../../common/text/console-setup.ts'

const words = setupText.items
const fresh = { name: '', need: 'required', form: 'original', copies: 1, source: 'applicant', condition: '' }

/** 申请材料: the whole list, because a citizen is told once what to bring. */
export function MaterialFields() {
  return (
    <Form.List name={['serviceItem', 'materials']}>
      {(rows, { add, remove }, { errors }) => (
        <>
          {rows.map(({ key, name: place }) => (
            <fieldset key={key} className="material-row">
              <legend className="field-legend">{`${words.materials} ${place + 1}`}</legend>
              <TextField name={[place, 'name']} label={words.materialName} />
              <SelectField name={[place, 'need']} label={words.need} options={optionsOf(words.needName)} />
              <SelectField name={[place, 'form']} label={words.form} options={optionsOf(words.formName)} />
              <TextField name={[place, 'condition']} label={words.condition} />
              <SelectField name={[place, 'source']} label={words.source} options={optionsOf(words.sourceName)} />
              <NumberField name={[place, 'copies']} label={words.copies} />
              <Button danger size="small" onClick={() => remove(place)}>
                {words.removeMaterial}
              </Button>
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} />
          <Button onClick={() => add(fresh)}>{words.addMaterial}</Button>
        </>
      )}
    </Form.List>
  )
}
