import { useSuspenseQuery } from '@tanstack/react-query'
import { addressOf } from '../../../contracts/address.ts'
import { employerSeal as contract } from '../../../contracts/seals.ts'
import { ask, call } from '../../call.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { upload } from '../../upload.ts'
import { SealPage } from './seal-page.tsx'
import { unwatched } from './unwatched.ts'

export function EmployerSealPage() {
  const { shown, turn } = useListAddress()
  const { data } = useSuspenseQuery(ask(contract.get, { query: shown }))
  return (
    <SealPage
      of={data}
      onPage={turn}
      doors={{
        whose: 'employer',
        pictureOf: (id) => addressOf(contract.picture, { params: { id } }),
        preview: addressOf(contract.preview, {}),
        choose: (made) => call(contract.choose, { body: { made } }),
        upload: (file) => upload(contract.upload, {}, file, unwatched()),
      }}
    />
  )
}
