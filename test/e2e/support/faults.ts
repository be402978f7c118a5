import type { Page } from 'playwright-core'

/** What a screen complains about: errors of its scripts and of its console, and breaches of its content policy. */
export async function watchFaults(page: Page, faults: string[]): Promise<void> {
  const path = () => (URL.canParse(page.url()) ? new URL(page.url()).pathname : page.url())
  page.on('pageerror', (error) => faults.push(`${path()} ${error.stack ?? error.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(`${path()} ${line.text()} ${line.location().url}`)
  })
  await page.addInitScript(tellBreaches)
  await page.evaluate(tellBreaches)
}

/** Runs in the page. */
function tellBreaches(): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`securitypolicyviolation: ${violatedDirective} ${blockedURI}`)
  })
}
