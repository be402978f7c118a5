import { App, Button, Space, Table } from 'antd'
import { useState } from 'react'
import type { DocumentRow } from '../../../shared/contract/promise-view.ts'
import { type SignedPaper, signedPaper } from '../../../shared/vocabulary/signature.ts'
import { freshCommandId, hub, send } from '../hub-link.ts'
import { promiseText } from '../text/promise.ts'
import { clockText, dayText } from '../time-text.ts'
import { printPage } from './print-page.ts'

const words = promiseText.documents

/** Prints one document, counting a reprint first; answers what to say. */
export function usePrintDocument(): {
  print: (documentId: number, isReprint: boolean) => Promise<void>
  busy: boolean
} {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const print = async (documentId: number, isReprint: boolean) => {
    setBusy(true)
    try {
      if (isReprint) {
        const counted = await send('ReprintDocument', { documentId }, freshCommandId())
        if (counted.kind === 'refused') return void message.error(counted.sentence)
      }
      const page = await hub.query.documentPrint({ documentId })
      const printed = page === null ? { ok: false, sentence: words.gone } : await printPage(page)
      void (printed.ok ? message.success(printed.sentence) : message.error(printed.sentence))
    } catch {
      void message.error(words.notPrinted(promiseText.nothingFound))
    } finally {
      setBusy(false)
    }
  }
  return { print, busy }
}

/** 文书 of a filing: number, when and by whom, and the press to print both copies. */
export function DocumentList({
  documents,
  onSign,
  onVoid,
}: {
  documents: DocumentRow[]
  onSign: (documentId: number, paper: SignedPaper) => void
  onVoid?: (document: DocumentRow) => void
}) {
  const { print, busy } = usePrintDocument()
  return (
    <Table<DocumentRow>
      size="small"
      rowKey="documentId"
      pagination={false}
      dataSource={documents}
      locale={{ emptyText: words.empty }}
      columns={[
        {
          title: promiseText.columns.kind,
          key: 'kind',
          width: 150,
          render: (_, { kind }) => promiseText.documentKind[kind],
        },
        { title: promiseText.columns.number, dataIndex: 'number', width: 170 },
        {
          title: promiseText.columns.at,
          key: 'at',
          render: (_, { at, issuedByName }) => `${dayText(at)} ${clockText(at)} ${issuedByName}`,
        },
        {
          key: 'print',
          width: 300,
          render: (_, one) =>
            one.voidedReason !== null ? (
              <span className="soft">{words.voided(one.voidedReason)}</span>
            ) : (
              <Space>
                <Button size="small" type="primary" disabled={busy} onClick={() => void print(one.documentId, false)}>
                  {words.print}
                </Button>
                <Button size="small" disabled={busy} onClick={() => void print(one.documentId, true)}>
                  {words.reprint}
                </Button>
                <SignKey document={one} onSign={onSign} />
                {onVoid !== undefined && (
                  <Button size="small" danger onClick={() => onVoid(one)}>
                    {words.void}
                  </Button>
                )}
              </Space>
            ),
        },
      ]}
    />
  )
}

/** 签收 of what is handed to the applicant for his signature; the slip has its own place among the actions. */
function SignKey({
  document: { documentId, kind, signedAt },
  onSign,
}: {
  document: DocumentRow
  onSign: (documentId: number, paper: SignedPaper) => void
}) {
  const paper = signedPaper.exclude(['handling-slip']).safeParse(kind).data
  if (paper === undefined) return null
  if (signedAt !== null)
    return <span className="soft">{words.signedAt(`${dayText(signedAt)} ${clockText(signedAt)}`)}</span>
  return (
    <Button size="small" onClick={() => onSign(documentId, paper)}>
      {words.sign}
    </Button>
  )
}
