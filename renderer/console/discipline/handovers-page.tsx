import { Button, Radio, Table, Tag } from 'antd'
import { useCallback, useState } from 'react'
import type { HandoverRow } from '../../../shared/contract/day-view.ts'
import { DraftPostButton } from '../../common/day/draft-post-button.tsx'
import { HandoverDialog } from '../../common/day/handover-dialog.tsx'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { optionsOf } from '../../common/form/fields.tsx'
import { hub } from '../../common/hub-link.ts'
import { handoverText as words } from '../../common/text/handover.ts'
import { clockText } from '../../common/time-text.ts'
import { useAskAnew } from '../ask-anew.ts'
import { useConsoleView } from '../console-context.ts'
import { DayChoice } from '../parts/day-choice.tsx'

type Filter = 'every' | 'missing' | HandoverRow['status']
const filters = { every: words.every, missing: words.summary.missing, ...words.status } as const

/** 交接: the sheets of a day by state, with who and when; any of them opened. */
export function HandoversPage() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const version = useConsoleView(({ handoverSeq, phase }) => handoverSeq + phase.phaseStartsAt)
  const [day, setDay] = useState(today)
  const [filter, setFilter] = useState<Filter>('every')
  const [opened, setOpened] = useState<number | null>(null)
  const ask = useCallback(() => hub.query.handovers({ day }), [day])
  const asked = useAskAnew(ask, version)
  return (
    <>
      <DayChoice key={day} day={day} onChoose={setDay} onAgain={asked.again} />
      <AskedFrame asked={asked}>
        {(rows) => (
          <>
            <Summary rows={rows} />
            <div className="page-actions">
              <Radio.Group
                aria-label={words.stateFilter}
                optionType="button"
                options={optionsOf(filters)}
                value={filter}
                onChange={(change) => setFilter(change.target.value)}
              />
            </div>
            <HandoverTable rows={rows.filter((one) => isShown(one, filter))} onOpen={setOpened} />
          </>
        )}
      </AskedFrame>
      <Posts version={version} onDrafted={setOpened} />
      {opened !== null && (
        <HandoverDialog
          handoverId={opened}
          isGiversScreen={false}
          onClose={() => {
            setOpened(null)
            asked.again()
          }}
        />
      )}
    </>
  )
}

const askPosts = () => hub.query.postsToHandOver({})

/** Leave with somebody who stands in, for which a sheet can be drafted now. */
function Posts({ version, onDrafted }: { version: number; onDrafted: (handoverId: number) => void }) {
  const { answer } = useAskAnew(askPosts, version)
  if (answer === null || answer.length === 0) return null
  return (
    <section aria-label={words.draftPost}>
      {answer.map(({ leaveId, giverName, toName, isBack }) => (
        <p key={leaveId} className="page-actions">
          <span>{words.post(giverName, toName, isBack)}</span>
          <DraftPostButton leaveId={leaveId} onDrafted={onDrafted} />
        </p>
      ))}
    </section>
  )
}

function isShown({ status, missing }: HandoverRow, filter: Filter): boolean {
  if (filter === 'every') return true
  return filter === 'missing' ? missing !== null : status === filter
}

function Summary({ rows }: { rows: HandoverRow[] }) {
  const counts = {
    all: rows.length,
    given: rows.filter(({ givenAt }) => givenAt !== null).length,
    taken: rows.filter(({ takenAt }) => takenAt !== null).length,
    missing: rows.filter(({ missing }) => missing !== null).length,
  }
  return (
    <dl className="today-figures" aria-label={words.page}>
      {(['all', 'given', 'taken', 'missing'] as const).map((key) => (
        <div key={key}>
          <dt>{words.summary[key]}</dt>
          <dd>{counts[key]}</dd>
        </div>
      ))}
    </dl>
  )
}

function HandoverTable({ rows, onOpen }: { rows: HandoverRow[]; onOpen: (handoverId: number) => void }) {
  const { columns } = words
  return (
    <Table<HandoverRow>
      size="small"
      rowKey="handoverId"
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={rows}
      locale={{ emptyText: words.empty }}
      columns={[
        { title: words.title, dataIndex: 'number', width: 150 },
        { title: columns.giver, dataIndex: 'staffName', width: 90 },
        { title: words.window, dataIndex: 'windowNumber', width: 60 },
        { title: columns.homeUnit, key: 'to', render: (_, { homeUnit, toName }) => toName || homeUnit },
        { title: columns.lines, dataIndex: 'lineCount', width: 60, align: 'right' },
        { title: columns.along, dataIndex: 'alongCount', width: 60, align: 'right' },
        { title: columns.status, key: 'status', width: 190, render: (_, one) => <State row={one} /> },
        { title: columns.given, key: 'given', width: 70, render: (_, { givenAt }) => timeOf(givenAt) },
        {
          title: columns.taken,
          key: 'taken',
          width: 190,
          render: (_, { takenAt, takenByName, signIn }) =>
            takenAt === null || signIn === null
              ? ''
              : `${clockText(takenAt)} ${words.takenBy(takenByName, words.signIn[signIn])}`,
        },
        {
          title: columns.returned,
          key: 'returned',
          width: 120,
          render: (_, { returned }) => (returned === null ? '' : `${clockText(returned.at)} ${returned.byName}`),
        },
        {
          key: 'open',
          width: 76,
          render: (_, { handoverId, number }) => (
            <Button size="small" aria-label={`${words.open} ${number}`} onClick={() => onOpen(handoverId)}>
              {words.open}
            </Button>
          ),
        },
      ]}
    />
  )
}

function timeOf(at: number | null): string {
  return at === null ? '' : clockText(at)
}

function State({ row: { status, missing, refusal } }: { row: HandoverRow }) {
  const isRefused = status === 'drafted' && refusal !== null
  return (
    <>
      <Tag color={status === 'taken' || status === 'returned' ? 'green' : 'default'}>
        {isRefused ? words.refused : words.status[status]}
      </Tag>
      {missing !== null && <Tag color="red">{words.missing[missing]}</Tag>}
    </>
  )
}
