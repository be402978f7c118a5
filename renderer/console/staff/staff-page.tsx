import { Checkbox, Space, Table, Tag } from 'antd'
import { useState } from 'react'
import type { Setup } from '../../../shared/contract/contract.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { TextField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'
import { useSession } from '../console-context.ts'
import { PasswordForm } from '../parts/password-fields.tsx'
import { ReassignMattersButton } from '../parts/reassign-matters.tsx'
import { useSetup } from '../use-setup.ts'
import { AddStaffForm, ChangeStaffForm } from './staff-form.tsx'

const words = setupText.staff

type StaffRow = Setup['staff'][number]

/** 人员: who may sign in, as what, and at which windows. Names do not move the setup's version, so the table asks anew. */
export function StaffPage() {
  const asked = useSetup()
  const [showsRetired, setShowsRetired] = useState(false)
  return (
    <AskedFrame asked={asked}>
      {({ staff, serviceWindows }) => (
        <>
          <div className="page-actions">
            <DialogButton label={words.add} title={words.add} face={{ type: 'primary' }}>
              {(close) => <AddStaffForm serviceWindows={serviceWindows} onAdded={asked.again} onDone={close} />}
            </DialogButton>
            <ReassignMattersButton />
            <Checkbox checked={showsRetired} onChange={(change) => setShowsRetired(change.target.checked)}>
              {words.showRetired}
            </Checkbox>
          </div>
          <StaffTable
            staff={staff.filter(({ isRetired }) => showsRetired || !isRetired)}
            serviceWindows={serviceWindows}
            onChanged={asked.again}
          />
        </>
      )}
    </AskedFrame>
  )
}

interface StaffTableProps {
  staff: StaffRow[]
  serviceWindows: Setup['serviceWindows']
  onChanged: () => void
}

function StaffTable({ staff, serviceWindows, onChanged }: StaffTableProps) {
  return (
    <Table<StaffRow>
      size="small"
      rowKey="staffId"
      pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={staff}
      columns={[
        { title: words.staffNumber, dataIndex: 'staffNumber' },
        { title: words.name, dataIndex: 'name' },
        { title: words.role, key: 'role', render: (_, { role }) => common.role[role] },
        { title: words.homeUnit, dataIndex: 'homeUnit' },
        {
          title: words.windowNumbers,
          key: 'windows',
          render: (_, { windowNumbers }) => (windowNumbers.length === 0 ? words.everyWindow : windowNumbers.join('、')),
        },
        { title: words.state, key: 'state', render: (_, one) => <StaffState staff={one} /> },
        {
          key: 'actions',
          render: (_, one) =>
            one.isRetired ? null : <StaffActions staff={one} serviceWindows={serviceWindows} onChanged={onChanged} />,
        },
      ]}
    />
  )
}

function StaffState({ staff: { isRetired, hasPassword } }: { staff: StaffRow }) {
  if (isRetired) return <Tag>{words.retired}</Tag>
  return hasPassword ? <Tag color="success">{words.active}</Tag> : <Tag color="warning">{words.noPassword}</Tag>
}

function StaffActions({ staff, serviceWindows, onChanged }: Omit<StaffTableProps, 'staff'> & { staff: StaffRow }) {
  const { staffId, name } = staff
  const isOwn = useSession().staffId === staffId
  const spoken = (label: string) => `${label} ${name}`
  const both = (close: () => void) => () => {
    close()
    onChanged()
  }
  return (
    <Space>
      <DialogButton
        label={consoleText.change}
        spoken={spoken(consoleText.change)}
        title={name}
        face={{ size: 'small' }}
      >
        {(close) => (
          <ChangeStaffForm staff={staff} serviceWindows={serviceWindows} onDone={both(close)} onCancel={close} />
        )}
      </DialogButton>
      <DialogButton
        label={words.setPassword}
        spoken={spoken(words.setPassword)}
        title={words.setPasswordTitle(name)}
        face={{ size: 'small' }}
      >
        {(close) => (
          <>
            <p>{words.setPasswordSentence}</p>
            <PasswordForm staffId={staffId} isOwn={isOwn} onDone={both(close)} />
          </>
        )}
      </DialogButton>
      <DialogButton
        label={words.retire}
        spoken={spoken(words.retire)}
        title={words.retireTitle(name)}
        face={{ size: 'small', danger: true }}
      >
        {(close) => (
          <CommandForm
            type="RetireStaff"
            initial={{ staffId, reason: '' }}
            submitText={words.retire}
            isDanger
            onDone={both(close)}
            onCancel={close}
          >
            <p>{words.retireSentence}</p>
            <TextField name={['reason']} label={consoleText.reason} />
          </CommandForm>
        )}
      </DialogButton>
    </Space>
  )
}
