import { contextBridge, ipcRenderer } from 'electron'
import type { HallShell } from '../../shared/contract/shell.ts'

const ask = (call: keyof HallShell, ...args: unknown[]) => ipcRenderer.invoke(`hall-shell:${call}`, ...args)

const hallShell: HallShell = {
  printers: () => ask('printers'),
  printHtml: (request) => ask('printHtml', request),
  machine: () => ask('machine'),
  openScreen: (kind, windowNumber) => ask('openScreen', { kind, windowNumber }),
  quit: () => ask('quit'),
}

contextBridge.exposeInMainWorld('hallShell', hallShell)
