import { Button, Space, Table } from 'antd'
import type { AlarmRow, FilingRow, InquiryRow } from '../../../shared/contract/promise-view.ts'
import { promiseText } from '../text/promise.ts'
import { clockText, dayText } from '../time-text.ts'
import { byUrgency, LightMark, remainingText } from './light-mark.tsx'

const { columns } = promiseText
const paging = { pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }

/** 办件 in a list, the most urgent first. */
export function FilingTable({
  filings,
  onOpen,
  emptyText,
}: {
  filings: FilingRow[]
  onOpen: (filingId: number) => void
  emptyText?: string
}) {
  return (
    <Table<FilingRow>
      size="small"
      rowKey="filingId"
      pagination={paging}
      dataSource={filings.toSorted(byUrgency)}
      locale={{ emptyText: emptyText ?? promiseText.emptyFilings }}
      onRow={({ filingId }) => ({ onDoubleClick: () => onOpen(filingId) })}
      columns={[
        { title: columns.light, key: 'light', width: 76, render: (_, { light }) => <LightMark light={light} /> },
        { title: columns.left, key: 'left', width: 130, render: (_, { remaining }) => remainingText(remaining) },
        { title: columns.number, dataIndex: 'number', width: 150 },
        { title: columns.item, dataIndex: 'itemName' },
        { title: columns.party, dataIndex: 'partyMask', width: 80 },
        {
          title: columns.status,
          key: 'status',
          width: 112,
          render: (_, { status, stageName }) => (
            <>
              <div>{promiseText.filingStatus[status]}</div>
              {stageName !== '' && <div className="soft">{stageName}</div>}
            </>
          ),
        },
        { title: columns.due, key: 'due', width: 110, render: (_, one) => one.promisedDue?.day ?? '' },
        {
          title: columns.owner,
          key: 'owner',
          width: 90,
          render: (_, { ownerName, heldByName }) => promiseText.heldBy(ownerName, heldByName),
        },
        {
          key: 'open',
          width: 76,
          render: (_, { filingId, number }) => (
            <Button size="small" aria-label={`${promiseText.open} ${number}`} onClick={() => onOpen(filingId)}>
              {promiseText.open}
            </Button>
          ),
        },
      ]}
    />
  )
}

/** 首问 in a list, as one line of the register each. */
export function InquiryTable({
  inquiries,
  onOpen,
  emptyText,
}: {
  inquiries: InquiryRow[]
  onOpen: (inquiryId: number) => void
  emptyText?: string
}) {
  return (
    <Table<InquiryRow>
      size="small"
      rowKey="inquiryId"
      pagination={paging}
      dataSource={inquiries}
      locale={{ emptyText: emptyText ?? promiseText.emptyInquiries }}
      columns={[
        { title: columns.number, dataIndex: 'number', width: 150 },
        { title: columns.at, key: 'at', width: 140, render: (_, { at }) => `${dayText(at)} ${clockText(at)}` },
        { title: columns.channel, key: 'channel', width: 76, render: (_, { channel }) => promiseText.channel[channel] },
        { title: columns.item, key: 'item', render: (_, one) => one.itemName || one.category },
        { title: columns.matter, dataIndex: 'matter' },
        { title: columns.firstResponder, dataIndex: 'firstResponderName', width: 100 },
        { title: columns.responsible, dataIndex: 'responsibleName', width: 80 },
        {
          title: columns.status,
          key: 'status',
          width: 96,
          render: (_, { status }) => promiseText.inquiryStatus[status],
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

interface AlarmTableProps {
  alarms: AlarmRow[]
  onOpen: (alarm: AlarmRow) => void
  onAcknowledge: (alarmId: number) => void
  onClose?: (alarmId: number) => void
}

/** 预警: what happened and what to do, with the press that says somebody has seen it. */
export function AlarmTable({ alarms, onOpen, onAcknowledge, onClose }: AlarmTableProps) {
  return (
    <Table<AlarmRow>
      size="small"
      rowKey="alarmId"
      pagination={paging}
      dataSource={alarms}
      locale={{ emptyText: promiseText.emptyAlarms }}
      columns={[
        { title: columns.kind, key: 'kind', width: 110, render: (_, { kind }) => promiseText.alarmKind[kind] },
        { title: columns.grade, key: 'grade', width: 90, render: (_, { grade }) => promiseText.alarmGrade[grade] },
        { title: columns.at, key: 'at', width: 140, render: (_, { at }) => `${dayText(at)} ${clockText(at)}` },
        { title: columns.number, dataIndex: 'subjectNumber', width: 150 },
        { title: columns.what, key: 'what', render: (_, one) => `${one.subjectName}：${one.sentence}` },
        {
          title: columns.status,
          key: 'status',
          width: 150,
          render: (_, one) => [promiseText.alarmStatus[one.status], one.acknowledgedByName, one.closedByName].join(' '),
        },
        {
          key: 'actions',
          width: 190,
          render: (_, one) => (
            <Space>
              <Button size="small" onClick={() => onOpen(one)}>
                {promiseText.open}
              </Button>
              {one.status === 'open' && (
                <Button size="small" onClick={() => onAcknowledge(one.alarmId)}>
                  {promiseText.acknowledge}
                </Button>
              )}
              {one.status !== 'closed' && onClose !== undefined && (
                <Button size="small" danger onClick={() => onClose(one.alarmId)}>
                  {promiseText.closeAlarm}
                </Button>
              )}
            </Space>
          ),
        },
      ]}
    />
  )
}
