import type { ServiceBoards } from '../../../shared/vocabulary/service-board.ts'
import { LinesField, TextField } from '../../common/form/fields.tsx'
import { CommandForm, type Typed } from '../../common/form/hub-form.tsx'
import { consoleText } from '../../common/text/console.ts'
import { consolePromise } from '../../common/text/console-promise.ts'
import { CardPerson, ContactList, freshContact, type PeopleOptions } from './contact-fields.tsx'

const words = consolePromise.boards
const lists = ['procedures', 'phrases', 'regulations', 'duties', 'promises'] as const

interface BoardsFormProps {
  published: ServiceBoards
  people: PeopleOptions
}

/** 公开内容: what the wall shows beside the items, and what the card is printed from. */
export function BoardsForm({ published, people }: BoardsFormProps) {
  return (
    <CommandForm
      type="PublishServiceBoards"
      initial={typedFrom(published)}
      bodyOf={bodyOf}
      submitText={consoleText.save}
      doneText={consoleText.saved}
    >
      <h2>{words.wall}</h2>
      <p className="soft">{words.wallSentence}</p>
      <div className="board-lists">
        {lists.map((name) => (
          <LinesField key={name} name={['boards', name]} label={words.list[name]} />
        ))}
      </div>
      <h2>{words.contacts}</h2>
      <ContactList people={people} />
      <h2>{words.card}</h2>
      <CardPerson name="responsible" people={people} />
      <CardPerson name="deputy" people={people} />
      <div className="board-lists">
        <TextField name={['boards', 'serviceHours']} label={words.serviceHours} />
        <LinesField name={['boards', 'homeVisit']} label={words.homeVisit} rows={2} />
      </div>
    </CommandForm>
  )
}

/** A list is typed as one line each; nobody is an empty choice. */
function typedFrom(published: ServiceBoards): Typed {
  const joined = Object.fromEntries(lists.map((name) => [name, published[name].join('\n')]))
  const { responsible, deputy } = published
  return {
    boards: { ...published, ...joined, responsible: responsible ?? freshContact, deputy: deputy ?? freshContact },
  }
}

function bodyOf(typed: Typed): Typed {
  const boards = typed.boards as Typed
  const split = Object.fromEntries(lists.map((name) => [name, linesIn(boards[name])]))
  const { responsible, deputy } = boards
  return { boards: { ...boards, ...split, responsible: chosen(responsible), deputy: chosen(deputy) } }
}

function linesIn(typed: unknown): string[] {
  return String(typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function chosen(contact: unknown): unknown {
  return (contact as Typed).staffId === '' ? null : contact
}
