import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Debian's Chromium, headless: the browser of a TV box or a second PC. `switches` are added to its command line. */
export function launchChromium(switches: readonly string[] = []): Promise<Browser> {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const executablePath = folders.map((folder) => join(folder, 'chromium')).find((file) => existsSync(file))
  if (executablePath === undefined) throw new Error('there is no chromium on this machine')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', ...switches],
  })
}
