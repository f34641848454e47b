/** Not in old browsers, nor within apps such as WeChat, nor by an address in the place of a name. */
export const knowsPasskeys = (): boolean =>
  typeof window.PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(window.location.hostname)

export type Undone = 'cancelled' | 'known' | 'impossible'
const UNDONE: Readonly<Record<string, Undone>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'known',
}

/** The device has given nothing; nothing was sent. */
export class PasskeyUndone extends Error {
  readonly undone: Undone
  constructor(cause: unknown) {
    super('the device gave no passkey', { cause })
    this.undone = UNDONE[cause instanceof Error ? cause.name : ''] ?? 'impossible'
  }
}

type Asking = () => Promise<{ readonly options: string }>

/** Asks the server what is to be signed, and the device for it; the program for that comes meanwhile. */
export async function byDevice(act: 'make' | 'show', asking: Asking): Promise<string> {
  const [device, { options }] = await Promise.all([import('./passkey-device.ts'), asking()])
  try {
    return await device[act](options)
  } catch (cause) {
    throw new PasskeyUndone(cause)
  }
}
