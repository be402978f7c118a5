import { Alert, Button, Descriptions, Table, Tag } from 'antd'
import { useState } from 'react'
import type { PatrolRoundView, PatrolsView } from '../../../shared/contract/day-view.ts'
import { codesOfCheck, type PatrolCheck } from '../../../shared/vocabulary/patrol.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { OutcomeAlert } from '../../common/form/outcome-alert.tsx'
import type { Pressed } from '../../common/form/pressed.ts'
import { freshCommandId, hub, send } from '../../common/hub-link.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { violationText } from '../../common/text/violation.ts'
import { clockText } from '../../common/time-text.ts'
import { useAskPerDay } from '../ask-anew.ts'
import { PatrolRound } from './patrol-round.tsx'

const words = consoleDiscipline.patrol
const askPatrols = () => hub.query.patrols({})

/** 巡查: the round under way, window by window, and the rounds of today with what is missing. */
export function PatrolPage() {
  const asked = useAskPerDay(askPatrols)
  return (
    <AskedFrame asked={asked}>
      {(view) => (
        <div className="patrol">
          {view.underWay === null ? (
            <StartPatrol view={view} onStarted={asked.again} />
          ) : (
            <PatrolRound key={view.underWay.patrolId} round={view.underWay} view={view} onChanged={asked.again} />
          )}
          <RoundsOfDay view={view} />
        </div>
      )}
    </AskedFrame>
  )
}

function StartPatrol({ view, onStarted }: { view: PatrolsView; onStarted: () => void }) {
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const { half, rounds, patrolsPerHalfDay, missing } = view
  const start = async () => {
    const answer = await send('StartPatrol', {}, freshCommandId())
    setPressed(answer)
    if (answer.kind === 'done') onStarted()
  }
  const begun = rounds.filter((one) => one.half === half).length
  return (
    <section className="patrol-start">
      {missing.map((one) => (
        <Alert
          key={one.half}
          type="warning"
          showIcon
          title={words.missing(violationText.session[one.half], one.finished, one.missing)}
        />
      ))}
      <p>
        {half === null
          ? words.outsideHours
          : words.toStart(violationText.session[half], begun, Math.max(0, patrolsPerHalfDay - begun))}
      </p>
      <Button type="primary" size="large" className="patrol-big" onClick={() => void start()}>
        {words.start}
      </Button>
      <OutcomeAlert pressed={pressed} />
    </section>
  )
}

function RoundsOfDay({ view: { rounds, names } }: { view: PatrolsView }) {
  return (
    <section>
      <h2>{words.rounds}</h2>
      {rounds.length === 0 && <p className="soft">{words.noRounds}</p>}
      {rounds.map((round) => (
        <RoundDone key={round.patrolId} round={round} names={names} />
      ))}
    </section>
  )
}

interface RoundDoneProps {
  round: PatrolRoundView
  names: Readonly<Record<string, string>>
}

/** One round as it stands: who went it, and every window with what was found. */
function RoundDone({ round, names }: RoundDoneProps) {
  const { half, ordinal, startedAt, finishedAt, startedBy, checks, environment, note } = round
  const until = finishedAt === null ? words.underWay : clockText(finishedAt)
  const remarks: [string, string][] = [
    ...environment.map((one): [string, string] => [violationText.environmentItem[one.item], one.note]),
    ...(note === '' ? [] : [[words.note, note] as [string, string]]),
  ]
  return (
    <article className="patrol-done">
      <h3>
        {words.roundTitle(violationText.session[half], ordinal)}{' '}
        <span className="soft">{`${clockText(startedAt)}–${until} ${names[startedBy] ?? ''}`}</span>
      </h3>
      <Table<PatrolCheck>
        size="small"
        rowKey="windowNumber"
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: words.nothingChecked }}
        dataSource={checks}
        columns={[
          {
            key: 'window',
            title: violationText.column.window,
            render: (_, { windowNumber }) => violationText.windowName(windowNumber),
          },
          { key: 'at', title: words.at, render: (_, { at }) => clockText(at) },
          {
            key: 'person',
            title: violationText.column.person,
            render: (_, { staffId }) => (staffId === null ? '' : names[staffId]),
          },
          { key: 'found', title: words.found, render: (_, check) => <Found check={check} /> },
          { key: 'note', title: words.note, className: 'violation-facts', render: (_, check) => remarkOf(check) },
        ]}
      />
      {remarks.length > 0 && (
        <Descriptions
          size="small"
          column={1}
          items={remarks.map(([label, children]) => ({ key: label, label, children }))}
        />
      )}
    </article>
  )
}

function remarkOf({ excuse, excusedBy, note }: PatrolCheck): string {
  const leave = excusedBy === null ? '' : words.onLeave
  return [leave, excuse, note].filter((part) => part !== '').join('，')
}

function Found({ check }: { check: PatrolCheck }) {
  const { post, wrongItems, prohibitions } = check
  if (post === 'on-post' && codesOfCheck(check).length === 0) return <Tag color="green">{words.allRight}</Tag>
  return (
    <>
      <Tag color={post === 'away' ? 'red' : 'default'}>{violationText.post[post]}</Tag>
      {wrongItems.map((one) => (
        <Tag key={one} color="orange">
          {violationText.item[one]}
        </Tag>
      ))}
      {prohibitions.map((one) => (
        <Tag key={one} color="red">
          {violationText.prohibition[one]}
        </Tag>
      ))}
    </>
  )
}
