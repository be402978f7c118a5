import { Alert, Button, Divider } from 'antd'
import { useCallback, useState } from 'react'
import type { ViolationView } from '../../../shared/contract/day-view.ts'
import type { CommandBody } from '../../../shared/vocabulary/command.ts'
import { type ViolationCode, violationCodes } from '../../../shared/vocabulary/violation.ts'
import { AddEvidence, EvidenceList } from '../../common/day/evidence-list.tsx'
import { ViolationForm } from '../../common/day/violation-form.tsx'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { ChoiceField, LinesField, SelectField, TextField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { useAsk } from '../../common/form/use-ask.ts'
import { hub } from '../../common/hub-link.ts'
import { StaffField } from '../../common/promise/staff-field.tsx'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { violationText } from '../../common/text/violation.ts'
import { useSession } from '../console-context.ts'

const words = consoleDiscipline.violations

export type Proposal = Partial<CommandBody<'ProposeViolation'>>

interface ProposeViolationProps {
  proposal: Proposal
  /** What can be proposed; a round leads to the cases of what it ticked, attendance to what it found. */
  codes: readonly ViolationCode[]
  offersCamera?: boolean
  onClose: () => void
}

/** 提请记录, and at once what belongs to it: the photo, and the person's signature or refusal. */
export function ProposeViolation({ proposal, codes, offersCamera = false, onClose }: ProposeViolationProps) {
  const [violationId, setViolationId] = useState<number | null>(null)
  if (violationId !== null) return <Proposed violationId={violationId} offersCamera={offersCamera} onClose={onClose} />
  const isFound = proposal.source !== 'other'
  return (
    <CommandForm
      type="ProposeViolation"
      initial={proposal}
      submitText={words.propose}
      onDone={(made) => setViolationId(Number(made.violationId))}
      onCancel={onClose}
    >
      {!isFound && <StaffField name={['staffId']} label={violationText.column.person} />}
      {!isFound && <TextField name={['day']} label={violationText.column.day} />}
      <SelectField
        name={['code']}
        label={violationText.column.code}
        options={codes.map((value) => ({
          value,
          label: `${violationText.code[value]}（${violationCodes[value].clause}）`,
        }))}
      />
      <LinesField
        name={['facts']}
        label={violationText.column.facts}
        remark={violationText.field.textRemark}
        rows={3}
      />
      <ChoiceField name={['onTheSpot']} label={violationText.column.onTheSpot} names={violationText.onTheSpot} />
    </CommandForm>
  )
}

interface ProposedProps {
  violationId: number
  offersCamera: boolean
  onClose: () => void
}

function Proposed({ violationId, offersCamera, onClose }: ProposedProps) {
  const isSupervisor = useSession().role === 'supervisor'
  const ask = useCallback(() => hub.query.violation({ violationId }), [violationId])
  const asked = useAsk(ask)
  return (
    <AskedFrame asked={asked}>
      {(view) =>
        view !== null && (
          <>
            <Alert type="success" showIcon title={words.proposed} description={words.proposedNext} />
            <Divider titlePlacement="start">{violationText.column.evidence}</Divider>
            <EvidenceList violationId={violationId} evidence={view.violation.evidence} names={view.names} />
            <AddEvidence violationId={violationId} offersCamera={offersCamera} onAdded={asked.again} />
            {isSupervisor && <Sign view={view} onSigned={asked.again} />}
            <Divider />
            <Button type="primary" size="large" className="patrol-big" onClick={onClose}>
              {words.goOn}
            </Button>
          </>
        )
      }
    </AskedFrame>
  )
}

function Sign({ view, onSigned }: { view: ViolationView; onSigned: () => void }) {
  const { signed } = view.violation
  return (
    <>
      <Divider titlePlacement="start">{violationText.history.signed}</Divider>
      {signed === null ? (
        <ViolationForm action="SignViolation" view={view} onDone={onSigned} onCancel={onSigned} />
      ) : (
        <Alert type="success" showIcon title={violationText.signature[signed.means]} />
      )}
    </>
  )
}
