import type { Store } from '../store/store.ts'

/** A record kept beside the journal, because it is personal or secret; written with the events it belongs to. */
export type PrivateRecord =
  | { kind: 'person'; personId: string; idHash: string; mask: string; seenOn: string }
  | { kind: 'ticket-mask'; ticketId: number; mask: string }
  | { kind: 'staff-name'; staffId: string; name: string }
  | { kind: 'password'; staffId: string; passwordHash: string }
  | { kind: 'session'; tokenHash: string; staffId: string; screenId: string; startedAt: number; expiresAt: number }
  | { kind: 'session-ended'; staffId: string }
  | { kind: 'screen-token'; screenId: string; tokenHash: string }
  | { kind: 'applied-profile'; subject: string; key: string; hash: string | null }
  | { kind: 'demo-clock'; offsetMs: number }
  /** `cipher` is sealed with the hall's key; `idHash` null: no ID was shown. */
  | { kind: 'party'; partyId: string; idHash: string | null; mask: string; cipher: Buffer }
  | { kind: 'slip-signature'; filingId: number; cipher: Buffer }
  /** Whom the ids of a closed log stood for, as JSON. */
  | { kind: 'log-names'; day: string; names: string }
  | { kind: 'visit-signature'; inquiryId: number; cipher: Buffer }
  | { kind: 'violation-signature'; violationId: number; cipher: Buffer }
  /** A photo or PDF under its SHA-256. */
  | { kind: 'evidence'; hash: string; cipher: Buffer }
  | { kind: 'document-signature'; documentId: number; cipher: Buffer }

export interface StoredSession {
  staffId: string
  screenId: string
  expiresAt: number
}

