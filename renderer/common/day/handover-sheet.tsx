import { Descriptions, Table } from 'antd'
import type { ReactNode } from 'react'
import type { HandoverLineView, HandoverView } from '../../../shared/contract/day-view.ts'
import { filingStatusWords } from '../../../shared/vocabulary/words.ts'
import { LightMark } from '../promise/light-mark.tsx'
import { handoverText as words } from '../text/handover.ts'
import { clockText } from '../time-text.ts'

interface HandoverSheetProps {
  view: HandoverView
  /** What stands in the two columns that a giver fills in; left out, what was filled in. */
  along?: (line: HandoverLineView) => { originals: ReactNode; action: ReactNode }
}

/** The sheet on a screen: head, open filings, what else there is to say. */
export function HandoverSheet({ view, along = asFilledIn }: HandoverSheetProps) {
  return (
    <>
      <HandoverHead view={view} />
      <Table<HandoverLineView>
        size="small"
        rowKey="filingId"
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        dataSource={view.lines}
        locale={{ emptyText: words.emptyLines }}
        columns={[
          {
            title: words.columns.light,
            key: 'light',
            width: 64,
            render: (_, { light }) => <LightMark light={light} />,
          },
          {
            title: words.columns.left,
            key: 'left',
            width: 112,
            render: (_, { remainingWorkdays }) => words.left(remainingWorkdays),
          },
          { title: words.columns.number, dataIndex: 'number', width: 148 },
          { title: words.columns.party, dataIndex: 'partyMask', width: 72 },
          { title: words.columns.item, dataIndex: 'itemName' },
          {
            title: words.columns.stage,
            key: 'stage',
            width: 96,
            render: (_, { stage, status }) => stage ?? filingStatusWords[status],
          },
          { title: words.columns.originals, key: 'originals', width: 210, render: (_, line) => along(line).originals },
          { title: words.columns.action, key: 'action', width: 190, render: (_, line) => along(line).action },
        ]}
      />
    </>
  )
}

function asFilledIn({ originals, action, heldByName }: HandoverLineView) {
  return { originals: words.originalsText(originals, heldByName), action }
}

/** Who, where, when, and what the day was. */
function HandoverHead({ view }: { view: HandoverView }) {
  const { counts, refusal, returned, takenAt, givenAt, heldUntil, signIn } = view
  const rows: [string, string][] = [
    [words.giver, view.staffName],
    view.toName === '' ? [words.unit, view.homeUnit] : [words.to, view.toName],
    [words.window, view.windowNumber === null ? words.noWindow : String(view.windowNumber)],
    [words.counts, words.countsText(counts.received, counts.instant, counts.notices, counts.corrections)],
    [words.waitingNumbers, waitingText(view)],
    [words.receipts, view.receipts],
    [words.givenAt, givenAt === null ? '' : clockText(givenAt)],
    [
      words.takenAt,
      takenAt === null || signIn === null
        ? ''
        : `${clockText(takenAt)} ${words.takenBy(view.takenByName, words.signIn[signIn])}`,
    ],
    [words.remark, [view.remark, heldUntil === null ? '' : words.held(clockText(heldUntil))].join(' ').trim()],
    [words.refusal, refusal === null ? '' : `${refusal.reason}（${refusal.byName} ${clockText(refusal.at)}）`],
    [words.returnedAt, returned === null ? '' : `${returned.byName} ${clockText(returned.at)} ${returned.note}`],
  ]
  const items = rows.filter(([, value]) => value !== '').map(([label, children]) => ({ key: label, label, children }))
  return <Descriptions className="handover-head" size="small" bordered column={3} items={items} />
}

function waitingText({ waitingNumbers, waitingRule }: HandoverView): string {
  return waitingNumbers.length === 0 ? '' : words.waitingText(waitingNumbers, words.waitingRule[waitingRule])
}
