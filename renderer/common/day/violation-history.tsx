import { Timeline } from 'antd'
import type { ReactNode } from 'react'
import type { ViolationView } from '../../../shared/contract/day-view.ts'
import { violationText } from '../text/violation.ts'
import { clockText, dayText } from '../time-text.ts'

const words = violationText.history

interface Step {
  key: string
  title: string
  at: number | null
  who: string
  content: ReactNode
  color?: 'red' | 'green' | 'gray'
}

/** 经过: what was found, said, decided, appealed and corrected, in its order; nothing is taken away. */
export function ViolationHistory({ view }: { view: ViolationView }) {
  return (
    <Timeline
      className="history"
      items={stepsOf(view).map(({ key, title, at, who, content, color = 'gray' }) => ({
        key,
        color,
        content: (
          <>
            <b>{title}</b>{' '}
            <span className="soft">{[at === null ? '' : `${dayText(at)} ${clockText(at)}`, who].join(' ')}</span>
            <div>{content}</div>
          </>
        ),
      }))}
    />
  )
}

function stepsOf(view: ViolationView): Step[] {
  const { violation, names } = view
  const { facts, foundAt, proposedBy, staffId, statement, signed, appeal } = violation
  const nameOf = (id: string) => names[id] ?? ''
  const person = nameOf(staffId)
  const proposer = proposedBy === null ? words.byHub : nameOf(proposedBy)
  const steps: (Step | null)[] = [
    { key: 'proposed', title: words.proposed, at: foundAt, who: proposer, content: facts },
    signed && {
      key: 'signed',
      title: words.signed,
      at: signed.at,
      who: person,
      content: <Signature view={view} />,
    },
    statement && { key: 'statement', title: words.statement, at: statement.at, who: person, content: statement.text },
    decisionStep(view),
    appeal && { key: 'appeal', title: words.appeal, at: appeal.at, who: person, content: appeal.text },
    appealStep(view),
    nextStep(view),
  ]
  const happened = steps.filter((step) => step !== null)
  return happened.sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY))
}

function Signature({ view: { violation, signature } }: { view: ViolationView }) {
  const { means, note } = violation.signed!
  const said = [violationText.signature[means], note].filter((part) => part !== '').join('，')
  return (
    <>
      {said}
      {signature !== null && <img className="signature" src={signature} alt={words.signed} />}
    </>
  )
}

function decisionStep({ violation, names }: ViolationView): Step | null {
  const { decision, status } = violation
  if (decision === null) return null
  const isDismissed = status === 'dismissed'
  const points = isDismissed ? '' : violationText.points(decision.points)
  return {
    key: 'decision',
    title: isDismissed ? words.dismissed : words.confirmed,
    at: decision.at,
    who: names[decision.by] ?? '',
    content: [points, decision.note].filter((part) => part !== '').join('，'),
    color: isDismissed ? 'green' : 'red',
  }
}

function appealStep({ violation: { appealDecision }, names }: ViolationView): Step | null {
  if (appealDecision === null) return null
  const { isUpheld, reason, by, at } = appealDecision
  return {
    key: 'appeal-decision',
    title: isUpheld ? words.upheld : words.revoked,
    at,
    who: names[by] ?? '',
    content: reason,
    color: isUpheld ? 'red' : 'green',
  }
}

/** What can come next, and until when. */
function nextStep({ violation, hearUntil, appealUntil }: ViolationView): Step | null {
  const { status, statement } = violation
  if (status === 'proposed' && statement === null) {
    const until = `${dayText(hearUntil)} ${clockText(hearUntil)}`
    return { key: 'next', title: words.waitingToBeHeard(until), at: null, who: '', content: null }
  }
  if (status === 'confirmed' && appealUntil !== null) {
    return { key: 'next', title: words.appealable(appealUntil), at: null, who: '', content: null }
  }
  return null
}
