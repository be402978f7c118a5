import { Button, Table } from 'antd'
import { useCallback, useState } from 'react'
import type { JournalPage as Page } from '../../../shared/contract/contract.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { useAsk } from '../../common/form/use-ask.ts'
import { hub } from '../../common/hub-link.ts'
import { journalText } from '../../common/text/console-journal.ts'
import { clockSecondsText, dayText } from '../../common/time-text.ts'
import { useConsoleView } from '../console-context.ts'
import { useSetup } from '../use-setup.ts'
import { ChainCheckLine } from './chain-check-line.tsx'
import { actorText, factsText, indentedBody, namesFrom, typeName } from './entry-text.ts'
import { type Filter, FilterForm } from './filter-form.tsx'

type Entry = Page['entries'][number]

/** 流水: everything that happened, newest first, as an auditor reads it. */
export function JournalPage() {
  const [filter, setFilter] = useState<Filter>({})
  const [before, setBefore] = useState<number | null>(null)
  const ask = useCallback(
    () => hub.query.journal({ ...filter, limit: 100, ...(before === null ? {} : { before }) }),
    [filter, before],
  )
  const asked = useAsk(ask)
  return (
    <>
      <ChainCheckLine />
      <FilterForm
        onRead={(next) => {
          setFilter(next)
          setBefore(null)
        }}
      />
      <AskedFrame asked={asked}>
        {({ entries, nextBefore }) => (
          <>
            <EntryTable entries={entries} />
            <div className="form-answer page-actions">
              {nextBefore !== null && entries.length > 0 && (
                <Button onClick={() => setBefore(nextBefore)}>{journalText.earlier}</Button>
              )}
              {before !== null && <Button onClick={() => setBefore(null)}>{journalText.newest}</Button>}
            </div>
          </>
        )}
      </AskedFrame>
    </>
  )
}

function EntryTable({ entries }: { entries: Entry[] }) {
  const { answer: setup } = useSetup()
  const screens = useConsoleView((view) => view.screens)
  const names = namesFrom(setup?.staff ?? [], screens)
  return (
    <Table<Entry>
      size="small"
      rowKey="seq"
      pagination={false}
      dataSource={entries}
      locale={{ emptyText: journalText.empty }}
      expandable={{
        expandedRowRender: ({ body, hash }) => (
          <>
            <pre className="journal-body">{indentedBody(body)}</pre>
            <p className="soft">
              {journalText.hash} {hash}
            </p>
          </>
        ),
      }}
      columns={[
        { title: journalText.seq, dataIndex: 'seq', width: 90, align: 'right' },
        {
          title: journalText.at,
          key: 'at',
          width: 170,
          render: (_, { at }) => `${dayText(at)} ${clockSecondsText(at)}`,
        },
        {
          title: journalText.actor,
          key: 'actor',
          width: 130,
          render: (_, one) => actorText(one.actor, names),
        },
        { title: journalText.what, key: 'type', width: 140, render: (_, one) => typeName(one.type) },
        { title: journalText.content, key: 'facts', render: (_, one) => factsText(one.body, names) },
      ]}
    />
  )
}
