import { Button, Table, Tag } from 'antd'
import type { ViolationRow } from '../../../shared/contract/day-view.ts'
import { violationText } from '../text/violation.ts'

const { column } = violationText
const colorOf = {
  proposed: 'orange',
  confirmed: 'red',
  dismissed: 'default',
  appealed: 'blue',
  upheld: 'red',
  revoked: 'green',
} as const

interface ViolationTableProps {
  violations: readonly ViolationRow[]
  /** The list of one person needs no column for him. */
  isOwn?: boolean
  onOpen: (violationId: number) => void
}

/** 违纪 in a list: who, what by which clause, and where it stands. */
export function ViolationTable({ violations, isOwn = false, onOpen }: ViolationTableProps) {
  const person = { key: 'person', title: column.person, dataIndex: 'staffName' }
  return (
    <Table<ViolationRow>
      size="small"
      rowKey="violationId"
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: violationText.none }}
      dataSource={[...violations]}
      columns={[
        { key: 'day', title: column.day, dataIndex: 'day' },
        ...(isOwn ? [] : [person]),
        {
          key: 'code',
          title: column.code,
          render: (_, { violationId, code, isGrave }) => (
            <Button type="link" size="small" onClick={() => onOpen(violationId)}>
              {violationText.code[code]}
              {isGrave && <Tag color="red">{violationText.grave}</Tag>}
            </Button>
          ),
        },
        { key: 'clause', title: column.clause, dataIndex: 'clause' },
        {
          key: 'status',
          title: column.status,
          render: (_, { status }) => <Tag color={colorOf[status]}>{violationText.status[status]}</Tag>,
        },
        { key: 'points', title: column.points, render: (_, { points }) => points ?? '' },
        { key: 'facts', title: column.facts, className: 'violation-facts', dataIndex: 'facts' },
      ]}
    />
  )
}
