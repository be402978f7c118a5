import { Input, Space, Table, Tag } from 'antd'
import { useState } from 'react'

import type { CatalogueItem, Setup } from '../../../shared/contract/contract.ts'
import { missingBlocks } from '../../../shared/vocabulary/item-blocks.ts'
import type { TimeLimit } from '../../../shared/vocabulary/service-item.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { searchItems } from '../../common/item-search.ts'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'
import { useConsoleView } from '../console-context.ts'

import { useSetup } from '../use-setup.ts'
import { ItemExchange } from './item-exchange.tsx'
import { ItemForm } from './item-form.tsx'
import { VersionList } from './version-list.tsx'

const words = setupText.items
const drawerWidth = 960

/** 事项: what the hall offers, with the limits and materials that citizens are told. */
export function ItemsPage() {
  return <AskedFrame asked={useSetup()}>{(setup) => <ItemList setup={setup} />}</AskedFrame>
}

function ItemList({ setup }: { setup: Setup }) {
  const [text, setText] = useState('')
  const found = searchItems(setup.serviceItems, text)
  return (
    <>
      <div className="page-actions">
        <DialogButton label={words.add} title={words.add} face={{ type: 'primary' }} width={drawerWidth} isDrawer>
          {(close) => <ItemForm setup={setup} onDone={close} />}
        </DialogButton>
        <ItemExchange />
        <Input.Search
          className="page-search"
          placeholder={words.search}
          aria-label={words.search}
          allowClear
          value={text}
          onChange={(change) => setText(change.target.value)}
        />
        <span className="soft">{words.count(found.length)}</span>
      </div>
      <ItemTable items={found} setup={setup} />
    </>
  )
}

function limitText(limit: TimeLimit | null): string {
  return limit === null ? words.noLimit : `${limit.amount} ${words.unitName[limit.unit]}`
}

function ItemTable({ items, setup }: { items: CatalogueItem[]; setup: Setup }) {
  return (
    <Table<CatalogueItem>
      size="small"
      rowKey="itemCode"
      pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={items}
      columns={[
        { title: words.itemCode, dataIndex: 'itemCode', width: 84 },
        { title: words.name, key: 'name', render: (_, one) => <ItemName item={one} /> },
        { title: words.category, dataIndex: 'category', width: 84 },
        { title: words.department, dataIndex: 'department', width: 100 },
        { title: words.queue, dataIndex: 'queue', width: 50 },
        { title: words.kind, key: 'kind', width: 76, render: (_, { kind }) => words.kindName[kind] },
        {
          title: words.statutoryLimit,
          key: 'statutory',
          width: 92,
          render: (_, one) => limitText(one.statutoryLimit),
        },
        { title: words.promisedLimit, key: 'promised', width: 92, render: (_, one) => limitText(one.promisedLimit) },
        {
          title: words.materialCount,
          key: 'materials',
          width: 60,
          align: 'right',
          render: (_, one) => one.materials.length,
        },
        { key: 'actions', width: 166, render: (_, one) => <ItemActions item={one} setup={setup} /> },
      ]}
    />
  )
}

/** Its name, with whether its newest version is in force, and what it lacks of what has to be published. */
function ItemName({ item }: { item: CatalogueItem }) {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const { name, status, effectiveFrom } = item
  const missing = missingBlocks(item)
  return (
    <>
      <div>{name}</div>
      {status === 'draft' && <Tag>{words.stateName.draft}</Tag>}
      {status === 'published' && effectiveFrom !== null && effectiveFrom > today && (
        <Tag color="blue">{words.from(effectiveFrom)}</Tag>
      )}
      {missing.length > 0 && <Tag color="orange">{words.missing(missing)}</Tag>}
    </>
  )
}

function ItemActions({ item, setup }: { item: CatalogueItem; setup: Setup }) {
  const { itemCode, name } = item
  return (
    <Space size={4}>
      <DialogButton
        label={consoleText.change}
        spoken={`${consoleText.change} ${itemCode}`}
        title={name}
        face={{ size: 'small' }}
        width={drawerWidth}
        isDrawer
      >
        {(close) => <ItemForm setup={setup} published={item} onDone={close} />}
      </DialogButton>
      <DialogButton
        label={words.versions}
        spoken={`${words.versions} ${itemCode}`}
        title={words.versionsTitle(name)}
        face={{ size: 'small' }}
        width={drawerWidth}
        isDrawer
      >
        {() => <VersionList itemCode={itemCode} staff={setup.staff} />}
      </DialogButton>
      <DialogButton
        label={words.withdraw}
        spoken={`${words.withdraw} ${itemCode}`}
        title={words.withdraw}
        face={{ size: 'small', danger: true }}
      >
        {(close) => (
          <CommandForm
            type="WithdrawServiceItem"
            initial={{ itemCode }}
            submitText={words.withdraw}
            isDanger
            onDone={close}
            onCancel={close}
          >
            <p>{words.withdrawSure(name)}</p>
          </CommandForm>
        )}
      </DialogButton>
    </Space>
  )
}
