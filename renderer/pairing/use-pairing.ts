import { useCallback, useEffect, useRef, useState } from 'react'
import { hub } from '../common/hub-link.ts'
import { pairingText } from '../common/text/pairing.ts'
import type { PairingWish } from './request-form.tsx'

type Stage =
  | { kind: 'choosing' }
  | { kind: 'waiting'; pairingCode: string; pollToken: string }
  | { kind: 'expired' }
  | { kind: 'approved' }
  /** The machine was let in before, or is the hub's own. */
  | { kind: 'paired' }

const pollMs = 2_000

/** The way of a new machine from its wish to its screen. */
export function usePairing(onApproved: (path: string) => void) {
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' })
  const [sentence, setSentence] = useState('')
  const [isAsking, setAsking] = useState(false)
  const wish = useRef<PairingWish | null>(null)
  const { hallName, isPaired } = useWelcome()

  const request = async (wanted: PairingWish) => {
    wish.current = wanted
    setAsking(true)
    setSentence('')
    try {
      const { pairingCode, pollToken } = await hub.door.requestPairing(wanted)
      // The hub answers without a code when too many machines wait already.
      if (pairingCode === '') setSentence(pairingText.tooMany)
      else setStage({ kind: 'waiting', pairingCode, pollToken })
    } catch {
      setSentence(pairingText.unreachable)
    } finally {
      setAsking(false)
    }
  }

  const collected = useCallback(
    ({ state, path }: { state: 'waiting' | 'approved' | 'expired'; path: string }) => {
      setSentence(state === 'expired' ? pairingText.expired : '')
      if (state === 'expired') setStage({ kind: 'expired' })
      if (state !== 'approved') return
      setStage({ kind: 'approved' })
      onApproved(path)
    },
    [onApproved],
  )
  const missed = useCallback(() => setSentence(pairingText.unreachable), [])
  usePoll(stage.kind === 'waiting' ? stage.pollToken : null, collected, missed)

  return {
    stage: isPaired && stage.kind === 'choosing' ? ({ kind: 'paired' } as const) : stage,
    sentence,
    isAsking,
    hallName,
    request: (wanted: PairingWish) => void request(wanted),
    askAnew: () => {
      if (wish.current !== null) void request(wish.current)
    },
    startOver: () => {
      setSentence('')
      setStage({ kind: 'choosing' })
    },
  }
}

type Collected = Awaited<ReturnType<typeof hub.door.collectPairing>>

/** Asks every two seconds what became of the code, as long as there is one. */
function usePoll(pollToken: string | null, onCollected: (answer: Collected) => void, onMissed: () => void) {
  useEffect(() => {
    if (pollToken === null) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout>
    const poll = async () => {
      let answer: Collected | null = null
      try {
        answer = await hub.door.collectPairing({ pollToken })
      } catch {
        if (!isOver) onMissed()
      }
      if (isOver) return
      if (answer !== null) onCollected(answer)
      if (answer === null || answer.state === 'waiting') timer = setTimeout(() => void poll(), pollMs)
    }
    timer = setTimeout(() => void poll(), pollMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [pollToken, onCollected, onMissed])
}

/** The hall's name, and whether the machine needs to be let in at all. */
function useWelcome(): { hallName: string; isPaired: boolean } {
  const [welcome, setWelcome] = useState({ hallName: '', isPaired: false })
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      try {
        const answer = await hub.door.welcome({})
        if (!isOver) setWelcome(answer)
      } catch {
        if (!isOver) timer = setTimeout(() => void ask(), pollMs)
      }
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [])
  return welcome
}
