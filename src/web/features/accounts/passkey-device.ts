import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Asks the device to make a passkey, or to sign by one: what the server has written goes in, what it is to read comes out. */
export const make = async (options: string): Promise<string> =>
  JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(options) }))
export const show = async (options: string): Promise<string> =>
  JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(options) }))
