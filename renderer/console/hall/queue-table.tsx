import { Table } from 'antd'
import type { QueueView } from '../../../shared/contract/view.ts'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { useConsoleView } from '../console-context.ts'

const words = consoleText.hall

/** Each queue with how many wait, the longest of the waits, and what a number taken now would wait. */
export function QueueTable() {
  const queues = useConsoleView((view) => view.queues)
  return (
    <Table<QueueView>
      size="small"
      rowKey="letter"
      pagination={false}
      dataSource={queues}
      columns={[
        {
          title: words.queue,
          key: 'queue',
          render: (_, { letter, name, openWindows }) => (
            <>
              <strong>{letter}</strong> {name}
              <div className="soft">
                {openWindows.length === 0 ? words.nobodyServes : consoleText.desk.goTo(openWindows)}
              </div>
            </>
          ),
        },
        { title: words.people, dataIndex: 'waitingCount', align: 'right' },
        {
          title: words.longestWait,
          key: 'longest',
          align: 'right',
          render: (_, { waitingCount, longestWaitMinutes }) =>
            waitingCount === 0 ? '' : common.minutes(longestWaitMinutes),
        },
        {
          title: words.estimate,
          key: 'estimate',
          align: 'right',
          render: (_, { estimateMinutes }) => (estimateMinutes === null ? '' : common.minutes(estimateMinutes)),
        },
      ]}
    />
  )
}
