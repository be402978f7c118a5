import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** 32 MiB a hash, three passes: as strong as the usual 2^17 in one, without its 128 MiB. */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const hashBytes = 32
const saltBytes = 16

/** More at once would take the machine from the hall. */
const atOnceMax = 2

let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (running >= atOnceMax) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, hashBytes, cost, (problem, key) =>
        problem === null ? resolve(key) : reject(problem),
      )
    })
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** A password as it is kept: scrypt, PHC string. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const key = await derive(password, salt)
  return `$scrypt$ln=15,r=8,p=3$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** Somebody unknown takes as long to refuse as somebody known. */
const nobody = `$scrypt$ln=15,r=8,p=3$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Whether a password is the one that was kept; `null` is somebody without one. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, , , salt, key] = (kept ?? nobody).split('$')
  const derived = await derive(password, Buffer.from(salt ?? '', 'base64url'))
  const expected = Buffer.from(key ?? '', 'base64url')
  return derived.length === expected.length && timingSafeEqual(derived, expected) && kept !== null
}