/** 旁录: people, passwords, sessions, tokens. Nothing of it is in the journal, all of it can be erased. */
export function createPrivateRecords(store: Store) {
  const person = store.prepare(
    `INSERT INTO person (person_id, id_hash, mask, seen_on) VALUES (?, ?, ?, ?)
     ON CONFLICT (person_id) DO UPDATE SET seen_on = excluded.seen_on,
       mask = CASE WHEN excluded.mask = '' THEN mask ELSE excluded.mask END`,
  )
  const ticketMask = store.prepare('INSERT INTO ticket_mask (ticket_id, mask) VALUES (?, ?)')
  const staffName = store.prepare(
    `INSERT INTO staff_secret (staff_id, name) VALUES (?, ?) ON CONFLICT (staff_id) DO UPDATE SET name = excluded.name`,
  )
  const password = store.prepare('UPDATE staff_secret SET password_hash = ? WHERE staff_id = ?')
  const session = store.prepare(
    'INSERT INTO session (token_hash, staff_id, screen_id, started_at, expires_at) VALUES (?, ?, ?, ?, ?)',
  )
  const sessionEnded = store.prepare('DELETE FROM session WHERE staff_id = ?')
  const screenToken = store.prepare('INSERT INTO screen_secret (screen_id, token_hash) VALUES (?, ?)')
  const profilePart = store.prepare(
    `INSERT INTO applied_profile (subject, key, hash) VALUES (?, ?, ?)
     ON CONFLICT (subject, key) DO UPDATE SET hash = excluded.hash`,
  )
  const profilePartGone = store.prepare('DELETE FROM applied_profile WHERE subject = ? AND key = ?')
  const demoClock = store.prepare(
    `INSERT INTO demo_clock (only, offset_ms) VALUES (1, ?)
     ON CONFLICT (only) DO UPDATE SET offset_ms = excluded.offset_ms`,
  )

  const party = store.prepare('INSERT INTO party (party_id, id_hash, mask, cipher) VALUES (?, ?, ?, ?)')
  const slipSignature = store.prepare('INSERT INTO slip_signature (filing_id, cipher) VALUES (?, ?)')
  const logNames = store.prepare('INSERT INTO log_names (day, names) VALUES (?, ?)')
  const visitSignature = store.prepare('INSERT INTO visit_signature (inquiry_id, cipher) VALUES (?, ?)')
  const documentSignature = store.prepare('INSERT INTO document_signature (document_id, cipher) VALUES (?, ?)')

  const violationSignature = store.prepare('INSERT INTO violation_signature (violation_id, cipher) VALUES (?, ?)')
  // The same file again, for another case or in the place of a damaged copy.
  const evidence = store.prepare(
    'INSERT INTO evidence (hash, cipher) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET cipher = excluded.cipher',
  )

  const write = (record: PrivateRecord): void => {
    switch (record.kind) {
      case 'person':
        person.run(record.personId, record.idHash, record.mask, record.seenOn)
        return
      case 'ticket-mask':
        ticketMask.run(record.ticketId, record.mask)
        return
      case 'staff-name':
        staffName.run(record.staffId, record.name)
        return
      case 'password':
        password.run(record.passwordHash, record.staffId)
        return
      case 'session':
        session.run(record.tokenHash, record.staffId, record.screenId, record.startedAt, record.expiresAt)
        return
      case 'session-ended':
        sessionEnded.run(record.staffId)
        return
      case 'screen-token':
        screenToken.run(record.screenId, record.tokenHash)
        return
      case 'applied-profile':
        if (record.hash === null) profilePartGone.run(record.subject, record.key)
        else profilePart.run(record.subject, record.key, record.hash)
        return
      case 'demo-clock':
        demoClock.run(record.offsetMs)
        return
      case 'party':
        party.run(record.partyId, record.idHash, record.mask, record.cipher)
        return
      case 'slip-signature':
        slipSignature.run(record.filingId, record.cipher)
        return
      case 'log-names':
        logNames.run(record.day, record.names)
        return
      case 'visit-signature':
        visitSignature.run(record.inquiryId, record.cipher)
        return
      case 'violation-signature':
        violationSignature.run(record.violationId, record.cipher)
        return
      case 'evidence':
        evidence.run(record.hash, record.cipher)
        return
      case 'document-signature':
        documentSignature.run(record.documentId, record.cipher)
        return
    }
  }

  const personByHash = store.prepare('SELECT person_id AS personId, mask FROM person WHERE id_hash = ?')
  const maskOfTicket = store
    .prepare(
      `SELECT coalesce((SELECT mask FROM ticket_mask WHERE ticket_id = ?),
                       (SELECT mask FROM person WHERE person_id = ?), '')`,
    )
    .pluck()
  const forgetPersons = store.prepare('DELETE FROM person WHERE seen_on < ?')
  const nameOf = store.prepare('SELECT name FROM staff_secret WHERE staff_id = ?').pluck()
  const passwordOf = store.prepare('SELECT password_hash FROM staff_secret WHERE staff_id = ?').pluck()
  const withPassword = store.prepare('SELECT staff_id FROM staff_secret WHERE password_hash IS NOT NULL').pluck()
  const sessionOf = store.prepare(
    'SELECT staff_id AS staffId, screen_id AS screenId, expires_at AS expiresAt FROM session WHERE token_hash = ?',
  )
  const prolong = store.prepare('UPDATE session SET expires_at = ? WHERE token_hash = ?')
  const screenOfToken = store.prepare('SELECT screen_id FROM screen_secret WHERE token_hash = ?').pluck()
  const appliedParts = store.prepare('SELECT subject, key, hash FROM applied_profile')
  const partyOf = store.prepare('SELECT mask, cipher FROM party WHERE party_id = ?')
  const partyMask = store.prepare('SELECT mask FROM party WHERE party_id = ?').pluck()
  const hashOfPerson = store.prepare('SELECT id_hash FROM person WHERE person_id = ?').pluck()
  const signatureOf = store.prepare('SELECT cipher FROM slip_signature WHERE filing_id = ?').pluck()
  const namesOfLog = store.prepare('SELECT names FROM log_names WHERE day = ?').pluck()
  const visitSignatureOf = store.prepare('SELECT cipher FROM visit_signature WHERE inquiry_id = ?').pluck()
  const violationSignatureOf = store.prepare('SELECT cipher FROM violation_signature WHERE violation_id = ?').pluck()
  const evidenceOf = store.prepare('SELECT cipher FROM evidence WHERE hash = ?').pluck()
  const signatureOfDocument = store.prepare('SELECT cipher FROM document_signature WHERE document_id = ?').pluck()
  const hasOldMatter = store
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM filing WHERE received_day < @day) OR EXISTS (SELECT 1 FROM first_inquiry WHERE day < @day)`,
    )
    .pluck()
  // What is open is never forgotten, however old.
  const ended = `SELECT filing_id, party_id, body ->> '$.agentId' AS agent_id FROM filing
    WHERE received_day < @day AND is_open = 0 AND body ->> '$.endedAt' < @before`
  const endedVisits = `asked_day < @day AND status IN ('ended', 'cancelled')`
  const forgetParties = store.prepare(
    `DELETE FROM party WHERE party_id IN (SELECT party_id FROM (${ended}) UNION SELECT agent_id FROM (${ended})
       UNION SELECT body ->> '$.partyId' FROM first_inquiry WHERE day < @day
       UNION SELECT body ->> '$.partyId' FROM home_visit WHERE ${endedVisits})`,
  )
  const forgetSignatures = store.prepare(
    `DELETE FROM slip_signature WHERE filing_id IN (SELECT filing_id FROM (${ended}))`,
  )
  const forgetVisitSignatures = store.prepare(
    `DELETE FROM visit_signature WHERE inquiry_id IN (SELECT inquiry_id FROM home_visit WHERE ${endedVisits})`,
  )
  const forgetDocumentSignatures = store.prepare(
    `DELETE FROM document_signature WHERE document_id IN
       (SELECT document_id FROM hall_document WHERE filing_id IN (SELECT filing_id FROM (${ended})))`,
  )
  const demoOffset = store.prepare('SELECT offset_ms FROM demo_clock WHERE only = 1').pluck()

  return {
    write,
    personByHash: (idHash: string) => personByHash.get(idHash) as { personId: string; mask: string } | undefined,
    /** Surname mask of the holder of a ticket; empty for an anonymous one. */
    maskOf: (ticket: { ticketId: number; personId: string | null }) =>
      maskOfTicket.get(ticket.ticketId, ticket.personId) as string,
    /** D12: forgets people who were last seen before a day. Returns how many. */
    forgetPersonsBefore: (day: string) => forgetPersons.run(day).changes,
    nameOf: (staffId: string) => (nameOf.get(staffId) as string | undefined) ?? '',
    passwordHashOf: (staffId: string) => (passwordOf.get(staffId) as string | null | undefined) ?? null,
    staffWithPassword: () => new Set(withPassword.all() as string[]),
    session: (tokenHash: string) => sessionOf.get(tokenHash) as StoredSession | undefined,
    prolongSession: (tokenHash: string, expiresAt: number) => prolong.run(expiresAt, tokenHash),
    screenOfToken: (tokenHash: string) => screenOfToken.get(tokenHash) as string | undefined,
    appliedProfile: () => appliedParts.all() as { subject: string; key: string; hash: string }[],
    party: (partyId: string) => partyOf.get(partyId) as { mask: string; cipher: Buffer } | undefined,
    partyMask: (partyId: string | null) => (partyMask.get(partyId) as string | undefined) ?? '',
    /** Keyed hash of the ID that a ticket was taken with. */
    idHashOfPerson: (personId: string) => (hashOfPerson.get(personId) as string | null | undefined) ?? null,
    namesOfLog: (day: string) => namesOfLog.get(day) as string | undefined,
    documentSignature: (documentId: number) => signatureOfDocument.get(documentId) as Buffer | undefined,
    slipSignature: (filingId: number) => signatureOf.get(filingId) as Buffer | undefined,
    visitSignature: (inquiryId: number) => visitSignatureOf.get(inquiryId) as Buffer | undefined,
    violationSignature: (violationId: number) => violationSignatureOf.get(violationId) as Buffer | undefined,
    evidence: (hash: string) => evidenceOf.get(hash) as Buffer | undefined,
    /**
     * Forgets applicants and signatures of matters that ended before an instant (epoch ms), which is on
     * `day`. Returns how many people. Costs nothing while the hall is younger than that.
     */
    forgetPartiesBefore(before: number, day: string): number {
      if (hasOldMatter.get({ day }) === 0) return 0
      forgetSignatures.run({ before, day })
      forgetVisitSignatures.run({ day })
      forgetDocumentSignatures.run({ before, day })
      return forgetParties.run({ before, day }).changes
    },
    demoOffsetMs: () => (demoOffset.get() as number | undefined) ?? null,
  }
}
export type PrivateRecords = ReturnType<typeof createPrivateRecords>
