import { Card } from 'antd'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { ChoiceField, SelectField, TextField } from '../../common/form/fields.tsx'
import { CommandForm, type Typed } from '../../common/form/hub-form.tsx'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { useCatalogue } from '../use-setup.ts'
import { type TicketMade, ticketMade } from './made-ticket.tsx'

const words = consoleText.desk
const { 'carried-over': _, ...grounds } = common.priorityGround

export function TakeTicketCard({ onTaken }: { onTaken: (made: TicketMade) => void }) {
  const asked = useCatalogue()

  return (
    <Card title={words.takeTitle}>
      <AskedFrame asked={asked}>
        {({ serviceItems }) => (
          <CommandForm
            type="TakeTicket"
            initial={{ holder: 'self', purpose: 'apply', priorityGround: 'none' }}
            bodyOf={withoutBlanks}
            submitText={words.take}
            resetsWhenDone
            onDone={(answer) => onTaken(ticketMade.parse(answer))}
          >
            <SelectField
              name={['itemCode']}
              label={words.item}
              remark={words.itemSearch}
              options={serviceItems.map(({ itemCode, name, aliases }) => ({
                value: itemCode,
                label: [name, itemCode, ...aliases].join('　'),
              }))}
            />
            <ChoiceField name={['priorityGround']} label={words.priority} names={grounds} />
            <div className="form-columns">
              <ChoiceField name={['holder']} label={words.holder} names={common.holder} />
              <ChoiceField name={['purpose']} label={words.purpose} names={common.purpose} />
            </div>
            <div className="form-columns">
              <TextField name={['idNumber']} label={words.idNumber} remark={words.idNumberRemark} />
              <TextField name={['holderName']} label={words.holderName} remark={words.holderNameRemark} />
              <TextField name={['carriedNumber']} label={words.carriedNumber} example={words.numberExample} />
            </div>
          </CommandForm>
        )}
      </AskedFrame>
    </Card>
  )
}

/** A field that was left empty was not stated. */
function withoutBlanks(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([, value]) => value !== undefined && !(typeof value === 'string' && value.trim() === ''),
    ),
  )
}
