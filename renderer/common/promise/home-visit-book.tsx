import { Button, Input, Radio, Table, Tag } from 'antd'
import { useCallback, useEffect, useId, useState } from 'react'
import type { HomeVisitRow } from '../../../shared/contract/promise-view.ts'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { AskedFrame } from '../form/asked-frame.tsx'
import { DialogButton } from '../form/dialog-button.tsx'
import { optionsOf } from '../form/fields.tsx'
import { useAsk } from '../form/use-ask.ts'
import { hub } from '../hub-link.ts'
import { promiseText } from '../text/promise.ts'
import { clockText, dayText } from '../time-text.ts'
import { RecordHomeVisit } from './record-home-visit.tsx'

const words = promiseText.homeVisit
type Scope = keyof typeof words.scopeName

interface HomeVisitBookProps {
  promiseSeq: number
  items: readonly ServiceItem[]
  /** The hall's own day. */
  today: string
  onOpen: (inquiryId: number) => void
}

/** 上门服务: the side book of the register, and a line in it for whoever asks by phone or at the counter. */
export function HomeVisitBook({ promiseSeq, items, today, onOpen }: HomeVisitBookProps) {
  const [scope, setScope] = useState<Scope>('open')
  const [text, setText] = useState('')
  const id = useId()
  const ask = useCallback(() => hub.query.homeVisits({ scope }), [scope])
  const asked = useAsk(ask)
  const { again } = asked
  useEffect(() => {
    if (promiseSeq > 0) again()
  }, [promiseSeq, again])
  return (
    <>
      <div className="home-visit-actions">
        <Radio.Group
          aria-label={words.scope}
          optionType="button"
          options={optionsOf(words.scopeName)}
          value={scope}
          onChange={(change) => setScope(change.target.value)}
        />
        <label htmlFor={id}>{words.filter}</label>
        <Input
          id={id}
          className="page-search"
          allowClear
          value={text}
          placeholder={words.filterExample}
          onChange={(change) => setText(change.target.value)}
        />
        <DialogButton label={words.record} title={words.record} face={{ type: 'primary' }} width={640} isDrawer>
          {(close) => (
            <RecordHomeVisit
              items={items}
              today={today}
              onRecorded={(inquiryId) => {
                close()
                onOpen(inquiryId)
              }}
              onCancel={close}
            />
          )}
        </DialogButton>
      </div>
      <AskedFrame asked={asked}>
        {(visits) => <HomeVisitTable visits={visits.filter((one) => mentions(one, text.trim()))} onOpen={onOpen} />}
      </AskedFrame>
    </>
  )
}

function mentions({ number, itemName, matter, partyMask, holderName }: HomeVisitRow, text: string): boolean {
  const wanted = text.toUpperCase()
  return [number, itemName, matter, partyMask, holderName].some((part) => part.toUpperCase().includes(wanted))
}

function HomeVisitTable({ visits, onOpen }: { visits: HomeVisitRow[]; onOpen: (inquiryId: number) => void }) {
  const { columns } = promiseText
  return (
    <Table<HomeVisitRow>
      size="small"
      rowKey="inquiryId"
      pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={visits}
      locale={{ emptyText: words.empty }}
      columns={[
        { title: columns.number, dataIndex: 'number', width: 150 },
        { title: columns.party, key: 'party', width: 130, render: (_, one) => <Applicant {...one} /> },
        { title: columns.item, key: 'item', render: (_, { itemName, matter }) => `${itemName}：${matter}` },
        { title: words.wished, key: 'wished', width: 150, render: (_, one) => wishText(one) },
        { title: words.appointment, key: 'appointment', width: 170, render: (_, one) => appointmentText(one) },
        { title: words.holder, dataIndex: 'holderName', width: 80 },
        {
          title: columns.status,
          key: 'status',
          width: 130,
          render: (_, { status, isLate }) => (
            <>
              {words.status[status]} {isLate && <Tag color="error">{words.late}</Tag>}
            </>
          ),
        },
        {
          key: 'open',
          width: 76,
          render: (_, { inquiryId, number }) => (
            <Button size="small" aria-label={`${promiseText.open} ${number}`} onClick={() => onOpen(inquiryId)}>
              {promiseText.open}
            </Button>
          ),
        },
      ]}
    />
  )
}

function Applicant({ partyMask, specialGroup }: HomeVisitRow) {
  return (
    <>
      {partyMask} {specialGroup !== 'none' && <Tag color="warning">{promiseText.group[specialGroup]}</Tag>}
    </>
  )
}

/** When somebody wishes to be visited. */
export function wishText({ wishedDay, wishedHalf }: Pick<HomeVisitRow, 'wishedDay' | 'wishedHalf'>): string {
  return `${wishedDay} ${words.half[wishedHalf]}`
}

function appointmentText({ appointmentAt, rescheduleCount }: HomeVisitRow): string {
  if (appointmentAt === null) return ''
  const moved = rescheduleCount === 0 ? '' : words.moved(rescheduleCount)
  return `${dayText(appointmentAt)} ${clockText(appointmentAt)}${moved}`
}
