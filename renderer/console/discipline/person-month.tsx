import { Drawer } from 'antd'
import { useCallback } from 'react'
import type { MonthReviewView } from '../../../shared/contract/month-view.ts'
import type { MonthTarget } from '../../../shared/vocabulary/month-columns.ts'
import { DayTable } from '../../common/day/own-attendance.tsx'
import { ViolationTable } from '../../common/day/violation-table.tsx'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { hub } from '../../common/hub-link.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { useAskPerDay } from '../ask-anew.ts'
import { daysOf } from '../parts/month-choice.tsx'
import { MonthTableOf } from './month-tables.tsx'

const words = consoleDiscipline.month

interface PersonMonthProps {
  staffId: string
  view: MonthReviewView
  onOpen: (target: MonthTarget | null) => void
}

/** One person's month: each day, every case whatever became of it, and the lines of the red list. */
export function PersonMonth({ staffId, view, onOpen }: PersonMonthProps) {
  const { month } = view.review
  const ask = useCallback(
    async () => ({
      attendance: await hub.query.attendanceOfMonth({ month, staffId }),
      violations: await hub.query.violations(daysOf(month)),
    }),
    [month, staffId],
  )
  const asked = useAskPerDay(ask)
  const name = view.names.staff[staffId]?.name ?? ''
  return (
    <Drawer open title={words.personTitle(name, month)} size={960} onClose={() => onOpen(null)}>
      <AskedFrame asked={asked}>
        {({ attendance, violations }) => (
          <>
            <h3>{words.days}</h3>
            <DayTable days={attendance.rows.flatMap(({ days }) => days)} />
            <h3>{words.cases}</h3>
            <ViolationTable
              isOwn
              violations={violations.filter((one) => one.staffId === staffId && one.day.startsWith(`${month}-`))}
              onOpen={(violationId) => onOpen({ violationId })}
            />
          </>
        )}
      </AskedFrame>
      <h3>{words.overdue}</h3>
      <MonthTableOf table="overdue" view={view} staffId={staffId} onOpen={onOpen} />
    </Drawer>
  )
}
