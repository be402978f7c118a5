import { Button, Form } from 'antd'
import { NumberField, optionsOf, SelectField, TextField } from '../../common/form/fields.tsx'
import { setupText } from '../../common/text/console-setup.ts'

const words = setupText.items
const fresh = { name: '', limit: { amount: 1, unit: 'workday', basis: '' } }

/** 环节: what a filing goes through between its acceptance and the decision, in this order. */
export function StageFields() {
  return (
    <Form.List name={['serviceItem', 'stages']}>
      {(rows, { add, remove, move }, { errors }) => (
        <>
          <p className="soft">{words.stagesRemark}</p>
          {rows.map(({ key, name: place }) => (
            <fieldset key={key} className="material-row">
              <legend className="field-legend">{`${words.stages} ${place + 1}`}</legend>
              <TextField name={[place, 'name']} label={words.stageName} />
              <NumberField name={[place, 'limit', 'amount']} label={words.stageLimit} />
              <SelectField name={[place, 'limit', 'unit']} label={words.unit} options={optionsOf(words.unitName)} />
              <div className="material-keys">
                <Button size="small" disabled={place === 0} onClick={() => move(place, place - 1)}>
                  {words.moveUp}
                </Button>
                <Button danger size="small" onClick={() => remove(place)}>
                  {words.removeStage}
                </Button>
              </div>
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} />
          <Button onClick={() => add(fresh)}>{words.addStage}</Button>
        </>
      )}
    </Form.List>
  )
}
