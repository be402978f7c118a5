import { stringify } from 'yaml'
import { z } from 'zod'
import { type ServiceItem, serviceItem } from '../../../shared/vocabulary/service-item.ts'
import { readYamlBytes } from '../yaml-file.ts'
import { type ItemFile, itemsMax } from './read-items.ts'

/** The same list, in the same form, as in a hall profile. */
const itemList = z
  .strictObject({ serviceItems: z.array(serviceItem).min(1, '至少要有一个事项').max(itemsMax) })
  .superRefine(({ serviceItems }, context) => {
    const codes = serviceItems.map(({ itemCode }) => itemCode)
    codes.forEach((code, at) => {
      if (codes.indexOf(code) === at) return
      context.addIssue({ code: 'custom', path: ['serviceItems', at, 'itemCode'], message: '事项编码重复' })
    })
  })

export function writeYamlItems(serviceItems: readonly ServiceItem[]): Uint8Array {
  return new TextEncoder().encode(stringify({ serviceItems }, { lineWidth: 0 }))
}

/** Reads a list of items; a mistake is told with its line and its field. */
export function readYamlItems(bytes: Uint8Array): ItemFile {
  const read = readYamlBytes(bytes, itemList)
  if (read.kind === 'mistakes') {
    const mistakes = read.mistakes.map(({ line, path, sentence }) => ({ sheet: '', row: line, column: path, sentence }))
    return { kind: 'mistakes', mistakes }
  }
  const items = read.value.serviceItems.map((item, at) => ({
    serviceItem: item,
    sheet: '',
    row: read.lineOf(['serviceItems', at]),
  }))
  return { kind: 'read', items }
}
