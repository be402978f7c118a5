import { Button, Drawer, Progress } from 'antd'
import { useState } from 'react'
import type { PatrolRoundView, PatrolsView } from '../../../shared/contract/day-view.ts'
import { codesOfCheck, type WindowCheck } from '../../../shared/vocabulary/patrol.ts'
import type { ViolationCode } from '../../../shared/vocabulary/violation.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { violationText } from '../../common/text/violation.ts'
import { FinishPatrol } from './finish-patrol.tsx'
import { type Proposal, ProposeViolation } from './propose-violation.tsx'
import { WindowCheckCard } from './window-check-card.tsx'

const words = consoleDiscipline.patrol

interface PatrolRoundProps {
  round: PatrolRoundView
  view: PatrolsView
  onChanged: () => void
}

/** A round under way: one window after the other as a big card; what was found leads to a proposal. */
export function PatrolRound({ round, view, onChanged }: PatrolRoundProps) {
  const checked = new Map(round.checks.map((one) => [one.windowNumber, one]))
  const next = round.unchecked[0] ?? null
  const [chosen, setChosen] = useState<number | null>(null)
  const [found, setFound] = useState<FoundAtWindow | null>(null)
  const isFinishing = chosen === null && next === null
  const current = view.windows.find(({ windowNumber }) => windowNumber === (chosen ?? next))
  const total = checked.size + round.unchecked.length
  return (
    <section className="patrol-round">
      <h2>{words.roundTitle(violationText.session[round.half], round.ordinal)}</h2>
      <Progress
        percent={Math.round((checked.size / Math.max(1, total)) * 100)}
        format={() => `${checked.size}/${total}`}
      />
      <nav className="patrol-windows" aria-label={words.windows}>
        {view.windows.map(({ windowNumber, staffId }) => (
          <button
            key={windowNumber}
            type="button"
            className={chipClass(checked.get(windowNumber), staffId)}
            aria-current={windowNumber === current?.windowNumber}
            onClick={() => setChosen(windowNumber)}
          >
            {windowNumber}
          </button>
        ))}
      </nav>
      {current !== undefined && (
        <WindowCheckCard
          key={`${current.windowNumber} ${checked.get(current.windowNumber)?.at ?? ''}`}
          patrolId={round.patrolId}
          serviceWindow={current}
          before={checked.get(current.windowNumber) ?? null}
          names={view.names}
          onChecked={(check, staffId) => {
            setChosen(null)
            if (staffId !== null && codesOfCheck(check).length > 0) setFound({ check, staffId })
            onChanged()
          }}
        />
      )}
      {isFinishing && <FinishPatrol round={round} onFinished={onChanged} />}
      {!isFinishing && <EarlyFinish round={round} onFinished={onChanged} />}
      {found !== null && <ProposeFound found={found} round={round} names={view.names} onClose={() => setFound(null)} />}
    </section>
  )
}

function chipClass(check: WindowCheck | undefined, staffId: string | null): string {
  if (check === undefined) return staffId === null ? 'patrol-chip is-free' : 'patrol-chip'
  const isRight = codesOfCheck(check).length === 0
  return isRight ? 'patrol-chip is-right' : 'patrol-chip is-wrong'
}

/** To end with windows left, which needs a word why. */
function EarlyFinish({ round, onFinished }: { round: PatrolRoundView; onFinished: () => void }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {words.finishEarly}
      </Button>
      <Drawer open={isOpen} title={words.finishEarly} onClose={() => setOpen(false)} size={560} destroyOnHidden>
        <FinishPatrol round={round} onFinished={onFinished} />
      </Drawer>
    </>
  )
}

interface FoundAtWindow {
  check: WindowCheck
  staffId: string
}

interface ProposeFoundProps {
  found: FoundAtWindow
  round: PatrolRoundView
  names: Readonly<Record<string, string>>
  onClose: () => void
}

/** What was found at a window, proposed for the record while one stands there. */
function ProposeFound({ found: { check, staffId }, round, names, onClose }: ProposeFoundProps) {
  const codes: ViolationCode[] = codesOfCheck(check)
  const proposal: Proposal = {
    ...{ staffId, day: round.day, windowNumber: check.windowNumber, code: codes[0]! },
    ...{ source: 'patrol', sourceId: round.patrolId, facts: check.note, onTheSpot: 'corrected' },
  }
  const title = words.proposeTitle(violationText.windowName(check.windowNumber), names[staffId] ?? '')
  return (
    <Drawer open title={title} onClose={onClose} size={640} destroyOnHidden mask={{ closable: false }}>
      <ProposeViolation proposal={proposal} codes={codes} offersCamera onClose={onClose} />
    </Drawer>
  )
}
