import { Alert, App, Button, Modal, Table, Upload } from 'antd'
import { useState } from 'react'
import {
  type ItemFileFormat,
  type ItemFileMistake,
  type ItemImport,
  itemFileFormats,
  itemFilePath,
} from '../../../shared/contract/item-exchange.ts'
import { askFile, saveFile } from '../../common/save-file.ts'
import { common } from '../../common/text/common.ts'
import { setupText } from '../../common/text/console-setup.ts'

const words = setupText.exchange

const addressOf = (format: ItemFileFormat) => `${itemFilePath}?format=${format}`

/** What became of a file: as the hub says it, or why it could not be asked. */
type Answer = ItemImport | { kind: 'failed'; sentence: string }

async function sendFile(file: File): Promise<Answer> {
  const format = file.name.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'yaml'
  try {
    const response = await askFile(addressOf(format), { method: 'POST', body: file })
    const answer = await response.json()
    return response.ok ? (answer as ItemImport) : { kind: 'failed', sentence: String(answer.message) }
  } catch {
    return { kind: 'failed', sentence: common.unreachable }
  }
}

/** 导入导出: all items as a file; a file with a mistake changes nothing and is answered row by row. */
export function ItemExchange() {
  const { message } = App.useApp()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [isSending, setSending] = useState(false)
  const importFile = async (file: File) => {
    setSending(true)
    const came = await sendFile(file)
    setSending(false)
    if (came.kind === 'done') void message.success(words.done(came.published, came.unchanged))
    else setAnswer(came)
  }
  const exportAs = async (format: ItemFileFormat) => {
    const problem = await saveFile(addressOf(format), `${words.fileName}.${format}`)
    if (problem !== '') setAnswer({ kind: 'failed', sentence: problem })
  }
  return (
    <>
      <Upload
        accept=".xlsx,.yaml,.yml"
        showUploadList={false}
        beforeUpload={(file) => {
          void importFile(file)
          return false
        }}
      >
        <Button loading={isSending}>{words.importFile}</Button>
      </Upload>
      {itemFileFormats.map((format) => (
        <Button key={format} onClick={() => void exportAs(format)}>
          {words.exportAs[format]}
        </Button>
      ))}
      <Modal open={answer !== null} onCancel={() => setAnswer(null)} title={words.nothing} footer={null} width={860}>
        {answer?.kind === 'failed' && <Alert type="error" showIcon title={answer.sentence} />}
        {answer?.kind === 'mistakes' && <MistakeTable mistakes={answer.mistakes} />}
      </Modal>
    </>
  )
}

function MistakeTable({ mistakes }: { mistakes: readonly ItemFileMistake[] }) {
  return (
    <>
      <Alert className="form-answer" type="error" showIcon title={words.mistakes(mistakes.length)} />
      <Table<ItemFileMistake>
        size="small"
        rowKey={({ sheet, row, column, sentence }) => `${sheet} ${row} ${column} ${sentence}`}
        pagination={false}
        scroll={{ y: '50vh' }}
        dataSource={[...mistakes]}
        columns={[
          { title: words.sheet, dataIndex: 'sheet', width: 70 },
          { title: words.row, key: 'row', width: 60, render: (_, { row }) => (row === 0 ? '' : row) },
          { title: words.column, dataIndex: 'column', width: 200 },
          { title: words.sentence, dataIndex: 'sentence' },
        ]}
      />
    </>
  )
}
