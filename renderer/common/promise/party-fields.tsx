import { optionsOf, SelectField, TextField } from '../form/fields.tsx'
import { promiseText } from '../text/promise.ts'

const words = promiseText.party

/** Who applies. What is typed here goes to the hub's sealed records and nowhere else. */
export function PartyFields({ field }: { field: 'party' | 'agent' }) {
  return (
    <div className="form-columns">
      <TextField name={[field, 'name']} label={field === 'agent' ? words.agent : words.name} />
      <SelectField name={[field, 'idKind']} label={words.idKind} options={optionsOf(promiseText.idKind)} />
      <TextField name={[field, 'idNumber']} label={words.idNumber} />
      <TextField name={[field, 'phone']} label={words.phone} />
      {field === 'party' ? (
        <TextField name={[field, 'address']} label={words.address} />
      ) : (
        <>
          <TextField name={[field, 'relation']} label={words.relation} />
          <SelectField name={[field, 'authority']} label={words.authority} options={optionsOf(promiseText.authority)} />
        </>
      )}
    </div>
  )
}

/** What stands in the fields before anything is typed. */
export const freshParty = { name: '', idKind: 'resident-id', idNumber: '', phone: '', address: '' }
export const freshAgent = { ...freshParty, relation: '', authority: 'letter-seen' }
