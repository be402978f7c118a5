import { Space, Table, Tag } from 'antd'
import type { ConsoleView, ObservationView } from '../../../shared/contract/view.ts'
import { observationKindWords, observationReasonWords, violationCodeWords } from '../../../shared/vocabulary/words.ts'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { LinesField, SelectField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { common } from '../../common/text/common.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { clockText, dayText } from '../../common/time-text.ts'
import { useConsoleView, useSession } from '../console-context.ts'

const words = consoleDiscipline.posts
const { column } = words

type WindowNow = ConsoleView['serviceWindows'][number]

/** 在岗: who is where and since when, what the hub saw of it, and what was said to that. */
export function PostsPage() {
  const serviceWindows = useConsoleView((view) => view.serviceWindows)
  const observations = useConsoleView((view) => view.observations)
  return (
    <>
      <h2>{words.windows}</h2>
      <WindowTable serviceWindows={serviceWindows} observations={observations} />
      <h2>{words.seen}</h2>
      <p className="soft">{words.seenSentence}</p>
      <ObservationTable observations={observations} />
    </>
  )
}

interface Seen {
  observations: ObservationView[]
}

function WindowTable({ serviceWindows, observations }: Seen & { serviceWindows: WindowNow[] }) {
  const runningAt = (windowNumber: number) =>
    observations.filter((one) => one.endedAt === null && one.windowNumber === windowNumber)
  return (
    <Table<WindowNow>
      size="small"
      rowKey="windowNumber"
      pagination={false}
      dataSource={serviceWindows}
      columns={[
        { title: column.windowNumber, key: 'window', render: (_, one) => `${one.windowNumber} ${one.name}` },
        { title: column.state, key: 'state', width: 220, render: (_, one) => stateOf(one) },
        { title: column.who, key: 'who', width: 140, render: (_, one) => one.staffName ?? words.nobody },
        {
          title: column.since,
          key: 'since',
          width: 90,
          render: (_, { since }) => (since === null ? '' : clockText(since)),
        },
        {
          title: column.kind,
          key: 'running',
          render: (_, { windowNumber }) =>
            runningAt(windowNumber).map(({ observationId, kind, minutes }) => (
              <Tag key={observationId} color={kind === 'past-closing' ? 'processing' : 'warning'}>
                {observationKindWords[kind]} {common.minutes(minutes)}
              </Tag>
            )),
        },
      ]}
    />
  )
}

function stateOf({ status, pauseReason, current }: WindowNow): string {
  const reason = pauseReason === null ? '' : common.pauseReason[pauseReason]
  const ticket = current === null ? '' : `${common.ticketStatus[current.status]} ${current.number}`
  return [common.windowStatus[status], reason, ticket].filter((part) => part !== '').join(' · ')
}

function ObservationTable({ observations }: Seen) {
  const maySettle = useSession().role === 'supervisor'
  return (
    <Table<ObservationView>
      size="small"
      rowKey="observationId"
      pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={observations}
      locale={{ emptyText: words.none }}
      columns={[
        { title: column.windowNumber, key: 'window', width: 80, dataIndex: 'windowNumber' },
        {
          title: column.kind,
          key: 'kind',
          width: 200,
          render: (_, { kind, limitMinutes }) => (
            <>
              {observationKindWords[kind]} <span className="soft">{words.limit(limitMinutes)}</span>
            </>
          ),
        },
        { title: column.who, key: 'who', width: 110, dataIndex: 'staffName' },
        { title: column.since, key: 'since', width: 80, render: (_, { since }) => clockText(since) },
        {
          title: column.minutes,
          key: 'minutes',
          width: 170,
          render: (_, { minutes, endedAt }) => (endedAt === null ? words.running(minutes) : words.ended(minutes)),
        },
        { title: column.explained, key: 'explained', render: (_, one) => <Explanation observation={one} /> },
        {
          key: 'actions',
          width: 190,
          render: (_, one) => maySettle && <SettleButtons observation={one} />,
        },
      ]}
    />
  )
}

function Explanation({ observation }: { observation: ObservationView }) {
  const { explanation, excused, kind, isProposable } = observation
  const isSilent = explanation === null && isProposable
  return (
    <>
      {explanation !== null && (
        <span>
          {clockText(explanation.at)} {observationReasonWords[explanation.reason]} {explanation.note}
        </span>
      )}
      {explanation === null && excused === null && kind !== 'past-closing' && (
        <span className="soft">{isSilent ? words.silent : words.waiting}</span>
      )}
      {excused !== null && <Tag color="success">{words.excused(excused.note)}</Tag>}
    </>
  )
}

/** 采纳 at any time; 提请记录 once the clerk was heard. */
function SettleButtons({ observation }: { observation: ObservationView }) {
  if (observation.excused !== null) return null
  return (
    <Space>
      <ExcuseButton observation={observation} />
      {observation.isProposable && <ProposeButton observation={observation} />}
    </Space>
  )
}

/** What a seat that was left, or a visitor who was left to wait, can be; the supervisor says which. */
const codesOfPost = ['off-post', 'breakfast-out', 'private-errand', 'neglecting-visitor', 'other-discipline'] as const

function ProposeButton({ observation }: { observation: ObservationView }) {
  const { observationId, windowNumber, staffId, staffName, since, kind, minutes, explanation } = observation
  const explained = explanation === null ? '' : observationReasonWords[explanation.reason]
  const facts = words.factsOf(windowNumber, clockText(since), observationKindWords[kind], minutes, explained)
  const source = { source: 'observation', sourceId: observationId, onTheSpot: 'registered' } as const
  return (
    <DialogButton label={words.propose} title={words.proposeTitle(staffName)} face={{ size: 'small' }} width={480}>
      {(close) => (
        <CommandForm
          type="ProposeViolation"
          initial={{ staffId, day: dayText(since), windowNumber, code: 'off-post', facts, ...source }}
          submitText={words.propose}
          onDone={close}
          onCancel={close}
        >
          <p>{words.proposeSentence}</p>
          <SelectField
            name={['code']}
            label={words.code}
            options={codesOfPost.map((value) => ({ value, label: violationCodeWords[value] }))}
          />
          <LinesField name={['facts']} label={words.facts} remark={words.factsRemark} rows={3} />
        </CommandForm>
      )}
    </DialogButton>
  )
}

function ExcuseButton({ observation: { observationId } }: { observation: ObservationView }) {
  return (
    <DialogButton label={words.excuse} title={words.excuseTitle} face={{ size: 'small' }} width={420}>
      {(close) => (
        <CommandForm
          type="ExcuseObservation"
          initial={{ observationId, note: '' }}
          submitText={words.excuse}
          onDone={close}
          onCancel={close}
        >
          <p>{words.excuseSentence}</p>
          <LinesField name={['note']} label={words.excuseNote} rows={2} />
        </CommandForm>
      )}
    </DialogButton>
  )
}
