import { useSearch } from '@tanstack/react-router'

type Text = Readonly<Record<string, string | undefined>>
const all = (text: Text) => text

/** What stands behind the `?` of the address, by name: plain text (`router.tsx`) that nobody has checked. */
export const useAddressText = (): Text => useSearch({ strict: false, structuralSharing: true, select: all })
