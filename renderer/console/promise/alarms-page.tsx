import { Modal, Radio } from 'antd'
import { useCallback, useState } from 'react'
import type { AlarmRow } from '../../../shared/contract/promise-view.ts'
import { dayAlarmKind } from '../../../shared/vocabulary/alarm.ts'
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
import type { PageKey } from '../pages.ts'
import { type Matter, OpenedMatter } from './opened-matter.tsx'

const words = consolePromise.alarms

type Group = keyof typeof words.groupName

const ofDay: ReadonlySet<string> = new Set(dayAlarmKind.options)

/** Where something of the working day is dealt with, by the first word of what the alarm is about. */
const pageOfSubject: Readonly<Record<string, PageKey>> = {
  handover: 'handovers',
  attendance: 'attendance',
  window: 'posts',
  queue: 'hall',
  patrol: 'logs',
  log: 'logs',
}

/** 预警: what has been called out, who has seen it, and how it ended. */
export function AlarmsPage() {
  const [scope, setScope] = useState<'open' | 'all'>('open')
  const [group, setGroup] = useState<Group>('every')
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
        <Radio.Group
          aria-label={words.group}
          optionType="button"
          options={optionsOf(words.groupName)}
          value={group}
          onChange={(change) => setGroup(change.target.value)}
        />
        <OutcomeAlert pressed={pressed} />
      </div>
      <AskedFrame asked={asked}>
        {(alarms) => (
          <AlarmTable
            alarms={alarms.filter(({ kind }) => group === 'every' || ofDay.has(kind) === (group === 'day'))}
            onOpen={(alarm) => (alarm.about === undefined ? setMatter(matterOf(alarm)) : openPageOf(alarm.about))}
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

function openPageOf(about: string): void {
  location.hash = pageOfSubject[about.split('/')[0]!] ?? 'logs'
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
