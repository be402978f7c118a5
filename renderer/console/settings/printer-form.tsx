import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import type { PrinterSettings } from '../../../shared/vocabulary/hall.ts'
import { ChoiceField, NumberField, TextField } from '../../common/form/fields.tsx'
import { CommandForm, type Typed } from '../../common/form/hub-form.tsx'
import { isAnswer } from '../../common/form/pressed.ts'
import { hub } from '../../common/hub-link.ts'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'
import { useConsoleView } from '../console-context.ts'

const words = setupText.settings

/** 打印机: where the kiosks' tickets are printed. */
export function PrinterForm({ published }: { published: PrinterSettings }) {
  const isDemo = useConsoleView((view) => view.isDemo)
  const { pdf: _, ...ofRealHall } = words.printerKindName
  return (
    <div className="form-narrow">
      <CommandForm
        type="PublishPrinterSettings"
        initial={{ settings: { name: '', host: '', port: 9100, ...published } }}
        bodyOf={bodyOf}
        submitText={consoleText.save}
        doneText={consoleText.saved}
      >
        <ChoiceField
          name={['settings', 'kind']}
          label={words.printerKind}
          names={isDemo ? words.printerKindName : ofRealHall}
        />
        <Form.Item<Typed> noStyle shouldUpdate>
          {({ getFieldValue }) => <PlaceFields kind={getFieldValue(['settings', 'kind'])} />}
        </Form.Item>
      </CommandForm>
      <PrinterCheck />
    </div>
  )
}

function PlaceFields({ kind }: { kind: PrinterSettings['kind'] }) {
  if (kind === 'system') return <TextField name={['settings', 'name']} label={words.printerName} />
  if (kind !== 'escpos') return null
  return (
    <>
      <TextField name={['settings', 'host']} label={words.printerHost} />
      <NumberField name={['settings', 'port']} label={words.printerPort} />
    </>
  )
}

/** Only the fields of the chosen kind; the others stay typed in case the choice is taken back. */
function bodyOf(typed: Typed): Typed {
  const { kind, name, host, port } = typed.settings as Typed
  if (kind === 'system') return { settings: { kind, name } }
  return { settings: kind === 'escpos' ? { kind, host, port } : { kind } }
}

function PrinterCheck() {
  const [answer, setAnswer] = useState<{ isReady: boolean; sentence: string } | null>(null)
  const [isAsking, setAsking] = useState(false)
  const check = async () => {
    setAsking(true)
    try {
      const { isReady, advice } = await hub.query.printerState({})
      setAnswer({ isReady, sentence: isReady ? words.printerReady : advice })
    } catch (problem) {
      const sentence = isAnswer(problem) ? consoleText.queryFailed(problem.message) : consoleText.queryUnreachable
      setAnswer({ isReady: false, sentence })
    } finally {
      setAsking(false)
    }
  }
  return (
    <div className="printer-check">
      <Button loading={isAsking} onClick={() => void check()}>
        {words.checkPrinter}
      </Button>
      {answer !== null && (
        <Alert className="form-answer" showIcon type={answer.isReady ? 'success' : 'warning'} title={answer.sentence} />
      )}
    </div>
  )
}
