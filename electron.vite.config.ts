import { cpSync, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** Entries by name, without those whose file is not there. */
function entries(files: Record<string, string>): Record<string, string> {
  const present = Object.entries(files).map(([name, file]): [string, string] => [name, resolve(file)])
  return Object.fromEntries(present.filter(([, file]) => existsSync(file)))
}

/**
 * Copies what the hub serves as it is. Not Vite's publicDir: that would publish all of assets/, and the
 * hall profiles in it name the staff.
 */
function servedAssets(folders: string[]): Plugin {
  return {
    name: 'served-assets',
    closeBundle() {
      for (const folder of folders) {
        const from = resolve('assets', folder)
        if (existsSync(from)) cpSync(from, resolve('out/renderer', folder), { recursive: true })
      }
    },
  }
}

// Chromium 109 is the last one for Windows 7, which TV boxes and old counters still run.
const browserTarget = 'chrome109'

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // The shell runs on Electron 33 (Node 20.18) as well as on 45.
      target: 'node20.18',
      sourcemap: true,
      // Dependencies (the native SQLite binding) stay outside; all else is bundled: one file starts faster than hundreds.
      rolldownOptions: {
        input: entries({
          shell: 'main/shell/shell.ts',
          hub: 'main/hub/start.ts',
          'reports-worker': 'main/hub/reports/worker.ts',
          'item-file-worker': 'main/hub/item-file/worker.ts',
        }),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is loaded as CommonJS and may require nothing but electron.
      rolldownOptions: {
        input: entries({ preload: 'main/shell/preload.ts' }),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: '/',
    publicDir: false,
    plugins: [react(), servedAssets(['voice', 'icons'])],
    build: {
      outDir: resolve('out/renderer'),
      target: browserTarget,
      rolldownOptions: {
        input: entries({
          kiosk: 'renderer/kiosk/index.html',
          clerk: 'renderer/clerk/index.html',
          display: 'renderer/display/index.html',
          console: 'renderer/console/index.html',
          countertop: 'renderer/countertop/index.html',
          pairing: 'renderer/pairing/index.html',
          handover: 'renderer/handover/index.html',
          api: 'renderer/api/index.html',
        }),
      },
    },
  },
})
