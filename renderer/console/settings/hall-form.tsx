import type { Hall } from '../../../shared/vocabulary/hall.ts'
import { LinesField, TextField } from '../../common/form/fields.tsx'
import { CommandForm, type Typed } from '../../common/form/hub-form.tsx'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'

const words = setupText.settings

/** 大厅资料: what is printed on every ticket and shown on every screen. */
export function HallForm({ published }: { published: Hall }) {
  return (
    <CommandForm
      type="PublishHall"
      initial={{ hall: { ...published, ticker: published.ticker.join('\n') } }}
      bodyOf={bodyOf}
      submitText={consoleText.save}
      doneText={consoleText.saved}
    >
      <div className="form-columns">
        <TextField name={['hall', 'name']} label={words.hallName} />
        <TextField name={['hall', 'nameEnglish']} label={words.hallNameEnglish} />
        <TextField name={['hall', 'address']} label={words.address} />
        <TextField name={['hall', 'officePhone']} label={words.officePhone} />
        <TextField name={['hall', 'supervisionPhone']} label={words.supervisionPhone} />
      </div>
      <LinesField name={['hall', 'ticker']} label={words.ticker} />
    </CommandForm>
  )
}

function bodyOf(typed: Typed): Typed {
  const hall = typed.hall as Typed
  const lines = String(hall.ticker ?? '').split('\n')
  return { hall: { ...hall, ticker: lines.map((line) => line.trim()).filter(Boolean) } }
}
