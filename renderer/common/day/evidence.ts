import { evidencePath } from '../../../shared/contract/day-view.ts'
import type { Outcome } from '../../../shared/contract/outcome.ts'
import { evidenceBytesMax } from '../../../shared/vocabulary/violation.ts'
import type { Pressed } from '../form/pressed.ts'
import { sessionToken } from '../hub-link.ts'
import { violationText } from '../text/violation.ts'

const words = violationText.evidence

function signedIn(): Record<string, string> {
  const token = sessionToken.read()
  return token === null ? {} : { authorization: `Bearer ${token}` }
}

/** Attaches a photo or PDF to a violation by the door that takes files; the same file twice is there once. */
export async function attachEvidence(violationId: number, file: Blob): Promise<Pressed> {
  if (file.size > evidenceBytesMax) return { kind: 'fault', incident: words.tooLarge }
  try {
    const answer = await fetch(`${evidencePath}?violationId=${violationId}`, {
      method: 'POST',
      headers: { ...signedIn(), 'content-type': 'application/octet-stream' },
      body: file,
    })
    const said = (await answer.json()) as Outcome | { message: string }
    return 'kind' in said ? said : { kind: 'fault', incident: said.message }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** A piece of evidence as the hub has it; throws the hub's sentence when it is not any more what was attached. */
export async function readEvidence(violationId: number, hash: string): Promise<Blob> {
  const answer = await fetch(`${evidencePath}?violationId=${violationId}&hash=${hash}`, { headers: signedIn() })
  if (answer.ok) return answer.blob()
  const { message } = (await answer.json()) as { message: string }
  throw Object.assign(new Error(message), { status: answer.status })
}
