import { Button, Form, Space, Table } from 'antd'
import type { Timetable } from '../../../shared/vocabulary/timetable.ts'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { ChoiceField, TextField } from '../../common/form/fields.tsx'
import { CommandForm, type Typed } from '../../common/form/hub-form.tsx'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'

const words = setupText.timetable

interface TimetablesTabProps {
  timetables: Timetable[]
  mayChange: boolean
}

export function TimetablesTab({ timetables, mayChange }: TimetablesTabProps) {
  return (
    <>
      <div className="page-actions">
        {mayChange && (
          <DialogButton label={words.add} title={words.add} face={{ type: 'primary' }} width={640}>
            {(close) => <TimetableForm initial={{ ...fresh, timetableId: freeId(timetables) }} onDone={close} />}
          </DialogButton>
        )}
        <span className="soft">{words.seasonal}</span>
      </div>
      <Table<Timetable>
        size="small"
        rowKey="timetableId"
        pagination={false}
        dataSource={timetables}
        columns={[
          { title: words.name, dataIndex: 'name' },
          {
            title: words.validFrom,
            key: 'validity',
            render: (_, one) => (
              <>
                {words.validity(one.validFrom, one.validTo)}
                {one.validTo === null && <div className="soft">{words.openEnded}</div>}
              </>
            ),
          },
          { title: words.segments, key: 'segments', render: (_, one) => one.segments.map(words.segment).join('　') },
          { title: words.documentNumber, dataIndex: 'documentNumber' },
          ...(mayChange
            ? [{ key: 'actions', render: (_: unknown, one: Timetable) => <TimetableActions timetable={one} /> }]
            : []),
        ]}
      />
    </>
  )
}

function TimetableActions({ timetable }: { timetable: Timetable }) {
  const { timetableId, name } = timetable
  return (
    <Space>
      <DialogButton
        label={consoleText.change}
        spoken={`${consoleText.change} ${name}`}
        title={name}
        face={{ size: 'small' }}
        width={640}
      >
        {(close) => <TimetableForm initial={timetable} onDone={close} />}
      </DialogButton>
      <DialogButton
        label={words.withdraw}
        spoken={`${words.withdraw} ${name}`}
        title={words.withdraw}
        face={{ size: 'small', danger: true }}
      >
        {(close) => (
          <CommandForm
            type="WithdrawTimetable"
            initial={{ timetableId }}
            submitText={words.withdraw}
            isDanger
            onDone={close}
            onCancel={close}
          >
            <p>{words.withdrawSure(name)}</p>
          </CommandForm>
        )}
      </DialogButton>
    </Space>
  )
}

/** The hours most county halls have, to start from (篇5.7). */
const fresh: Typed = {
  documentNumber: '',
  validTo: '',
  segments: [
    { from: '08:00', to: '12:00', phase: 'open' },
    { from: '14:00', to: '17:00', phase: 'open' },
    { from: '17:00', to: '18:00', phase: 'linkup' },
  ],
}

function TimetableForm({ initial, onDone }: { initial: Typed | Timetable; onDone: () => void }) {
  return (
    <CommandForm
      type="PublishTimetable"
      initial={{ timetable: initial }}
      bodyOf={bodyOf}
      submitText={consoleText.save}
      doneText={consoleText.saved}
      onDone={onDone}
      onCancel={onDone}
    >
      <div className="form-columns">
        <TextField name={['timetable', 'name']} label={words.name} />
        <TextField name={['timetable', 'validFrom']} label={words.validFrom} example={words.dateExample} />
        <TextField name={['timetable', 'validTo']} label={words.validTo} example={words.dateExample} />
        <TextField name={['timetable', 'documentNumber']} label={words.documentNumber} />
      </div>
      <SegmentFields />
    </CommandForm>
  )
}

/** An id that no timetable has; people know timetables by their names. */
function freeId(timetables: readonly Timetable[]): string {
  const taken = new Set(timetables.map(({ timetableId }) => timetableId))
  let count = taken.size + 1
  while (taken.has(`timetable-${count}`)) count += 1
  return `timetable-${count}`
}

/** An empty end means that the timetable has none. */
function bodyOf(typed: Typed): Typed {
  const timetable = typed.timetable as Typed
  const validTo = typeof timetable.validTo === 'string' && timetable.validTo.trim() !== '' ? timetable.validTo : null
  return { timetable: { ...timetable, validTo } }
}

function SegmentFields() {
  return (
    <Form.List name={['timetable', 'segments']}>
      {(rows, { add, remove }, { errors }) => (
        <>
          {rows.map(({ key, name: place }) => (
            <fieldset key={key} className="segment-row">
              <legend className="field-legend">{`${words.segments} ${place + 1}`}</legend>
              <TextField name={[place, 'from']} label={words.from} example={words.clockExample} />
              <TextField name={[place, 'to']} label={words.to} example={words.clockExample} />
              <ChoiceField name={[place, 'phase']} label={words.phase} names={words.phaseName} />
              <Button danger size="small" onClick={() => remove(place)}>
                {words.removeSegment}
              </Button>
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} />
          <Button className="form-answer" onClick={() => add({ from: '', to: '', phase: 'open' })}>
            {words.addSegment}
          </Button>
        </>
      )}
    </Form.List>
  )
}
