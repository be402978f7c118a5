import { Table } from 'antd'
import type { FilingView, StageView } from '../../../shared/contract/promise-view.ts'
import { promiseText } from '../text/promise.ts'
import { clockText, dayText } from '../time-text.ts'
import { LightMark } from './light-mark.tsx'

const words = promiseText.stages

/** 环节: who handled each from when to when, when it was due, and what came of it. */
export function StageTable({ view }: { view: FilingView }) {
  const { stages, filing } = view
  return (
    <Table<StageView>
      size="small"
      rowKey={(stage) => stages.indexOf(stage)}
      pagination={false}
      dataSource={stages}
      columns={[
        { title: words.name, dataIndex: 'name', width: 130 },
        {
          title: promiseText.columns.light,
          key: 'light',
          width: 76,
          render: (_, { light }) => light !== null && <LightMark light={light} />,
        },
        { title: words.handler, dataIndex: 'handlerName', width: 90 },
        { title: words.limit, key: 'limit', width: 100, render: (_, { limit }) => words.limitText(limit) },
        { title: words.begun, key: 'begun', width: 130, render: (_, { begun }) => stamp(begun?.at) },
        { title: words.due, key: 'due', width: 110, render: (_, { begun }) => begun?.due.day ?? '' },
        { title: words.ended, key: 'ended', width: 130, render: (_, { ended }) => stamp(ended?.at) },
        { title: words.opinion, key: 'opinion', render: (_, stage) => opinionOf(stage, filing) },
      ]}
    />
  )
}

function stamp(at: number | undefined): string {
  return at === undefined ? '' : `${dayText(at)} ${clockText(at)}`
}

/** A grant needs no words: the decision itself is what came of the last stage. */
function opinionOf({ begun, ended }: StageView, { decision, endedAt }: FilingView['filing']): string {
  if (begun === null) return decision !== null || endedAt !== null ? words.skipped : words.ahead
  if (ended === null) return words.open
  return ended.opinion || (decision === null ? '' : promiseText.decision[decision])
}
