import { useSuspenseQuery } from '@tanstack/react-query'
import { addressOf } from '../../../contracts/address.ts'
import { schoolSeal as contract } from '../../../contracts/seals.ts'
import { ask, call } from '../../call.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { upload } from '../../upload.ts'
import { useMySchool } from '../accounts/me.ts'
import { SealPage } from './seal-page.tsx'
import { unwatched } from './unwatched.ts'

export function SchoolSealPage() {
  const school = useMySchool()
  const params = { school }
  const { shown, turn } = useListAddress()
  const { data } = useSuspenseQuery(ask(contract.get, { params, query: shown }))
  return (
    <SealPage
      of={data}
      onPage={turn}
      doors={{
        whose: 'school',
        pictureOf: (id) => addressOf(contract.picture, { params: { school, id } }),
        preview: addressOf(contract.preview, { params }),
        choose: (made) => call(contract.choose, { params, body: { made } }),
        upload: (file) => upload(contract.upload, { params }, file, unwatched()),
      }}
    />
  )
}
