import { Table } from 'antd'
import { useCallback } from 'react'
import type { ItemVersions, Setup } from '../../../shared/contract/contract.ts'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { useAsk } from '../../common/form/use-ask.ts'
import { hub } from '../../common/hub-link.ts'
import { setupText } from '../../common/text/console-setup.ts'
import { clockText, dayText } from '../../common/time-text.ts'
import { useConsoleView } from '../console-context.ts'
import { actorText, namesFrom } from '../journal/entry-text.ts'

const words = setupText.items

type Version = ItemVersions[number]

/** 历次版本: what was published of an item, by whom, from which day, and what it changed. */
export function VersionList({ itemCode, staff }: { itemCode: string; staff: Setup['staff'] }) {
  const screens = useConsoleView((view) => view.screens)
  const names = namesFrom(staff, screens)
  const asked = useAsk(useCallback(() => hub.query.itemVersions({ itemCode }), [itemCode]))
  return (
    <AskedFrame asked={asked}>
      {(versions) => (
        <Table<Version>
          size="small"
          rowKey="version"
          pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={versions}
          columns={[
            { title: words.versionNumber, dataIndex: 'version', width: 110 },
            { title: words.state, key: 'state', width: 90, render: (_, { state }) => words.stateName[state] },
            { title: words.firstDay, key: 'from', width: 110, render: (_, one) => firstDayText(one) },
            {
              title: words.publishedAt,
              key: 'at',
              width: 140,
              render: (_, { at }) => `${dayText(at)} ${clockText(at)}`,
            },
            { title: words.publishedBy, key: 'by', width: 110, render: (_, { actor }) => actorText(actor, names) },
            { title: words.changes, key: 'changes', render: (_, one) => changesText(one, versions) },
          ]}
        />
      )}
    </AskedFrame>
  )
}

function firstDayText({ serviceItem }: Version): string {
  if (serviceItem === null || serviceItem.status === 'draft') return ''
  return serviceItem.effectiveFrom ?? words.onPublishing
}

/** The fields in which a version differs from the one written before it. */
function changesText(one: Version, versions: readonly Version[]): string {
  const before = versions[versions.indexOf(one) + 1]?.serviceItem
  if (one.serviceItem === null) return ''
  if (before == null) return words.firstVersion
  const changed = changedFields(before, one.serviceItem).map((field) => fieldName[field])
  return changed.length === 0 ? words.noChange : changed.join('、')
}

/** The fields that differ, in the order of the form. */
export function changedFields(before: ServiceItem, after: ServiceItem): (keyof ServiceItem)[] {
  const fields = Object.keys(fieldName) as (keyof ServiceItem)[]
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

const fieldName: Record<keyof ServiceItem, string> = {
  itemCode: words.itemCode,
  name: words.name,
  nameEnglish: words.nameEnglish,
  category: words.category,
  department: words.department,
  queue: words.queue,
  kind: words.kind,
  aliases: words.aliasesShort,
  isOrgan: words.isOrgan,
  elderlyWish: words.elderlyWish,
  basis: words.itemBasis,
  conditions: words.conditions,
  procedure: words.procedureShort,
  quantity: words.quantity,
  sample: words.sample,
  fee: words.fee,
  remark: words.remark,
  statutoryLimit: words.statutoryLimit,
  promisedLimit: words.promisedLimit,
  stages: words.stages,
  materials: words.materials,
  identity: words.identity,
  holderRule: words.holderRule,
  serviceMinutes: words.serviceMinutes,
  quotaMorning: words.quotaMorning,
  quotaAfternoon: words.quotaAfternoon,
  lastTicketMinutes: words.lastTicketMinutes,
  status: words.status,
  effectiveFrom: words.effectiveFrom,
}
