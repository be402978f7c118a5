import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../../e2e/support/chromium.ts'
import type { PlayedCall } from '../support/voice-probe.ts'

const { gapMs } = JSON.parse(readFileSync('assets/voice/pack.json', 'utf8'))
/** What a clip keeps of silence at its two ends, so that no join clicks: see make-voice. */
const edges = 0.045

let browser: Browser
let page: Page

/** The board's own code as one script, without a build folder. */
async function probeScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'test/screens/support/voice-probe.ts', formats: ['iife'], name: 'probe' },
    },
  })
  const bundle = [built].flat()[0]
  if (bundle === undefined || !('output' in bundle)) throw new Error('the probe was not built')
  return bundle.output[0].code
}

beforeAll(async () => {
  const script = await probeScript()
  browser = await launchChromium()
  page = await browser.newPage()
  await page.route('http://hall.test/**', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname.startsWith('/voice/')) return route.fulfill({ body: readFileSync(`assets${pathname}`) })
    if (pathname === '/probe.js') return route.fulfill({ contentType: 'text/javascript', body: script })
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><script src="/probe.js"></script>' })
  })
  await page.goto('http://hall.test/')
})
afterAll(() => browser.close())

describe('voice pack in a browser', () => {
  test.each([
    ['A017', 12],
    ['VB1004', 99],
    ['Z999', 20],
  ] as const)('%s to window %i is joined without a hole', async (number, windowNumber) => {
    const call = await page.evaluate(([one, at]) => globalThis.voiceProbe.renderCall(one, at), [
      number,
      windowNumber,
    ] as const)
    expect(call.duration).toBeCloseTo(call.sumOfParts, 6)
    expect(call.tail).toBeLessThan(edges)
    expect(call.peak).toBeLessThan(1)
    const [breath, ...joins] = call.silences
    expect(breath).toBeGreaterThanOrEqual(gapMs.comma / 1000)
    expect(breath).toBeLessThan(gapMs.comma / 1000 + edges * 2)
    for (const join of joins) expect(join).toBeLessThan(gapMs.withinPhrase / 1000 + edges * 2)
  })

  test('where the browser lets no page sound, the announcement takes as long, for the subtitle', async () => {
    const told = page.waitForEvent('console', (line) => line.text().startsWith('{'))
    await page.goto('http://hall.test/untouched')
    const played: PlayedCall = JSON.parse((await told).text())
    expect(played.state).toBe('suspended')
    expect(played.took).toBeGreaterThanOrEqual(played.duration)
  })

  test('after a touch it is played on the audio clock and ends when the last clip ends', async () => {
    await page.mouse.click(10, 10)
    const played = await page.evaluate(() => globalThis.voiceProbe.playCall('A017', 1))
    expect(played.state).toBe('running')
    expect(played.took).toBeGreaterThanOrEqual(played.duration)
    expect(played.took).toBeLessThan(played.duration + 1)
  })
})
