import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { evidencePath } from '../../../shared/contract/day-view.ts'
import type { Outcome } from '../../../shared/contract/outcome.ts'
import { readPermissions } from '../../../shared/rules/permission.ts'
import { evidenceRefusal } from '../../../shared/rules/violation.ts'
import type { Actor } from '../../../shared/vocabulary/staff.ts'
import { type Evidence, evidenceBytesMax } from '../../../shared/vocabulary/violation.ts'
import { violationFacts } from '../decide-on-violation.ts'
import { type Hub, refused } from '../hub.ts'
import type { DoorContext } from './context.ts'
import { readEvidence } from './evidence-file.ts'
import { readBytes, sendJson } from './http.ts'
import { actorOf, permissionRefusal } from './procedures.ts'
import type { DoorParts } from './server.ts'

/** Whether an address is that of a piece of evidence, which is no JSON and larger than a frame. */
export function isEvidence(address: string): boolean {
  return address.split('?')[0] === evidencePath
}

type EvidenceParts = Pick<DoorParts, 'hub' | 'vault'>

/**
 * 证据: POST attaches a photo or PDF to a violation, GET reads one back by its hash. 403 for whoever is
 * not concerned, 413 beyond 5 MB, 404 for what is not attached, 409 for a file that is not any more
 * what the journal says; what a rule refuses is a 200 with the refusal, as with any command.
 */
export async function answerEvidence(
  request: IncomingMessage,
  response: ServerResponse,
  context: DoorContext,
  parts: EvidenceParts,
): Promise<void> {
  const asked = new URL(`http://hub${request.url}`).searchParams
  const violationId = Number(asked.get('violationId'))
  const actor = actorOf(context)
  const refusal = permissionRefusal(context, readPermissions.evidence) ?? concernRefusal(parts.hub, violationId, actor!)
  if (refusal !== null) {
    const status = refusal.code === 'violation-unknown' ? 404 : 403
    return sendJson(response, status, { message: refusal.sentence, data: { code: refusal.code } })
  }
  if (request.method === 'GET') return sendEvidence(response, violationId, asked.get('hash') ?? '', parts)

  const bytes = await readBytes(request, evidenceBytesMax)
  if (!Buffer.isBuffer(bytes)) {
    response.setHeader('connection', 'close')
    return sendJson(response, 413, { message: refused('malformed', { problem: '证据超过 5 MB' }).sentence })
  }
  sendJson(response, 200, await attach(parts, violationId, actor!, bytes))
}

function concernRefusal(hub: Hub, violationId: number, actor: Actor): Extract<Outcome, { kind: 'refused' }> | null {
  const now = hub.clock.now()
  const context = { now, actor, schedule: hub.scheduleAt(now), setup: hub.setup() }
  const refusal = evidenceRefusal(violationFacts(violationId, context, hub.tables))
  return refusal === null ? null : refused(refusal.code, refusal.facts)
}

async function attach(
  { hub, vault }: EvidenceParts,
  violationId: number,
  actor: Actor,
  sent: Buffer,
): Promise<Outcome> {
  const file = readEvidence(sent)
  if (file === null) return refused('malformed', { problem: '证据应为 JPG、PNG、WebP 照片或 PDF 文件' })
  const { bytes, mediaType } = file
  const hash = hashOf(bytes)
  return hub.submit({
    commandId: `attach-evidence-${hub.freshId()}`,
    actor,
    command: { type: 'AttachEvidence', body: { violationId, hash, bytes: bytes.length, mediaType } },
    keep: () => [{ kind: 'evidence', hash, cipher: vault.sealBytes(bytes) }],
  })
}

function sendEvidence(
  response: ServerResponse,
  violationId: number,
  hash: string,
  { hub, vault }: EvidenceParts,
): void {
  const evidence = hub.tables.violation.find(violationId)?.evidence.find((one) => one.hash === hash)
  if (evidence === undefined) return sendJson(response, 404, { message: '没有这件证据' })
  const bytes = openEvidence(evidence, hub, vault)
  if (bytes === null) return sendJson(response, 409, { message: '证据文件已被改动' })
  response.writeHead(200, {
    'content-type': evidence.mediaType,
    'content-disposition': 'inline',
    'cache-control': 'no-store',
    // Whatever a file claims to be, it runs nothing in the hall's name.
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  })
  response.end(bytes)
}

/** The file as it was attached; null when it is gone, or is not what the journal has the hash of. */
function openEvidence({ hash }: Evidence, hub: Hub, vault: DoorParts['vault']): Buffer | null {
  const sealed = hub.tables.privateRecords.evidence(hash)
  if (sealed === undefined) return null
  try {
    const bytes = vault.openBytes(sealed)
    return hashOf(bytes) === hash ? bytes : null
  } catch {
    return null
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
