import { Alert, App, Button, Space } from 'antd'
import { useCallback, useState } from 'react'
import type { LogView } from '../../../shared/contract/log-view.ts'
import type { PagePrint } from '../../../shared/contract/promise-view.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { LinesField, TextField } from '../../common/form/fields.tsx'
import { CommandForm, type Typed } from '../../common/form/hub-form.tsx'
import { freshCommandId, hub, send } from '../../common/hub-link.ts'
import { printPage } from '../../common/promise/print-page.ts'
import { StaffField } from '../../common/promise/staff-field.tsx'
import { consoleText } from '../../common/text/console.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { clockText, dayText } from '../../common/time-text.ts'
import { useAskAnew } from '../ask-anew.ts'
import { useSession } from '../console-context.ts'

const words = consoleDiscipline.logs

/** The log of one day as it prints, with what may be done to it. */
export function LogDay({ day, seq }: { day: string; seq: number }) {
  const ask = useCallback(
    async () => ({ view: await hub.query.disciplineLog({ day }), page: await hub.query.logPrint({ day }) }),
    [day],
  )
  const { role } = useSession()
  return (
    <section className="log-day" aria-label={words.logOf(day)}>
      <AskedFrame asked={useAskAnew(ask, seq)}>
        {({ view, page }) => (
          <>
            {role === 'supervisor' &&
              (view.log.closed === null ? <OpenLog view={view} /> : <ClosedLogActions view={view} />)}
            <Space className="page-actions">
              <PrintLog view={view} page={page} label={view.log.closed === null ? words.printDraft : words.print} />
              {window.hallShell !== undefined && (
                <PrintLog view={view} page={{ ...page, toPdf: true }} label={words.savePdf} />
              )}
            </Space>
            <iframe className="log-preview" title={words.preview} sandbox="" srcDoc={page.html} />
          </>
        )}
      </AskedFrame>
    </section>
  )
}

/** 填写 and 结账; why it cannot be closed yet stands beside the button. */
function OpenLog({ view }: { view: LogView }) {
  const { day, closeRefusal, closeBy } = view
  return (
    <>
      <Alert
        className="form-answer"
        type={closeRefusal === null ? 'info' : 'warning'}
        showIcon
        title={closeRefusal?.sentence ?? words.mayClose}
        description={words.closeBy(`${dayText(closeBy)} ${clockText(closeBy)}`)}
      />
      <Space className="page-actions">
        <DialogButton label={words.write} title={words.write} width={640}>
          {(close) => (
            <CommandForm
              type="WriteDisciplineLog"
              initial={{ day, words: view.log.words }}
              bodyOf={inOneLine}
              submitText={consoleText.save}
              doneText={consoleText.saved}
              onDone={close}
              onCancel={close}
            >
              <TextField name={['words', 'weather']} label={words.word.weather} />
              <StaffField name={['words', 'leaderId']} label={words.word.leaderId} />
              <LinesField name={['words', 'environment']} label={words.word.environment} rows={2} />
              <LinesField name={['words', 'incidents']} label={words.word.incidents} rows={2} />
              <LinesField
                name={['words', 'opinion']}
                label={words.word.opinion}
                remark={words.opinionRemark}
                rows={3}
              />
            </CommandForm>
          )}
        </DialogButton>
        <DialogButton
          label={words.close}
          title={words.close}
          face={{ type: 'primary', disabled: closeRefusal !== null }}
        >
          {(close) => (
            <CommandForm
              type="CloseDisciplineLog"
              initial={{ day }}
              submitText={words.close}
              doneText={words.closed}
              onDone={close}
              onCancel={close}
            >
              <p>{words.closeSentence}</p>
            </CommandForm>
          )}
        </DialogButton>
      </Space>
    </>
  )
}

/** A person ends a line with Enter; the journal keeps one line. */
function inOneLine(typed: Typed): unknown {
  const written = Object.entries(typed.words as Record<string, string | undefined>)
  return {
    ...typed,
    words: Object.fromEntries(written.map(([name, text]) => [name, (text ?? '').trim().replace(/\s*\n\s*/g, '；')])),
  }
}

function ClosedLogActions({ view }: { view: LogView }) {
  const { day, log } = view
  return (
    <Space className="page-actions">
      <DialogButton label={words.note} title={words.note}>
        {(close) => (
          <CommandForm
            type="NoteOnDisciplineLog"
            initial={{ day }}
            submitText={words.note}
            onDone={close}
            onCancel={close}
          >
            <LinesField name={['text']} label={words.note} remark={words.noteRemark} rows={3} />
          </CommandForm>
        )}
      </DialogButton>
      <span className="soft">{words.printedTimes(log.prints.length)}</span>
    </Space>
  )
}

/** Puts the log on paper or into a file; of a closed one the hub is told which file it was. */
function PrintLog({ view, page, label }: { view: LogView; page: PagePrint; label: string }) {
  const { message } = App.useApp()
  const { role } = useSession()
  const [isPrinting, setPrinting] = useState(false)
  const print = async () => {
    setPrinting(true)
    const { ok, sentence, fileHash } = await printPage(page)
    setPrinting(false)
    if (!ok) return void message.error(sentence)
    if (view.log.closed === null || role !== 'supervisor') return void message.success(sentence)
    const noted = await send('RecordLogPrint', { day: view.day, fileHash }, freshCommandId())
    if (noted.kind === 'done') void message.success(sentence)
    else void message.warning(words.notNoted)
  }
  return (
    <Button loading={isPrinting} onClick={() => void print()}>
      {label}
    </Button>
  )
}
