import { Table, Typography } from 'antd'
import type { CountedDays, DueExplanation, FilingView } from '../../../shared/contract/promise-view.ts'
import { promiseText } from '../text/promise.ts'

const words = promiseText.due

/** 期限怎么算: which days counted, which did not and why, and by which clause. */
export function DueExplanations({ explanation }: Pick<FilingView, 'explanation'>) {
  const { promised, statutory, delivery } = explanation
  const { filing } = promiseText
  if (promised === null && statutory === null && delivery === null) return <p className="soft">{words.none}</p>
  return (
    <>
      {promised !== null && <Explained what={filing.promised} explained={promised} />}
      {statutory !== null && <Explained what={filing.statutory} explained={statutory} />}
      {delivery !== null && <Explained what={filing.delivery} explained={delivery} />}
    </>
  )
}

function Explained({ what, explained }: { what: string; explained: DueExplanation }) {
  const { due, limitText, basis, startDay, days } = explained
  return (
    <section className="due-explained">
      <Typography.Title level={5}>{words.heading(what, due.day)}</Typography.Title>
      <p className="soft">
        {[words.start(startDay, limitText), basis, due.isProvisional ? promiseText.provisional : '']
          .filter((part) => part !== '')
          .join('，')}
      </p>
      <Table<CountedDays>
        size="small"
        rowKey={({ from, reason }) => `${from} ${reason}`}
        pagination={false}
        dataSource={days}
        columns={[
          { title: words.from, key: 'from', width: 210, render: (_, one) => rangeText(one) },
          {
            title: words.counts,
            key: 'counts',
            width: 90,
            render: (_, one) => (one.counts ? words.yes(one.amount) : words.no),
          },
          { title: words.reason, dataIndex: 'reason', width: 180 },
          { title: words.clause, dataIndex: 'clause' },
        ]}
      />
    </section>
  )
}

function rangeText({ from, to }: CountedDays): string {
  return from === to ? from : `${from} — ${to}`
}
