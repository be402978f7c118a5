import { Modal, Radio } from 'antd'
import { useCallback, useState } from 'react'
import type { AlarmRow } from '../../../shared/contract/promise-view.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { LinesField, optionsOf } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { OutcomeAlert } from '../../common/form/outcome-alert.tsx'
import type { Pressed } from '../../common/form/pressed.ts'
import { freshCommandId, hub, send } from '../../common/hub-link.ts'
import { AlarmTable } from '../../common/promise/matter-tables.tsx'
import { consolePromise } from '../../common/text/console-promise.ts'
import { promiseText } from '../../common/text/promise.ts'
import { useAskPerPromise } from '../ask-anew.ts'
import { type Matter, OpenedMatter } from './opened-matter.tsx'

const words = consolePromise.alarms

/** 预警: what has been called out, who has seen it, and how it ended. */
export function AlarmsPage() {
  const [scope, setScope] = useState<'open' | 'all'>('open')
  const [matter, setMatter] = useState<Matter | null>(null)
  const [closing, setClosing] = useState<number | null>(null)
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const ask = useCallback(() => hub.query.alarms({ scope }), [scope])
  const asked = useAskPerPromise(ask)
  const acknowledge = async (alarmId: number) => {
    setPressed(await send('AcknowledgeAlarm', { alarmId }, freshCommandId()))
    asked.again()
  }
  return (
    <>
      <div className="page-actions">
        <Radio.Group
          aria-label={words.scope}
          optionType="button"
          options={optionsOf(words.scopeName)}
          value={scope}
          onChange={(change) => setScope(change.target.value)}
        />
        <OutcomeAlert pressed={pressed} />
      </div>
      <AskedFrame asked={asked}>
        {(alarms) => (
          <AlarmTable
            alarms={alarms}
            onOpen={(alarm) => setMatter(matterOf(alarm))}
            onAcknowledge={(alarmId) => void acknowledge(alarmId)}
            onClose={setClosing}
          />
        )}
      </AskedFrame>
      {closing !== null && (
        <CloseAlarmModal
          alarmId={closing}
          onClose={() => setClosing(null)}
          onClosed={() => {
            setClosing(null)
            asked.again()
          }}
        />
      )}
      <OpenedMatter matter={matter} onOpen={setMatter} />
    </>
  )
}

function matterOf({ filingId, inquiryId }: AlarmRow): Matter | null {
  if (filingId !== null) return { filingId }
  return inquiryId === null ? null : { inquiryId }
}

interface CloseAlarmModalProps {
  alarmId: number
  onClose: () => void
  onClosed: () => void
}

/** An alarm whose cause has not ended is closed with what was done about it. */
function CloseAlarmModal({ alarmId, onClose, onClosed }: CloseAlarmModalProps) {
  return (
    <Modal open title={words.closeTitle} footer={null} destroyOnHidden onCancel={onClose}>
      <CommandForm
        type="CloseAlarm"
        initial={{ alarmId, note: '' }}
        submitText={words.closeTitle}
        isDanger
        onDone={onClosed}
        onCancel={onClose}
      >
        <p>{words.closeSentence}</p>
        <LinesField name={['note']} label={promiseText.closeNote} rows={2} />
      </CommandForm>
    </Modal>
  )
}
