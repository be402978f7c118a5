import { Alert, Tabs } from 'antd'
import { useCallback, useState } from 'react'
import { type MonthReviewView, monthFilePath } from '../../../shared/contract/month-view.ts'
import { type MonthPart, type MonthTarget, monthParts, monthState } from '../../../shared/vocabulary/month-columns.ts'
import { ViolationDrawer } from '../../common/day/violation-drawer.tsx'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { hub } from '../../common/hub-link.ts'
import { PrintButton } from '../../common/promise/print-button.tsx'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { useAskPerDay } from '../ask-anew.ts'
import { useConsoleView, useSession } from '../console-context.ts'
import { MonthChoice } from '../parts/month-choice.tsx'
import { SaveWorkbook } from '../parts/save-workbook.tsx'
import { OpenedMatter } from '../promise/opened-matter.tsx'
import { MonthPartTables } from './month-tables.tsx'
import { PersonMonth } from './person-month.tsx'

const words = consoleDiscipline.month

/** 月度考核: ranking with its formula, attendance, violations and red list of a month; paper and workbook of it. */
export function MonthPage() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const [month, setMonth] = useState(today.slice(0, 7))
  const ask = useCallback(() => hub.query.monthReview({ month }), [month])
  const asked = useAskPerDay(ask)
  return (
    <>
      <div className="page-actions">
        <MonthChoice key={month} month={month} onChoose={setMonth} />
        <SaveWorkbook address={`${monthFilePath}?month=${month}`} fileName={words.fileName(month)} />
        <PrintButton label={words.print} pageOf={() => hub.query.monthPrint({ month })} />
      </div>
      <AskedFrame asked={asked}>{(view) => <Month view={view} />}</AskedFrame>
    </>
  )
}

function Month({ view }: { view: MonthReviewView }) {
  const [opened, setOpened] = useState<MonthTarget | null>(null)
  // An administrator reads the month, and neither the cases nor the days of a person.
  const isSupervisor = useSession().role === 'supervisor'
  const onOpen = isSupervisor ? setOpened : undefined
  return (
    <>
      <Alert type={view.review.isOver ? 'info' : 'warning'} showIcon title={monthState(view.review)} />
      <Tabs
        items={(Object.keys(monthParts) as MonthPart[]).map((part) => ({
          key: part,
          label: monthParts[part].title,
          children: <MonthPartTables part={part} view={view} onOpen={onOpen} />,
        }))}
      />
      {opened !== null && <Opened target={opened} view={view} onOpen={setOpened} />}
    </>
  )
}

interface OpenedProps {
  target: MonthTarget
  view: MonthReviewView
  onOpen: (target: MonthTarget | null) => void
}

function Opened({ target, view, onOpen }: OpenedProps) {
  const daySeq = useConsoleView((live) => live.daySeq)
  const close = () => onOpen(null)
  if ('staffId' in target) return <PersonMonth staffId={target.staffId} view={view} onOpen={onOpen} />
  if ('violationId' in target)
    return <ViolationDrawer violationId={target.violationId} daySeq={daySeq} isSupervisor onClose={close} />
  return <OpenedMatter matter={target} onOpen={close} />
}
