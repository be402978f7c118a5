import { Button, Table } from 'antd'
import { useCallback, useState } from 'react'
import type { PromiseFigures, RepeatVisitRow } from '../../../shared/contract/promise-view.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { useAsk } from '../../common/form/use-ask.ts'
import { hub } from '../../common/hub-link.ts'
import { consolePromise } from '../../common/text/console-promise.ts'
import { promiseText } from '../../common/text/promise.ts'
import { useConsoleView } from '../console-context.ts'
import { type Days, DaysForm } from '../parts/days-form.tsx'
import { type Figure, figuresIn } from './figure-lines.ts'
import { type Matter, OpenedMatter } from './opened-matter.tsx'

const words = consolePromise.figures
const { columns } = promiseText

/** 时限统计: each figure with what exactly it counts, and who had to come again. */
export function PromiseFiguresPage() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const [days, setDays] = useState<Days>({ from: `${today.slice(0, 8)}01`, to: today })
  const [matter, setMatter] = useState<Matter | null>(null)
  const ask = useCallback(
    async () => ({ figures: await hub.query.promiseFigures(days), visits: await hub.query.repeatVisits(days) }),
    [days],
  )
  const asked = useAsk(ask)
  return (
    <>
      <DaysForm days={days} onChoose={setDays} onAgain={asked.again} />
      <AskedFrame asked={asked}>
        {({ figures, visits }) => (
          <>
            <FigureTables figures={figures} />
            <h2>{words.byItem}</h2>
            <ItemTable items={figures.byItem} />
            <h2>{words.repeatVisits}</h2>
            <p className="soft">{words.repeatVisitsSentence}</p>
            <VisitTable visits={visits} onOpen={(filingId) => setMatter({ filingId })} />
          </>
        )}
      </AskedFrame>
      <OpenedMatter matter={matter} onOpen={setMatter} />
    </>
  )
}

function FigureTables({ figures }: { figures: PromiseFigures }) {
  return (
    <div className="figure-tables">
      {figuresIn(figures).map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          <Table<Figure>
            size="small"
            rowKey="name"
            pagination={false}
            dataSource={lines}
            columns={[
              { title: words.figure, dataIndex: 'name', width: 120 },
              { title: words.count, dataIndex: 'value', width: 80, align: 'right' },
              { title: words.definition, dataIndex: 'definition', className: 'soft' },
            ]}
          />
        </section>
      ))}
    </div>
  )
}

function ItemTable({ items }: { items: PromiseFigures['byItem'] }) {
  return (
    <Table<PromiseFigures['byItem'][number]>
      size="small"
      rowKey="itemCode"
      pagination={false}
      dataSource={items}
      locale={{ emptyText: words.empty }}
      columns={[
        { title: columns.item, dataIndex: 'itemName' },
        { title: words.filingFigures.received.name, dataIndex: 'received', align: 'right' },
        { title: words.decisionFigures.decided.name, dataIndex: 'decided', align: 'right' },
        { title: words.decisionFigures.pastPromised.name, dataIndex: 'pastPromised', align: 'right' },
      ]}
    />
  )
}

interface VisitTableProps {
  visits: RepeatVisitRow[]
  onOpen: (filingId: number) => void
}

function VisitTable({ visits, onOpen }: VisitTableProps) {
  return (
    <Table<RepeatVisitRow>
      size="small"
      rowKey="filingId"
      pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={visits}
      locale={{ emptyText: words.noRepeatVisits }}
      columns={[
        { title: columns.number, dataIndex: 'number', width: 150 },
        { title: columns.item, dataIndex: 'itemName' },
        { title: columns.party, dataIndex: 'partyMask', width: 80 },
        { title: columns.owner, dataIndex: 'ownerName', width: 90 },
        { title: columns.received, dataIndex: 'receivedDay', width: 110 },
        { title: words.visits, dataIndex: 'visitsAfterNotice', width: 110, align: 'right' },
        { title: words.notices, dataIndex: 'noticeCount', width: 100, align: 'right' },
        { title: words.causes, key: 'causes', render: (_, { causes }) => causesText(causes) },
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

/** Each cause once, with how often when it was more than once. */
function causesText(causes: RepeatVisitRow['causes']): string {
  return [...Map.groupBy(causes, (cause) => cause)]
    .map(([cause, times]) => promiseText.visitCause[cause] + (times.length > 1 ? ` ×${times.length}` : ''))
    .join('、')
}
