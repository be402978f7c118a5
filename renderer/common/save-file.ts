import { sessionToken } from './hub-link.ts'
import { common } from './text/common.ts'

/** A file is no message of the contract: it goes by its own address. */
export function askFile(address: string, options: RequestInit = {}): Promise<Response> {
  const authorization = `Bearer ${sessionToken.read() ?? ''}`
  return fetch(address, { ...options, headers: { authorization } })
}

/** Puts a file of the hub where the browser keeps what is downloaded; empty when it did, else why not. */
export async function saveFile(address: string, fileName: string): Promise<string> {
  try {
    const response = await askFile(address)
    if (!response.ok) return String((await response.json()).message)
    const file = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = file
    link.download = fileName
    link.click()
    URL.revokeObjectURL(file)
    return ''
  } catch {
    return common.unreachable
  }
}
