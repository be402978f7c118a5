import { pairingText } from '../common/text/pairing.ts'
import { RequestForm } from './request-form.tsx'
import { usePairing } from './use-pairing.ts'

interface PairingAppProps {
  /** Told the path of the screen that the machine has become. */
  onApproved: (path: string) => void
}

/** 设备配对: what the machine is for, then a code that an administrator compares at the console. */
export function PairingApp({ onApproved }: PairingAppProps) {
  const pairing = usePairing(onApproved)
  const { stage } = pairing
  return (
    <main className="pairing">
      <section className="pairing-card">
        <p className="pairing-hall">{pairing.hallName}</p>
        <h1>{pairingText.title}</h1>
        {pairing.sentence !== '' && (
          <p className="pairing-sentence" role="alert">
            {pairing.sentence}
          </p>
        )}
        {stage.kind === 'choosing' && <RequestForm isAsking={pairing.isAsking} onRequest={pairing.request} />}
        {stage.kind === 'waiting' && <Code pairingCode={stage.pairingCode} onStartOver={pairing.startOver} />}
        {stage.kind === 'expired' && (
          <button type="button" className="pairing-button" onClick={pairing.askAnew} disabled={pairing.isAsking}>
            {pairingText.anew}
          </button>
        )}
        {stage.kind === 'approved' && <p role="status">{pairingText.approved}</p>}
        {stage.kind === 'paired' && (
          <p>
            {pairingText.alreadyPaired} <a href="/">{pairingText.openScreen}</a>
          </p>
        )}
      </section>
    </main>
  )
}

function Code({ pairingCode, onStartOver }: { pairingCode: string; onStartOver: () => void }) {
  return (
    <div role="status">
      <p className="pairing-label">{pairingText.code}</p>
      <p className="pairing-code">
        {/* Read out digit by digit and not as one large number. */}
        <span aria-hidden="true">
          {pairingCode.slice(0, 3)} {pairingCode.slice(3)}
        </span>
        <span className="pairing-spoken">{[...pairingCode].join(' ')}</span>
      </p>
      <p className="pairing-approve">{pairingText.approve}</p>
      <p className="pairing-soft">{pairingText.waiting}</p>
      <button type="button" className="pairing-quiet" onClick={onStartOver}>
        {pairingText.startOver}
      </button>
    </div>
  )
}
