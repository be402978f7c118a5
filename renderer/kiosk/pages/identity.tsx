import { identityMissing, isIdentityComplete, type ShownRefusal } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'
import { DigitPad } from '../parts/key-pad.tsx'
import { PadPage } from '../parts/pad-page.tsx'
import { maskedIdNumber, refusalWords } from '../words.ts'

/** The ID number, typed or read by a card reader. Only its last four characters ever stand on the glass. */
export function IdentityPage({ complaint }: { complaint: ShownRefusal | null }) {
  const { view, catalogue, flow, text, press } = useKiosk()
  const { idNumber, holder, serviceItem } = flow.draft
  const missing = identityMissing(idNumber)
  const isOptional = serviceItem?.identity === 'optional'
  const foot = (
    <div className="key-row">
      {isOptional ? (
        <button type="button" className="plain-key" onClick={() => press({ type: 'skip-identity' })}>
          {text.identity.skip}
        </button>
      ) : null}
      <button
        type="button"
        className="main-key"
        disabled={!isIdentityComplete(idNumber)}
        onClick={() => press({ type: 'submit' })}
      >
        {text.identity.next}
      </button>
    </div>
  )
  const typed = (
    <p className="typed id-number" role="status" aria-label={text.identity.typed(idNumber.length)}>
      <span aria-hidden="true">{maskedIdNumber(idNumber)}</span>
    </p>
  )
  return (
    <PadPage title={text.identity.title[holder]} typed={typed} pad={<DigitPad hasX />} foot={foot}>
      {complaint === null ? null : (
        <p className="complaint" role="alert">
          {refusalWords(complaint, flow.language, { view, catalogue }).sentence}
        </p>
      )}
      <p>
        <strong>{missing === 0 ? text.identity.whole : text.identity.missing(missing)}</strong>
      </p>
      <p>{text.identity.hint}</p>
      <p className="minor">{text.identity.noPapers}</p>
      {isOptional && holder === 'self' ? <p className="minor">{text.identity.skipHint}</p> : null}
    </PadPage>
  )
}
