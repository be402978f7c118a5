import { Form, Input, Select } from 'antd'
import type { HandoverView } from '../../../shared/contract/day-view.ts'
import { LinesField, TextField } from '../form/fields.tsx'
import { CommandForm, type Typed } from '../form/hub-form.tsx'
import { handoverText as words } from '../text/handover.ts'
import { HandoverSheet } from './handover-sheet.tsx'

interface Written {
  originals?: string[]
  action?: string
}

/** 交出: the sheet with what goes along and what is to be done, line by line. */
export function GiveHandover({ view, onDone }: { view: HandoverView; onDone: () => void }) {
  const { handoverId, lines, receipts, remark } = view
  const written = Object.fromEntries(lines.map(({ filingId, originals, action }) => [filingId, { originals, action }]))
  const bodyOf = (typed: Typed) => {
    const said = (typed.written ?? {}) as Record<string, Written>
    const along = Object.entries(said).map(([filingId, { originals = [], action = '' }]) => ({
      filingId: Number(filingId),
      originals,
      action,
    }))
    return { handoverId, lines: along, receipts: typed.receipts, remark: typed.remark }
  }
  return (
    <CommandForm
      type="GiveHandover"
      initial={{ written, receipts, remark }}
      bodyOf={bodyOf}
      submitText={words.giveNow}
      doneText={words.given}
      onDone={onDone}
    >
      <p className="handover-sentence">{view.kind === 'ab-post' ? words.postGiveSentence : words.giveSentence}</p>
      <HandoverSheet
        view={view}
        along={({ filingId, number, materials, heldByName }) =>
          heldByName === ''
            ? {
                originals: (
                  <Form.Item name={['written', String(filingId), 'originals']} noStyle>
                    <Select
                      className="handover-originals"
                      mode="tags"
                      aria-label={`${words.columns.originals} ${number}`}
                      placeholder={words.originalsHint}
                      options={materials.map((name) => ({ value: name, label: name }))}
                    />
                  </Form.Item>
                ),
                action: (
                  <Form.Item name={['written', String(filingId), 'action']} noStyle>
                    <Input
                      aria-label={`${words.columns.action} ${number}`}
                      placeholder={words.actionHint}
                      maxLength={100}
                    />
                  </Form.Item>
                ),
              }
            : { originals: words.atUnit(heldByName), action: '' }
        }
      />
      <div className="handover-rest">
        <TextField name={['receipts']} label={words.receipts} remark={words.receiptsRemark} />
        <LinesField name={['remark']} label={words.remark} remark={words.remarkRemark} rows={2} />
      </div>
    </CommandForm>
  )
}
