import { Button, Modal, Space, Table, Tag } from 'antd'
import { useState } from 'react'
import type { LeaveView } from '../../../shared/contract/attendance-view.ts'
import { leaveKindWords, leaveStatusWords } from '../../../shared/vocabulary/words.ts'
import { TextField } from '../form/fields.tsx'
import { CommandForm } from '../form/hub-form.tsx'
import { OutcomeAlert } from '../form/outcome-alert.tsx'
import type { Pressed } from '../form/pressed.ts'
import { send } from '../hub-link.ts'
import { attendanceText } from '../text/attendance.ts'
import { rangeText } from './record-text.ts'

const words = attendanceText.leave
const colours = { asked: 'gold', approved: 'green', refused: 'red', cancelled: 'default' } as const

/** What is to be done to a leave once its reason is given. */
interface AskedReason {
  type: 'RefuseLeave' | 'CancelLeave'
  leaveId: number
}

/** 请假 in a list, with what the reader may do about each. */
export function LeaveTable({ leaves, onChanged }: { leaves: readonly LeaveView[]; onChanged: () => void }) {
  const [asked, setAsked] = useState<AskedReason | null>(null)
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const approve = async (leaveId: number) => {
    setPressed(await send('ApproveLeave', { leaveId }))
    onChanged()
  }
  return (
    <>
      <OutcomeAlert pressed={pressed} />
      <Table<LeaveView>
        size="small"
        rowKey="leaveId"
        pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...leaves]}
        locale={{ emptyText: words.empty }}
        columns={[
          { title: words.person, dataIndex: 'staffName', width: 90 },
          {
            title: words.kind,
            key: 'kind',
            width: 150,
            render: (_, { kind, isAfterwards }) => (
              <>
                {leaveKindWords[kind]} {isAfterwards && <Tag>{words.afterwards}</Tag>}
              </>
            ),
          },
          { title: words.range, key: 'range', render: (_, leave) => rangeText(leave) },
          { title: words.substitute, dataIndex: 'substituteName', width: 90 },
          { title: words.note, dataIndex: 'note' },
          {
            title: words.status,
            key: 'status',
            width: 200,
            render: (_, { status, decidedByName, decidedReason }) => (
              <>
                <Tag color={colours[status]}>{leaveStatusWords[status]}</Tag>
                <span className="soft">{[decidedByName, decidedReason].filter((one) => one !== '').join(' · ')}</span>
              </>
            ),
          },
          {
            key: 'actions',
            width: 220,
            render: (_, leave) => <Actions leave={leave} onApprove={(id) => void approve(id)} onAsk={setAsked} />,
          },
        ]}
      />
      {asked !== null && (
        <ReasonModal
          {...asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null)
            onChanged()
          }}
        />
      )}
    </>
  )
}

interface ActionsProps {
  leave: LeaveView
  onApprove: (leaveId: number) => void
  onAsk: (asked: AskedReason) => void
}

function Actions({ leave: { leaveId, mayDecide, mayCancel }, onApprove, onAsk }: ActionsProps) {
  return (
    <Space size="small">
      {mayDecide && (
        <Button size="small" type="primary" onClick={() => onApprove(leaveId)}>
          {words.approve}
        </Button>
      )}
      {mayDecide && (
        <Button size="small" onClick={() => onAsk({ type: 'RefuseLeave', leaveId })}>
          {words.refuse}
        </Button>
      )}
      {mayCancel && (
        <Button size="small" onClick={() => onAsk({ type: 'CancelLeave', leaveId })}>
          {words.cancel}
        </Button>
      )}
    </Space>
  )
}

interface ReasonModalProps extends AskedReason {
  onClose: () => void
  onDone: () => void
}

/** Whoever is refused is told why. */
function ReasonModal({ type, leaveId, onClose, onDone }: ReasonModalProps) {
  const isRefusal = type === 'RefuseLeave'
  return (
    <Modal
      open
      title={isRefusal ? words.refuseTitle : words.cancelTitle}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
    >
      <CommandForm
        type={type}
        initial={{ leaveId, reason: '' }}
        submitText={isRefusal ? words.refuse : words.cancel}
        isDanger
        onDone={onDone}
        onCancel={onClose}
      >
        <TextField name={['reason']} label={words.reason} />
      </CommandForm>
    </Modal>
  )
}
