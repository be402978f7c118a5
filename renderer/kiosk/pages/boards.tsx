import type { BoardContact } from '../../../shared/vocabulary/service-board.ts'
import { useKiosk } from '../kiosk-context.ts'
import { PageFrame } from '../parts/page-frame.tsx'

/** 公开栏: who does what here, how, by which rules and promises, and whom to ask (篇1.4). */
export function BoardsPage() {
  const { catalogue, text } = useKiosk()
  if (catalogue === null) return null
  const { boards, names } = catalogue.boards
  const person = ({ staffId, position, officePhone }: BoardContact) =>
    [names[staffId] ?? '', position, officePhone].filter((part) => part !== '').join(' ')
  const categories = [...new Set(catalogue.serviceItems.map(({ category }) => category))]
  const { parts } = text.boards
  const sections: [string, string[]][] = [
    [parts.items, categories],
    [parts.procedures, boards.procedures],
    [parts.phrases, boards.phrases],
    [parts.regulations, boards.regulations],
    [parts.duties, boards.duties],
    [parts.contacts, boards.contacts.map(person)],
    [parts.promises, boards.promises],
  ]
  return (
    <PageFrame title={text.boards.title}>
      {sections.map(([title, lines]) => (
        <section key={title} className="board">
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <p className="minor">{text.boards.complaints(catalogue.hall.supervisionPhone)}</p>
    </PageFrame>
  )
}
