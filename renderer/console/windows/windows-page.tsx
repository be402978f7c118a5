import { Space, Table, Tabs } from 'antd'
import type { Setup } from '../../../shared/contract/contract.ts'
import type { Queue, ServiceWindowSetup } from '../../../shared/vocabulary/hall.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { NumberField, SelectField, TextField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'
import { useSetup } from '../use-setup.ts'

const words = setupText.windows
const small = { size: 'small' } as const
const danger = { size: 'small', danger: true } as const

/** 窗口与队列: which counters there are, and whose numbers each of them calls. */
export function WindowsPage() {
  const asked = useSetup()
  return (
    <AskedFrame asked={asked}>
      {(setup) => (
        <Tabs
          items={[
            { key: 'windows', label: words.windowsTab, children: <WindowTable setup={setup} /> },
            { key: 'queues', label: words.queuesTab, children: <QueueSetupTable setup={setup} /> },
          ]}
        />
      )}
    </AskedFrame>
  )
}

function WindowTable({ setup }: { setup: Setup }) {
  const { serviceWindows, queues } = setup
  return (
    <>
      <div className="page-actions">
        <DialogButton label={words.add} title={words.add} face={{ type: 'primary' }}>
          {(close) => <WindowForm queues={queues} onDone={close} />}
        </DialogButton>
      </div>
      <Table<ServiceWindowSetup>
        size="small"
        rowKey="windowNumber"
        pagination={false}
        dataSource={serviceWindows}
        columns={[
          { title: words.windowNumber, dataIndex: 'windowNumber', align: 'right', width: 80 },
          { title: words.name, dataIndex: 'name' },
          { title: words.department, dataIndex: 'department' },
          { title: words.queues, key: 'queues', render: (_, one) => queueNames(one.queues, queues) },
          {
            key: 'actions',
            render: (_, one) => (
              <Space>
                <DialogButton
                  label={consoleText.change}
                  spoken={`${consoleText.change} ${words.nameOf(one.windowNumber)}`}
                  title={words.nameOf(one.windowNumber)}
                  face={small}
                >
                  {(close) => <WindowForm queues={queues} published={one} onDone={close} />}
                </DialogButton>
                <WithdrawWindow windowNumber={one.windowNumber} />
              </Space>
            ),
          },
        ]}
      />
    </>
  )
}

function queueNames(letters: readonly string[], queues: readonly Queue[]): string {
  return letters
    .map((letter) => `${letter} ${queues.find((queue) => queue.letter === letter)?.name ?? ''}`.trim())
    .join('、')
}

interface WindowFormProps {
  queues: Queue[]
  /** The window to change; left out for a new one. */
  published?: ServiceWindowSetup
  onDone: () => void
}

function WindowForm({ queues, published, onDone }: WindowFormProps) {
  const fresh = { name: '', department: '', queues: [] }
  return (
    <CommandForm
      type="PublishServiceWindow"
      initial={{ serviceWindow: published ?? fresh }}
      submitText={consoleText.save}
      doneText={consoleText.saved}
      onDone={onDone}
      onCancel={onDone}
    >
      <NumberField
        name={['serviceWindow', 'windowNumber']}
        label={words.windowNumber}
        isDisabled={published !== undefined}
      />
      <TextField name={['serviceWindow', 'name']} label={words.name} />
      <TextField name={['serviceWindow', 'department']} label={words.department} />
      <SelectField
        name={['serviceWindow', 'queues']}
        label={words.queues}
        isMultiple
        options={queues.map(({ letter, name }) => ({ value: letter, label: `${letter} ${name}` }))}
      />
    </CommandForm>
  )
}

function WithdrawWindow({ windowNumber }: { windowNumber: number }) {
  return (
    <DialogButton
      label={words.withdraw}
      spoken={`${words.withdraw} ${words.nameOf(windowNumber)}`}
      title={words.withdraw}
      face={danger}
    >
      {(close) => (
        <CommandForm
          type="WithdrawServiceWindow"
          initial={{ windowNumber }}
          submitText={words.withdraw}
          isDanger
          onDone={close}
          onCancel={close}
        >
          <p>{words.withdrawWindowSure(windowNumber)}</p>
        </CommandForm>
      )}
    </DialogButton>
  )
}

function QueueSetupTable({ setup }: { setup: Setup }) {
  const { queues, serviceItems, serviceWindows } = setup
  return (
    <>
      <div className="page-actions">
        <DialogButton label={words.addQueue} title={words.addQueue} face={{ type: 'primary' }}>
          {(close) => <QueueForm onDone={close} />}
        </DialogButton>
      </div>
      <Table<Queue>
        size="small"
        rowKey="letter"
        pagination={false}
        dataSource={queues}
        columns={[
          { title: words.letter, dataIndex: 'letter', width: 80 },
          { title: words.queueName, dataIndex: 'name' },
          { title: words.nameEnglish, dataIndex: 'nameEnglish' },
          {
            title: words.itemCount,
            key: 'items',
            align: 'right',
            render: (_, { letter }) => serviceItems.filter(({ queue }) => queue === letter).length,
          },
          {
            title: words.windowNumbers,
            key: 'windows',
            render: (_, { letter }) =>
              serviceWindows
                .filter(({ queues: served }) => served.includes(letter))
                .map(({ windowNumber }) => windowNumber)
                .join('、'),
          },
          {
            key: 'actions',
            render: (_, queue) => (
              <Space>
                <DialogButton
                  label={consoleText.change}
                  spoken={`${consoleText.change} ${queue.letter}`}
                  title={`${words.queues} ${queue.letter}`}
                  face={small}
                >
                  {(close) => <QueueForm published={queue} onDone={close} />}
                </DialogButton>
                <WithdrawQueue letter={queue.letter} />
              </Space>
            ),
          },
        ]}
      />
    </>
  )
}

function QueueForm({ published, onDone }: { published?: Queue; onDone: () => void }) {
  return (
    <CommandForm
      type="PublishQueue"
      initial={{ queue: published ?? { name: '', nameEnglish: '' } }}
      submitText={consoleText.save}
      doneText={consoleText.saved}
      onDone={onDone}
      onCancel={onDone}
    >
      <TextField name={['queue', 'letter']} label={words.letter} isDisabled={published !== undefined} />
      <TextField name={['queue', 'name']} label={words.queueName} />
      <TextField name={['queue', 'nameEnglish']} label={words.nameEnglish} />
    </CommandForm>
  )
}

function WithdrawQueue({ letter }: { letter: string }) {
  return (
    <DialogButton label={words.withdraw} spoken={`${words.withdraw} ${letter}`} title={words.withdraw} face={danger}>
      {(close) => (
        <CommandForm
          type="WithdrawQueue"
          initial={{ letter }}
          submitText={words.withdraw}
          isDanger
          onDone={close}
          onCancel={close}
        >
          <p>{words.withdrawQueueSure(letter)}</p>
        </CommandForm>
      )}
    </DialogButton>
  )
}
