import { Input, Space, Table } from 'antd'
import { useState } from 'react'
import type { Setup } from '../../../shared/contract/contract.ts'
import type { ServiceItem, TimeLimit } from '../../../shared/vocabulary/service-item.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'
import { useSetup } from '../use-setup.ts'
import { ItemForm } from './item-form.tsx'

const words = setupText.items
const drawerWidth = 960

/** 事项: what the hall offers, with the limits and materials that citizens are told. */
export function ItemsPage() {
  return <AskedFrame asked={useSetup()}>{(setup) => <ItemList setup={setup} />}</AskedFrame>
}

function ItemList({ setup }: { setup: Setup }) {
  const [text, setText] = useState('')
  const found = setup.serviceItems.filter((item) => isFound(item, text))
  return (
    <>
      <div className="page-actions">
        <DialogButton label={words.add} title={words.add} face={{ type: 'primary' }} width={drawerWidth} isDrawer>
          {(close) => <ItemForm setup={setup} onDone={close} />}
        </DialogButton>
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

function isFound({ itemCode, name, aliases, category, department }: ServiceItem, text: string): boolean {
  const words = text.trim().toLowerCase().split(/\s+/)
  const fields = [itemCode, name, category, department, ...aliases].map((field) => field.toLowerCase())
  return words.every((word) => fields.some((field) => field.includes(word)))
}

function limitText(limit: TimeLimit | null): string {
  return limit === null ? words.noLimit : `${limit.amount} ${words.unitName[limit.unit]}`
}

function ItemTable({ items, setup }: { items: ServiceItem[]; setup: Setup }) {
  return (
    <Table<ServiceItem>
      size="small"
      rowKey="itemCode"
      pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={items}
      columns={[
        { title: words.itemCode, dataIndex: 'itemCode', width: 110 },
        { title: words.name, dataIndex: 'name' },
        { title: words.category, dataIndex: 'category', width: 90 },
        { title: words.department, dataIndex: 'department', width: 120 },
        { title: words.queue, dataIndex: 'queue', width: 60 },
        { title: words.kind, key: 'kind', width: 84, render: (_, { kind }) => words.kindName[kind] },
        {
          title: words.statutoryLimit,
          key: 'statutory',
          width: 100,
          render: (_, one) => limitText(one.statutoryLimit),
        },
        { title: words.promisedLimit, key: 'promised', width: 100, render: (_, one) => limitText(one.promisedLimit) },
        {
          title: words.materialCount,
          key: 'materials',
          width: 60,
          align: 'right',
          render: (_, one) => one.materials.length,
        },
        { key: 'actions', width: 140, render: (_, one) => <ItemActions item={one} setup={setup} /> },
      ]}
    />
  )
}

function ItemActions({ item, setup }: { item: ServiceItem; setup: Setup }) {
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
