import { useAsked } from './to-sign.ts'

/** Where somebody is asked to sign, once in every portal: above whatever act they are at. */
export function SigningHost() {
  const asked = useAsked()
  if (!asked) return null
  const { Dialog, ...of } = asked
  return <Dialog {...of} />
}
