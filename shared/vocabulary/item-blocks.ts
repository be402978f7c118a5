import type { ServiceItem } from './service-item.ts'

/**
 * 公示八要素: what 行政许可法第三十条 has a hall publish of an item, with the words for it. A name
 * every item has; an instant item's limit is that it is settled on the spot.
 */
const blocks: Record<string, { name: string; isThere: (item: ServiceItem) => boolean }> = {
  name: { name: '事项名称', isThere: ({ name }) => name !== '' },
  basis: { name: '依据', isThere: ({ basis }) => basis !== '' },
  conditions: { name: '条件', isThere: ({ conditions }) => conditions !== '' },
  quantity: { name: '数量', isThere: ({ quantity }) => quantity !== '' },
  procedure: { name: '程序', isThere: ({ procedure }) => procedure.length > 0 },
  limits: {
    name: '期限',
    isThere: ({ kind, statutoryLimit, promisedLimit }) =>
      kind === 'instant' || statutoryLimit !== null || promisedLimit !== null,
  },
  materials: { name: '材料目录', isThere: ({ materials }) => materials.length > 0 },
  sample: { name: '申请书示范文本', isThere: ({ sample }) => sample !== '' },
}

/** The Chinese names of the blocks an item lacks, in the order of the law; empty when it may be published. */
export function missingBlocks(item: ServiceItem): string[] {
  return Object.values(blocks)
    .filter(({ isThere }) => !isThere(item))
    .map(({ name }) => name)
}
