import { Table } from 'antd'
import { useCallback, useState } from 'react'
import type { DayFigures } from '../../../shared/contract/contract.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { useAsk } from '../../common/form/use-ask.ts'
import { hub } from '../../common/hub-link.ts'
import { consoleText } from '../../common/text/console.ts'
import { useConsoleView } from '../console-context.ts'
import { DayChoice } from '../parts/day-choice.tsx'

const words = consoleText.figures

type ItemFigures = DayFigures['items'][number]

/** 日报数字: what was done on a day, item by item. */
export function FiguresPage() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const [day, setDay] = useState(today)
  const ask = useCallback(() => hub.query.dayFigures({ day }), [day])
  const asked = useAsk(ask)
  return (
    <>
      <DayChoice key={day} day={day} onChoose={setDay} onAgain={asked.again} />
      <AskedFrame asked={asked}>{(figures) => <FiguresTable items={figures.items} />}</AskedFrame>
    </>
  )
}

const sumOf = (items: readonly ItemFigures[], key: 'taken' | 'done' | 'missed' | 'cancelled') =>
  items.reduce((sum, one) => sum + one[key], 0)

const oneDecimal = (minutes: number | null) => (minutes === null ? '' : minutes.toFixed(1))

function FiguresTable({ items }: { items: ItemFigures[] }) {
  return (
    <Table<ItemFigures>
      size="small"
      rowKey="itemCode"
      pagination={false}
      dataSource={items}
      locale={{ emptyText: words.empty }}
      columns={[
        { title: words.itemCode, dataIndex: 'itemCode' },
        { title: words.itemName, dataIndex: 'itemName' },
        { title: words.taken, dataIndex: 'taken', align: 'right' },
        { title: words.done, dataIndex: 'done', align: 'right' },
        { title: words.missed, dataIndex: 'missed', align: 'right' },
        { title: words.cancelled, dataIndex: 'cancelled', align: 'right' },
        {
          title: words.averageWait,
          key: 'wait',
          align: 'right',
          render: (_, one) => oneDecimal(one.averageWaitMinutes),
        },
        {
          title: words.averageService,
          key: 'service',
          align: 'right',
          render: (_, one) => oneDecimal(one.averageServiceMinutes),
        },
      ]}
      summary={() =>
        items.length > 0 && (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={2}>
              {words.total}
            </Table.Summary.Cell>
            {(['taken', 'done', 'missed', 'cancelled'] as const).map((key, at) => (
              <Table.Summary.Cell key={key} index={at + 2} align="right">
                {sumOf(items, key)}
              </Table.Summary.Cell>
            ))}
            <Table.Summary.Cell index={6} colSpan={2} />
          </Table.Summary.Row>
        )
      }
    />
  )
}
