import { Empty, Form, Table, Tag } from 'antd'
import type { ConsoleView } from '../../../shared/contract/view.ts'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { ChoiceField, SelectField, TextField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { clockText } from '../../common/time-text.ts'
import { useConsoleView } from '../console-context.ts'

const words = consoleText.screens

type Pairing = ConsoleView['pairings'][number]
type EnrolledScreen = ConsoleView['screens'][number]

/** 设备配对: machines that ask to be let in, and those that are. */
export function ScreensPage() {
  return (
    <>
      <h2>{words.pendingTitle}</h2>
      <PendingTable />
      <h2>{words.enrolledTitle}</h2>
      <EnrolledTable />
    </>
  )
}

function PendingTable() {
  const pairings = useConsoleView((view) => view.pairings)
  if (pairings.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noPending} />
  return (
    <Table<Pairing>
      size="small"
      rowKey="pairingCode"
      pagination={false}
      dataSource={pairings}
      columns={[
        {
          title: words.code,
          key: 'code',
          render: (_, one) => <strong className="pairing-code">{one.pairingCode}</strong>,
        },
        { title: words.kind, key: 'kind', render: (_, one) => common.screenKind[one.kind] },
        { title: words.name, dataIndex: 'name' },
        { title: words.from, dataIndex: 'from' },
        { title: words.requestedAt, key: 'at', render: (_, one) => clockText(one.requestedAt) },
        { key: 'actions', render: (_, one) => <Approve pairing={one} /> },
      ]}
    />
  )
}

function Approve({ pairing: { pairingCode, kind, name } }: { pairing: Pairing }) {
  return (
    <DialogButton
      label={words.approve}
      spoken={`${words.approve} ${pairingCode}`}
      title={words.approveTitle}
      face={{ type: 'primary', size: 'small' }}
    >
      {(close) => (
        <CommandForm
          type="EnrolScreen"
          initial={{ pairingCode, kind, name, windowNumber: null }}
          submitText={words.approve}
          onDone={close}
          onCancel={close}
        >
          <p>{words.approveSentence}</p>
          <p className="pairing-code is-large">{pairingCode}</p>
          <ChoiceField name={['kind']} label={words.kind} names={common.screenKind} />
          <CountertopWindow />
          <TextField name={['name']} label={words.name} />
        </CommandForm>
      )}
    </DialogButton>
  )
}

/** The window of a countertop; no other kind of screen has one. */
function CountertopWindow() {
  const kind = Form.useWatch<string | undefined>('kind')
  const serviceWindows = useConsoleView((view) => view.serviceWindows)
  if (kind !== 'countertop') return null
  const options = serviceWindows.map(({ windowNumber, name }) => ({
    value: windowNumber,
    label: `${common.windowName(windowNumber)} ${name}`,
  }))
  return <SelectField name={['windowNumber']} label={words.windowNumber} options={options} />
}

function kindText({ kind, windowNumber }: Pick<EnrolledScreen, 'kind' | 'windowNumber'>): string {
  const name = common.screenKind[kind]
  return windowNumber === null ? name : `${name}（${common.windowName(windowNumber)}）`
}

function EnrolledTable() {
  const screens = useConsoleView((view) => view.screens)
  return (
    <Table<EnrolledScreen>
      size="small"
      rowKey="screenId"
      pagination={false}
      dataSource={screens}
      columns={[
        { title: words.name, dataIndex: 'name' },
        { title: words.kind, key: 'kind', render: (_, one) => kindText(one) },
        {
          title: words.state,
          key: 'state',
          render: (_, { connected, isLocal }) => (
            <>
              <Tag color={connected ? 'success' : 'default'}>{connected ? words.connected : words.notConnected}</Tag>
              {isLocal && <Tag>{words.local}</Tag>}
            </>
          ),
        },
        { key: 'actions', render: (_, one) => (one.isLocal ? null : <Revoke screen={one} />) },
      ]}
    />
  )
}

function Revoke({ screen: { screenId, name } }: { screen: EnrolledScreen }) {
  return (
    <DialogButton
      label={words.revoke}
      spoken={`${words.revoke} ${name}`}
      title={words.revokeTitle(name)}
      face={{ danger: true, size: 'small' }}
    >
      {(close) => (
        <CommandForm
          type="RevokeScreen"
          initial={{ screenId, reason: '' }}
          submitText={words.revoke}
          isDanger
          onDone={close}
          onCancel={close}
        >
          <p>{words.revokeSentence}</p>
          <TextField name={['reason']} label={consoleText.reason} />
        </CommandForm>
      )}
    </DialogButton>
  )
}
