import { isNumberComplete } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'
import { DigitPad, LetterPad } from '../parts/key-pad.tsx'
import { PadPage } from '../parts/pad-page.tsx'

/** 我的号: the number on a slip, typed or scanned. */
export function FindPage({
  typed,
  complaint,
}: {
  typed: string
  complaint: 'unknown' | 'other-day' | 'unanswered' | null
}) {
  const { text } = useKiosk()
  return (
    <NumberPage
      title={text.find.title}
      hint={text.find.hint}
      typed={typed}
      complaint={complaint === null ? '' : text.find.complaint[complaint]}
      submit={text.find.search}
    />
  )
}

/** 昨日未办号码. */
export function CarriedPage({ typed }: { typed: string }) {
  const { text } = useKiosk()
  return (
    <NumberPage
      title={text.carried.title}
      hint={text.carried.hint}
      typed={typed}
      complaint=""
      submit={text.carried.next}
    />
  )
}

interface NumberPageParts {
  title: string
  hint: string
  typed: string
  complaint: string
  submit: string
}

function NumberPage({ title, hint, typed, complaint, submit }: NumberPageParts) {
  const { view, press } = useKiosk()
  const foot = (
    <button
      type="button"
      className="main-key"
      disabled={!isNumberComplete(typed)}
      onClick={() => press({ type: 'submit' })}
    >
      {submit}
    </button>
  )
  const shown = (
    <p className="typed" role="status">
      {typed}
    </p>
  )
  return (
    <PadPage title={title} typed={shown} pad={<DigitPad />} foot={foot}>
      {complaint === '' ? null : (
        <p className="complaint" role="alert">
          {complaint}
        </p>
      )}
      <LetterPad letters={view.queues.map(({ letter }) => letter)} />
      <p>{hint}</p>
    </PadPage>
  )
}
