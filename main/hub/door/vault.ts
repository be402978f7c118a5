import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16
const keyBytes = 32

/**
 * 加密柜: what is personal is sealed with AES-256-GCM under a key of its own, drawn from the hall's
 * key, which stands beside the store and not in it. Erasing a row erases the person.
 */
export function createVault(hallKey: Buffer) {
  const key = Buffer.from(hkdfSync('sha256', hallKey, '', 'shouwen party', keyBytes))
  function sealBytes(bytes: Buffer): Buffer {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
  }

  function openBytes(sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    const body = sealed.subarray(nonceBytes + tagBytes)
    return Buffer.concat([decipher.update(body), decipher.final()])
  }

  return {
    /** A file as it is. */
    sealBytes,
    /** Throws as `open` does. */
    openBytes,
    seal: (value: unknown): Buffer => sealBytes(Buffer.from(JSON.stringify(value), 'utf8')),
    /** Throws when it was not sealed with this hall's key, or was changed since. */
    open: <T>(sealed: Buffer): T => JSON.parse(openBytes(sealed).toString('utf8')) as T,
    /** Keyed hash of what proves somebody's identity; a resident's ID is hashed as at the kiosk, so that a ticket finds its filings. */
    idHash: (text: string): string => createHmac('sha256', hallKey).update(text).digest('base64url'),
  }
}
export type Vault = ReturnType<typeof createVault>
