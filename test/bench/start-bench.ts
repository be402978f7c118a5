import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { launchChromium } from '../e2e/support/chromium.ts'
import { benchProfile, insideSize } from './bench-hall.ts'
import { type Figure, median, shown } from './figures.ts'

const builtHub = fileURLToPath(new URL('../../out/main/hub.js', import.meta.url))

/** Starts the built hub on a store; answers with the time to its ready line and its memory after that. */
async function startOnce(profile: string, data: string): Promise<{ ms: number; rssMb: number }> {
  const beginAt = performance.now()
  const child = spawn(process.execPath, [builtHub, '--hall', profile, '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  const ms = performance.now() - beginAt
  const rssKb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1])
  child.kill('SIGTERM')
  await once(child, 'exit')
  return { ms, rssMb: rssKb / 1024 }
}

/** How soon the built hub serves on a store with a long history, and what memory it has then. */
export async function benchStart(storeFolder: string, size: string, starts: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-bench-'))
  const profile = join(folder, 'bench.yaml')
  writeFileSync(profile, stringify(benchProfile(insideSize)))
  // The first applies the profile's form of this file; a hall starts on an applied one every morning.
  await startOnce(profile, storeFolder)
  const runs: Awaited<ReturnType<typeof startOnce>>[] = []
  for (let run = 0; run < starts; run += 1) runs.push(await startOnce(profile, storeFolder))
  rmSync(folder, { recursive: true, force: true })
  const ms = runs.map((run) => run.ms)
  return [
    {
      name: `hub ready to serve with ${size}`,
      value: median(ms),
      unit: 'ms',
      target: { atMost: 300 },
      beside: `fastest ${shown(Math.min(...ms))} ms of ${starts}`,
      heldBackBy: 'loading a megabyte of program and checking a hall of forty windows',
    },
    {
      name: 'memory of the hub after its start',
      value: median(runs.map((run) => run.rssMb)),
      unit: 'MB',
      target: { atMost: 150 },
      beside: '',
      heldBackBy: 'Node itself takes 45 MB, the page cache of the store up to 64',
    },
  ]
}

/** What a kiosk loads and when it first paints, in Chromium. */
export async function benchKiosk(origin: string): Promise<Figure[]> {
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } })
  await page.goto(`${origin}/kiosk/`, { waitUntil: 'networkidle' })
  const scriptBytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((one) => new URL(one.name).pathname.endsWith('.js'))
      .reduce((sum, one) => sum + (one as PerformanceResourceTiming).decodedBodySize, 0),
  )
  const paintMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  await browser.close()
  const reported = { target: null, beside: '', heldBackBy: '' }
  return [
    { name: 'kiosk: first contentful paint', value: paintMs, unit: 'ms', ...reported },
    { name: 'kiosk: scripts', value: scriptBytes / 1024, unit: 'KiB', ...reported },
  ]
}
