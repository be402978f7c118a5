import { Button, Drawer, Input, Radio } from 'antd'
import { useCallback, useId, useState } from 'react'
import type { ViolationRow } from '../../../shared/contract/day-view.ts'
import { type ViolationCode, violationCode } from '../../../shared/vocabulary/violation.ts'
import { ViolationDrawer } from '../../common/day/violation-drawer.tsx'
import { ViolationTable } from '../../common/day/violation-table.tsx'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { optionsOf } from '../../common/form/fields.tsx'
import { hub } from '../../common/hub-link.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { useAskPerDay } from '../ask-anew.ts'
import { useConsoleView, useSession } from '../console-context.ts'
import { type Days, DaysForm } from '../parts/days-form.tsx'
import { ProposeViolation } from './propose-violation.tsx'

const words = consoleDiscipline.violations
const everyCode: readonly ViolationCode[] = violationCode.options

type Shown = keyof typeof words.shown
const statusesOf: Record<Shown, readonly ViolationRow['status'][]> = {
  every: ['proposed', 'confirmed', 'dismissed', 'appealed', 'upheld', 'revoked'],
  open: ['proposed', 'appealed'],
  counted: ['confirmed', 'upheld'],
  ended: ['dismissed', 'revoked'],
}

/** 违纪: what waits for a decision, and what became of the rest. A guide sees her own and what she proposed. */
export function ViolationsPage() {
  const { role } = useSession()
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const [days, setDays] = useState<Days>({ from: `${today.slice(0, 7)}-01`, to: today })
  const isSupervisor = role === 'supervisor'
  const ask = useCallback(
    () => (isSupervisor ? hub.query.violations(days) : hub.query.ownViolations({})),
    [isSupervisor, days],
  )
  const asked = useAskPerDay(ask)
  const daySeq = useConsoleView((view) => view.daySeq)
  const [opened, setOpened] = useState<number | null>(null)
  return (
    <>
      <div className="section-head">
        {isSupervisor && <DaysForm days={days} onChoose={setDays} onAgain={asked.again} />}
        <ProposeButton day={today} />
      </div>
      <AskedFrame asked={asked}>{(violations) => <Listed violations={violations} onOpen={setOpened} />}</AskedFrame>
      {opened !== null && (
        <ViolationDrawer
          violationId={opened}
          daySeq={daySeq}
          isSupervisor={isSupervisor}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

interface ListedProps {
  violations: readonly ViolationRow[]
  onOpen: (violationId: number) => void
}

function Listed({ violations, onOpen }: ListedProps) {
  const [shown, setShown] = useState<Shown>('every')
  const [person, setPerson] = useState('')
  const id = useId()
  const isShown = ({ status, staffName }: ViolationRow) =>
    statusesOf[shown].includes(status) && staffName.includes(person.trim())
  return (
    <>
      <div className="page-actions">
        <Radio.Group
          aria-label={words.status}
          optionType="button"
          options={optionsOf(words.shown)}
          value={shown}
          onChange={(change) => setShown(change.target.value)}
        />
        <label htmlFor={id}>{words.person}</label>
        <Input
          id={id}
          className="page-search"
          allowClear
          value={person}
          onChange={(change) => setPerson(change.target.value)}
        />
      </div>
      <ViolationTable violations={violations.filter(isShown)} onOpen={onOpen} />
    </>
  )
}

/** From a complaint or an inspection from above; what a round finds is proposed on the round. */
function ProposeButton({ day }: { day: string }) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.proposeOther}</Button>
      <Drawer open={isOpen} title={words.proposeOther} onClose={close} size={640} destroyOnHidden>
        <ProposeViolation
          proposal={{ day, source: 'other', facts: '', onTheSpot: 'registered' }}
          codes={everyCode}
          onClose={close}
        />
      </Drawer>
    </>
  )
}
