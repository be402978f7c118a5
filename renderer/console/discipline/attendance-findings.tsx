import { Button, Drawer, Tag } from 'antd'
import { useState } from 'react'
import type { AttendanceRow } from '../../../shared/contract/attendance-view.ts'
import type { AttendanceFinding } from '../../../shared/vocabulary/attendance.ts'
import { type ViolationCode, violationCode } from '../../../shared/vocabulary/violation.ts'
import { findingText, isOnTheWay } from '../../common/day/record-text.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { ProposeViolation } from './propose-violation.tsx'

const words = consoleDiscipline.attendance

/** What is not as the timetable has it, each with the way to propose it for the record where it is a case. */
export function AttendanceFindings({ row, onProposed }: { row: AttendanceRow; onProposed: () => void }) {
  return row.findings.map((finding) => {
    const text = findingText(finding, row)
    const code = violationCode.safeParse(finding.kind).data
    const isProposed = row.proposed.some((one) => one.code === code && one.half === finding.half)
    return (
      <div key={text}>
        <span className="finding">{text}</span> {isProposed && <Tag>{words.isProposed}</Tag>}
        {code !== undefined && !isProposed && !isOnTheWay(finding, row) && (
          <ProposeFinding row={row} finding={finding} code={code} text={text} onClose={onProposed} />
        )}
      </div>
    )
  })
}

interface ProposeFindingProps {
  row: AttendanceRow
  finding: AttendanceFinding
  code: ViolationCode
  text: string
  onClose: () => void
}

/** The case and its person are the record's: only what was done about it is left to say. */
function ProposeFinding({ row, finding, code, text, onClose }: ProposeFindingProps) {
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    onClose()
  }
  const { staffId, staffName, day } = row
  const title = words.proposeTitle(staffName, day, text)
  return (
    <>
      <Button size="small" aria-label={title} onClick={() => setOpen(true)}>
        {words.propose}
      </Button>
      <Drawer open={isOpen} title={title} onClose={close} size={640} destroyOnHidden mask={{ closable: false }}>
        <ProposeViolation
          proposal={{
            ...{ staffId, day, code, half: finding.half, source: 'attendance' },
            ...{ facts: text, onTheSpot: 'registered' },
          }}
          codes={[code]}
          onClose={close}
        />
      </Drawer>
    </>
  )
}
