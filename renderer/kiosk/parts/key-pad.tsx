import { useKiosk } from '../kiosk-context.ts'

const oneToNine = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Digits as on a telephone; with X, the check digit of some ID numbers, where `hasX`. */
export function DigitPad({ hasX = false }: { hasX?: boolean }) {
  const { press, text } = useKiosk()
  const clear = (
    <button type="button" className={hasX ? 'word row' : 'word'} onClick={() => press({ type: 'clear' })}>
      {text.pad.clear}
    </button>
  )
  return (
    <div className="key-pad digits">
      {oneToNine.map((digit) => (
        <CharacterKey key={digit} character={digit} />
      ))}
      {hasX ? <CharacterKey character="X" /> : clear}
      <CharacterKey character="0" />
      <button type="button" className="word" onClick={() => press({ type: 'erase' })}>
        {text.pad.erase}
      </button>
      {hasX ? clear : null}
    </div>
  )
}

/** The letters with which numbers of this hall begin. */
export function LetterPad({ letters }: { letters: readonly string[] }) {
  return (
    <div className="key-pad letters">
      {letters.map((letter) => (
        <CharacterKey key={letter} character={letter} />
      ))}
    </div>
  )
}

/** The whole alphabet in its order: who seldom types knows it from school. */
export function AlphabetPad() {
  const { press, text } = useKiosk()
  return (
    <div className="key-pad alphabet">
      {[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => (
        <CharacterKey key={letter} character={letter} />
      ))}
      <button type="button" className="word" onClick={() => press({ type: 'erase' })}>
        {text.pad.erase}
      </button>
      <button type="button" className="word" onClick={() => press({ type: 'clear' })}>
        {text.pad.clear}
      </button>
    </div>
  )
}

/** A character at the wrong place is no mistake of the citizen: the flow leaves it out. */
function CharacterKey({ character }: { character: string }) {
  const { press } = useKiosk()
  return (
    <button type="button" onClick={() => press({ type: 'type', character })}>
      {character}
    </button>
  )
}
